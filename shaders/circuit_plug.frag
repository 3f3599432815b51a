uniform vec4 u_fog;
uniform vec3 u_plug;  // colour
uniform vec3 u_stage;

in vec2 v_place;
in float v_fog;

out vec4 o_colour;

void main()
{
    // Distance from the edge of a triangle that stands on its base, positive inside.
    vec2 p = vec2(abs(v_place.x), v_place.y);
    float d = min(p.y + 0.62, 0.5 * (0.92 - p.y) - 0.866 * p.x);
    if (d < 0.0)
        discard;
    vec3 c = mix(u_stage, u_plug * (0.90 + 0.14 * p.y), smoothstep(0.12, 0.18, d));
    o_colour = vec4(mix(c, u_fog.rgb, v_fog), 1.0);
}

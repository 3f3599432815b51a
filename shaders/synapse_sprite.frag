uniform vec4 u_fog;
uniform vec4 u_ink; // colour of outlines, and their strength
uniform vec4 u_shell; // a vesicle's membrane
uniform vec4 u_lumen; // its inside when empty

in vec2 v_place;
in vec4 v_body;
in vec4 v_form;
in float v_fog;

out vec4 o_colour;

vec3 molecule(float r, vec2 p)
{
    float shade = 0.80 + 0.26 * dot(p, vec2(-0.45, 0.75)) + 0.10 * (1.0 - r * r);
    vec3 c = v_body.rgb * shade;
    return mix(c, u_ink.rgb, smoothstep(0.76, 0.86, r) * u_ink.a);
}

// A bilayer seen in section, filled as far as there is transmitter; it opens at its foot.
vec3 vesicle(float r, vec2 p)
{
    vec3 inside = mix(u_lumen.rgb, v_body.rgb, v_form.z * (0.55 + 0.25 * p.y));
    vec3 shell = u_shell.rgb * (0.82 + 0.20 * p.y);
    float leaf = abs(fract((r - 0.76) / 0.20) - 0.5);
    shell *= r < 0.98 && leaf < 0.14 ? 0.72 : 1.0;
    vec3 c = mix(inside, shell, smoothstep(0.73, 0.77, r));
    float line = max(smoothstep(0.94, 0.97, r), smoothstep(0.70, 0.73, r) * (1.0 - smoothstep(0.76, 0.79, r)));
    return mix(c, u_ink.rgb, line * u_ink.a);
}

void main()
{
    float r = length(v_place);
    if (v_form.x > 0.5) {
        vec2 a = abs(v_place);
        r = max(a.y, 0.5 * a.y + 0.8660254 * a.x) * 1.08;
    }
    if (r > 1.0)
        discard;
    bool shell = v_form.y > 0.5;
    if (shell && v_place.y < -0.45 && abs(v_place.x) < 0.42 * v_form.w)
        discard;
    vec3 c = shell ? vesicle(r, v_place) : molecule(r, v_place);
    o_colour = vec4(mix(c, u_fog.rgb, v_fog), 1.0);
}

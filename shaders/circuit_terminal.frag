#include "circuit_light.glsl"

uniform vec4 u_fog;
uniform vec3 u_screen_key; // the key light along right, up and toward the viewer
uniform vec3 u_screen_rim;

in vec2 v_place;
in vec3 v_base;
flat in vec4 v_pulse;
in float v_fog;

out vec4 o_colour;

void main()
{
    float r2 = dot(v_place, v_place);
    if (r2 > 1.0)
        discard;
    vec3 n = vec3(v_place, sqrt(1.0 - r2));
    vec3 c = lit(v_base, vec3(dot(n, u_screen_key), n.y, dot(n, u_screen_rim)), n.z, 1.0);
    c = mix(c, u_fog.rgb, v_fog);
    o_colour = vec4(mix(c, v_pulse.rgb, v_pulse.a * (1.0 - 0.55 * v_fog)), 1.0);
}

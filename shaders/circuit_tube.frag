#include "circuit_light.glsl"

uniform vec4 u_fog;
uniform vec3 u_travel;

in float v_side;
in float v_path;
flat in vec4 v_ages;
flat in vec3 v_pulse;
in vec3 v_across;
in vec3 v_front;
in vec3 v_base;
in vec3 v_own;
in float v_fog;
in float v_shade;

out vec4 o_colour;

void main()
{
    float facing = sqrt(max(1.0 - v_side * v_side, 0.0));
    vec3 c = lit(v_base, v_side * v_across + facing * v_front, facing, v_shade) + v_own * (0.5 + 0.5 * facing);
    c = mix(c, u_fog.rgb, v_fog);
    // Pulses of fixed brightness: a front, and a tail behind it.
    vec4 ahead = v_ages * u_travel.x - v_path;
    vec4 pulse = smoothstep(vec4(-3.0), vec4(0.0), ahead) * exp(-max(ahead, 0.0) / u_travel.y);
    float strongest = max(max(pulse.x, pulse.y), max(pulse.z, pulse.w));
    c = mix(c, v_pulse * (0.75 + 0.25 * facing), strongest * (1.0 - 0.55 * v_fog));
    o_colour = vec4(c, 1.0);
}

#include "growth_light.glsl"

uniform vec3 u_tissue;
uniform float u_lit; // the shaft is pointed at or picked

in vec3 v_um;
in vec3 v_normal;
in float v_open;

out vec4 o_colour;

void main()
{
    float fade = fade_at(v_um);
    vec3 n = uneven(normalize(v_normal), v_um);
    vec3 c = tissue_light(n, v_um, u_tissue, mix(0.25, 0.95, v_open), 0.0) * (1.0 + 0.18 * u_lit);
    o_colour = vec4(c, 1.0) * fade;
}

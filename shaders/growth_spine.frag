#include "growth_light.glsl"

uniform vec3 u_tissue;
uniform vec3 u_head;  // what the top of a grown head, where the synapse sits, tends to
uniform vec3 u_extra; // growth colour
uniform float u_own;  // share of own light of extra spines

in vec3 v_um;
in vec3 v_normal;
in vec4 v_look;

out vec4 o_colour;

void main()
{
    vec3 n = uneven(normalize(v_normal), v_um);
    vec3 base = mix(u_tissue, u_head, 0.5 * v_look.w);
    float extra = v_look.y;
    base = mix(base, u_extra, extra);
    vec3 c = tissue_light(n, v_um, base, v_look.x, u_own * extra);
    c += (0.20 * base + 0.10) * v_look.z;
    o_colour = vec4(c, 1.0) * fade_at(v_um);
}

// A rim of bare stage round every tube, a little behind it: what lies farther back is seen to pass behind.
#include "circuit_tube.glsl"
#include "circuit_backdrop.glsl"

uniform vec2 u_halo; // um wide, um behind
uniform vec4 u_map;  // place in the patch, -1..1, to place in the half: scale, shift

out vec3 v_colour;

void main()
{
    vec3 v = toward_viewer(a_position), x = across(normalize(a_tangent.xyz), v);
    float radius = max(a_form.x, u_least) + u_halo.x * (1.6 * a_shade.y - 0.6);
    gl_Position = u_view_projection * vec4(a_position + x * (sign(a_tangent.w) * radius) - v * u_halo.y, 1.0);
    v_colour = backdrop(gl_Position.xy / gl_Position.w * u_map.xy + u_map.zw);
}

#include "quad.glsl"

flat out vec2 v_page_offset; // px, from the surface to the page
flat out float v_boost;
flat out vec4 v_fill;

void main()
{
    quad_place(quad_corner());
    v_page_offset = a_p.xy;
    v_boost = a_q.x;
    v_fill = premultiplied(a_fill);
}

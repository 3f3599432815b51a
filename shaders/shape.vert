#include "quad.glsl"

flat out vec4 v_p;
flat out vec4 v_q;
flat out vec4 v_s;
flat out vec4 v_fill;
flat out vec4 v_line;

void main()
{
    quad_place(quad_corner());
    v_p = a_p;
    v_q = a_q;
    v_s = a_s;
    v_fill = premultiplied(a_fill);
    v_line = premultiplied(a_line);
}

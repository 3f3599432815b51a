#include "quad.glsl"

flat out vec4 v_fill;

void main()
{
    quad_place(quad_corner());
    v_fill = premultiplied(a_fill);
}

#include "quad.glsl"

out vec4 v_fill;

void main()
{
    vec2 corner = quad_corner();
    quad_place(corner);
    v_fill = mix(premultiplied(a_fill), premultiplied(a_line), a_p.x + dot(a_p.yz, corner));
}

#include "circuit_backdrop.glsl"

in vec2 a_corner;

out vec3 v_colour;

void main()
{
    v_colour = backdrop(a_corner);
    gl_Position = vec4(a_corner, 0.0, 1.0);
}

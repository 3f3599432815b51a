#include "brain_vertex.glsl"
#include "brain_glass_light.glsl"

out vec4 v_colour;

void main()
{
    vec3 mm = vertex_mm();
    v_colour = glass_light(vertex_normal(), normalize(u_eye - mm), a_shade, vertex_level(), vertex_mark());
    gl_Position = u_view_projection * vec4(mm, 1.0);
}

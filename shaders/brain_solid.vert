#include "brain_vertex.glsl"
#include "brain_solid_light.glsl"

out vec3 v_colour;

void main()
{
    vec3 mm = vertex_mm();
    v_colour = solid_light(vertex_normal(), normalize(u_eye - mm), a_shade, a_tissue, vertex_level(), vertex_mark());
    gl_Position = u_view_projection * vec4(mm, 1.0);
}

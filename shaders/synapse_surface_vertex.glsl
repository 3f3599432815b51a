// A vertex of the scenery of the magnification synapse.
#include "synapse_light.glsl"

in vec3 a_position;
in vec3 a_normal;
in vec2 a_uv;

out vec3 v_world;
out vec3 v_normal;
out vec2 v_uv;
out float v_fog;

void main()
{
    v_world = a_position;
    v_normal = a_normal;
    v_uv = a_uv;
    v_fog = fog_of(a_position);
    gl_Position = u_view_projection * vec4(a_position, 1.0);
}

// The dendrite's shaft.
in vec3 a_position; // um
in vec3 a_normal;
in float a_open;   // 0 in the corner of a fork .. 1 free

uniform mat4 u_view_projection;

out vec3 v_um;
out vec3 v_normal;
out float v_open;

void main()
{
    v_um = a_position;
    v_normal = a_normal;
    v_open = a_open;
    gl_Position = u_view_projection * vec4(a_position, 1.0);
}

// The dendrite's shaft.
in vec3 a_position; // um
in vec3 a_normal;

uniform mat4 u_view_projection;

out vec3 v_um;
out vec3 v_normal;

void main()
{
    v_um = a_position;
    v_normal = a_normal;
    gl_Position = u_view_projection * vec4(a_position, 1.0);
}

// Fibres of other cells, quiet glass beside the dendrite.
in vec3 a_position; // um
in vec3 a_normal;

uniform mat4 u_view_projection;
uniform vec3 u_eye;

out vec4 v_shape; // um, and how much the surface turns away 0..1

void main()
{
    float tilt = 1.0 - max(dot(a_normal, normalize(u_eye - a_position)), 0.0);
    v_shape = vec4(a_position, tilt);
    gl_Position = u_view_projection * vec4(a_position, 1.0);
}

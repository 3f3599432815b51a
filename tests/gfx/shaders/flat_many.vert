in vec3 a_position;
in vec2 a_shift;
in vec4 a_own;

uniform vec4 u_tint[2];

out vec4 v_colour;

void main()
{
    gl_Position = vec4(a_position.xy + a_shift, a_position.z, 1.0);
    v_colour = a_own * u_tint[0];
}

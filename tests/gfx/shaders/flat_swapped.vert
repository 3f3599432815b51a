// As flat.vert, with the inputs' places exchanged.
layout(location = 1) in vec3 a_position;
layout(location = 0) in vec4 a_colour;

uniform mat4 u_mvp;

out vec4 v_colour;

void main()
{
    gl_Position = u_mvp * vec4(a_position, 1.0);
    v_colour = a_colour;
}

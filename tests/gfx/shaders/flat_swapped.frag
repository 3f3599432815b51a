in vec4 v_colour;

uniform vec4 u_tint[2];

out vec4 o_colour;

void main()
{
    o_colour = v_colour * u_tint[0] + u_tint[1];
}

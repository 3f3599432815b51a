flat in vec4 v_fill;

out vec4 o_colour;

void main()
{
    o_colour = v_fill;
}

// Wrong on purpose, in line 6.
out vec4 o_colour;

void main()
{
    o_colour = vec4(never_declared);
}

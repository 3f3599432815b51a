in vec2 v_place;
flat in vec4 v_colour;

out vec4 o_colour;

void main()
{
    float d = max(1.0 - dot(v_place, v_place), 0.0);
    o_colour = v_colour * (d * d);
}

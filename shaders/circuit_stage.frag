in vec3 v_colour;

out vec4 o_colour;

// Noise below one step of 8 bits, so that the faint gradient shows no rings.
float grain(vec2 p)
{
    return fract(52.9829189 * fract(dot(p, vec2(0.06711056, 0.00583715)))) - 0.5;
}

void main()
{
    o_colour = vec4(v_colour + grain(gl_FragCoord.xy) / 255.0, 1.0);
}

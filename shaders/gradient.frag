// Dark gradients over a large stage would show bands of 1/255: a fixed pattern of half a step hides them.
in vec4 v_fill;

out vec4 o_colour;

void main()
{
    float pattern = fract(dot(gl_FragCoord.xy, vec2(0.754877666, 0.569840291))) - 0.5;
    o_colour = vec4(v_fill.rgb + v_fill.a * pattern / 255.0, v_fill.a);
}

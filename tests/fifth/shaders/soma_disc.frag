// A cell body: a soft ball with a darker nucleus when it is stained.
uniform vec4 u_body; // colour; how dark the nucleus is

in vec2 v_place;

out vec4 o_colour;

void main()
{
    float r = length(v_place);
    float inside = 1.0 - smoothstep(0.96, 1.0, r), nucleus = 1.0 - smoothstep(0.30, 0.36, r);
    vec3 c = u_body.rgb * (1.0 - 0.4 * r * r) * (1.0 - u_body.a * nucleus);
    o_colour = vec4(c * inside, inside);
}

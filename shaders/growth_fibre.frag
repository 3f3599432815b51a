uniform vec4 u_fibre;      // colour, opacity seen straight on
uniform vec4 u_fibre_edge; // colour, opacity at the edges
uniform vec2 u_fibre_fade; // um up or down where fibres begin to fade, and where they are gone
uniform float u_lit;

in vec4 v_shape;

out vec4 o_colour;

void main()
{
    float fade = 1.0 - smoothstep(u_fibre_fade.x, u_fibre_fade.y, abs(v_shape.z));
    float edge = v_shape.w * v_shape.w;
    vec4 body = vec4(u_fibre.rgb, 1.0) * u_fibre.a;
    vec4 rim = vec4(u_fibre_edge.rgb, 1.0) * (u_fibre_edge.a * edge);
    o_colour = (body * (1.0 - rim.a) + rim) * fade * (1.0 + 0.8 * u_lit);
}

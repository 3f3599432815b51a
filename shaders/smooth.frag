uniform sampler2D u_source;
uniform float u_opacity;

in vec2 v_uv;

out vec4 o_colour;

void main()
{
    o_colour = texture(u_source, v_uv) * u_opacity;
}

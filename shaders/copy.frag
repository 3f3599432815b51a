uniform sampler2D u_source;
uniform float u_opacity;
uniform vec4 u_part; // of the source: left, bottom, width, height

in vec2 v_uv;

out vec4 o_colour;

void main()
{
    o_colour = texture(u_source, u_part.xy + u_part.zw * v_uv) * u_opacity;
}

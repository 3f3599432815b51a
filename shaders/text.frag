#include "surface_px.glsl"

uniform sampler2D u_page;

flat in vec2 v_page_offset;
flat in float v_boost;
flat in vec4 v_fill;

out vec4 o_colour;

void main()
{
    float coverage = texelFetch(u_page, ivec2(floor(surface_px() + v_page_offset)), 0).r;
    o_colour = v_fill * (coverage + v_boost * coverage * (1.0 - coverage));
}

// One instance of src/gfx/quads.h: an upright rectangle in pixels, origin top left.
layout(location = 0) in vec4 a_rect; // left, top, right, bottom
layout(location = 1) in vec4 a_p;
layout(location = 2) in vec4 a_q;
layout(location = 3) in vec4 a_s;
layout(location = 4) in vec4 a_fill; // straight sRGB
layout(location = 5) in vec4 a_line;

uniform vec2 u_surface; // px

// Corner of the quad, 0..1, of a strip of four vertices.
vec2 quad_corner()
{
    return vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1));
}

void quad_place(vec2 corner)
{
    vec2 px = mix(a_rect.xy, a_rect.zw, corner);
    gl_Position = vec4(2.0 * px.x / u_surface.x - 1.0, 1.0 - 2.0 * px.y / u_surface.y, 0.0, 1.0);
}

vec4 premultiplied(vec4 c)
{
    return vec4(c.rgb * c.a, c.a);
}

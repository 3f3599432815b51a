// Shapes from signed distances: the share of the pixel they cover, taken from half a pixel to either side of
// the edge. What the numbers mean: src/gfx/quads.h.
#include "surface_px.glsl"

flat in vec4 v_p;
flat in vec4 v_q;
flat in vec4 v_s;
flat in vec4 v_fill;
flat in vec4 v_line;

out vec4 o_colour;

// Coverage of a band of half width `half_width` at `distance` from its middle, right for bands thinner than a
// pixel too.
float band(float distance, float half_width)
{
    return clamp(half_width + 0.5 - distance, 0.0, min(1.0, 2.0 * half_width));
}

float box(vec2 from_centre, vec2 half_size, float radius)
{
    vec2 edge = abs(from_centre) - half_size;
    vec2 across = clamp(0.5 - edge, vec2(0.0), min(vec2(1.0), 2.0 * half_size));
    float corner = length(max(edge + radius, 0.0)) - radius;
    return min(across.x * across.y, radius < 0.5 ? 1.0 : clamp(0.5 - corner, 0.0, 1.0));
}

float soft_box(vec2 from_centre, vec2 half_size, float radius, float softness)
{
    vec2 edge = abs(from_centre) - half_size + radius;
    float distance = length(max(edge, 0.0)) + min(max(edge.x, edge.y), 0.0) - radius;
    float t = clamp(0.5 - distance / softness, 0.0, 1.0);
    return t * t * (3.0 - 2.0 * t);
}

vec4 draw_box(vec2 px)
{
    vec2 from_centre = px - v_p.xy;
    if (v_q.z > 0.0)
        return v_fill * soft_box(from_centre, v_p.zw, v_q.x, v_q.z);
    float outer = box(from_centre, v_p.zw, v_q.x);
    float inner = outer;
    if (v_q.y > 0.0)
        inner = box(from_centre, max(v_p.zw - v_q.y, 0.0), max(v_q.x - v_q.y, 0.0));
    vec4 rule = v_line * max(outer - inner, 0.0);
    return v_fill * outer * (1.0 - rule.a) + rule;
}

float capsule(vec2 px)
{
    vec2 along = v_p.zw - v_p.xy, from_start = px - v_p.xy, from_end = px - v_p.zw;
    float t = clamp(dot(from_start, along) / max(dot(along, along), 1e-6), 0.0, 1.0);
    float mine = step(0.0, dot(from_start, v_s.xy)) * (dot(from_end, v_s.zw) < v_q.y ? 1.0 : 0.0);
    return mine * band(length(from_start - t * along), v_q.x);
}

float arc(vec2 px)
{
    vec2 from_centre = px - v_p.xy;
    // Turned so that the arc's middle lies on +x; both halves are alike.
    vec2 turned = vec2(dot(from_centre, v_p.zw), abs(from_centre.y * v_p.z - from_centre.x * v_p.w));
    float ring = band(abs(length(from_centre) - v_q.x), v_q.y);
    float beyond = turned.y * v_s.x - turned.x * v_s.y; // px past the end, where that is near
    float end = dot(turned, v_s.xy) >= 0.0 ? clamp(0.5 - beyond, 0.0, 1.0) : step(beyond, 0.0);
    return ring * (v_q.z > 0.5 ? 1.0 : end);
}

float beyond_edge(vec2 px, vec2 from, vec2 to)
{
    vec2 along = to - from;
    return dot(px - from, vec2(along.y, -along.x)) * inversesqrt(max(dot(along, along), 1e-6));
}

float triangle(vec2 px)
{
    float d = max(max(beyond_edge(px, v_p.xy, v_p.zw), beyond_edge(px, v_p.zw, v_q.xy)),
                  beyond_edge(px, v_q.xy, v_p.xy));
    return clamp(0.5 - d, 0.0, 1.0);
}

// Dark gradients over a large stage would show bands of 1/255: a fixed pattern of half a step hides them.
vec4 gradient(vec2 px)
{
    vec4 c = mix(v_fill, v_line, dot(px - v_p.xy, v_p.zw));
    float pattern = fract(dot(gl_FragCoord.xy, vec2(0.754877666, 0.569840291))) - 0.5;
    return vec4(c.rgb + c.a * pattern / 255.0, c.a);
}

void main()
{
    vec2 px = surface_px();
    int kind = int(v_q.w + 0.5);
    if (kind == 0)
        o_colour = draw_box(px);
    else if (kind == 1)
        o_colour = v_fill * capsule(px);
    else if (kind == 2)
        o_colour = v_fill * arc(px);
    else if (kind == 3)
        o_colour = v_fill * triangle(px);
    else
        o_colour = gradient(px);
}

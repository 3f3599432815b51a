// Deep structures: smooth bodies lit from within by their engagement.
#include "brain_vertex.glsl"
#include "brain_light.glsl"

uniform vec4 u_deep;      // own light, shaded light, level where colour begins, where it is full
uniform vec3 u_deep_rest; // what is not engaged: quiet glass
uniform vec3 u_deep_edge;

out vec4 v_colour;

void main()
{
    vec3 mm = vertex_mm();
    vec3 n = vertex_normal(), v = normalize(u_eye - mm);
    float level = vertex_level();
    vec2 mark = vertex_mark();
    vec3 glow = mix(u_deep_rest, engagement_colour(level), smoothstep(u_deep.z, u_deep.w, level));
    float ndv = max(dot(n, v), 0.0);
    float key = wrapped(n, u_key, 0.5);
    // Lit from within: the core, looked at through most of the body, is brightest, the more the more engaged.
    float within = u_deep.x * (0.30 + 0.70 * ndv * ndv) * (0.35 + 0.65 * smoothstep(0.1, 0.8, level));
    vec3 c = glow * (0.12 + u_deep.y * key * key + within);
    float edge = 1.0 - ndv;
    edge *= edge;
    c += u_deep_edge * edge * (0.35 + 0.65 * wrapped(n, u_rim, 1.0)) * (1.0 - 0.5 * level);
    float gloss = max(dot(n, normalize(u_key + v)), 0.0);
    gloss *= gloss;
    gloss *= gloss;
    gloss *= gloss;
    c += 0.22 * gloss * gloss * gloss;
    c += (0.10 * mark.x + 0.16 * mark.y) * (0.4 + edge);
    v_colour = vec4(c, 1.0);
    gl_Position = u_view_projection * vec4(mm, 1.0);
}

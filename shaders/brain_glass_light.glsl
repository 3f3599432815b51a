#include "brain_light.glsl"

uniform vec4 u_glass;       // colour of the glass, and its opacity seen straight on
uniform vec4 u_edge;        // colour of its edges, and their opacity
uniform vec4 u_edge_shape;  // sharpness of the edge; share of it that adds light (1) or covers (0); broad sheen; 0
uniform vec4 u_engaged;     // level where colour begins, where it is full; opacity then; own light
uniform vec3 u_highlight;

// Premultiplied. `open` and `depth` give the glass its gyri: it is thicker where the surface dips.
vec4 glass_light(vec3 n, vec3 v, vec2 shade, float level, vec2 mark)
{
    float open = shade.x, depth = shade.y;
    float ndv = clamp(dot(n, v), 0.0, 1.0);
    float tilt = 1.0 - ndv, tilt2 = tilt * tilt;
    float edge = mix(tilt2, tilt2 * tilt2, u_edge_shape.x) * mix(0.25, 1.0, open);
    float sheen = tilt * u_edge_shape.z * mix(0.3, 1.0, open);

    float cover = clamp(u_glass.a * (1.0 + 1.2 * tilt + 0.8 * (1.0 - open)), 0.0, 0.9);
    vec3 c = u_glass.rgb * cover;
    float alpha = cover;

    float engaged = smoothstep(u_engaged.x, u_engaged.y, level);
    vec3 glow = engagement_colour(level);
    float solid = engaged * u_engaged.z;
    float key = wrapped(n, u_key, 0.6);
    c = mix(c, glow * glowing_form(n, ndv, open, u_engaged.w), solid);
    alpha = mix(alpha, 1.0, solid);

    float rim = (edge * u_edge.a + sheen) * (1.0 - 0.45 * engaged);
    rim = clamp(rim * (0.55 + 0.45 * wrapped(n, u_rim, 1.0) + 0.25 * key), 0.0, 1.0);
    vec3 rim_colour = mix(u_edge.rgb, mix(glow, u_edge.rgb, 0.3), engaged * u_edge_shape.y);
    float adds = u_edge_shape.y;
    c = mix(c * (1.0 - rim), c, adds) + rim_colour * rim;
    alpha = alpha + (1.0 - alpha) * rim * (1.0 - adds);

    float gloss = max(dot(n, normalize(u_key + v)), 0.0);
    gloss *= gloss;
    gloss *= gloss;
    gloss *= gloss;
    gloss *= gloss;
    c += u_highlight * gloss * gloss * open * open * (1.0 - 0.35 * engaged);
    float lit = clamp(0.14 * mark.x + 0.20 * mark.y, 0.0, 1.0) * (0.35 + 0.65 * edge + 0.4 * key);
    c += mix(u_edge.rgb, glow * 0.8 + 0.2, engaged) * lit;
    alpha = min(alpha + lit * (1.0 - adds), 1.0);
    return vec4(c, alpha);
}

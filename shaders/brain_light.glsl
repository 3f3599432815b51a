// Light of the magnification brain: fixed to the viewer, so that both halves and every turn are lit alike.
uniform vec3 u_stop[9]; // the engagement map, 0..1 in eighths
uniform vec3 u_key;     // unit, towards the soft key light
uniform vec3 u_rim;     // unit, towards the cool light behind
uniform vec3 u_up;      // unit, up on the screen

vec3 engagement_colour(float level)
{
    float f = clamp(level, 0.0, 1.0) * 8.0;
    int i = min(int(f), 7);
    return mix(u_stop[i], u_stop[i + 1], f - float(i));
}

// 0 behind the terminator .. 1 facing: light that wraps round soft matter.
float wrapped(vec3 n, vec3 light, float wrap)
{
    return max((dot(n, light) + wrap) / (1.0 + wrap), 0.0);
}

// Form of glowing tissue, a factor of its colour. It never passes 1 by much: a lit place shows the colour of the
// bar, shade only takes away, so that brightness keeps meaning engagement.
float glowing_form(vec3 n, float ndv, float open, float own)
{
    float key = wrapped(n, u_key, 0.5);
    float lit = 0.62 * key * mix(0.35, 1.0, open) + 0.38 * mix(0.15, 1.0, open * open) * (0.65 + 0.35 * dot(n, u_up));
    return (own + (1.08 - own) * lit) * mix(0.55, 1.0, open) * (0.86 + 0.14 * ndv);
}

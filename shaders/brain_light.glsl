// Light of the magnification brain: fixed to the viewer, so that both halves and every turn are lit alike.
uniform vec3 u_stop[9];  // the engagement map, 0..1 in eighths
uniform vec3 u_key;      // unit, towards the soft key light
uniform vec3 u_rim;      // unit, towards the cool light behind
uniform vec3 u_up;       // unit, up on the screen

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

// Light of the magnification growth: fixed to the viewer, so that both halves and every turn are lit alike.
uniform vec3 u_eye;    // um
uniform vec3 u_key;    // unit, towards the soft key light
uniform vec3 u_rim;    // unit, towards the cool light behind
uniform vec3 u_up;     // unit, up on the screen
uniform vec3 u_toward; // unit, towards the viewer
uniform vec3 u_key_colour;
uniform vec3 u_sky;
uniform vec3 u_ground;
uniform vec3 u_rim_colour;
uniform vec3 u_shade;  // what tissue tends to where no light reaches
uniform vec4 u_matter; // gloss, share of light that goes through (waxy), haze in the distance, 0
uniform vec3 u_stage;
uniform vec2 u_fade;   // um to the side where the tissue begins to fade, and where it is gone

// 0 behind the terminator .. 1 facing: light that wraps round soft matter.
float wrapped(vec3 n, vec3 light, float wrap)
{
    return max((dot(n, light) + wrap) / (1.0 + wrap), 0.0);
}

// Membranes are never quite smooth.
vec3 uneven(vec3 n, vec3 um)
{
    vec3 a = sin(um.yzx * 1.9 + 2.6 * sin(um.zxy * 1.3 + 0.7 * um.xyz));
    vec3 b = sin(um.zxy * 6.1 + 2.3 * sin(um.yzx * 4.7 + a));
    return normalize(n + 0.05 * a + 0.055 * b);
}

float fade_at(vec3 um)
{
    return 1.0 - smoothstep(u_fade.x, u_fade.y, abs(um.y));
}

// `open`: 0 in a crease .. 1 free. `own`: share of own light, for what is to be seen first.
vec3 tissue_light(vec3 n, vec3 um, vec3 base, float open, float own)
{
    vec3 v = normalize(u_eye - um);
    float ndv = max(dot(n, v), 0.0);
    float key = wrapped(n, u_key, 0.32);
    vec3 deep = mix(base * u_shade, base, 0.30 + 0.70 * open);
    float through = wrapped(n, u_key, 1.0) - key * 0.6;
    vec3 light = u_key_colour * (key * key * 0.92 + through * u_matter.y) * mix(0.45, 1.0, open);
    light += mix(u_ground, u_sky, 0.5 + 0.5 * dot(n, u_up)) * mix(0.35, 1.0, open);
    vec3 c = deep * mix(light, vec3(0.72 + 0.28 * ndv), own);
    float edge = 1.0 - ndv;
    edge = edge * edge * edge;
    c += u_rim_colour * edge * wrapped(n, u_rim, 0.5) * (0.4 + 0.6 * open);
    float gloss = max(dot(n, normalize(u_key + v)), 0.0);
    gloss *= gloss;
    gloss *= gloss;
    gloss *= gloss;
    gloss *= gloss;
    c += u_key_colour * gloss * gloss * u_matter.x * open;
    // What lies behind is a little nearer to the air.
    float behind = clamp(-dot(um, u_toward) * 0.11, 0.0, 1.0);
    return mix(c, u_stage, behind * u_matter.z);
}

#include "brain_light.glsl"

uniform vec3 u_cortex;
uniform vec3 u_sulcus; // what the depth of a sulcus tends to
uniform vec3 u_cerebellum;
uniform vec3 u_stem;
uniform vec3 u_key_colour;
uniform vec3 u_sky;
uniform vec3 u_ground;
uniform vec3 u_rim_colour;
uniform vec4 u_solid; // gloss, share of own light of engaged tissue, level where colour begins, where it is full

vec3 solid_light(vec3 n, vec3 v, vec2 shade, float tissue, float level, vec2 mark)
{
    float open = shade.x, depth = shade.y;
    vec3 base = tissue < 0.5 ? u_cortex : (tissue < 1.5 ? u_cerebellum : u_stem);
    float red = tissue < 1.5 ? clamp(0.9 * depth + 0.5 * (1.0 - open), 0.0, 1.0) : 0.0;
    base = mix(base, u_sulcus, 0.72 * red);

    float ndv = max(dot(n, v), 0.0);
    float key = wrapped(n, u_key, 0.35);
    key *= key;
    float hollow = open * open;
    vec3 light = u_key_colour * key * mix(0.30, 1.0, open);
    light += mix(u_ground, u_sky, 0.5 + 0.5 * dot(n, u_up)) * mix(0.20, 1.0, hollow);
    vec3 c = base * light;

    float engaged = smoothstep(u_solid.z, u_solid.w, level);
    c = mix(c, engagement_colour(level) * glowing_form(n, ndv, open, u_solid.y), engaged);

    float edge = 1.0 - ndv;
    edge = edge * edge * edge;
    c += u_rim_colour * edge * wrapped(n, u_rim, 0.4) * open * (1.0 - 0.6 * engaged);
    float gloss = max(dot(n, normalize(u_key + v)), 0.0);
    gloss *= gloss;
    gloss *= gloss;
    gloss *= gloss;
    gloss *= gloss;
    c += u_key_colour * gloss * u_solid.x * hollow * (1.0 - 0.6 * engaged);
    c += (mark.x * 0.10 + mark.y * 0.16) * (0.4 + edge) * u_key_colour;
    return c;
}

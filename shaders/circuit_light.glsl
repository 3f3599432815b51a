// Light of the magnification circuit: fixed to the viewer, so that both halves are lit alike.
uniform vec3 u_key_colour;
uniform vec3 u_sky;
uniform vec3 u_ground;
uniform vec3 u_rim_colour;

// `d`: the normal against key light, up and rim light; `facing`: against the viewer.
vec3 lit(vec3 base, vec3 d, float facing, float shade)
{
    float key = max((d.x + 0.4) / 1.4, 0.0);
    vec3 c = base * (u_key_colour * key * key + mix(u_ground, u_sky, 0.5 + 0.5 * d.y)) * shade;
    float edge = 1.0 - facing;
    c += u_rim_colour * edge * edge * max(d.z + 0.3, 0.0);
    return c;
}

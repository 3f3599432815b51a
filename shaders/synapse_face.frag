#include "synapse_surface.glsl"

uniform vec4 u_shade; // where a shade lies on a membrane's face: middle (x, y), radius, strength

// The face of a membrane: heads in a close lattice, far off only their mean.
vec3 face(vec2 uv)
{
    vec2 p = uv / vec2(0.030, 0.026);
    p.x += 0.5 * mod(floor(p.y), 2.0);
    vec2 cell = fract(p) - 0.5;
    float width = max(max(fwidth(uv.x / 0.030), fwidth(uv.y / 0.026)), 0.02);
    float fine = u_detail * (1.0 - smoothstep(0.30, 0.75, width));
    float bump = 1.0 - smoothstep(0.20, 0.50, length(cell));
    return mix(u_body, u_second, 0.30 * mix(0.35, bump, fine));
}

void main()
{
    vec3 c = face(v_uv) * surface_light() * (gl_FrontFacing ? 1.0 : 0.62);
    float off = length(v_world.xy - u_shade.xy);
    c *= 1.0 - u_shade.w * (1.0 - smoothstep(0.75 * u_shade.z, 1.15 * u_shade.z, off));
    o_colour = through_air(c, 1.0);
}

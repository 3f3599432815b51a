#include "synapse_surface.glsl"

// Two rows of heads with tails between them; v 0..1 across, u in membrane thicknesses along.
vec3 bilayer(vec2 uv)
{
    float u = uv.x / 0.018, v = uv.y;
    float row = abs(v - 0.5);
    vec2 cell = vec2(fract(u) - 0.5, (row - 0.38) * 4.2);
    float head = length(cell);
    float tails = 0.5 + 0.5 * cos(6.2831853 * 2.0 * u);
    vec3 c = mix(u_body, u_second, 0.16 * tails * (1.0 - smoothstep(0.26, 0.34, row)) * u_detail);
    c *= 1.0 - 0.12 * smoothstep(0.10, 0.0, row);
    float width = max(fwidth(u), 0.02);
    float fine = u_detail * (1.0 - smoothstep(0.25, 0.6, width));
    float dot_ = 1.0 - smoothstep(0.42 - width, 0.42 + width, head);
    float band = smoothstep(0.26, 0.30, row);
    vec3 heads = mix(mix(u_body, u_second, band), mix(c, u_second, dot_), fine);
    c = row > 0.25 ? heads : c;
    return mix(c, u_ink.rgb, u_ink.a * smoothstep(0.45, 0.48, row) * 0.8);
}

void main()
{
    o_colour = through_air(bilayer(v_uv), 1.0);
}

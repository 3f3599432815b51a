#include "synapse_surface.glsl"

float grain(vec2 p)
{
    return fract(sin(dot(floor(p), vec2(12.9898, 78.233))) * 43758.5453);
}

// A close felt of small round bodies in two layers.
float strands(vec2 p)
{
    float best = 0.0;
    for (int k = 0; k < 2; k++) {
        vec2 q = p / 0.034 + vec2(0.37, 0.61) * float(k);
        vec2 cell = floor(q), shift = vec2(grain(cell + 7.0), grain(cell + 31.0)) - 0.5;
        float d = length(fract(q) - 0.5 - 0.36 * shift);
        best = max(best, (0.55 + 0.45 * grain(cell)) * (1.0 - smoothstep(0.26, 0.36, d)));
    }
    return best;
}

// A felt of proteins, thick under the middle.
void main()
{
    float edge = 1.0 - smoothstep(0.46, 0.72, abs(v_uv.x)), deep = smoothstep(-0.60, -0.46, v_uv.y);
    float felt = mix(0.45, strands(v_uv), u_detail);
    o_colour = through_air(mix(u_body, u_second, felt), edge * (0.25 + 0.75 * deep));
}

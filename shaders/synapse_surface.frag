uniform float u_matter; // as synapse_matter
uniform vec3 u_key;
uniform vec4 u_fog;
uniform vec4 u_ink;    // colour of outlines, and their strength
uniform vec3 u_body;   // colour
uniform vec3 u_second; // what it is mixed with: heads of the lipids, depth of the hollow
uniform vec4 u_shade;  // where a shade lies on a membrane's face: middle (x, y), radius, strength
uniform float u_detail; // 0..1, fine pattern

in vec3 v_world;
in vec3 v_normal;
in vec2 v_uv;
in float v_fog;

out vec4 o_colour;

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

void main()
{
    float lit = 0.70 + 0.38 * (0.5 + 0.5 * dot(normalize(v_normal), u_key));
    vec3 c = u_body;
    float alpha = 1.0;
    if (u_matter < 0.5) {
        c = bilayer(v_uv);
        lit = 1.0;
    } else if (u_matter < 1.5) {
        c = face(v_uv) * (gl_FrontFacing ? 1.0 : 0.62);
        vec2 d = v_world.xy - u_shade.xy;
        c *= 1.0 - u_shade.w * (1.0 - smoothstep(0.75 * u_shade.z, 1.15 * u_shade.z, length(d)));
    } else if (u_matter < 2.5) {
        // The hollow: lighter where the light falls in.
        c = mix(u_second, u_body, smoothstep(1.5, 0.1, length((v_uv - vec2(-0.15, 0.55)) * vec2(0.9, 1.4))));
        lit = 1.0;
    } else if (u_matter < 3.5) {
        c = mix(u_body, u_second, smoothstep(-0.40, -1.15, v_uv.y));
        lit = 1.0;
    } else if (u_matter < 4.5) {
        // A felt of proteins, thick under the middle.
        float edge = 1.0 - smoothstep(0.46, 0.72, abs(v_uv.x)), deep = smoothstep(-0.60, -0.46, v_uv.y);
        float felt = mix(0.45, strands(v_uv), u_detail);
        c = mix(u_body, u_second, felt);
        alpha = edge * (0.25 + 0.75 * deep);
        lit = 1.0;
    } else {
        c = face(v_uv);
    }
    o_colour = vec4(mix(c * lit, u_fog.rgb, v_fog), 1.0) * alpha;
}

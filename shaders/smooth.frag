// Smooths stair-stepped edges of a picture drawn with one sample a pixel; source and target are the same size.
// Where brightness jumps between two neighbours, the edge is followed to both of its ends: the distance to the
// nearer end tells which share of the pixel the neighbour across the edge should have. Steps too short for that
// (slanting edges, lone pixels) are softened by how far they stand out of their surroundings.
//
// Each round of the one loop reads four places: first the neighbours, then the corners, then both rows of the
// edge in both directions. Software GL leaves a branch only as a whole group of pixels leaves a loop, so where
// there is no edge five reads are all it pays.
uniform sampler2D u_source;
uniform int u_rounds; // the most rounds of the loop; a uniform also keeps compilers from unrolling it

out vec4 o_colour;

const float CONTRAST_LEAST = 0.045; // of brightness, below which an edge is not seen
const float CONTRAST_SHARE = 0.10;  // the same as a share of the brightest neighbour
const float SOFTENING = 0.60;       // of pixels that stand out, 0 to 1

float brightness(vec4 c)
{
    return dot(c.rgb, vec3(0.30, 0.59, 0.11));
}

void main()
{
    ivec2 here = ivec2(gl_FragCoord.xy);
    ivec2 last = textureSize(u_source, 0) - 1;
    ivec2 high = min(here + 1, last), low = max(here - 1, ivec2(0));
    vec4 colour = texelFetch(u_source, here, 0);
    float middle = brightness(colour);

    vec4 neighbour = colour;
    vec4 near = vec4(0.0); // brightness right, left, up, down
    ivec2 across = ivec2(0), along = ivec2(0);
    float border = 0.0, tolerance = 0.0, range = 1.0, stands_out = 0.0;
    int reach_plus = 1, reach_minus = 1;
    float end_plus = 0.0, end_minus = 0.0;
    bool go_plus = true, go_minus = true, edge = false;
    vec4 right = colour, left = colour, up = colour, down = colour;
    ivec2 at0 = ivec2(high.x, here.y), at1 = ivec2(low.x, here.y);
    ivec2 at2 = ivec2(here.x, high.y), at3 = ivec2(here.x, low.y);
    for (int i = 0; i < u_rounds; i++) {
        vec4 c0 = texelFetch(u_source, at0, 0), c1 = texelFetch(u_source, at1, 0);
        vec4 c2 = texelFetch(u_source, at2, 0), c3 = texelFetch(u_source, at3, 0);
        vec4 b = vec4(brightness(c0), brightness(c1), brightness(c2), brightness(c3));
        if (i == 0) {
            near = b;
            right = c0;
            left = c1;
            up = c2;
            down = c3;
            float highest = max(max(max(b.x, b.y), max(b.z, b.w)), middle);
            range = highest - min(min(min(b.x, b.y), min(b.z, b.w)), middle);
            edge = range >= max(CONTRAST_LEAST, CONTRAST_SHARE * highest);
            if (!edge)
                break;
            at0 = high;
            at1 = low;
            at2 = ivec2(low.x, high.y);
            at3 = ivec2(high.x, low.y);
        } else {
            if (i == 1) {
                // Corners: x upper right, y lower left, z upper left, w lower right.
                float bend_level = abs(b.z + b.y - 2.0 * near.y) + 2.0 * abs(near.z + near.w - 2.0 * middle) +
                                   abs(b.x + b.w - 2.0 * near.x);
                float bend_upright = abs(b.z + b.x - 2.0 * near.z) + 2.0 * abs(near.x + near.y - 2.0 * middle) +
                                     abs(b.y + b.w - 2.0 * near.w);
                bool level = bend_level >= bend_upright;
                float plus = level ? near.z : near.x, minus = level ? near.w : near.y;
                bool to_plus = abs(plus - middle) >= abs(minus - middle);
                across = (level ? ivec2(0, 1) : ivec2(1, 0)) * (to_plus ? 1 : -1);
                along = level ? ivec2(1, 0) : ivec2(0, 1);
                neighbour = level ? (to_plus ? up : down) : (to_plus ? right : left);
                float other = to_plus ? plus : minus;
                // Between both rows brightness stays at their mean for as long as the edge lasts.
                border = 0.5 * (middle + other);
                tolerance = 0.25 * abs(other - middle);
                float mean = (2.0 * dot(near, vec4(1.0)) + dot(b, vec4(1.0))) / 12.0;
                stands_out = min(abs(mean - middle) / range, 1.0);
            } else {
                end_plus = go_plus ? 0.5 * (b.x + b.z) - border : end_plus;
                end_minus = go_minus ? 0.5 * (b.y + b.w) - border : end_minus;
                go_plus = go_plus && abs(end_plus) < tolerance;
                go_minus = go_minus && abs(end_minus) < tolerance;
                if (!go_plus && !go_minus)
                    break;
                int stride = i < 5 ? 1 : 2;
                reach_plus += go_plus ? stride : 0;
                reach_minus += go_minus ? stride : 0;
            }
            at0 = clamp(here + along * reach_plus, ivec2(0), last);
            at1 = clamp(here - along * reach_minus, ivec2(0), last);
            at2 = clamp(at0 + across, ivec2(0), last);
            at3 = clamp(at1 + across, ivec2(0), last);
        }
    }
    float end = reach_plus < reach_minus ? end_plus : end_minus;
    float nearest = float(min(reach_plus, reach_minus)) - 0.5, run = float(reach_plus + reach_minus) - 1.0;
    // Where it is this pixel's side that ends there, the other side does not cut into it.
    bool cut = (end < 0.0) != (middle < border);
    float share = cut ? 0.5 - nearest / run : 0.0;
    float softened = stands_out * stands_out * (3.0 - 2.0 * stands_out);
    share = max(share, SOFTENING * softened * softened);
    o_colour = mix(colour, neighbour, edge ? share : 0.0);
}

// What all parts of a drawn cell share: its place, its spikes, its state. Cells 0..29 are pyramidal.
uniform mat4 u_view_projection;
uniform vec3 u_eye;       // um
uniform vec4 u_depth;     // dot(xyz, place) + w: -1 at the back of the patch, 1 at the front
uniform vec4 u_spike[40]; // how long ago its last four spikes were, ms
uniform vec4 u_cell[40];  // glow of the soma 0..1, emphasis 0..1, highlight 0..1
uniform vec2 u_tonic;     // activity of the two populations, 0..1
uniform vec3 u_rest[2];   // colour at rest and at work, pyramidal cells and interneurons
uniform vec3 u_active[2];
uniform vec3 u_pulse[2];  // of a spike on its way
uniform vec4 u_fog;       // colour, amount at the back
uniform float u_edge;     // where the picture begins to fade towards its border, 0..1 of its half size
uniform vec3 u_travel;    // um a pulse travels in a ms, um of its tail, ms of a terminal's release

int population(float cell)
{
    return cell < 29.5 ? 0 : 1;
}

float tonic(int p)
{
    return p == 0 ? u_tonic.x : u_tonic.y;
}

vec3 matter(float cell)
{
    int p = population(cell);
    float level = clamp(0.8 * tonic(p) + 0.55 * u_cell[int(cell)].x, 0.0, 1.0);
    return mix(u_rest[p], u_active[p], level);
}

// Share of the fog before a place: more behind, before cells that do not matter now, and where a close-up is cut.
float fog_at(vec3 place, float cell)
{
    float back = clamp(0.5 - 0.5 * (dot(u_depth.xyz, place) + u_depth.w), 0.0, 1.0);
    vec4 clip = u_view_projection * vec4(place, 1.0);
    vec2 out_at = abs(clip.xy) / max(clip.w, 1e-3);
    float edge = clamp((max(out_at.x, out_at.y) - u_edge) * 7.0, 0.0, 1.0);
    return mix(mix(0.86, u_fog.a * back, u_cell[int(cell)].y), 1.0, edge);
}

// Ketamine in an NMDA receptor: a small triangle where the share of blocked receptors reaches the place's rank.
#include "circuit_dot.glsl"

uniform vec2 u_blocked; // share, pyramidal cells and interneurons

out vec2 v_place;
out float v_fog;

void main()
{
    float share = population(a_cell) == 0 ? u_blocked.x : u_blocked.y;
    float shown = smoothstep(a_form.y - 0.02, a_form.y + 0.02, share);
    v_place = a_corner;
    v_fog = 0.6 * fog_at(a_position, a_cell);
    gl_Position = placed(max(a_form.x, min(12.0 * u_least, 11.0)) * shown, 12.0);
}

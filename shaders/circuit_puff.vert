// A breath of transmitter round a terminal that was just reached.
#include "circuit_dot.glsl"

uniform vec3 u_puff; // radius at the end as a multiple of the terminal's, strength, share that covers

out vec2 v_place;
flat out vec4 v_colour;

void main()
{
    float since = arrived(), grown = 1.0 - exp(-since / 7.0);
    float strength = since < 60.0 ? u_puff.y * (1.0 - exp(-since / 2.5)) * exp(-since / 9.0) : 0.0;
    strength *= 1.0 - fog_at(a_position, a_cell);
    v_place = a_corner;
    v_colour = vec4(u_active[population(a_cell)] * strength, strength * u_puff.z);
    gl_Position = placed(strength > 0.004 ? a_form.x * mix(1.2, u_puff.x, grown) : 0.0, 2.0);
}

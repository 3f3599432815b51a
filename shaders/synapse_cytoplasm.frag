#include "synapse_surface.glsl"

// Cut through the postsynaptic cell.
void main()
{
    o_colour = through_air(mix(u_body, u_second, smoothstep(-0.40, -1.15, v_uv.y)), 1.0);
}

#include "synapse_surface.glsl"

// The far end of the hollow bouton: lighter where the light falls in.
void main()
{
    vec2 d = (v_uv - vec2(-0.15, 0.55)) * vec2(0.9, 1.4);
    o_colour = through_air(mix(u_second, u_body, smoothstep(1.5, 0.1, length(d))), 1.0);
}

#include "synapse_surface.glsl"

uniform vec4 u_shade; // as in synapse_face.frag

// The face of a membrane where its heads are too small to be told apart: their mean.
void main()
{
    vec3 c = mix(u_body, u_second, 0.105) * surface_light() * (gl_FrontFacing ? 1.0 : 0.62);
    float off = length(v_world.xy - u_shade.xy);
    c *= 1.0 - u_shade.w * (1.0 - smoothstep(0.75 * u_shade.z, 1.15 * u_shade.z, off));
    o_colour = through_air(c, 1.0);
}

// A halo round a deep structure: its surface pushed outwards, densest where it is looked through lengthwise.
#include "brain_vertex.glsl"
#include "brain_light.glsl"

uniform vec4 u_glow;       // mm outwards, strength, share that covers (0 adds light only), exponent
uniform vec2 u_glow_range; // level where it begins, level where it is full

out vec4 v_colour;

void main()
{
    vec3 mm = vertex_mm();
    vec3 n = vertex_normal();
    float level = vertex_level();
    mm += n * u_glow.x;
    float ndv = max(dot(n, normalize(u_eye - mm)), 0.0);
    float strength = pow(ndv, u_glow.w) * smoothstep(u_glow_range.x, u_glow_range.y, level) * u_glow.y;
    v_colour = vec4(engagement_colour(level) * strength, strength * u_glow.z);
    gl_Position = u_view_projection * vec4(mm, 1.0);
}

// Small things as squares that face the viewer.
#include "circuit_cell.glsl"

in vec3 a_position;
in vec2 a_corner; // -1..1
in float a_cell;
in vec2 a_form; // radius, um; path of the terminal's axon, um, or rank of the receptor place, 0..1

uniform vec3 u_right;
uniform vec3 u_up;
uniform vec3 u_toward;
uniform float u_least; // um, least radius of a tube that is still seen

vec4 placed(float radius, float nearer)
{
    vec3 at = a_position + (a_corner.x * u_right + a_corner.y * u_up) * radius + u_toward * nearer;
    return u_view_projection * vec4(at, 1.0);
}

// How long ago the last pulse arrived here, ms; large when none did.
float arrived()
{
    vec4 since = u_spike[int(a_cell)] - a_form.y / u_travel.x;
    since += vec4(lessThan(since, vec4(0.0))) * 1e6;
    return min(min(since.x, since.y), min(since.z, since.w));
}

// Rises at once and fades over the time of a release.
float release(float since)
{
    return (1.0 - exp(-since / 1.2)) * exp(-since / u_travel.z);
}

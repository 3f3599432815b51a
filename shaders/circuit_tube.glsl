// A tube as a ribbon that turns towards the viewer.
#include "circuit_cell.glsl"

in vec3 a_position;
in vec4 a_tangent; // w: which edge of the ribbon, -1 or 1
in vec2 a_form;    // radius, length from the soma, um
in vec2 a_cell;    // cell, part (3: axon)
in vec2 a_shade;   // light that reaches it, share of the halo round it

uniform float u_least; // um, least radius that is still seen

vec3 toward_viewer(vec3 place)
{
    return normalize(u_eye - place);
}

// Unit, across the ribbon; not zero where the tube points at the viewer.
vec3 across(vec3 tangent, vec3 v)
{
    vec3 c = cross(tangent, v);
    return c * inversesqrt(max(dot(c, c), 1e-4));
}

bool is_axon()
{
    return a_cell.y > 2.5;
}

// A molecule or a vesicle: a flat picture that faces the viewer, outlined and lightly shaded.
#include "synapse_light.glsl"

in vec2 a_corner;
in vec4 a_place; // middle and radius
in vec4 a_body;  // colour
in vec4 a_form;  // corners (0 round, 6 hexagon), vesicle 0 or 1, how full, how open

uniform vec3 u_right; // unit axes of the screen
uniform vec3 u_up;

out vec2 v_place;
out vec4 v_body;
out vec4 v_form;
out float v_fog;

void main()
{
    vec3 world = a_place.xyz + a_place.w * (a_corner.x * u_right + a_corner.y * u_up);
    v_place = a_corner;
    v_body = a_body;
    v_form = a_form;
    v_fog = fog_of(a_place.xyz);
    gl_Position = u_view_projection * vec4(world, 1.0);
}

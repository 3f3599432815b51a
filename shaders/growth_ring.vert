// A small ring round a spine's head, facing the viewer.
in vec2 a_corner;   // -1..1
in vec4 a_centre;   // um, and the ring's radius, um
in float a_strength;

uniform mat4 u_view_projection;
uniform vec3 u_right;
uniform vec3 u_up;
uniform vec3 u_toward;
uniform float u_px; // um of one px at the centre

out vec3 v_place; // in radii, and strength
out float v_line; // half width of the line, in radii

void main()
{
    float radius = a_centre.w;
    float line = max(0.075 * radius, 0.95 * u_px);
    float room = radius + line + u_px;
    v_place = vec3(a_corner * room / radius, a_strength);
    v_line = line / radius;
    vec3 um = a_centre.xyz + (u_right * a_corner.x + u_up * a_corner.y) * room + u_toward * 0.35;
    gl_Position = u_view_projection * vec4(um, 1.0);
}

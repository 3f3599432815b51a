#include "circuit_cell.glsl"
#include "circuit_light.glsl"

in vec3 a_position;
in vec3 a_normal;
in float a_cell;
in float a_height; // um along the axis

uniform vec3 u_key;
uniform vec3 u_rim;
uniform vec3 u_up;

out vec3 v_colour;

void main()
{
    vec3 n = normalize(a_normal), v = normalize(u_eye - a_position);
    float facing = max(dot(n, v), 0.0);
    int p = population(a_cell);
    vec4 state = u_cell[int(a_cell)];
    vec3 c = lit(matter(a_cell), vec3(dot(n, u_key), dot(n, u_up), dot(n, u_rim)), facing, 1.0);
    float gloss = max(dot(n, normalize(u_key + v)), 0.0);
    gloss *= gloss;
    gloss *= gloss;
    gloss *= gloss;
    gloss *= gloss;
    c += u_key_colour * (0.16 * gloss);
    // A spike: light from within, strongest where one looks deepest into the body.
    c = mix(c, u_pulse[p], state.x * (0.36 + 0.52 * facing * facing));
    c += u_rim_colour * (state.z * (0.25 + 0.9 * (1.0 - facing)));
    v_colour = mix(c, u_fog.rgb, fog_at(a_position, a_cell));
    gl_Position = u_view_projection * vec4(a_position, 1.0);
}

#include "circuit_dot.glsl"

out vec2 v_place;
out vec3 v_base;
flat out vec4 v_pulse; // colour, how strongly
out float v_fog;

void main()
{
    float light = release(arrived());
    v_place = a_corner;
    v_base = matter(a_cell);
    v_pulse = vec4(u_pulse[population(a_cell)], light);
    v_fog = fog_at(a_position, a_cell);
    gl_Position = placed(max(a_form.x, 1.6 * u_least) * (1.0 + 0.35 * light), 1.0);
}

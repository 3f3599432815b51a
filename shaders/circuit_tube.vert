#include "circuit_tube.glsl"

uniform vec3 u_key;
uniform vec3 u_rim;
uniform vec3 u_up;

out float v_side;
out float v_path;
flat out vec4 v_ages;
flat out vec3 v_pulse;
out vec3 v_across; // against key light, up, rim light
out vec3 v_front;
out vec3 v_base;
out vec3 v_own; // light of its own
out float v_fog;
out float v_shade;

void main()
{
    vec3 t = normalize(a_tangent.xyz), v = toward_viewer(a_position), x = across(t, v);
    vec3 front = normalize(v - t * dot(v, t) + 1e-4 * v);
    float side = sign(a_tangent.w);
    int cell = int(a_cell.x), p = population(a_cell.x);
    v_side = side;
    v_path = a_form.y;
    v_ages = is_axon() ? u_spike[cell] : vec4(1e6);
    v_pulse = u_pulse[p];
    v_across = vec3(dot(x, u_key), dot(x, u_up), dot(x, u_rim));
    v_front = vec3(dot(front, u_key), dot(front, u_up), dot(front, u_rim));
    v_base = matter(a_cell.x);
    vec4 state = u_cell[cell];
    float near = exp(-a_form.y / 30.0) * state.x;
    v_own = is_axon() ? vec3(0.0) : u_pulse[p] * 0.5 * near;
    v_base *= is_axon() ? mix(0.72, 1.0, state.z) : 1.0;
    v_fog = fog_at(a_position, a_cell.x);
    v_shade = a_shade.x;

    vec4 ahead = v_ages * u_travel.x - a_form.y;
    vec4 near4 = vec4(greaterThan(ahead, vec4(0.0))) * exp(-max(ahead, 0.0) / u_travel.y);
    float swell = is_axon() ? min(near4.x + near4.y + near4.z + near4.w, 1.0) : 0.0;
    float radius = max(a_form.x, u_least) * (1.0 + 0.9 * swell) + 0.35 * u_least * state.z;
    gl_Position = u_view_projection * vec4(a_position + x * (side * radius), 1.0);
}

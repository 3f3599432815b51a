// One spine of many: from a thin young one to a grown mushroom, out of the shaft as far as it is there.
in vec4 a_mushroom; // height, radius (um), and of the normal: along the axis, outwards
in vec4 a_thin;
in vec2 a_around;   // cosine, sine
in vec3 a_base;     // um
in vec3 a_axis;     // unit
in vec3 a_side;     // unit, across the axis
in vec4 a_shape;    // factors of length, head and neck; bend at the end, um
in vec4 a_state;    // how far there 0..1, maturity 0..1, extra 0..1, pointed at or picked 0..1

uniform mat4 u_view_projection;

out vec3 v_um;
out vec3 v_normal;
out vec4 v_look; // openness, extra (its foot is common tissue), mark, the head's top

void main()
{
    vec4 profile = mix(a_thin, a_mushroom, a_state.y);
    float head = smoothstep(0.75, 1.1, profile.x), foot = 1.0 - smoothstep(0.0, 0.35, profile.x);
    float there = a_state.x;
    float width = mix(mix(a_shape.z, 1.0, foot), a_shape.y, head) * mix(there, sqrt(there), 0.5);
    width *= 1.0 + 0.35 * a_state.z * (1.0 - a_state.y); // thin ones that are marked must be seen
    // No head is quite round.
    width *= 1.0 + head * (0.35 * a_shape.w + 0.10) * (2.0 * a_around.x * a_around.x - 1.0);
    float height = profile.x * (profile.x > 0.0 ? a_shape.x * there : 1.0);
    float radius = profile.y * width;
    float end = profile.x / 1.75;
    vec3 other = cross(a_axis, a_side);
    vec3 outward = a_side * a_around.x + other * a_around.y;
    float bend = a_shape.w * there;
    vec3 axis = normalize(a_axis + a_side * (1.14 * bend * max(end, 0.0)));
    outward = normalize(outward - axis * dot(outward, axis));
    v_um = a_base + a_axis * height + a_side * (bend * end * end) + outward * radius;
    v_normal = axis * profile.z + outward * profile.w;
    float open = mix(0.80, 1.0, smoothstep(0.0, 0.5, profile.x));
    // The underside of a head shades its neck.
    open *= mix(1.0, 0.50, head * smoothstep(0.15, 0.9, -profile.z));
    v_look = vec4(open, a_state.z * smoothstep(0.1, 0.5, profile.x), a_state.w, smoothstep(0.55, 0.95, profile.z) * head * a_state.y);
    gl_Position = u_view_projection * vec4(v_um, 1.0);
}

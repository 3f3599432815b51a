// Light of the magnification synapse: one soft lamp fixed to the viewer, flat colours, air that thickens with depth.
uniform mat4 u_view_projection;
uniform vec3 u_eye;
uniform vec3 u_key;  // unit, towards the lamp
uniform vec4 u_fog;  // colour of the air, and how thick it is at most
uniform vec2 u_air;  // distance from the eye where it begins, where it is full

float fog_of(vec3 p)
{
    return u_fog.a * smoothstep(u_air.x, u_air.y, distance(p, u_eye));
}

// Wrapped round the form, so that nothing is black.
float lamp(vec3 n)
{
    return 0.5 + 0.5 * dot(n, u_key);
}

// One triangle that covers the viewport, made from the vertex number alone.
out vec2 v_uv;

void surface_place()
{
    vec2 corner = vec2(float((gl_VertexID & 1) << 2), float((gl_VertexID & 2) << 1));
    v_uv = 0.5 * corner;
    gl_Position = vec4(corner - 1.0, 0.0, 1.0);
}

in vec2 a_corner;

uniform vec2 u_size; // of the disc, of the half

out vec2 v_place;

void main()
{
    v_place = a_corner;
    gl_Position = vec4(a_corner * u_size, 0.0, 1.0);
}

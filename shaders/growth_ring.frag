uniform vec3 u_extra;
uniform vec2 u_fade;

in vec3 v_place;
in float v_line;

out vec4 o_colour;

void main()
{
    float r = length(v_place.xy);
    float soft = fwidth(r);
    float on = 1.0 - smoothstep(v_line - soft, v_line + soft, abs(r - 1.0));
    o_colour = vec4(u_extra, 1.0) * (on * v_place.z);
}

// The stage: a faint lift behind the brain, and light that the brain itself sheds on the air around it.
uniform vec3 u_stage;
uniform vec3 u_lift;
uniform vec4 u_centre; // of the brain, -1..1 with y up, and half width and half height of the lift
uniform vec4 u_halo;   // colour of the shed light, and its strength

in vec2 v_place;

out vec4 o_colour;

// Noise below one step of 8 bits, so that the faint gradient shows no rings.
float grain(vec2 p)
{
    return fract(52.9829189 * fract(dot(p, vec2(0.06711056, 0.00583715)))) - 0.5;
}

void main()
{
    vec2 d = (v_place - u_centre.xy) / u_centre.zw;
    float r2 = dot(d, d);
    float fall = 1.0 / (1.0 + 0.55 * r2);
    fall *= fall;
    // Nothing is left of it at the half's edges, where the plain stage goes on.
    vec2 p2 = v_place * v_place;
    fall *= (1.0 - p2.x * p2.x) * (1.0 - p2.y * p2.y);
    vec3 c = mix(u_stage, u_lift, fall) + u_halo.rgb * (u_halo.a * fall * fall);
    o_colour = vec4(c + grain(gl_FragCoord.xy) / 255.0, 1.0);
}

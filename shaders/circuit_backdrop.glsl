// The stage behind the cells, and the glutamate level as a soft light in the tissue: a few wide pools.
uniform vec3 u_stage;
uniform vec3 u_lift;
uniform vec4 u_centre;  // of the lift, -1..1 of the half with y up, and its half width and half height
uniform vec4 u_pool[3]; // the same of the pools of light
uniform vec4 u_haze;    // colour of the light, strength
uniform vec4 u_frame;   // of the patch in the half: left, bottom, right, top

vec3 backdrop(vec2 place)
{
    vec2 d = (place - u_centre.xy) / u_centre.zw;
    vec3 c = mix(u_stage, u_lift, exp(-1.1 * dot(d, d)));
    float haze = 0.0;
    for (int i = 0; i < 3; i++) {
        vec2 p = (place - u_pool[i].xy) / u_pool[i].zw;
        haze += exp(-1.4 * dot(p, p));
    }
    // It ends softly where the picture of the cells does.
    vec2 inner = smoothstep(vec2(-0.04), vec2(0.22), min(place - u_frame.xy, u_frame.zw - place));
    return mix(c, u_haze.rgb, u_haze.a * inner.x * inner.y * (1.0 - exp(-haze)));
}

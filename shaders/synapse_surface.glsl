// What every surface of the scenery gets: its colours, and at last the air before it. Each kind of matter has a shader of
// its own, because a software rasteriser pays for every branch.
uniform vec3 u_key;
uniform vec4 u_fog;
uniform vec4 u_ink;     // colour of outlines, and their strength
uniform vec3 u_body;    // colour
uniform vec3 u_second;  // what it is mixed with: heads of the lipids, depth of the hollow
uniform float u_detail; // 0..1, fine pattern

in vec3 v_world;
in vec3 v_normal;
in vec2 v_uv;
in float v_fog;

out vec4 o_colour;

float surface_light()
{
    return 0.70 + 0.38 * (0.5 + 0.5 * dot(normalize(v_normal), u_key));
}

// Premultiplied.
vec4 through_air(vec3 c, float alpha)
{
    return vec4(mix(c, u_fog.rgb, v_fog), 1.0) * alpha;
}

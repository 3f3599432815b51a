// A vertex of the brain asset (src/base/brain_format.h): MNI millimetres, unit normal, engagement of its regions.
in vec3 a_position; // 1/256 mm from -128 mm
in vec2 a_normal;   // octahedral, -127..127
in vec2 a_shade;    // openness (0 hidden .. 1 open sky), sulcal depth (0 crown .. 1 fundus)
in vec3 a_node;     // 255 for none
in vec2 a_weight;   // of the first two nodes
in float a_tissue;  // 0 cortex, 1 cerebellum, 2 stem, 3 deep

uniform mat4 u_view_projection;
uniform vec3 u_eye;       // mm
uniform float u_level[48]; // engagement of the 47 nodes, the last is 0
uniform vec4 u_mark;      // nodes of the region pointed at (xy) and picked (zw), -1 for none

vec3 vertex_mm()
{
    return a_position * (1.0 / 256.0) - 128.0;
}

vec3 vertex_normal()
{
    vec2 p = a_normal * (1.0 / 127.0);
    vec3 n = vec3(p, 1.0 - abs(p.x) - abs(p.y));
    float fold = max(-n.z, 0.0);
    n.x += n.x >= 0.0 ? -fold : fold;
    n.y += n.y >= 0.0 ? -fold : fold;
    return normalize(n);
}

float level_of(float node)
{
    return u_level[min(int(node), 47)];
}

vec3 vertex_weights()
{
    return vec3(a_weight, max(1.0 - a_weight.x - a_weight.y, 0.0));
}

// Softly blended over the regions' borders by the weights of the atlas.
float vertex_level()
{
    return dot(vertex_weights(), vec3(level_of(a_node.x), level_of(a_node.y), level_of(a_node.z)));
}

// Share of the vertex that belongs to the region pointed at (x) and picked (y).
vec2 vertex_mark()
{
    vec3 w = vertex_weights();
    vec3 hovered = vec3(equal(a_node, vec3(u_mark.x))) + vec3(equal(a_node, vec3(u_mark.y)));
    vec3 picked = vec3(equal(a_node, vec3(u_mark.z))) + vec3(equal(a_node, vec3(u_mark.w)));
    return vec2(dot(w, min(hovered, 1.0)), dot(w, min(picked, 1.0)));
}

// A part of a machine: a slab that faces the viewer, hinged at its origin, drawn many times.
#include "synapse_light.glsl"

in vec3 a_position;
in vec3 a_normal;
in vec2 a_matter; // ink, darkening
in vec4 a_place;  // of the machine's middle on its membrane, and its width
in vec4 a_pose;   // shift aside and up in widths, turn (radians, counter-clockwise), mirror (1 or -1)
in vec4 a_body;   // colour, and how much of the air is before it
in vec4 a_mark;   // 1 hangs from the ceiling, glow, picked, light rim

uniform vec2 u_turn; // cosine and sine of the machines' turn to the viewer
uniform vec4 u_ink;  // colour of outlines, and their strength
uniform vec3 u_rim;  // colour of the outline round what plugs
uniform vec4 u_glow; // colour that a glowing part takes, and its strength

out vec4 v_colour;

void main()
{
    float c = cos(a_pose.z), s = sin(a_pose.z);
    vec2 turned = vec2(c * a_position.x - s * a_position.z, s * a_position.x + c * a_position.z) + a_pose.xy;
    vec2 leaning = vec2(c * a_normal.x - s * a_normal.z, s * a_normal.x + c * a_normal.z);
    // Mirrored slabs keep their front: only what lies across the view changes its sign.
    vec3 p = vec3(turned.x * a_pose.w, a_position.y, turned.y);
    vec3 n = vec3(leaning.x * a_pose.w, a_normal.y, leaning.y);
    float hangs = a_mark.x;
    p.xz *= hangs > 0.5 ? -1.0 : 1.0;
    n.xz *= hangs > 0.5 ? -1.0 : 1.0;
    p *= a_place.w;
    vec3 world = a_place.xyz + vec3(u_turn.x * p.x - u_turn.y * p.y, u_turn.y * p.x + u_turn.x * p.y, p.z);
    n = vec3(u_turn.x * n.x - u_turn.y * n.y, u_turn.y * n.x + u_turn.x * n.y, n.z);
    vec3 body = mix(a_body.rgb, u_glow.rgb, a_mark.y * u_glow.a);
    vec3 lit = body * (0.62 + 0.46 * lamp(n)) * (1.0 - a_matter.y);
    lit = mix(lit, vec3(1.0), 0.10 * a_mark.z);
    vec3 line = mix(mix(u_ink.rgb, u_rim, a_mark.w), vec3(1.0), 0.85 * a_mark.z);
    vec3 outlined = mix(lit, line, a_matter.x * u_ink.a);
    v_colour = vec4(mix(outlined, u_fog.rgb, fog_of(world) * a_body.a), 1.0);
    gl_Position = u_view_projection * vec4(world, 1.0);
}

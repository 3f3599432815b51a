#include "scene/brain/brain_draw3d.h"

#include "scene/brain/brain_light.h"
#include "scene/brain/brain_plan.h"
#include "scene/brain/brain_scene.h"

#include <math.h>
#include <string.h>

enum { UNIFORMS_MAX = 32 };

// The uniforms of one half, collected once and given to every draw.
typedef struct half_uniforms {
    gfx_uniform list[UNIFORMS_MAX];
    int count;
    float stops[THEME_ENGAGEMENT_STOPS][3];
    float marks[4];
    camera camera;
    lamps lamps;
} half_uniforms;

static void add(half_uniforms *u, const char *name, gfx_uniform_kind kind, int count, const float *values)
{
    u->list[u->count++] = (gfx_uniform){.name = name, .kind = kind, .count = count, .values = values};
}

static void mark(float out[2], bool any, atlas_region_id region)
{
    out[0] = any ? (float)atlas_node_of(region, ATLAS_LEFT) : -1.0f;
    out[1] = any ? (float)atlas_node_of(region, ATLAS_RIGHT) : -1.0f;
}

static void collect(half_uniforms *u, const brain *b, const scene_frame *f, side s, const brain_light *light)
{
    atlas_region_id picked = ATLAS_DRN, hovered = ATLAS_DRN;
    bool any_hovered = brain_hovered(f, &hovered), any_picked = brain_picked(f, &picked);
    mark(u->marks, any_hovered, hovered);
    mark(u->marks + 2, any_picked, picked);
    const colour *stops = theme_engagement_stops();
    for (int i = 0; i < THEME_ENGAGEMENT_STOPS; i++) {
        u->stops[i][0] = stops[i].r;
        u->stops[i][1] = stops[i].g;
        u->stops[i][2] = stops[i].b;
    }
    u->lamps = brain_lamps_of(&u->camera);
    add(u, "u_view_projection", GFX_MAT4, 1, u->camera.view_projection);
    add(u, "u_eye", GFX_VEC3, 1, u->camera.eye_mm);
    add(u, "u_level", GFX_FLOAT, ATLAS_NODES + 1, b->level[s]);
    add(u, "u_mark", GFX_VEC4, 1, u->marks);
    add(u, "u_stop", GFX_VEC3, THEME_ENGAGEMENT_STOPS, u->stops[0]);
    add(u, "u_key", GFX_VEC3, 1, u->lamps.key);
    add(u, "u_rim", GFX_VEC3, 1, u->lamps.rim);
    add(u, "u_up", GFX_VEC3, 1, u->lamps.up);
    add(u, "u_cortex", GFX_VEC3, 1, light->cortex);
    add(u, "u_sulcus", GFX_VEC3, 1, light->sulcus);
    add(u, "u_cerebellum", GFX_VEC3, 1, light->cerebellum);
    add(u, "u_stem", GFX_VEC3, 1, light->stem);
    add(u, "u_key_colour", GFX_VEC3, 1, light->key);
    add(u, "u_sky", GFX_VEC3, 1, light->sky);
    add(u, "u_ground", GFX_VEC3, 1, light->ground);
    add(u, "u_rim_colour", GFX_VEC3, 1, light->rim);
    add(u, "u_solid", GFX_VEC4, 1, light->solid);
    add(u, "u_glass", GFX_VEC4, 1, light->glass);
    add(u, "u_edge", GFX_VEC4, 1, light->edge);
    add(u, "u_edge_shape", GFX_VEC4, 1, light->edge_shape);
    add(u, "u_engaged", GFX_VEC4, 1, light->engaged);
    add(u, "u_highlight", GFX_VEC3, 1, light->highlight);
    add(u, "u_deep", GFX_VEC4, 1, light->deep);
    add(u, "u_deep_rest", GFX_VEC3, 1, light->deep_rest);
    add(u, "u_deep_edge", GFX_VEC3, 1, light->deep_edge);
}

static gfx_draw_def draw_of(const brain *b, brain_shader shader, const gfx_mesh *mesh, const half_uniforms *u)
{
    gfx_draw_def d = gfx_draw_default(b->shaders[shader], mesh);
    d.uniforms = u->list;
    d.uniform_count = u->count;
    return d;
}

static void draw_opaque(const brain *b, brain_shader shader, const gfx_mesh *mesh, const half_uniforms *u)
{
    gfx_draw_def d = draw_of(b, shader, mesh, u);
    gfx_draw(b->gfx, &d);
}

static float most_engaged_deep(const float level[ATLAS_NODES + 1])
{
    float most = 0.0f;
    for (int n = 0; n < ATLAS_NODES; n++)
        if (atlas_region_get(atlas_node_get(n)->region)->deep)
            most = fmaxf(most, level[n]);
    return most;
}

// Light round deep structures; nothing when none is engaged enough to shed any.
static void draw_glow(const brain *b, side s, const gfx_mesh *mesh, const half_uniforms *u,
                      const float shape[6], gfx_depth depth)
{
    if (most_engaged_deep(b->level[s]) <= shape[4])
        return;
    half_uniforms own = *u;
    add(&own, "u_glow", GFX_VEC4, 1, shape);
    add(&own, "u_glow_range", GFX_VEC2, 1, shape + 4);
    gfx_draw_def d = draw_of(b, BRAIN_SHADER_GLOW, mesh, &own);
    d.blend = GFX_BLEND;
    d.depth = depth;
    d.depth_write = false;
    gfx_draw(b->gfx, &d);
}

// Clear glass: what lies deep first, then only the nearest layer of the surface, found by a depth prepass.
static void draw_glass(const brain *b, side s, const half_uniforms *u, const brain_light *light, int lod,
                       double zoom)
{
    // The deep bodies are smooth: coarser meshes are fine enough but for still close-ups.
    int deep_lod = lod > 0 ? BRAIN_LODS - 1 : zoom > 2.0 ? 0 : 1;
    draw_opaque(b, BRAIN_SHADER_DEEP, b->deep[deep_lod][ATLAS_MIDLINE], u);
    draw_glow(b, s, b->deep[BRAIN_LODS - 1][ATLAS_MIDLINE], u, light->glow, GFX_DEPTH_LEQUAL);
    draw_glow(b, s, b->deep[deep_lod][ATLAS_MIDLINE], u, light->spark, GFX_DEPTH_OFF);
    gfx_draw_def depth = draw_of(b, BRAIN_SHADER_DEPTH, b->hull[lod], u);
    depth.colour_write = false;
    gfx_draw(b->gfx, &depth);
    if (lod == 0)
        gfx_relieve(b->gfx);
    gfx_draw_def glass = draw_of(b, BRAIN_SHADER_GLASS, b->hull[lod], u);
    glass.depth = GFX_DEPTH_LEQUAL;
    glass.depth_write = false;
    glass.blend = GFX_BLEND;
    gfx_draw(b->gfx, &glass);
}

// The glimmer of deep centres through solid cortex, fainter where the cortex has a colour of its own to show.
static void draw_shine(const brain *b, side s, const gfx_mesh *mesh, const half_uniforms *u,
                       const brain_light *light)
{
    float shape[6];
    memcpy(shape, light->shine, sizeof shape);
    shape[1] *= 1.0f - 0.8f * b->cover[s];
    draw_glow(b, s, mesh, u, shape, GFX_DEPTH_OFF);
}

// Solid cortex; the deep centres glimmer through it.
static void draw_solid(const brain *b, side s, const half_uniforms *u, const brain_light *light, int lod)
{
    draw_opaque(b, BRAIN_SHADER_SOLID, b->hull[lod], u);
    draw_shine(b, s, b->deep[BRAIN_LODS - 1][ATLAS_MIDLINE], u, light);
}

// One hemisphere seen on its medial wall, with the stem and the structures of that side and the midline.
static void draw_inside(const brain *b, side s, const half_uniforms *u, const brain_light *light, int lod,
                        atlas_hemisphere h)
{
    draw_opaque(b, BRAIN_SHADER_SOLID, b->hemisphere[lod][h], u);
    half_uniforms stem = *u;
    for (int i = 0; i < stem.count; i++)
        if (strcmp(stem.list[i].name, "u_level") == 0)
            stem.list[i].values = b->stem_level[s];
    draw_opaque(b, BRAIN_SHADER_SOLID, b->stem[lod], &stem);
    draw_shine(b, s, b->deep[BRAIN_LODS - 1][h], u, light);
}

// Mean level of the cortex: how much light a half sheds around it.
static float mean_level(const brain *b, side s)
{
    float sum = 0.0f;
    for (int n = 0; n < ATLAS_NODES; n++)
        sum += fminf(b->level[s][n], 1.0f);
    return sum / ATLAS_NODES;
}

static void draw_stage(const brain *b, const scene_frame *f, side s, const camera *c,
                       const brain_light *light)
{
    const theme *t = f->theme;
    const rect *r = &c->frame;
    float mean = mean_level(b, s);
    colour halo = theme_engagement(0.5f);
    // The lift is round on the screen, as wide as the brain at zoom 1.
    float radius = 1.25f * BRAIN_RADIUS_MM * c->px_per_mm / (float)f->view->camera.zoom;
    const float stage[3] = {t->stage.r, t->stage.g, t->stage.b};
    const float lift[3] = {t->stage_lift.r, t->stage_lift.g, t->stage_lift.b};
    const float centre[4] = {2.0f * (c->centre_px[0] - r->x) / fmaxf(r->w, 1.0f) - 1.0f,
                             1.0f - 2.0f * (c->centre_px[1] - r->y) / fmaxf(r->h, 1.0f),
                             2.0f * radius / fmaxf(r->w, 1.0f), 2.0f * radius / fmaxf(r->h, 1.0f)};
    const float shed[4] = {halo.r, halo.g, halo.b, light->halo * fmaxf(mean - 0.25f, 0.0f) / 0.75f};
    const gfx_uniform uniforms[] = {{"u_stage", GFX_VEC3, 1, stage},
                                    {"u_lift", GFX_VEC3, 1, lift},
                                    {"u_centre", GFX_VEC4, 1, centre},
                                    {"u_halo", GFX_VEC4, 1, shed}};
    gfx_draw_def d = gfx_draw_default(b->shaders[BRAIN_SHADER_STAGE], b->stage);
    d.depth = GFX_DEPTH_OFF;
    d.depth_write = false;
    d.uniforms = uniforms;
    d.uniform_count = 4;
    gfx_draw(b->gfx, &d);
}

void brain_draw3d(const void *scene, const scene_frame *f, float scale)
{
    const brain *b = scene;
    const brain_light *light = brain_light_of(f->theme);
    int lod = f->quality.lod < 0 ? 0 : f->quality.lod >= BRAIN_LODS ? BRAIN_LODS - 1 : f->quality.lod;
    gfx_viewport(b->gfx, (rect){0.0f, 0.0f, roundf(f->stage.w * scale), roundf(f->stage.h * scale)});
    gfx_clear(b->gfx, f->theme->stage);
    for (int i = 0; i < SIDE_COUNT; i++) {
        side s = (side)i;
        if (f->half[s].w < 1.0f || f->half[s].h < 1.0f)
            continue;
        half_uniforms u = {.count = 0, .camera = brain_camera(f, s, scale, f->quality.jitter)};
        collect(&u, b, f, s, light);
        gfx_viewport(b->gfx, u.camera.frame);
        draw_stage(b, f, s, &u.camera, light);
        if (f->view->look == VIEW_SOLID)
            draw_solid(b, s, &u, light, lod);
        else if (f->view->look == VIEW_INSIDE)
            draw_inside(b, s, &u, light, lod, brain_inside_hemisphere(f->view));
        else
            draw_glass(b, s, &u, light, lod, f->view->camera.zoom);
        if (lod == 0) // the finest meshes, at rest
            gfx_relieve(b->gfx);
    }
}

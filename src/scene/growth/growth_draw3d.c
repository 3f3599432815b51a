#include "scene/growth/growth_draw3d.h"

#include "scene/growth/growth_light.h"
#include "scene/growth/growth_plan.h"
#include "scene/growth/growth_scene.h"
#include "scene/growth/growth_spine.h"

#include <math.h>
#include <string.h>

enum { UNIFORMS_MAX = 32 };

// The uniforms of one half, collected once and given to every draw.
typedef struct half_uniforms {
    gfx_uniform list[UNIFORMS_MAX];
    int count;
    camera camera;
    lamps lamps;
    float stage[3], extra[3], fade[2], fibre_fade[2], px;
    float shaft_lit, fibre_lit;
} half_uniforms;

// What one spine is drawn with; see growth_spine.vert.
typedef struct spine_instance {
    float base[3], axis[3], side[3];
    float shape[4], state[4];
} spine_instance;

typedef struct ring_instance {
    float centre[4]; // um, and the radius
    float strength;
} ring_instance;

static void add(half_uniforms *u, const char *name, gfx_uniform_kind kind, const float *values)
{
    u->list[u->count++] = (gfx_uniform){.name = name, .kind = kind, .count = 1, .values = values};
}

static float lit(const scene_frame *f, growth_part part, int site)
{
    int which = -1;
    float sum = 0.0f;
    if (growth_part_of(f->view->pick, &which) == part && (part != GROWTH_PART_SPINE || which == site))
        sum += 1.0f;
    if (f->hovered && growth_part_of(f->hovered, &which) == part &&
        (part != GROWTH_PART_SPINE || which == site))
        sum += 0.6f;
    return fminf(sum, 1.0f);
}

static void collect(half_uniforms *u, const scene_frame *f, const growth_light *light)
{
    const theme *t = f->theme;
    u->lamps = growth_lamps_of(&u->camera);
    u->stage[0] = t->stage.r, u->stage[1] = t->stage.g, u->stage[2] = t->stage.b;
    u->extra[0] = t->growth.r, u->extra[1] = t->growth.g, u->extra[2] = t->growth.b;
    u->fade[0] = GROWTH_FADE_FROM_UM, u->fade[1] = GROWTH_FADE_TO_UM;
    u->fibre_fade[0] = GROWTH_FIBRE_FADE_FROM_UM, u->fibre_fade[1] = GROWTH_FIBRE_FADE_TO_UM;
    u->px = 1.0f / u->camera.px_per_mm;
    u->shaft_lit = lit(f, GROWTH_PART_SHAFT, -1);
    u->fibre_lit = lit(f, GROWTH_PART_BOUTON, -1);
    add(u, "u_view_projection", GFX_MAT4, u->camera.view_projection);
    add(u, "u_eye", GFX_VEC3, u->camera.eye_mm);
    add(u, "u_right", GFX_VEC3, u->camera.right);
    add(u, "u_toward", GFX_VEC3, u->camera.toward);
    add(u, "u_key", GFX_VEC3, u->lamps.key);
    add(u, "u_rim", GFX_VEC3, u->lamps.rim);
    add(u, "u_up", GFX_VEC3, u->lamps.up);
    add(u, "u_key_colour", GFX_VEC3, light->key);
    add(u, "u_sky", GFX_VEC3, light->sky);
    add(u, "u_ground", GFX_VEC3, light->ground);
    add(u, "u_rim_colour", GFX_VEC3, light->rim);
    add(u, "u_shade", GFX_VEC3, light->shade);
    add(u, "u_matter", GFX_VEC4, light->matter);
    add(u, "u_stage", GFX_VEC3, u->stage);
    add(u, "u_tissue", GFX_VEC3, light->tissue);
    add(u, "u_head", GFX_VEC3, light->head);
    add(u, "u_extra", GFX_VEC3, u->extra);
    add(u, "u_own", GFX_FLOAT, &light->own);
    add(u, "u_fade", GFX_VEC2, u->fade);
    add(u, "u_fibre", GFX_VEC4, light->fibre);
    add(u, "u_fibre_edge", GFX_VEC4, light->fibre_edge);
    add(u, "u_fibre_fade", GFX_VEC2, u->fibre_fade);
    add(u, "u_px", GFX_FLOAT, &u->px);
}

static gfx_draw_def draw_of(const growth *g, growth_shader shader, const gfx_mesh *mesh,
                            const half_uniforms *u)
{
    gfx_draw_def d = gfx_draw_default(g->shaders[shader], mesh);
    d.uniforms = u->list;
    d.uniform_count = u->count;
    return d;
}

static void draw_shaft(const growth *g, const half_uniforms *u, int lod)
{
    half_uniforms own = *u;
    add(&own, "u_lit", GFX_FLOAT, &u->shaft_lit);
    gfx_draw_def d = draw_of(g, GROWTH_SHADER_SHAFT, g->shaft[lod], &own);
    d.blend = GFX_BLEND; // the ends fade into the stage
    gfx_draw(g->gfx, &d);
}

static void draw_fibres(const growth *g, const half_uniforms *u, int lod)
{
    half_uniforms own = *u;
    add(&own, "u_lit", GFX_FLOAT, &u->fibre_lit);
    gfx_draw_def d = draw_of(g, GROWTH_SHADER_FIBRE, g->fibre[lod], &own);
    d.blend = GFX_BLEND;
    d.depth_write = false;
    gfx_draw(g->gfx, &d);
}

static void draw_spines(const growth *g, const scene_frame *f, side s, const half_uniforms *u, int lod)
{
    spine_instance list[GROWTH_SITES];
    size_t count = 0;
    for (int i = 0; i < GROWTH_SITES; i++) {
        const growth_spine *x = &g->state.half[s].shown[i];
        const growth_place *p = &g->tissue.place[i];
        if (x->there <= 0.0f)
            continue;
        spine_instance *out = &list[count++];
        growth_shape shape = growth_shape_of(x->shape);
        *out = (spine_instance){.shape = {shape.length, shape.head, shape.neck, shape.bend},
                                .state = {x->there, x->maturity, x->extra, lit(f, GROWTH_PART_SPINE, i)}};
        memcpy(out->base, p->base, sizeof out->base);
        memcpy(out->axis, p->axis, sizeof out->axis);
        memcpy(out->side, p->side, sizeof out->side);
    }
    gfx_instances instances = {
        .data = list,
        .count = count,
        .bytes = sizeof list[0],
        .attributes = {{"a_base", GFX_F32, 3, false, offsetof(spine_instance, base)},
                       {"a_axis", GFX_F32, 3, false, offsetof(spine_instance, axis)},
                       {"a_side", GFX_F32, 3, false, offsetof(spine_instance, side)},
                       {"a_shape", GFX_F32, 4, false, offsetof(spine_instance, shape)},
                       {"a_state", GFX_F32, 4, false, offsetof(spine_instance, state)}},
        .attribute_count = 5};
    gfx_draw_def d = draw_of(g, GROWTH_SHADER_SPINE, g->spine[lod], u);
    d.instances = &instances;
    d.blend = GFX_BLEND;
    gfx_draw(g->gfx, &d);
}

static void draw_rings(const growth *g, side s, const half_uniforms *u)
{
    ring_instance list[GROWTH_SITES];
    size_t count = 0;
    for (int i = 0; i < GROWTH_SITES; i++) {
        const growth_spine *x = &g->state.half[s].shown[i];
        if (x->ring * x->there <= 0.01f)
            continue;
        ring_instance *out = &list[count++];
        growth_head(&g->tissue.place[i], x->shape, x->there, x->maturity, out->centre);
        out->centre[3] = 0.86f;
        out->strength = x->ring * x->there;
    }
    gfx_instances instances = {
        .data = list,
        .count = count,
        .bytes = sizeof list[0],
        .attributes = {{"a_centre", GFX_F32, 4, false, offsetof(ring_instance, centre)},
                       {"a_strength", GFX_F32, 1, false, offsetof(ring_instance, strength)}},
        .attribute_count = 2};
    gfx_draw_def d = draw_of(g, GROWTH_SHADER_RING, g->ring, u);
    d.instances = &instances;
    d.blend = GFX_BLEND;
    d.depth_write = false;
    d.cull = GFX_CULL_NONE;
    gfx_draw(g->gfx, &d);
}

static void draw_stage(const growth *g, const scene_frame *f, const camera *c)
{
    const theme *t = f->theme;
    const rect *r = &c->frame;
    float stage[3] = {t->stage.r, t->stage.g, t->stage.b};
    float lift[3] = {t->stage_lift.r, t->stage_lift.g, t->stage_lift.b};
    float centre[4] = {2.0f * (c->centre_px[0] - r->x) / r->w - 1.0f,
                       1.0f - 2.0f * (c->centre_px[1] - r->y) / r->h, 1.1f, 0.9f};
    float halo[4] = {0.0f};
    gfx_uniform u[] = {{"u_stage", GFX_VEC3, 1, stage},
                       {"u_lift", GFX_VEC3, 1, lift},
                       {"u_centre", GFX_VEC4, 1, centre},
                       {"u_halo", GFX_VEC4, 1, halo}};
    gfx_draw_def d = gfx_draw_default(g->shaders[GROWTH_SHADER_STAGE], g->stage);
    d.uniforms = u;
    d.uniform_count = sizeof u / sizeof u[0];
    d.depth = GFX_DEPTH_OFF;
    d.depth_write = false;
    d.cull = GFX_CULL_NONE;
    gfx_draw(g->gfx, &d);
}

void growth_draw3d(const void *scene, const scene_frame *f, float scale)
{
    const growth *g = scene;
    const growth_light *light = growth_light_of(f->theme);
    int lod = f->quality.lod < GROWTH_LODS ? f->quality.lod : GROWTH_LODS - 1;
    gfx_viewport(g->gfx, (rect){0.0f, 0.0f, roundf(f->stage.w * scale), roundf(f->stage.h * scale)});
    gfx_clear(g->gfx, f->theme->stage);
    for (int i = 0; i < SIDE_COUNT; i++) {
        side s = (side)i;
        if (f->half[s].w < 1.0f || f->half[s].h < 1.0f)
            continue;
        half_uniforms u = {.count = 0, .camera = growth_camera(g, f, s, scale, f->quality.jitter)};
        collect(&u, f, light);
        gfx_viewport(g->gfx, u.camera.frame);
        draw_stage(g, f, &u.camera);
        draw_shaft(g, &u, lod);
        draw_spines(g, f, s, &u, lod);
        draw_fibres(g, &u, lod);
        draw_rings(g, s, &u);
    }
}

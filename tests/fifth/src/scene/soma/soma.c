#include "scene/soma/soma.h"

#include "base/fnv.h"
#include "scene/kit/badges.h"
#include "scene/kit/saying.h"
#include "scene/kit/type.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char part[] = "soma"; // the one thing that can be picked

// What is drawn follows from these.
typedef struct looks {
    float level[SIDE_COUNT]; // 0..1
    int stain;
} looks;

typedef struct soma {
    gfx *gfx;
    gfx_shader *disc;
    gfx_mesh *square;
    looks looks;
} soma;

static void destroy(void *scene)
{
    soma *s = scene;
    if (!s)
        return;
    gfx_mesh_destroy(s->gfx, s->square);
    gfx_shader_destroy(s->gfx, s->disc);
    free(s);
}

static void *create(const scene_def *def, error *e)
{
    static const float corners[] = {-1.0f, -1.0f, 1.0f, -1.0f, 1.0f, 1.0f, -1.0f, 1.0f};
    static const uint32_t indices[] = {0, 1, 2, 0, 2, 3};
    const gfx_mesh_def square = {.label = "soma.square",
                                 .vertices = corners,
                                 .vertex_count = 4,
                                 .vertex_bytes = 2 * sizeof(float),
                                 .attributes = {{"a_corner", GFX_F32, 2, false, 0}},
                                 .attribute_count = 1,
                                 .indices = indices,
                                 .index_count = 6};
    soma *s = calloc(1, sizeof *s);
    if (!s) {
        error_set_memory(e, "the cell bodies");
        return NULL;
    }
    s->gfx = def->gfx;
    s->disc = gfx_shader_create(s->gfx, "soma_disc", e);
    s->square = s->disc ? gfx_mesh_create(s->gfx, &square, e) : NULL;
    if (!s->square) {
        destroy(s);
        return NULL;
    }
    return s;
}

static float level_of(const view_state *v, const treatment *t, side s)
{
    treatment_levels at = treatment_at(t, view_moment_min(v, s));
    return (float)fmin(s == SIDE_SSRI ? at.ssri_occupancy : at.ketamine_uM / 2.0, 1.0);
}

static void set(void *scene, const view_state *v, const treatment *t)
{
    soma *s = scene;
    for (int i = 0; i < SIDE_COUNT; i++)
        s->looks.level[i] = level_of(v, t, (side)i);
    s->looks.stain = v->stain;
}

static uint64_t fingerprint(const void *scene)
{
    const soma *s = scene;
    return fnv1a64(FNV1A64_START, &s->looks, sizeof s->looks);
}

static float radius_px(const scene_frame *f, side s)
{
    return 0.32f * fminf(f->half[s].w, f->half[s].h) * (float)f->view->camera.zoom;
}

static void draw_deep(const void *scene, const scene_frame *f, float scale)
{
    const soma *y = scene;
    gfx_viewport(y->gfx, (rect){0.0f, 0.0f, roundf(f->stage.w * scale), roundf(f->stage.h * scale)});
    gfx_clear(y->gfx, f->theme->stage);
    for (int i = 0; i < SIDE_COUNT; i++) {
        rect h = f->half[i];
        if (h.w < 1.0f || h.h < 1.0f)
            continue;
        gfx_viewport(
            y->gfx, (rect){(h.x - f->stage.x) * scale, (h.y - f->stage.y) * scale, h.w * scale, h.h * scale});
        colour c = colour_mix(f->theme->quiet_ink, f->theme->side[i], y->looks.level[i]);
        float body[4] = {c.r, c.g, c.b, 0.3f * (float)y->looks.stain};
        float size[2] = {2.0f * radius_px(f, (side)i) / h.w, 2.0f * radius_px(f, (side)i) / h.h};
        const gfx_uniform u[] = {{"u_body", GFX_VEC4, 1, body}, {"u_size", GFX_VEC2, 1, size}};
        gfx_draw_def d = gfx_draw_default(y->disc, y->square);
        d.uniforms = u;
        d.uniform_count = 2;
        d.depth = GFX_DEPTH_OFF;
        d.depth_write = false;
        d.blend = GFX_BLEND;
        d.cull = GFX_CULL_NONE;
        gfx_draw(y->gfx, &d);
    }
}

static void draw_flat(const void *scene, const scene_frame *f)
{
    (void)scene;
    for (int i = 0; i < SIDE_COUNT; i++)
        if (f->half[i].w > 0.0f) {
            const badge b = {.text = words_get(f->words, "soma.badge")};
            badges_draw(f, (side)i, f->half[i].w - 2.0f * type_small_px(f), &b, 1);
        }
    badges_divider(f, 0.0f, 1.0f);
}

static float controls(const void *scene, ui *u, const words *w, rect card, view_state *v, int *asked)
{
    (void)scene;
    (void)asked;
    const char *stains[] = {words_get(w, "soma.stain.none"), words_get(w, "soma.stain.silver"),
                            words_get(w, "soma.stain.gold")};
    const char *what = words_get(w, "soma.stain");
    float height = ui_choice_height(u, card.w, what, stains, 3);
    ui_choice(u, "soma.stain", (rect){card.x, card.y, card.w, height}, what, stains, 3, &v->stain);
    return height;
}

static int describe(const void *scene, const view_state *v, const treatment *t, message out[SCENE_SENTENCES])
{
    (void)scene;
    static const char *const stains[] = {"soma.stain.none", "soma.stain.silver", "soma.stain.gold"};
    saying_list l = {.out = out};
    saying_moment(&l, v);
    for (int i = 0; i < SIDE_COUNT; i++) {
        if (!view_shows(v, (side)i))
            continue;
        message m = message_make("describe.soma.level");
        message_number(&m, "percent", 100.0 * (double)level_of(v, t, (side)i), 0);
        saying_add(&l, saying_lead(v, (side)i));
        saying_add(&l, m);
    }
    message m = message_make("describe.soma.stain");
    message_word(&m, "stain", stains[v->stain]);
    saying_add(&l, m);
    return l.count;
}

static const char *pick(const void *scene, const scene_frame *f, float x, float y)
{
    (void)scene;
    for (int i = 0; i < SIDE_COUNT; i++) {
        rect h = f->half[i];
        float dx = x - (h.x + 0.5f * h.w), dy = y - (h.y + 0.5f * h.h), r = radius_px(f, (side)i);
        if (rect_contains(h, x, y) && dx * dx + dy * dy < r * r)
            return part;
    }
    return NULL;
}

static const char *pick_step(const void *scene, const char *current, int direction)
{
    (void)scene;
    (void)current;
    (void)direction;
    return part;
}

const scene_class soma_class = {
    .id = "soma",
    .view = VIEW_SOMA,
    .icon = ICON_CIRCUIT,
    .create = create,
    .destroy = destroy,
    .set = set,
    .fingerprint = fingerprint,
    .draw3d = draw_deep,
    .draw2d = draw_flat,
    .controls = controls,
    .describe = describe,
    .pick = pick,
    .pick_step = pick_step,
    .zoom_min = 0.7,
    .zoom_max = 6.0,
    .turn_max_deg_s = 30.0,
    .zoom_max_s = 0.3,
};

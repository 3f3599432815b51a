#include "scene/growth/growth_pick.h"

#include "scene/growth/growth_plan.h"

#include <math.h>

// A pointer never hits a small thing exactly, px.
static const float slack_px = 4.0f;
// Spines of a fork stand before one another: the nearer one wins unless it lies this much farther off, px.
static const float depth_px_per_um = 1.5f;

static float off_segment(const float p[2], const float a[2], const float b[2])
{
    float ab[2] = {b[0] - a[0], b[1] - a[1]}, ap[2] = {p[0] - a[0], p[1] - a[1]};
    float length = ab[0] * ab[0] + ab[1] * ab[1];
    float t = length > 0.0f ? (ap[0] * ab[0] + ap[1] * ab[1]) / length : 0.0f;
    t = fminf(fmaxf(t, 0.0f), 1.0f);
    return hypotf(ap[0] - t * ab[0], ap[1] - t * ab[1]);
}

static int spine_under(const growth *g, side s, const camera *c, const float at[2])
{
    int best = -1;
    float least = INFINITY;
    for (int i = 0; i < GROWTH_SITES; i++) {
        const growth_spine *x = &g->state.half[s].shown[i];
        if (x->there < 0.3f)
            continue;
        const growth_place *p = &g->tissue.place[i];
        float head[3], tip[2], base[2], depth = 0.0f;
        growth_head(p, x->shape, x->there, x->maturity, head);
        if (!camera_project(c, head, tip, &depth) || !camera_project(c, p->base, base, NULL))
            continue;
        float head_px = (0.25f + 0.25f * x->maturity) * c->px_per_mm;
        float off = fminf(hypotf(at[0] - tip[0], at[1] - tip[1]) - head_px,
                          off_segment(at, base, tip) - 0.15f * c->px_per_mm);
        if (off > slack_px)
            continue;
        float cost = fmaxf(off, 0.0f) - depth_px_per_um * depth;
        if (cost < least) {
            least = cost;
            best = i;
        }
    }
    return best;
}

static bool on_shaft(const growth *g, const camera *c, const float at[2])
{
    for (int k = 0; k < GROWTH_SHAFTS; k++)
        for (int i = 0; i < TUBE_SAMPLES; i++) {
            const tube_curve *curve = &g->tissue.shaft[k];
            float px[2];
            if (fabsf(curve->at[i][1]) > GROWTH_FADE_TO_UM || !camera_project(c, curve->at[i], px, NULL))
                continue;
            if (hypotf(at[0] - px[0], at[1] - px[1]) < curve->radius[i] * c->px_per_mm + slack_px)
                return true;
        }
    return false;
}

static bool on_bouton(const growth *g, const camera *c, const float at[2])
{
    for (int i = 0; i < GROWTH_BOUTONS; i++) {
        float px[2];
        if (fabsf(g->tissue.bouton[i][2]) < GROWTH_FIBRE_FADE_TO_UM &&
            camera_project(c, g->tissue.bouton[i], px, NULL) &&
            hypotf(at[0] - px[0], at[1] - px[1]) < 0.8f * c->px_per_mm + slack_px)
            return true;
    }
    return false;
}

const char *growth_pick(const void *scene, const scene_frame *f, float x, float y)
{
    const growth *g = scene;
    const float at[2] = {x, y};
    for (int i = 0; i < SIDE_COUNT; i++) {
        side s = (side)i;
        if (!rect_contains(f->half[s], x, y))
            continue;
        growth_plan p = growth_plan_make(f, s);
        if (rect_contains(p.density, x, y))
            return "density";
        if (rect_contains(p.learning, x, y))
            return "learning";
        camera c = growth_camera_window(g, f, s);
        int place = spine_under(g, s, &c, at);
        if (place >= 0)
            return g->spine_id[place];
        if (on_shaft(g, &c, at))
            return "shaft";
        return on_bouton(g, &c, at) ? "bouton" : NULL;
    }
    return NULL;
}

enum { STEPS = 7 };

// One spine of each kind stands for the rest; of the kinds that are not there, none.
static const char *step_id(const growth *g, int step)
{
    static const char *const fixed[STEPS] = {"shaft", NULL, NULL, NULL, "bouton", "density", "learning"};
    static const growth_kind kinds[STEPS] = {GROWTH_EMPTY, GROWTH_MATURE, GROWTH_NEW, GROWTH_EXTRA};
    if (fixed[step])
        return fixed[step];
    for (int s = SIDE_COUNT - 1; s >= 0; s--) {
        int place = growth_example(&g->tissue, &g->state.half[s], kinds[step]);
        if (place >= 0)
            return g->spine_id[place];
    }
    return NULL;
}

// Where an id stands in the order; a spine that is no example counts as the example of its kind.
static int step_of(const growth *g, const char *id)
{
    int place = 0;
    growth_part part = growth_part_of(id, &place);
    if (part == GROWTH_PART_NONE)
        return -1;
    if (part == GROWTH_PART_SHAFT)
        return 0;
    if (part != GROWTH_PART_SPINE)
        return 4 + (int)part - (int)GROWTH_PART_BOUTON;
    growth_kind kind = GROWTH_EMPTY;
    for (int s = 0; s < SIDE_COUNT; s++) {
        growth_kind here = growth_kind_of(&g->state.half[s], place);
        kind = here > kind ? here : kind;
    }
    return kind == GROWTH_EXTRA ? 3 : kind == GROWTH_NEW ? 2 : 1;
}

const char *growth_pick_step(const void *scene, const char *current, int direction)
{
    const growth *g = scene;
    int forward = direction < 0 ? -1 : 1, now = step_of(g, current);
    if (now < 0)
        now = forward > 0 ? -1 : STEPS;
    for (int i = 0; i < STEPS; i++) {
        now = (now + forward + STEPS) % STEPS;
        const char *id = step_id(g, now);
        if (id)
            return id;
    }
    return "shaft";
}

#include "scene/growth/growth_state.h"

#include "base/ease.h"
#include "view/view_clock.h"

#include <math.h>
#include <string.h>

// Young spines are thin; after these days they are mushrooms. The ring round an extra spine fades as long.
// Drawn for clarity (illustrative).
static const double thin_days = 0.5, grown_days = 4.0, ring_days = 1.0, ring_gone_days = 12.0;
// Seconds on the screen that a birth, a loss and a change of looks take.
static const double birth_s = 0.7, loss_s = 0.5, change_s = 0.6;
// So many spines coming, going or changing at once leave their names at rest, and so many drive them away.
static const double few_moving = 6.0, many_moving = 16.0;

bool growth_state_create(growth_state *g)
{
    *g = (growth_state){.known = false};
    g->plasticity = plasticity_create(plasticity_inputs_default());
    g->spines = g->plasticity ? spines_create(g->plasticity, g->seed) : NULL;
    if (g->spines)
        return true;
    growth_state_destroy(g);
    return false;
}

void growth_state_destroy(growth_state *g)
{
    spines_destroy(g->spines);
    plasticity_destroy(g->plasticity);
    *g = (growth_state){.known = false};
}

static void take_curves(growth_state *g, side s)
{
    growth_half *h = &g->half[s];
    double before = plasticity_set_point(g->plasticity);
    h->before = spines_counts_at(g->spines, s, 0.0).there;
    for (int i = 0; i < GROWTH_POINTS; i++) {
        double t_min = view_time_of_axis((double)i / (GROWTH_POINTS - 1));
        h->average[i] = (float)(plasticity_density(g->plasticity, s, t_min) / before);
        h->scatter[i] = (float)(plasticity_extra_spread(g->plasticity, s, t_min, SPINES_SITES) / before);
        spines_counts c = spines_counts_at(g->spines, s, t_min);
        h->stretch[i] = (float)c.there / fmaxf((float)(c.there - c.extra), 1.0f);
        g->top = fmaxf(g->top, fmaxf(h->average[i] + h->scatter[i], h->stretch[i]));
    }
}

static bool same_inputs(const plasticity_inputs *a, const plasticity_inputs *b)
{
    return a->treatment.ketamine_mg_per_kg == b->treatment.ketamine_mg_per_kg &&
           a->treatment.ssri_target == b->treatment.ssri_target && a->stressed == b->stressed &&
           a->rapamycin == b->rapamycin;
}

static void tabulate(growth_state *g, const view_state *v, const treatment *t)
{
    plasticity_inputs wanted = {treatment_inputs_of(t), v->stressed, v->rapamycin};
    plasticity_inputs now = plasticity_inputs_of(g->plasticity);
    if (g->known && same_inputs(&wanted, &now) && g->seed == v->seed)
        return;
    g->seed = v->seed;
    plasticity_tabulate(g->plasticity, wanted);
    spines_make(g->spines, g->plasticity, v->seed);
    g->top = 1.25f;
    for (int s = 0; s < SIDE_COUNT; s++)
        take_curves(g, (side)s);
}

static void take_spines(growth_state *g, side s)
{
    growth_half *h = &g->half[s];
    memset(h->goal, 0, sizeof h->goal);
    int count = 0;
    const spine *all = spines_of(g->spines, s, &count);
    for (int i = 0; i < count && all[i].birth_min <= h->moment_min; i++) {
        const spine *p = &all[i];
        if (!spine_is_there(p, h->moment_min))
            continue;
        double days = (h->moment_min - p->birth_min) / (24.0 * 60.0);
        bool extra = spine_is_extra(p, h->moment_min);
        double ring = 1.0 - ease_in_out((days - ring_days) / (ring_gone_days - ring_days));
        h->goal[p->site] =
            (growth_spine){.birth_min = p->birth_min,
                           .shape = p->shape,
                           .there = 1.0f,
                           .maturity = (float)ease_in_out((days - thin_days) / (grown_days - thin_days)),
                           .extra = extra ? 1.0f : 0.0f,
                           .ring = extra ? (float)ring : 0.0f};
    }
}

void growth_state_set(growth_state *g, const view_state *v, const treatment *t)
{
    tabulate(g, v, t);
    double before = plasticity_set_point(g->plasticity);
    for (int i = 0; i < SIDE_COUNT; i++) {
        side s = (side)i;
        growth_half *h = &g->half[s];
        h->moment_min = view_moment_min(v, s);
        h->counts = spines_counts_at(g->spines, s, h->moment_min);
        h->without = h->counts.there - h->counts.extra;
        h->density = plasticity_density(g->plasticity, s, h->moment_min) / before;
        h->learning = learning_at(g->plasticity, t, s, h->moment_min);
        take_spines(g, s);
        if (!g->known)
            memcpy(h->shown, h->goal, sizeof h->shown);
    }
    if (!g->known)
        g->calm = 1.0f;
    g->known = true;
}

// Moves a value by no more than `most`; true when it is not there yet.
static bool approach(float *value, float goal, float most)
{
    float off = goal - *value;
    if (fabsf(off) <= most) {
        *value = goal;
        return off != 0.0f;
    }
    *value += off > 0.0f ? most : -most;
    return true;
}

static bool settle(growth_spine *shown, const growth_spine *goal, double dt_s)
{
    bool same = goal->there > 0.0f && shown->birth_min == goal->birth_min;
    if (!same && shown->there > 0.0f) { // one goes before another comes to its place
        approach(&shown->there, 0.0f, (float)(dt_s / loss_s));
        return true;
    }
    if (goal->there <= 0.0f)
        return false;
    if (!same) {
        *shown = *goal;
        shown->there = 0.0f;
    }
    float change = (float)(dt_s / change_s);
    bool moves = approach(&shown->there, 1.0f, (float)(dt_s / birth_s));
    moves = approach(&shown->maturity, goal->maturity, change) || moves;
    moves = approach(&shown->extra, goal->extra, change) || moves;
    return approach(&shown->ring, goal->ring, change) || moves;
}

bool growth_state_settle(growth_state *g, double dt_s)
{
    int moving = 0;
    for (int s = 0; s < SIDE_COUNT; s++)
        for (int i = 0; i < SPINES_SITES; i++)
            moving += settle(&g->half[s].shown[i], &g->half[s].goal[i], dt_s);
    float calm = 1.0f - (float)ease_in_out((moving - few_moving) / (many_moving - few_moving));
    bool names = approach(&g->calm, calm, (float)(dt_s / change_s));
    return moving > 0 || names;
}

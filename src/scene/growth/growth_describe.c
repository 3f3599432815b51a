#include "scene/growth/growth_describe.h"

#include "scene/growth/growth_parts.h"
#include "scene/growth/growth_scene.h"
#include "scene/kit/saying.h"
#include "view/view_clock.h"

#include <math.h>
#include <stdlib.h>

// Densities nearer than this are called alike, and one this much above 1 has grown.
static const double alike = 0.015;

static bool has_drug(const treatment *t, side s)
{
    treatment_inputs i = treatment_inputs_of(t);
    return (s == SIDE_SSRI ? i.ssri_target : i.ketamine_mg_per_kg) > 0.0;
}

static message side_body(const growth_half *h, const treatment *t, side s)
{
    if (h->moment_min <= 0.0) {
        message m = message_make("describe.growth.before");
        message_number(&m, "count", h->counts.there, 0);
        return m;
    }
    if (!has_drug(t, s))
        return message_make("describe.growth.none");
    double more = round(100.0 * (h->density - 1.0));
    message m =
        message_make(h->counts.extra ? more > 0.0 ? "describe.growth.extra" : "describe.growth.extra_few"
                     : more > 0.0    ? "describe.growth.usual_rising"
                                     : "describe.growth.usual");
    message_number(&m, "count", h->counts.extra, 0);
    message_number(&m, "there", h->counts.there, 0);
    message_number(&m, "without", h->without, 0);
    message_number(&m, "percent", more, 0);
    return m;
}

static bool has_grown(double density)
{
    return density >= 1.0 + alike;
}

// Whether a side's average is plainly raised somewhere between two moments.
static bool grows_between(const growth_half *h, double from_min, double to_min)
{
    for (int i = 0; i < GROWTH_POINTS; i++) {
        double t_min = view_time_of_axis((double)i / (GROWTH_POINTS - 1));
        if (t_min >= from_min && t_min <= to_min && has_grown(h->average[i]))
            return true;
    }
    return false;
}

static bool had_grown(const growth_half *h)
{
    return grows_between(h, 0.0, h->moment_min);
}

// What became of the one side that is shown.
static const char *story_of_one(const growth_state *g, side s)
{
    const growth_half *h = &g->half[s];
    if (h->moment_min <= 0.0)
        return NULL;
    if (!has_grown(h->density))
        return had_grown(h) ? "describe.growth.faded" : NULL;
    if (s == SIDE_SSRI)
        return "describe.growth.ssri_grows";
    double later = plasticity_density(g->plasticity, s, 1.02 * h->moment_min + 60.0);
    return later > plasticity_density(g->plasticity, s, h->moment_min) ? "describe.growth.ketamine_grows"
                                                                       : "describe.growth.ketamine_fades";
}

// Neither side shows growth: it is gone again, still to come, or never comes.
static const char *story_of_none(const growth_half *ssri, const growth_half *ketamine)
{
    if (had_grown(ssri) || had_grown(ketamine))
        return "describe.growth.faded";
    bool comes = grows_between(ssri, ssri->moment_min, COURSE_END_MIN) ||
                 grows_between(ketamine, ketamine->moment_min, COURSE_END_MIN);
    return comes ? "describe.growth.not_yet" : "describe.growth.nothing";
}

static bool is_early(const growth_half *h)
{
    return h->moment_min > 0.0 && !had_grown(h) && grows_between(h, h->moment_min, COURSE_END_MIN);
}

// Which side is ahead, has caught up or fades can only be said of one and the same moment; of two moments
// only that one comes before any growth.
static const char *story_of_two_moments(const growth_half *ssri, const growth_half *ketamine)
{
    if (is_early(ketamine))
        return is_early(ssri) ? "describe.growth.not_yet" : "describe.growth.ketamine_early";
    return is_early(ssri) ? "describe.growth.ssri_early" : NULL;
}

// What became of the two sides by the moment that both show.
static const char *story_of_both(const growth_half *ssri, const growth_half *ketamine)
{
    double left = ssri->density, right = ketamine->density;
    if (ssri->moment_min != ketamine->moment_min)
        return story_of_two_moments(ssri, ketamine);
    if (ssri->moment_min <= 0.0)
        return NULL;
    if (!has_grown(left) && !has_grown(right))
        return story_of_none(ssri, ketamine);
    if (!has_grown(left))
        return "describe.growth.ketamine_first";
    if (!has_grown(right) && !had_grown(ketamine))
        return "describe.growth.ssri_only";
    if (!has_grown(right))
        return ketamine->counts.extra ? "describe.growth.ssri_ahead" : "describe.growth.ssri_alone";
    if (right > left + alike)
        return "describe.growth.ssri_follows";
    return right > left - alike ? "describe.growth.level" : "describe.growth.ssri_ahead";
}

static const char *story(const growth_state *g, const view_state *v)
{
    if (v->halves == VIEW_BOTH)
        return story_of_both(&g->half[SIDE_SSRI], &g->half[SIDE_KETAMINE]);
    return story_of_one(g, v->halves == VIEW_SSRI ? SIDE_SSRI : SIDE_KETAMINE);
}

// What was set on the card.
static void say_conditions(saying_list *l, const growth_state *g, const view_state *v, const treatment *t)
{
    if (v->rapamycin && view_shows(v, SIDE_KETAMINE) && has_drug(t, SIDE_KETAMINE))
        saying_add(l, message_make("describe.growth.rapamycin"));
    if (v->stressed) {
        message m = message_make("describe.growth.stressed");
        message_number(&m, "count", g->half[SIDE_SSRI].before, 0);
        saying_add(l, m);
    }
}

// The ending of an id by what is shown: both sides, or one.
static const char *by_halves(const view_state *v, const char *const ids[3])
{
    return ids[v->halves == VIEW_SSRI ? 1 : v->halves == VIEW_KETAMINE ? 2 : 0];
}

static const char *const side_key[SIDE_COUNT] = {"ssri", "ketamine"};

static message picked_spine(const growth_state *g, const view_state *v, int place)
{
    static const char *const ids[3] = {"describe.growth.picked_spine", "describe.growth.picked_spine_ssri",
                                       "describe.growth.picked_spine_ketamine"};
    static const char *const kinds[GROWTH_KINDS] = {"growth.kind.empty", "growth.kind.new",
                                                    "growth.kind.mature", "growth.kind.extra"};
    message m = message_make(by_halves(v, ids));
    for (int s = 0; s < SIDE_COUNT; s++)
        if (view_shows(v, (side)s))
            message_word(&m, side_key[s], kinds[growth_kind_of(&g->half[s], place)]);
    return m;
}

static message picked_learning(const growth_state *g, const view_state *v)
{
    static const char *const ids[3] = {"describe.growth.picked_learning",
                                       "describe.growth.picked_learning_ssri",
                                       "describe.growth.picked_learning_ketamine"};
    message m = message_make(by_halves(v, ids));
    message_number(&m, "before", round(g->half[SIDE_SSRI].learning.trials_to_90_before), 0);
    for (int s = 0; s < SIDE_COUNT; s++)
        if (view_shows(v, (side)s))
            message_number(&m, side_key[s], round(g->half[s].learning.trials_to_90), 0);
    return m;
}

// What is picked, for those who do not see the card.
static message picked(const growth_state *g, const view_state *v)
{
    int place = 0;
    growth_part part = growth_part_of(v->pick, &place);
    if (part == GROWTH_PART_SPINE)
        return picked_spine(g, v, place);
    if (part == GROWTH_PART_LEARNING)
        return picked_learning(g, v);
    message m = message_make(part == GROWTH_PART_NONE ? NULL : "describe.growth.picked");
    if (part != GROWTH_PART_NONE)
        message_word(&m, "part",
                     part == GROWTH_PART_SHAFT    ? "growth.part.shaft"
                     : part == GROWTH_PART_BOUTON ? "growth.part.bouton"
                                                  : "growth.part.density");
    return m;
}

static int sentences(const growth_state *g, const view_state *v, const treatment *t,
                     message out[SCENE_SENTENCES])
{
    saying_list l = {.out = out};
    saying_moment(&l, v);
    for (int i = 0; i < SIDE_COUNT; i++) {
        side s = (side)i;
        if (!view_shows(v, s))
            continue;
        saying_add(&l, saying_lead(v, s));
        saying_add(&l, side_body(&g->half[s], t, s));
    }
    message chosen = picked(g, v);
    if (chosen.id) { // in place of the story, as the card stands in place of a part of the picture
        saying_add(&l, chosen);
    } else if (story(g, v)) {
        saying_add(&l, message_make(story(g, v)));
    }
    say_conditions(&l, g, v, t);
    return l.count;
}

int growth_describe(const void *scene, const view_state *v, const treatment *t, message out[SCENE_SENTENCES])
{
    const growth *g = scene;
    if (g && g->state.known)
        return sentences(&g->state, v, t, out);
    growth_state *own = malloc(sizeof *own);
    int n = 0;
    if (own && growth_state_create(own)) {
        growth_state_set(own, v, t);
        n = sentences(own, v, t, out);
        growth_state_destroy(own);
    }
    free(own);
    return n;
}

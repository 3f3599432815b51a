#include "scene/growth_parts.h"
#include "scene/growth_scene.h"
#include "scene/saying.h"

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

// What became of the two sides by the moment that both show; or of the one that is shown.
static const char *story(const growth_state *g, const view_state *v)
{
    const growth_half *ssri = &g->half[SIDE_SSRI], *ketamine = &g->half[SIDE_KETAMINE];
    double left = ssri->density, right = ketamine->density;
    if (v->halves != VIEW_BOTH) {
        const growth_half *h = v->halves == VIEW_SSRI ? ssri : ketamine;
        if (h->moment_min <= 0.0 || h->density < 1.0 + alike)
            return NULL;
        if (v->halves == VIEW_SSRI)
            return "describe.growth.ssri_grows";
        double later = plasticity_density(g->plasticity, SIDE_KETAMINE, 1.02 * h->moment_min + 60.0);
        return later > plasticity_density(g->plasticity, SIDE_KETAMINE, h->moment_min)
                   ? "describe.growth.ketamine_grows"
                   : "describe.growth.ketamine_fades";
    }
    // Which side is ahead, has caught up or fades can only be said of one and the same moment.
    if (ssri->moment_min <= 0.0 || ssri->moment_min != ketamine->moment_min)
        return NULL;
    if (left < 1.0 + alike && right < 1.0 + alike)
        return "describe.growth.nothing";
    if (right > left + alike)
        return left < 1.0 + alike ? "describe.growth.ketamine_first" : "describe.growth.ssri_follows";
    if (right > left - alike)
        return "describe.growth.level";
    return ketamine->counts.extra ? "describe.growth.ssri_ahead" : "describe.growth.ssri_alone";
}

// What was set on the card.
static int conditions(const growth_state *g, const view_state *v, const treatment *t, message out[2])
{
    int n = 0;
    if (v->rapamycin && view_shows(v, SIDE_KETAMINE) && has_drug(t, SIDE_KETAMINE))
        out[n++] = message_make("describe.growth.rapamycin");
    if (v->stressed) {
        out[n] = message_make("describe.growth.stressed");
        message_number(&out[n++], "count", g->half[SIDE_SSRI].before, 0);
    }
    return n;
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
    int n = saying_moment(v, out);
    for (int i = 0; i < SIDE_COUNT; i++) {
        side s = (side)i;
        if (!view_shows(v, s))
            continue;
        out[n++] = saying_lead(v, s);
        out[n++] = side_body(&g->half[s], t, s);
    }
    message chosen = picked(g, v);
    if (chosen.id) { // in place of the story, as the card stands in place of a part of the picture
        out[n++] = chosen;
    } else if (story(g, v)) {
        out[n++] = message_make(story(g, v));
    }
    return n + conditions(g, v, t, out + n);
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

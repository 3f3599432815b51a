#include "scene/circuit/circuit_describe.h"

#include "scene/circuit/circuit_plan.h"
#include "scene/kit/saying.h"

#include <math.h>

// Pyramidal firing above this multiple of its resting rate counts as without the brake.
static const double off_gain = 1.4;

static message ssri_body(const view_state *v)
{
    if (!v->inhibition)
        return message_make("describe.circuit.ssri.uninhibited");
    return message_make("describe.circuit.ssri.undisturbed");
}

// The drug acts, and a hand chose where; NULL when it did not.
static const char *by_hand_id(view_block b)
{
    return b == VIEW_BLOCK_INTERNEURON ? "describe.circuit.ketamine.only_interneurons"
           : b == VIEW_BLOCK_PYRAMIDAL ? "describe.circuit.ketamine.only_pyramidal"
           : b == VIEW_BLOCK_NONE      ? "describe.circuit.ketamine.nowhere"
                                       : NULL;
}

static message acting(const view_state *v, const treatment_levels *now, double t_min)
{
    const char *id = by_hand_id(v->block);
    if (!id)
        id = now->glutamate_gain >= off_gain    ? "describe.circuit.ketamine.off"
             : t_min <= SAYING_INFUSION_END_MIN ? "describe.circuit.ketamine.giving_way"
                                                : "describe.circuit.ketamine.returning";
    message m = message_make(id);
    message_number(&m, "percent", round(100.0 * now->block_interneuron), 0);
    message_number(&m, "gain", now->glutamate_gain, 1);
    return m;
}

static message ketamine_body(const view_state *v, const treatment *t)
{
    double t_min = view_moment_min(v, SIDE_KETAMINE);
    treatment_levels now = treatment_at(t, t_min);
    bool both = v->halves == VIEW_BOTH;
    if (!v->inhibition)
        return message_make(both ? "describe.circuit.ketamine.uninhibited"
                                 : "describe.circuit.ketamine.uninhibited_alone");
    const char *const ids[SAYING_STEPS] = {
        [SAYING_BEFORE] = "describe.circuit.ketamine.before",
        [SAYING_NO_DRUG] = "describe.circuit.ketamine.none",
        [SAYING_FAINT] = "describe.circuit.ketamine.faint",
        [SAYING_STARTING] = "describe.circuit.ketamine.starting",
        [SAYING_OVER] = both ? "describe.circuit.ketamine.over" : "describe.circuit.ketamine.over_alone",
        [SAYING_GONE] = both ? "describe.circuit.ketamine.gone" : "describe.circuit.ketamine.gone_alone"};
    saying_burst burst = saying_burst_at(t, t_min);
    return burst == SAYING_RAISED ? acting(v, &now, t_min) : message_make(ids[burst]);
}

// The disinhibition hypothesis is at work in the picture: then it is called one.
static bool shows_hypothesis(const view_state *v, const treatment *t)
{
    return view_shows(v, SIDE_KETAMINE) && v->inhibition &&
           (v->block == VIEW_BLOCK_BOTH || v->block == VIEW_BLOCK_INTERNEURON) &&
           saying_burst_at(t, view_moment_min(v, SIDE_KETAMINE)) == SAYING_RAISED;
}

int circuit_describe(const void *scene, const view_state *v, const treatment *t, message out[SCENE_SENTENCES])
{
    (void)scene; // the words follow from the view and the models of treatment alone
    saying_list l = {.out = out};
    saying_moment(&l, v);
    for (int i = 0; i < SIDE_COUNT; i++) {
        side s = (side)i;
        if (!view_shows(v, s))
            continue;
        saying_add(&l, saying_lead(v, s));
        saying_add(&l, s == SIDE_SSRI ? ssri_body(v) : ketamine_body(v, t));
    }
    if (v->inhibition)
        saying_growth(&l, v, t);
    if (shows_hypothesis(v, t))
        saying_add(&l, message_make("describe.circuit.hypothesis"));
    circuit_choice picked = circuit_choice_of(v->pick);
    if (picked.thing != CIRCUIT_NOTHING) {
        message m = message_make("describe.circuit.picked");
        message_word(&m, "part", circuit_name_id(picked.thing));
        message_word(&m, "what", circuit_what_id(picked.thing));
        saying_add(&l, m);
    }
    return l.count;
}

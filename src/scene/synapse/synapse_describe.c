#include "scene/synapse/synapse_describe.h"

#include "scene/kit/saying.h"
#include "scene/synapse/synapse_names.h"

#include <math.h>
#include <stdio.h>

// Until then, and below this occupancy, an SSRI has only just begun to act.
static const double just_begun_min = 6.0 * 60.0, begun = 0.05;

// Mean life of a serotonin molecule, ms: height over the speed of uptake that the plugs leave.
static double life_ms(double occupancy)
{
    return SYNAPSE_SEROTONIN_HEIGHT_UM / (SYNAPSE_SERT_SPEED_UM_PER_MS * (1.0 - occupancy));
}

static message ssri_body(const treatment *t, double t_min)
{
    double occupancy = treatment_at(t, t_min).ssri_occupancy;
    if (t_min <= 0.0)
        return message_make("describe.synapse.ssri.before");
    if (treatment_inputs_of(t).ssri_target <= 0.0)
        return message_make("describe.synapse.ssri.none");
    message m = message_make(t_min < just_begun_min && occupancy < begun ? "describe.synapse.ssri.starting"
                                                                         : "describe.synapse.ssri.plugged");
    message_number(&m, "percent", round(100.0 * occupancy), 0);
    message_number(&m, "life", life_ms(occupancy), 0);
    message_number(&m, "rest", life_ms(0.0), 0);
    return m;
}

static message plugged_body(const view_state *v, const treatment_levels *now)
{
    bool brake = v->target == VIEW_INTERNEURON;
    message m =
        message_make(brake ? "describe.synapse.ketamine.brake" : "describe.synapse.ketamine.pyramidal");
    message_number(&m, "percent", round(100.0 * (brake ? now->block_interneuron : now->block_pyramidal)), 0);
    message_number(&m, "gain", now->glutamate_gain, 1);
    return m;
}

static message ketamine_body(const view_state *v, const treatment *t, double t_min)
{
    const char *const ids[SAYING_STEPS] = {[SAYING_BEFORE] = v->mg ? "describe.synapse.ketamine.before"
                                                                   : "describe.synapse.ketamine.before_no_mg",
                                           [SAYING_NO_DRUG] = "describe.synapse.ketamine.none",
                                           [SAYING_FAINT] = "describe.synapse.ketamine.faint",
                                           [SAYING_STARTING] = "describe.synapse.ketamine.starting",
                                           [SAYING_OVER] = "describe.synapse.ketamine.over",
                                           [SAYING_GONE] = "describe.synapse.ketamine.gone"};
    saying_burst burst = saying_burst_at(t, t_min);
    treatment_levels now = treatment_at(t, t_min);
    return burst == SAYING_RAISED ? plugged_body(v, &now) : message_make(ids[burst]);
}

static bool shows_plugs(const view_state *v, const treatment *t)
{
    return view_shows(v, SIDE_KETAMINE) &&
           saying_burst_at(t, view_moment_min(v, SIDE_KETAMINE)) == SAYING_RAISED;
}

static message picked_body(synapse_choice c)
{
    static const char *const names[SYNAPSE_NAMES][2] = {
        {"synapse.part.bouton.name", "synapse.part.bouton.what"},
        {"synapse.part.vesicle.name", "synapse.part.vesicle.what"},
        {"synapse.part.serotonin.name", "synapse.part.serotonin.what"},
        {"synapse.part.sert.name", "synapse.part.sert.what"},
        {"synapse.part.ssri.name", "synapse.part.ssri.what"},
        {"synapse.part.receptor.name", "synapse.part.receptor.what"},
        {"synapse.part.glutamate.name", "synapse.part.glutamate.what"},
        {"synapse.part.ampa.name", "synapse.part.ampa.what"},
        {"synapse.part.nmda.name", "synapse.part.nmda.what"},
        {"synapse.part.mg.name", "synapse.part.mg.what"},
        {"synapse.part.ketamine.name", "synapse.part.ketamine.what"},
        {"synapse.part.density.name", "synapse.part.density.what"},
        {"synapse.part.astrocyte.name", "synapse.part.astrocyte.what"},
        {"synapse.part.uptake.name", "synapse.part.uptake.what"},
        {"synapse.part.post.name", "synapse.part.post.what"}};
    message m = message_make("describe.synapse.picked");
    message_word(&m, "part", names[c.name][0]);
    message_word(&m, "what", names[c.name][1]);
    return m;
}

int synapse_describe(const void *scene, const view_state *v, const treatment *t, message out[SCENE_SENTENCES])
{
    (void)scene; // the words follow from the view and the models of treatment alone
    saying_list l = {.out = out};
    saying_moment(&l, v);
    for (int i = 0; i < SIDE_COUNT; i++) {
        side s = (side)i;
        if (!view_shows(v, s))
            continue;
        double moment = view_moment_min(v, s);
        saying_add(&l, saying_lead(v, s));
        saying_add(&l, s == SIDE_SSRI ? ssri_body(t, moment) : ketamine_body(v, t, moment));
    }
    saying_growth(&l, v, t);
    // True numbers are said; where the picture shows more plugs, that is said too.
    bool more = !v->true_scale;
    if (shows_plugs(v, t) && v->target == VIEW_INTERNEURON)
        saying_add(&l,
                   message_make(more ? "describe.synapse.hypothesis_seen" : "describe.synapse.hypothesis"));
    else if (shows_plugs(v, t) && more)
        saying_add(&l, message_make("describe.synapse.more_plugs"));
    if (view_shows(v, SIDE_KETAMINE) && !v->mg)
        saying_add(&l, message_make("describe.synapse.no_mg"));
    synapse_choice picked;
    if (synapse_choice_read(v->pick, &picked))
        saying_add(&l, picked_body(picked));
    return l.count;
}

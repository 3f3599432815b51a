#include "scene/brain/brain_describe.h"

#include "scene/brain/brain_scene.h"
#include "scene/kit/saying.h"

#include <math.h>
#include <string.h>

// Until then, and while hardly a pump is occupied, an SSRI has only just begun to act.
static const double just_begun_min = 6.0 * 60.0, just_begun_percent = 10.0;

static message ssri_body(const treatment *t, double t_min)
{
    treatment_levels now = treatment_at(t, t_min);
    if (t_min <= 0.0)
        return message_make("describe.brain.ssri.before");
    if (treatment_inputs_of(t).ssri_target <= 0.0)
        return message_make("describe.brain.ssri.none");
    int engaged = treatment_engaged_count(t, SIDE_SSRI, t_min);
    double percent = round(100.0 * now.ssri_occupancy);
    if (engaged == 0 && t_min < just_begun_min && percent < just_begun_percent)
        return message_make("describe.brain.ssri.starting");
    message m = message_make(engaged ? "describe.brain.ssri.engaged" : "describe.brain.ssri.occupied");
    message_number(&m, "percent", percent, 0);
    if (engaged)
        message_number(&m, "count", engaged, 0);
    return m;
}

static message ketamine_body(const treatment *t, double t_min)
{
    static const char *const ids[SAYING_STEPS] = {[SAYING_BEFORE] = "describe.brain.ketamine.before",
                                                  [SAYING_NO_DRUG] = "describe.brain.ketamine.none",
                                                  [SAYING_FAINT] = "describe.brain.ketamine.faint",
                                                  [SAYING_STARTING] = "describe.brain.ketamine.starting",
                                                  [SAYING_RAISED] = "describe.brain.ketamine.fading",
                                                  [SAYING_OVER] = "describe.brain.ketamine.over",
                                                  [SAYING_GONE] = "describe.brain.ketamine.over"};
    saying_burst burst = saying_burst_at(t, t_min);
    int engaged = treatment_engaged_count(t, SIDE_KETAMINE, t_min);
    bool rising = burst == SAYING_RAISED && t_min <= SAYING_INFUSION_END_MIN;
    message m =
        message_make(engaged ? "describe.brain.ketamine.engaged" : ids[rising ? SAYING_STARTING : burst]);
    message_number(&m, "gain", treatment_at(t, t_min).glutamate_gain, 1);
    message_number(&m, "count", engaged, 0);
    return m;
}

static const char *region_name(atlas_region_id r)
{
    static const char *const names[ATLAS_REGIONS] = {
        "region.drn.name", "region.lc.name",  "region.vta.name", "region.hyp.name", "region.tha.name",
        "region.amy.name", "region.hip.name", "region.nac.name", "region.cau.name", "region.put.name",
        "region.sga.name", "region.pga.name", "region.dac.name", "region.pcc.name", "region.dlp.name",
        "region.mpf.name", "region.ofc.name", "region.ins.name", "region.mot.name", "region.som.name",
        "region.par.name", "region.tem.name", "region.occ.name", "region.cer.name"};
    return names[r];
}

static message picked_body(const view_state *v, const treatment *t, atlas_region_id region)
{
    const char *id = v->halves == VIEW_SSRI       ? "describe.brain.picked_ssri"
                     : v->halves == VIEW_KETAMINE ? "describe.brain.picked_ketamine"
                                                  : "describe.brain.picked";
    static const char *const names[SIDE_COUNT] = {"ssri", "ketamine"};
    message m = message_make(id);
    message_word(&m, "region", region_name(region));
    int node = atlas_node_of(region, ATLAS_LEFT);
    for (int s = 0; s < SIDE_COUNT; s++)
        if (view_shows(v, (side)s))
            message_number(&m, names[s],
                           treatment_engagement_node(t, (side)s, view_moment_min(v, (side)s), node), 2);
    return m;
}

static bool some_level_is_above_the_scale(const view_state *v, const treatment *t)
{
    for (int s = 0; s < SIDE_COUNT; s++) {
        double x[ATLAS_NODES];
        treatment_engagement(t, (side)s, view_moment_min(v, (side)s), x);
        for (int i = 0; i < ATLAS_NODES && view_shows(v, (side)s); i++)
            if (x[i] > 1.0)
                return true;
    }
    return false;
}

int brain_describe(const void *scene, const view_state *v, const treatment *t, message out[SCENE_SENTENCES])
{
    (void)scene; // the words follow from the view and the models alone
    saying_list l = {.out = out};
    saying_moment(&l, v);
    for (int i = 0; i < SIDE_COUNT; i++) {
        side s = (side)i;
        if (!view_shows(v, s))
            continue;
        double moment = view_moment_min(v, s);
        saying_add(&l, saying_lead(v, s));
        saying_add(&l, s == SIDE_SSRI ? ssri_body(t, moment) : ketamine_body(t, moment));
    }
    saying_growth(&l, v, t);
    atlas_region_id picked = ATLAS_DRN;
    if (v->pick[0] && atlas_region_find(v->pick, &picked))
        saying_add(&l, picked_body(v, t, picked));
    if (some_level_is_above_the_scale(v, t))
        saying_add(&l, message_make("describe.brain.saturated"));
    return l.count;
}

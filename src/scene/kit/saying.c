#include "scene/kit/saying.h"

#include "view/view_clock.h"

#include <string.h>

// From here on the burst is over and what it set off is said instead (product sheet).
static const double burst_over_min = 24.0 * 60.0;
// Release of glutamate counts as raised from here on; and a burst that at its peak stays below this gain adds
// less than 1.5 % to the density of spines, which Growth calls no growth (growth_describe.c).
static const double raised_gain = 1.05, lasting_gain = 1.26;

// By which a moment is said: the units of view_time_message().
enum { UNITS = 6 };
static const char *const unit_of_time[UNITS] = {"time.before", "time.s", "time.min",
                                                "time.h",      "time.d", "time.w"};
static const char *const at_id[UNITS] = {"describe.at.before", "describe.at.s", "describe.at.min",
                                         "describe.at.h",      "describe.at.d", "describe.at.w"};
static const char *const plain_id[SIDE_COUNT] = {"describe.lead_ssri.plain", "describe.lead_ketamine.plain"};
static const char *const lead_id[SIDE_COUNT][UNITS] = {
    {"describe.lead_ssri.before", "describe.lead_ssri.s", "describe.lead_ssri.min", "describe.lead_ssri.h",
     "describe.lead_ssri.d", "describe.lead_ssri.w"},
    {"describe.lead_ketamine.before", "describe.lead_ketamine.s", "describe.lead_ketamine.min",
     "describe.lead_ketamine.h", "describe.lead_ketamine.d", "describe.lead_ketamine.w"}};

// The moment's own message under another id, with its count.
static message said_as(double t_min, const char *const ids[UNITS])
{
    message m = view_time_message(t_min);
    for (int i = 0; i < UNITS; i++)
        if (strcmp(m.id, unit_of_time[i]) == 0) {
            m.id = ids[i];
            break;
        }
    return m;
}

void saying_add(saying_list *l, message m)
{
    if (l->count < SCENE_SENTENCES)
        l->out[l->count++] = m;
}

void saying_moment(saying_list *l, const view_state *v)
{
    for (int s = 0; s < SIDE_COUNT; s++) {
        if (!view_shows(v, (side)s) || v->pinned[s])
            continue;
        saying_add(l, said_as(v->t_min, at_id));
        return;
    }
}

message saying_lead(const view_state *v, side s)
{
    return v->pinned[s] ? said_as(v->pin_min[s], lead_id[s]) : message_make(plain_id[s]);
}

static double peak_gain(const treatment *t)
{
    return treatment_at(t, SAYING_INFUSION_END_MIN).glutamate_gain;
}

saying_burst saying_burst_at(const treatment *t, double t_min)
{
    if (t_min <= 0.0)
        return SAYING_BEFORE;
    if (treatment_inputs_of(t).ketamine_mg_per_kg <= 0.0)
        return SAYING_NO_DRUG;
    if (peak_gain(t) < raised_gain)
        return SAYING_FAINT;
    if (treatment_at(t, t_min).glutamate_gain >= raised_gain)
        return SAYING_RAISED;
    if (t_min <= SAYING_INFUSION_END_MIN)
        return SAYING_STARTING;
    return t_min < burst_over_min ? SAYING_OVER : SAYING_GONE;
}

void saying_growth(saying_list *l, const view_state *v, const treatment *t)
{
    double t_min = view_moment_min(v, SIDE_KETAMINE);
    if (view_shows(v, SIDE_KETAMINE) && !v->rapamycin && peak_gain(t) >= lasting_gain &&
        saying_burst_at(t, t_min) == SAYING_GONE)
        saying_add(l, message_make("describe.growth.elsewhere"));
}

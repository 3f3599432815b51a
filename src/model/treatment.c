#include "model/treatment.h"

#include "base/dmath.h"
#include "model/clock_grid.h"
#include "model/drivers.h"
#include "model/engagement.h"
#include "model/lag.h"
#include "model/onset.h"
#include "model/pharmacokinetics.h"
#include "model/ssri.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double DOSE_MAX_MG_PER_KG = 1.0;
static const double TARGET_MAX = 0.9;
static const double MIN_PER_H = 60.0;

struct treatment {
    treatment_inputs inputs;
    pharmacokinetics pk;
    double peak_mg_per_l;
    engagement_modes modes;
    double desensitisation[CLOCK_GRID_POINTS];
    double ketamine_effect[CLOCK_GRID_POINTS];
    double amplitude[SIDE_COUNT][CLOCK_GRID_POINTS][ENGAGEMENT_MODES];
};

treatment_inputs treatment_inputs_default(void)
{
    return (treatment_inputs){.ketamine_mg_per_kg = 0.5, .ssri_target = SSRI_THERAPEUTIC_OCCUPANCY};
}

// True when the value had to be changed; NaN becomes 0.
static bool clamp_input(double *value, double most)
{
    if (*value >= 0.0 && *value <= most)
        return false;
    *value = *value > most ? most : 0.0;
    return true;
}

unsigned treatment_inputs_clamp(treatment_inputs *inputs)
{
    unsigned changed = TREATMENT_CLAMP_NONE;
    if (clamp_input(&inputs->ketamine_mg_per_kg, DOSE_MAX_MG_PER_KG))
        changed |= TREATMENT_CLAMP_KETAMINE;
    if (clamp_input(&inputs->ssri_target, TARGET_MAX))
        changed |= TREATMENT_CLAMP_SSRI;
    return changed;
}

// What drives the trajectories at one grid point.
typedef struct drive {
    double saturation;        // h(C)
    double goal;              // of the desensitisation
    double input[SIDE_COUNT]; // u of the engagement
} drive;

static drive drive_at(const treatment *t, double t_min)
{
    double c_uM = pharmacokinetics_uM(pharmacokinetics_mg_per_l(&t->pk, t_min));
    double occupancy = ssri_occupancy(t->inputs.ssri_target, t_min / MIN_PER_H);
    drive d = {.saturation = drivers_saturation(c_uM), .goal = ssri_desensitisation_goal(occupancy)};
    d.input[SIDE_SSRI] = engagement_input_ssri(occupancy);
    d.input[SIDE_KETAMINE] = engagement_input_ketamine(drivers_gain(d.saturation));
    return d;
}

// The lags of one piece, whose steps are all alike.
typedef struct piece_lags {
    lag desensitisation, effect;
    double keep[ENGAGEMENT_MODES], from[ENGAGEMENT_MODES], to[ENGAGEMENT_MODES];
} piece_lags;

static void piece_lags_make(piece_lags *l, const engagement_modes *modes, double step_min)
{
    l->desensitisation = lag_make(1.0 / (SSRI_DESENSITISATION_H * MIN_PER_H), step_min);
    l->effect = lag_make(1.0 / (ONSET_KETAMINE_H * MIN_PER_H), step_min);
    for (int k = 0; k < ENGAGEMENT_MODES; k++) {
        lag one = lag_make(modes->rate_per_min[k], step_min);
        l->keep[k] = one.keep;
        l->from[k] = one.from;
        l->to[k] = one.to;
    }
}

static double lag_step(lag l, double y, double v0, double v1)
{
    return l.keep * y + (l.from * v0 + l.to * v1);
}

static void step_engagement(treatment *t, side s, int point, const piece_lags *l, double u0, double u1)
{
    const double *before = t->amplitude[s][point - 1], *goal = t->modes.goal[s];
    double *after = t->amplitude[s][point];
    for (int k = 0; k < ENGAGEMENT_MODES; k++)
        after[k] = l->keep[k] * before[k] + goal[k] * (l->from[k] * u0 + l->to[k] * u1);
}

void treatment_tabulate(treatment *t, treatment_inputs inputs)
{
    treatment_inputs_clamp(&inputs);
    t->inputs = inputs;
    t->pk = pharmacokinetics_make(inputs.ketamine_mg_per_kg);
    t->peak_mg_per_l = pharmacokinetics_mg_per_l(&t->pk, PHARMACOKINETICS_INFUSION_MIN);

    drive before = drive_at(t, 0.0);
    double trigger = 0.0;
    t->desensitisation[0] = t->ketamine_effect[0] = 0.0;
    for (int s = 0; s < SIDE_COUNT; s++)
        memset(t->amplitude[s][0], 0, sizeof t->amplitude[s][0]);

    int point = 1;
    for (int piece = 0; piece < CLOCK_GRID_PIECES; piece++) {
        double start = clock_grid_start_min(piece), step = clock_grid_step_min(piece);
        piece_lags lags;
        piece_lags_make(&lags, &t->modes, step);
        for (int n = 1; n <= CLOCK_GRID_STEPS && point < CLOCK_GRID_POINTS; n++, point++) {
            drive now = drive_at(t, start + step * (double)n);
            double trigger_before = trigger;
            trigger =
                onset_trigger_step(trigger, 0.5 * (before.saturation + now.saturation), step / MIN_PER_H);
            t->ketamine_effect[point] =
                lag_step(lags.effect, t->ketamine_effect[point - 1], trigger_before, trigger);
            t->desensitisation[point] =
                lag_step(lags.desensitisation, t->desensitisation[point - 1], before.goal, now.goal);
            for (int s = 0; s < SIDE_COUNT; s++)
                step_engagement(t, (side)s, point, &lags, before.input[s], now.input[s]);
            before = now;
        }
    }
}

treatment *treatment_create(treatment_inputs inputs)
{
    treatment *t = malloc(sizeof *t);
    if (!t)
        return NULL;
    engagement_modes_make(&t->modes, ENGAGEMENT_KAPPA);
    treatment_tabulate(t, inputs);
    return t;
}

void treatment_destroy(treatment *t)
{
    free(t);
}

treatment_inputs treatment_inputs_of(const treatment *t)
{
    return t->inputs;
}

treatment_levels treatment_at(const treatment *t, double t_min)
{
    t_min = clock_grid_clamp(t_min);
    clock_grid_place p = clock_grid_place_of(t_min);
    double t_h = t_min / MIN_PER_H;
    double mg_per_l = pharmacokinetics_mg_per_l(&t->pk, t_min), c_uM = pharmacokinetics_uM(mg_per_l);
    treatment_levels v = {
        .ketamine_ng_per_ml = mg_per_l * 1000.0,
        .ketamine_uM = c_uM,
        .ketamine_relative = t->peak_mg_per_l > 0.0 ? mg_per_l / t->peak_mg_per_l : 0.0,
        .block_interneuron = drivers_block_interneuron(c_uM),
        .block_pyramidal = drivers_block_pyramidal(c_uM),
        .glutamate_gain = drivers_glutamate_gain(c_uM),
        .dissociation = drivers_dissociation(mg_per_l * 1000.0),
        .ssri_occupancy = ssri_occupancy(t->inputs.ssri_target, t_h),
        .autoreceptor_desensitisation = clock_grid_between(t->desensitisation, p),
    };
    v.serotonin = ssri_serotonin(v.ssri_occupancy, v.autoreceptor_desensitisation);
    v.raphe_firing = ssri_firing(v.serotonin, v.autoreceptor_desensitisation);
    v.effect[SIDE_SSRI] = onset_ssri(t->inputs.ssri_target, t_h);
    v.effect[SIDE_KETAMINE] = clock_grid_between(t->ketamine_effect, p);
    return v;
}

static void amplitude_at(const treatment *t, side s, double t_min, double out[ENGAGEMENT_MODES])
{
    clock_grid_place p = clock_grid_place_of(clock_grid_clamp(t_min));
    const double *before = t->amplitude[s][p.index], *after = t->amplitude[s][p.index + 1];
    for (int k = 0; k < ENGAGEMENT_MODES; k++)
        out[k] = before[k] + p.share * (after[k] - before[k]);
}

void treatment_engagement(const treatment *t, side s, double t_min, double x[ATLAS_NODES])
{
    double amplitude[ENGAGEMENT_MODES];
    amplitude_at(t, s, t_min, amplitude);
    engagement_nodes(&t->modes, amplitude, x);
}

double treatment_engagement_node(const treatment *t, side s, double t_min, int node)
{
    double amplitude[ENGAGEMENT_MODES];
    amplitude_at(t, s, t_min, amplitude);
    return engagement_node(&t->modes, amplitude, node);
}

int treatment_engaged_count(const treatment *t, side s, double t_min)
{
    double x[ATLAS_NODES];
    treatment_engagement(t, s, t_min, x);
    return engagement_count(x);
}

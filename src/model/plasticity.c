#include "model/plasticity.h"

#include "base/dmath.h"
#include "model/clock_grid.h"
#include "model/drivers.h"
#include "model/pharmacokinetics.h"
#include "model/plasticity_ode.h"
#include "model/ssri.h"

#include <math.h>
#include <stdlib.h>

static const double MIN_PER_H = 60.0;
static const double SSRI_PROTEINS = 0.04; // p_S at therapeutic occupancy after a long time
static const double SSRI_PROTEINS_H = 336.0;

struct plasticity {
    plasticity_inputs inputs;
    double bdnf[SIDE_COUNT][CLOCK_GRID_POINTS];
    double mtor[SIDE_COUNT][CLOCK_GRID_POINTS];
    double proteins[SIDE_COUNT][CLOCK_GRID_POINTS];
    double density[SIDE_COUNT][CLOCK_GRID_POINTS];
    double scatter[SIDE_COUNT][CLOCK_GRID_POINTS];
};

plasticity_inputs plasticity_inputs_default(void)
{
    return (plasticity_inputs){.treatment = treatment_inputs_default()};
}

static double set_point(const plasticity_inputs *in)
{
    return in->stressed ? PLASTICITY_STRESSED : 1.0;
}

static plasticity_drive drive_at(const plasticity_inputs *in, const pharmacokinetics *pk, side s,
                                 double t_min)
{
    plasticity_drive d = {.mtor_free = in->rapamycin ? 0.0 : 1.0, .set_point = set_point(in)};
    if (s == SIDE_KETAMINE) {
        double c_uM = pharmacokinetics_uM(pharmacokinetics_mg_per_l(pk, t_min));
        d.rise = drivers_glutamate_gain(c_uM) - 1.0;
    } else {
        double t_h = t_min / MIN_PER_H;
        double share = ssri_occupancy(in->treatment.ssri_target, t_h) / SSRI_THERAPEUTIC_OCCUPANCY;
        d.proteins_ssri = SSRI_PROTEINS * share * dmath_saturation(t_h / SSRI_PROTEINS_H);
    }
    return d;
}

static void store(plasticity *p, side s, int point, const plasticity_state *y)
{
    p->bdnf[s][point] = y->bdnf;
    p->mtor[s][point] = y->mtor;
    p->proteins[s][point] = y->proteins;
    p->density[s][point] = y->density;
    p->scatter[s][point] = y->scatter;
}

void plasticity_tabulate(plasticity *p, plasticity_inputs inputs)
{
    treatment_inputs_clamp(&inputs.treatment);
    p->inputs = inputs;
    pharmacokinetics pk = pharmacokinetics_make(inputs.treatment.ketamine_mg_per_kg);
    plasticity_state y[SIDE_COUNT];
    plasticity_drive before[SIDE_COUNT];
    for (int s = 0; s < SIDE_COUNT; s++) {
        y[s] = (plasticity_state){.density = set_point(&inputs)};
        before[s] = drive_at(&inputs, &pk, (side)s, 0.0);
        store(p, (side)s, 0, &y[s]);
    }
    int point = 1;
    for (int piece = 0; piece < CLOCK_GRID_PIECES; piece++) {
        double start = clock_grid_start_min(piece), step = clock_grid_step_min(piece);
        plasticity_lags lags = plasticity_lags_make(step / MIN_PER_H);
        for (int n = 1; n <= CLOCK_GRID_STEPS && point < CLOCK_GRID_POINTS; n++, point++)
            for (int s = 0; s < SIDE_COUNT; s++) {
                plasticity_drive now = drive_at(&inputs, &pk, (side)s, start + step * (double)n);
                y[s] = plasticity_step(y[s], &lags, &before[s], &now);
                before[s] = now;
                store(p, (side)s, point, &y[s]);
            }
    }
}

plasticity *plasticity_create(plasticity_inputs inputs)
{
    plasticity *p = malloc(sizeof *p);
    if (p)
        plasticity_tabulate(p, inputs);
    return p;
}

void plasticity_destroy(plasticity *p)
{
    free(p);
}

plasticity_inputs plasticity_inputs_of(const plasticity *p)
{
    return p->inputs;
}

double plasticity_set_point(const plasticity *p)
{
    return set_point(&p->inputs);
}

static clock_grid_place place(double t_min)
{
    return clock_grid_place_of(clock_grid_clamp(t_min));
}

plasticity_levels plasticity_at(const plasticity *p, side s, double t_min)
{
    clock_grid_place at = place(t_min);
    plasticity_levels v = {.bdnf = clock_grid_between(p->bdnf[s], at),
                           .mtor = clock_grid_between(p->mtor[s], at),
                           .proteins = clock_grid_between(p->proteins[s], at),
                           .density = clock_grid_between(p->density[s], at)};
    v.formation = set_point(&p->inputs) + PLASTICITY_PHI * v.proteins;
    return v;
}

double plasticity_formation(const plasticity *p, side s, double t_min)
{
    return set_point(&p->inputs) + PLASTICITY_PHI * clock_grid_between(p->proteins[s], place(t_min));
}

double plasticity_density(const plasticity *p, side s, double t_min)
{
    return clock_grid_between(p->density[s], place(t_min));
}

double plasticity_extra_spread(const plasticity *p, side s, double t_min, int sites)
{
    clock_grid_place at = place(t_min);
    double extra = clock_grid_between(p->density[s], at) - set_point(&p->inputs);
    double variance = (extra + clock_grid_between(p->scatter[s], at)) / (0.5 * (double)sites);
    return variance > 0.0 ? sqrt(variance) : 0.0;
}

#include "model/plasticity_ode.h"

plasticity_lags plasticity_lags_make(double dt_h)
{
    return (plasticity_lags){.bdnf = lag_make(1.0 / PLASTICITY_TAU_BDNF_H, dt_h),
                             .mtor = lag_make(1.0 / PLASTICITY_TAU_MTOR_H, dt_h),
                             .proteins = lag_make(1.0 / PLASTICITY_TAU_PROTEINS_H, dt_h),
                             .density = lag_make(PLASTICITY_LOSS_PER_H, dt_h),
                             .scatter = lag_make(2.0 * PLASTICITY_LOSS_PER_H, dt_h)};
}

static double step(lag l, double y, double from, double to)
{
    return l.keep * y + (l.from * from + l.to * to);
}

static double mtor_goal(double bdnf, double mtor_free)
{
    double b2 = bdnf * bdnf;
    return mtor_free * (b2 / (b2 + PLASTICITY_HALF_BDNF * PLASTICITY_HALF_BDNF));
}

static double proteins_goal(double mtor, double proteins_ssri)
{
    return PLASTICITY_TAU_PROTEINS_H * PLASTICITY_PROTEINS_PER_H * mtor + proteins_ssri;
}

static double density_goal(double proteins, double set_point)
{
    return set_point + PLASTICITY_PHI * proteins;
}

// Extra spines also come and go with the twin's births at their sites (docs/models.md).
static double scatter_goal(double density, double set_point)
{
    return set_point / (2.0 - set_point) * (density - set_point);
}

plasticity_state plasticity_step(plasticity_state y, const plasticity_lags *lags,
                                 const plasticity_drive *from, const plasticity_drive *to)
{
    plasticity_state z;
    z.bdnf = step(lags->bdnf, y.bdnf, from->rise, to->rise);
    z.mtor = step(lags->mtor, y.mtor, mtor_goal(y.bdnf, from->mtor_free), mtor_goal(z.bdnf, to->mtor_free));
    z.proteins = step(lags->proteins, y.proteins, proteins_goal(y.mtor, from->proteins_ssri),
                      proteins_goal(z.mtor, to->proteins_ssri));
    z.density = step(lags->density, y.density, density_goal(y.proteins, from->set_point),
                     density_goal(z.proteins, to->set_point));
    z.scatter = step(lags->scatter, y.scatter, scatter_goal(y.density, from->set_point),
                     scatter_goal(z.density, to->set_point));
    return z;
}

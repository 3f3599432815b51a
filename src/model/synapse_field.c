#include "model/synapse_field.h"

#include <math.h>
#include <stdbool.h>

enum { CELLS = SYNAPSE_FIELD_CELLS };

// Area of the face at distance k * width, relative to the volumes.
static double face(bool disc, int k)
{
    return disc ? (double)k : 1.0;
}

static synapse_field make(bool disc, double length_um, double d_um2_per_ms)
{
    synapse_field f = {.width_um = length_um / CELLS};
    double rate = d_um2_per_ms / (f.width_um * f.width_um);
    for (int k = 0; k < CELLS; k++) {
        f.volume[k] = disc ? (double)k + 0.5 : 1.0;
        f.out[k] = rate * face(disc, k + 1) / f.volume[k];
        f.back[k] = k > 0 ? rate * face(disc, k) / f.volume[k] : 0.0;
    }
    f.share[0] = 1.0;
    return f;
}

synapse_field synapse_field_disc(double rim_um, double d_um2_per_ms)
{
    synapse_field f = make(true, rim_um, d_um2_per_ms);
    f.out[CELLS - 1] *= 2.0; // half a cell to the rim
    return f;
}

synapse_field synapse_field_slab(double height_um, double speed_um_per_ms, double d_um2_per_ms)
{
    synapse_field f = make(false, height_um, d_um2_per_ms);
    f.out[CELLS - 1] = 0.0;
    // Half a cell of diffusion in series with the wall.
    if (speed_um_per_ms > 0.0)
        f.back[0] = 1.0 / (f.width_um * (1.0 / speed_um_per_ms + 0.5 * f.width_um / d_um2_per_ms));
    return f;
}

// What flows into cell k per ms, less what leaves it.
static double gain(const synapse_field *f, int k)
{
    double from_before = k > 0 ? f->out[k - 1] * f->share[k - 1] : 0.0;
    double from_next = k < CELLS - 1 ? f->back[k + 1] * f->share[k + 1] : 0.0;
    return from_before + from_next - (f->out[k] + f->back[k]) * f->share[k];
}

void synapse_field_step(synapse_field *f, double dt_ms, int smooth)
{
    double implicit = smooth ? dt_ms : 0.5 * dt_ms, explicit = dt_ms - implicit;
    double right[CELLS], upper[CELLS];
    for (int k = 0; k < CELLS; k++)
        right[k] = f->share[k] + explicit * gain(f, k);
    // Thomas's elimination; the matrix is diagonally dominant.
    for (int k = 0; k < CELLS; k++) {
        double diagonal = 1.0 + implicit * (f->out[k] + f->back[k]);
        double lower = k > 0 ? -implicit * f->out[k - 1] : 0.0;
        double over = 1.0 / (diagonal - (k > 0 ? lower * upper[k - 1] : 0.0));
        upper[k] = k < CELLS - 1 ? -implicit * f->back[k + 1] * over : 0.0;
        right[k] = (right[k] - (k > 0 ? lower * right[k - 1] : 0.0)) * over;
    }
    for (int k = CELLS - 1; k >= 0; k--)
        f->share[k] = right[k] - (k < CELLS - 1 ? upper[k] * f->share[k + 1] : 0.0);
}

double synapse_field_total(const synapse_field *f)
{
    double total = 0.0;
    for (int k = 0; k < CELLS; k++)
        total += f->share[k];
    return total;
}

// The part of cell k, by volume, that lies below the coordinate um.
static double part_below(const synapse_field *f, int k, double um)
{
    double low = f->width_um * k, high = low + f->width_um;
    if (um >= high)
        return 1.0;
    if (um <= low)
        return 0.0;
    bool disc = f->volume[0] < 1.0;
    return disc ? (um * um - low * low) / (high * high - low * low) : (um - low) / f->width_um;
}

double synapse_field_within(const synapse_field *f, double um)
{
    double within = 0.0;
    for (int k = 0; k < CELLS; k++)
        within += f->share[k] * part_below(f, k, um);
    return within;
}

double synapse_field_sample(const synapse_field *f, double u)
{
    double left = u * synapse_field_total(f);
    int k = 0;
    while (k < CELLS - 1 && left >= f->share[k])
        left -= f->share[k++];
    double part = f->share[k] > 0.0 ? left / f->share[k] : 0.0;
    part = part < 1.0 ? part : 1.0;
    double low = f->width_um * k, high = low + f->width_um;
    bool disc = f->volume[0] < 1.0;
    return disc ? sqrt(low * low + part * (high * high - low * low)) : low + part * f->width_um;
}

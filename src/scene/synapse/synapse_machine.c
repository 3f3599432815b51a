#include "scene/synapse/synapse_machine.h"

#include <math.h>

static const float half_turn = 3.14159265f;
// Of a pump, widths: how far from its rotor's middle a molecule rides, mouth and outlet.
static const float ride = 0.12f, mouth_z = 0.75f, outlet_z = -1.10f;

float synapse_molecule_radius(side s)
{
    return s == SIDE_SSRI ? 0.0195f : 0.0105f;
}

float synapse_machine_width(synapse_kind k)
{
    static const float widths[SYNAPSE_DRAWN_KINDS] = {0.150f, 0.205f, 0.190f, 0.180f, 0.32f};
    return widths[k];
}

float synapse_machine_towards(synapse_kind k)
{
    return k == SYNAPSE_DRAWN_SERT ? -1.0f : 1.0f;
}

void synapse_seat(const synapse_machine *m, float out[3])
{
    // Across and up, widths; on an NMDA receptor the mouth is kept free for what may plug it.
    static const float seats[SYNAPSE_DRAWN_KINDS][2] = {
        {0.0f, 0.84f}, {-0.56f, 1.24f}, {0.0f, 0.46f}, {0.0f, 0.5f}, {0.0f, 0.45f}};
    float width = synapse_machine_width(m->kind);
    out[0] = m->at[0] + seats[m->kind][0] * width;
    out[1] = m->at[1] - 0.6f * width;
    out[2] = m->at[2] + synapse_machine_towards(m->kind) * seats[m->kind][1] * width;
}

bool synapse_machine_stands(const synapse_machine *m)
{
    return m->at[1] > SYNAPSE_FRONT - 0.01f;
}

bool synapse_passenger(const synapse_machine *m, float out[3], float *size)
{
    if (m->kind != SYNAPSE_DRAWN_SERT || m->turned <= 0.0f || m->plugged > 0.5f)
        return false;
    // Into the mouth, half round with the rotor, out into the cell.
    float width = synapse_machine_width(m->kind), x = 0.0f, z, t = m->turned;
    *size = 1.0f;
    if (t < 0.2f)
        z = mouth_z + (SYNAPSE_ROTOR_Z + ride - mouth_z) * t / 0.2f;
    else if (t < 0.6f) {
        float a = half_turn * (t - 0.2f) / 0.4f;
        x = -ride * sinf(a);
        z = SYNAPSE_ROTOR_Z + ride * cosf(a);
    } else {
        z = SYNAPSE_ROTOR_Z - ride + (outlet_z - SYNAPSE_ROTOR_Z + ride) * (t - 0.6f) / 0.4f;
        *size = fminf(1.0f, (1.0f - t) / 0.15f);
    }
    out[0] = m->at[0] - width * x;
    out[1] = m->at[1] - 0.48f * width;
    out[2] = m->at[2] - width * z;
    return true;
}

#include "scene/circuit/circuit_activity.h"

#include "base/ease.h"

#include <math.h>
#include <string.h>

static const float rise_ms = 3.0f, fade_ms = 22.0f;

double circuit_blocked_share(const circuit_drive *d, circuit_population p)
{
    circuit_block only = p == CIRCUIT_PYRAMIDAL ? CIRCUIT_BLOCK_PYRAMIDAL : CIRCUIT_BLOCK_INTERNEURON;
    bool reached = d->block == CIRCUIT_BLOCK_BOTH || d->block == only;
    return !reached ? 0.0 : p == CIRCUIT_PYRAMIDAL ? d->block_pyramidal : d->block_interneuron;
}

static void find_spikes(circuit_activity *a, const circuit *c, const circuit_patch *p)
{
    int8_t place[CIRCUIT_CELLS];
    int found[CIRCUIT_PATCH_CELLS] = {0};
    memset(place, -1, sizeof place);
    for (int i = 0; i < CIRCUIT_PATCH_CELLS; i++) {
        place[p->cells[i].model_cell] = (int8_t)i;
        for (int k = 0; k < CIRCUIT_ACTIVITY_SPIKES; k++)
            a->ages_ms[i][k] = 1e6f;
    }
    int64_t now = circuit_steps(c);
    uint64_t first = circuit_spike_after(c, now - (int64_t)(CIRCUIT_ACTIVITY_MS * CIRCUIT_STEPS_PER_MS));
    for (uint64_t n = circuit_spike_end(c); n > first; n--) {
        circuit_spike s = circuit_spike_at(c, n - 1);
        int i = place[s.cell];
        if (i < 0)
            continue;
        float age = (float)(now - s.step) / CIRCUIT_STEPS_PER_MS;
        if (found[i] < CIRCUIT_ACTIVITY_SPIKES)
            a->ages_ms[i][found[i]++] = age;
        a->glow[i] += (1.0f - expf(-age / rise_ms)) * expf(-age / fade_ms);
    }
}

circuit_activity circuit_activity_of(const circuit *c, const circuit_patch *p)
{
    circuit_activity a = {.haze = 0.0f};
    find_spikes(&a, c, p);
    for (int i = 0; i < CIRCUIT_PATCH_CELLS; i++)
        a.glow[i] = clampf(a.glow[i], 0.0f, 1.0f);
    circuit_sample now = circuit_now(c);
    float pyramidal = (float)(now.glutamate / CIRCUIT_BEFORE_GLUTAMATE);
    float brake = (float)(now.rate_hz[CIRCUIT_INTERNEURON] / CIRCUIT_BEFORE_INTERNEURON_HZ);
    a.tonic[CIRCUIT_PYRAMIDAL] = clampf(pyramidal - 0.75f, 0.0f, 1.0f);
    a.tonic[CIRCUIT_INTERNEURON] = clampf((brake - 0.45f) / 0.55f, 0.0f, 1.0f);
    a.haze = clampf(pyramidal - 1.0f, 0.0f, 1.3f);
    circuit_drive d = circuit_def_of(c).drive;
    for (int k = 0; k < CIRCUIT_POPULATIONS; k++)
        a.blocked[k] = (float)circuit_blocked_share(&d, (circuit_population)k);
    return a;
}

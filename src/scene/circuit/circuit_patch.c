#include "scene/circuit/circuit_patch.h"

#include <math.h>
#include <stdlib.h>

static const float pi = 3.14159265f;

float circuit_patch_soma_radius(bool pyramidal, float h)
{
    if (h <= CIRCUIT_PATCH_SOMA_LOW || h >= CIRCUIT_PATCH_SOMA_HIGH)
        return 0.0f;
    if (!pyramidal)
        return fabsf(h) < 0.95f ? sqrtf(1.0f - h * h / (0.95f * 0.95f)) : 0.0f;
    // A round base that narrows into the apical trunk.
    if (h < -0.25f) {
        float t = (h + 0.25f) / (CIRCUIT_PATCH_SOMA_LOW + 0.25f);
        return sqrtf(fmaxf(1.0f - t * t, 0.0f));
    }
    float t = (h + 0.25f) / (CIRCUIT_PATCH_SOMA_HIGH + 0.25f);
    return 0.20f + 0.80f * 0.5f * (1.0f + cosf(pi * powf(t, 0.80f)));
}

void circuit_patch_destroy(circuit_patch *p)
{
    if (!p)
        return;
    free(p->points);
    free(p->neurites);
    free(p->terminals);
    free(p->sites);
    free(p);
}

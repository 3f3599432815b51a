#include "scene/circuit/circuit_light.h"

static const circuit_light night = {
    .rest = {{0.56f, 0.49f, 0.40f}, {0.31f, 0.27f, 0.34f}},
    .active = {{1.00f, 0.72f, 0.20f}, {0.98f, 0.53f, 0.78f}},
    .pulse = {{1.00f, 0.95f, 0.74f}, {1.00f, 0.84f, 0.95f}},
    .key = {0.98f, 0.94f, 0.88f},
    .sky = {0.34f, 0.37f, 0.46f},
    .ground = {0.16f, 0.13f, 0.17f},
    .rim = {0.26f, 0.36f, 0.58f},
    .haze = {0.80f, 0.46f, 0.06f, 0.50f},
    .fog = 0.78f,
    .puff = {4.6f, 0.55f, 0.0f},
    .adds = true,
};

static const circuit_light daylight = {
    .rest = {{0.80f, 0.75f, 0.66f}, {0.82f, 0.78f, 0.82f}},
    .active = {{0.88f, 0.55f, 0.02f}, {0.70f, 0.22f, 0.50f}},
    .pulse = {{0.46f, 0.24f, 0.00f}, {0.42f, 0.04f, 0.28f}},
    .key = {0.74f, 0.72f, 0.70f},
    .sky = {0.50f, 0.51f, 0.53f},
    .ground = {0.36f, 0.34f, 0.34f},
    .rim = {0.04f, 0.06f, 0.10f},
    .haze = {0.98f, 0.80f, 0.42f, 0.52f},
    .fog = 0.74f,
    .puff = {4.6f, 0.50f, 1.0f},
    .adds = false,
};

static const circuit_light contrast = {
    .rest = {{0.60f, 0.54f, 0.44f}, {0.34f, 0.29f, 0.36f}},
    .active = {{1.00f, 0.80f, 0.30f}, {1.00f, 0.60f, 0.84f}},
    .pulse = {{1.00f, 0.96f, 0.80f}, {1.00f, 0.90f, 0.98f}},
    .key = {1.00f, 0.96f, 0.92f},
    .sky = {0.34f, 0.36f, 0.42f},
    .ground = {0.14f, 0.12f, 0.14f},
    .rim = {0.40f, 0.48f, 0.66f},
    .haze = {0.80f, 0.46f, 0.06f, 0.44f},
    .fog = 0.74f,
    .puff = {4.6f, 0.60f, 0.0f},
    .adds = true,
};

const circuit_light *circuit_light_of(const theme *t)
{
    if (t == theme_get(THEME_CONTRAST))
        return &contrast;
    return t->light ? &daylight : &night;
}

#include "scene/brain/brain_light.h"

static const brain_light night = {
    .cortex = {0.695f, 0.645f, 0.66f},
    .sulcus = {0.46f, 0.26f, 0.235f},
    .cerebellum = {0.54f, 0.515f, 0.535f},
    .stem = {0.47f, 0.455f, 0.465f},
    .key = {0.98f, 0.93f, 0.88f},
    .sky = {0.36f, 0.38f, 0.44f},
    .ground = {0.14f, 0.11f, 0.13f},
    .rim = {0.34f, 0.46f, 0.70f},
    .solid = {0.08f, 0.34f, 0.10f, 0.50f},
    .glass = {0.045f, 0.070f, 0.130f, 0.13f},
    .edge = {0.42f, 0.62f, 0.92f, 0.85f},
    .edge_shape = {0.65f, 1.0f, 0.10f, 0.0f},
    .engaged = {0.16f, 0.52f, 0.96f, 0.50f},
    .highlight = {0.30f, 0.33f, 0.38f},
    .deep = {0.86f, 0.40f, 0.04f, 0.32f},
    .deep_rest = {0.20f, 0.31f, 0.54f},
    .deep_edge = {0.26f, 0.38f, 0.62f},
    .glow = {6.0f, 0.50f, 0.0f, 2.0f, 0.30f, 0.90f},
    .spark = {0.6f, 0.85f, 0.5f, 1.2f, 0.58f, 0.80f},
    .shine = {1.5f, 0.62f, 0.8f, 1.4f, 0.30f, 0.90f},
    .halo = 0.17f,
};

static const brain_light daylight = {
    .cortex = {0.78f, 0.735f, 0.75f},
    .sulcus = {0.62f, 0.42f, 0.39f},
    .cerebellum = {0.66f, 0.635f, 0.655f},
    .stem = {0.66f, 0.645f, 0.65f},
    .key = {0.78f, 0.755f, 0.725f},
    .sky = {0.52f, 0.53f, 0.55f},
    .ground = {0.40f, 0.37f, 0.37f},
    .rim = {0.05f, 0.07f, 0.10f},
    .solid = {0.06f, 0.42f, 0.10f, 0.50f},
    .glass = {0.62f, 0.70f, 0.80f, 0.16f},
    .edge = {0.16f, 0.25f, 0.40f, 0.80f},
    .edge_shape = {0.25f, 0.0f, 0.22f, 0.0f},
    .engaged = {0.16f, 0.52f, 0.94f, 0.46f},
    .highlight = {0.20f, 0.20f, 0.20f},
    .deep = {0.55f, 0.60f, 0.04f, 0.32f},
    .deep_rest = {1.22f, 1.21f, 1.22f},
    .deep_edge = {0.05f, 0.06f, 0.10f},
    .glow = {3.0f, 0.28f, 1.0f, 2.0f, 0.30f, 0.90f},
    .spark = {0.6f, 0.85f, 1.0f, 1.2f, 0.58f, 0.80f},
    .shine = {1.5f, 0.62f, 1.0f, 1.4f, 0.30f, 0.90f},
    .halo = 0.0f,
};

static const brain_light contrast = {
    .cortex = {0.695f, 0.65f, 0.665f},
    .sulcus = {0.42f, 0.24f, 0.22f},
    .cerebellum = {0.55f, 0.525f, 0.545f},
    .stem = {0.49f, 0.475f, 0.485f},
    .key = {0.98f, 0.94f, 0.90f},
    .sky = {0.34f, 0.36f, 0.42f},
    .ground = {0.12f, 0.10f, 0.12f},
    .rim = {0.50f, 0.60f, 0.80f},
    .solid = {0.10f, 0.38f, 0.10f, 0.50f},
    .glass = {0.03f, 0.05f, 0.09f, 0.18f},
    .edge = {0.74f, 0.86f, 1.00f, 1.00f},
    .edge_shape = {0.35f, 1.0f, 0.10f, 0.0f},
    .engaged = {0.16f, 0.52f, 0.96f, 0.44f},
    .highlight = {0.30f, 0.33f, 0.38f},
    .deep = {0.85f, 0.66f, 0.04f, 0.32f},
    .deep_rest = {0.27f, 0.28f, 0.31f},
    .deep_edge = {0.52f, 0.62f, 0.85f},
    .glow = {4.5f, 0.42f, 0.0f, 2.0f, 0.30f, 0.90f},
    .spark = {0.6f, 0.85f, 0.5f, 1.2f, 0.58f, 0.80f},
    .shine = {1.5f, 0.62f, 0.8f, 1.4f, 0.30f, 0.90f},
    .halo = 0.0f,
};

const brain_light *brain_light_of(const theme *t)
{
    if (t == theme_get(THEME_CONTRAST))
        return &contrast;
    return t->light ? &daylight : &night;
}

lamps brain_lamps_of(const camera *c)
{
    static const float key[3] = {-0.50f, 0.72f, 0.62f}, rim[3] = {0.62f, 0.42f, -0.35f};
    return lamps_make(c, key, rim);
}

#include "scene/growth/growth_light.h"

static const growth_light night = {
    .tissue = {0.83f, 0.745f, 0.715f},
    .head = {0.97f, 0.80f, 0.70f},
    .shade = {0.52f, 0.34f, 0.36f},
    .key = {1.00f, 0.95f, 0.89f},
    .sky = {0.27f, 0.30f, 0.38f},
    .ground = {0.13f, 0.10f, 0.13f},
    .rim = {0.32f, 0.46f, 0.74f},
    .matter = {0.20f, 0.14f, 0.42f, 0.0f},
    .own = 0.52f,
    .fibre = {0.20f, 0.30f, 0.52f, 0.10f},
    .fibre_edge = {0.42f, 0.58f, 0.86f, 0.34f},
};

static const growth_light daylight = {
    .tissue = {0.885f, 0.800f, 0.770f},
    .head = {0.93f, 0.74f, 0.66f},
    .shade = {0.66f, 0.48f, 0.47f},
    .key = {0.74f, 0.71f, 0.68f},
    .sky = {0.52f, 0.53f, 0.56f},
    .ground = {0.42f, 0.39f, 0.40f},
    .rim = {0.03f, 0.05f, 0.08f},
    .matter = {0.10f, 0.10f, 0.34f, 0.0f},
    .own = 0.50f,
    .fibre = {0.45f, 0.55f, 0.70f, 0.10f},
    .fibre_edge = {0.25f, 0.37f, 0.56f, 0.42f},
};

static const growth_light contrast = {
    .tissue = {0.86f, 0.78f, 0.75f},
    .head = {0.97f, 0.80f, 0.70f},
    .shade = {0.46f, 0.30f, 0.32f},
    .key = {1.00f, 0.96f, 0.92f},
    .sky = {0.28f, 0.30f, 0.36f},
    .ground = {0.11f, 0.09f, 0.10f},
    .rim = {0.55f, 0.66f, 0.85f},
    .matter = {0.20f, 0.14f, 0.30f, 0.0f},
    .own = 0.50f,
    .fibre = {0.14f, 0.20f, 0.34f, 0.10f},
    .fibre_edge = {0.60f, 0.74f, 1.00f, 0.42f},
};

const growth_light *growth_light_of(const theme *t)
{
    if (t == theme_get(THEME_CONTRAST))
        return &contrast;
    return t->light ? &daylight : &night;
}

lamps growth_lamps_of(const camera *c)
{
    static const float key[3] = {-0.42f, 0.78f, 0.66f}, rim[3] = {0.60f, -0.30f, -0.45f};
    return lamps_make(c, key, rim);
}

#include "scene/kit/lamps.h"

#include <math.h>

static void direction(const camera *c, const float on_screen[3], float out[3])
{
    float length =
        sqrtf(on_screen[0] * on_screen[0] + on_screen[1] * on_screen[1] + on_screen[2] * on_screen[2]);
    for (int i = 0; i < 3; i++)
        out[i] =
            (on_screen[0] * c->right[i] + on_screen[1] * c->up[i] + on_screen[2] * c->toward[i]) / length;
}

lamps lamps_make(const camera *c, const float key[3], const float rim[3])
{
    static const float up[3] = {0.0f, 1.0f, 0.0f};
    lamps l;
    direction(c, key, l.key);
    direction(c, rim, l.rim);
    direction(c, up, l.up);
    return l;
}

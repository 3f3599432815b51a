#include "scene/growth/growth_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

growth_part growth_part_of(const char *id, int *place)
{
    static const char *const names[GROWTH_PARTS] = {"", "shaft", "", "bouton", "density", "learning"};
    static const char prefix[] = "spine.";
    if (!id || !id[0])
        return GROWTH_PART_NONE;
    for (int i = GROWTH_PART_SHAFT; i < GROWTH_PARTS; i++)
        if (names[i][0] && strcmp(id, names[i]) == 0)
            return (growth_part)i;
    if (strncmp(id, prefix, sizeof prefix - 1) != 0)
        return GROWTH_PART_NONE;
    const char *digits = id + sizeof prefix - 1;
    size_t length = strlen(digits);
    if (length < 1 || length > 3 || strspn(digits, "0123456789") != length || atoi(digits) >= GROWTH_SITES)
        return GROWTH_PART_NONE;
    *place = atoi(digits);
    return GROWTH_PART_SPINE;
}

growth_kind growth_kind_of(const growth_half *h, int place)
{
    const growth_spine *x = &h->goal[place];
    if (x->there <= 0.0f)
        return GROWTH_EMPTY;
    if (x->extra > 0.0f)
        return GROWTH_EXTRA;
    return x->maturity < 0.5f ? GROWTH_NEW : GROWTH_MATURE;
}

int growth_example(const growth_tissue *t, const growth_half *h, growth_kind kind)
{
    // Where on the stretch each kind is looked for first, um to the right, and whether standing up or down,
    // so that their names find room: below the trunk, and between the branches.
    static const float wanted[GROWTH_KINDS] = {0.0f, 13.0f, -9.0f, 7.0f};
    static const float upwards[GROWTH_KINDS] = {0.0f, 0.0f, -1.0f, 0.0f};
    int best = -1;
    float least = INFINITY;
    for (int i = 0; i < GROWTH_SITES; i++) {
        if (growth_kind_of(h, i) != kind)
            continue;
        const growth_place *p = &t->place[i];
        float up = upwards[kind] != 0.0f ? upwards[kind] : p->base[2] > 0.0f ? -1.0f : 1.0f;
        // Seen best from aside, a little towards the viewer.
        float cost = fabsf(-p->base[1] - wanted[kind]) - 7.0f * up * p->axis[2] + 4.0f * p->axis[0];
        if (cost < least) {
            least = cost;
            best = i;
        }
    }
    return best;
}

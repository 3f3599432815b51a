#include "model/spines.h"

#include "base/dmath.h"
#include "base/random.h"
#include "model/clock_grid.h"
#include "model/plasticity_ode.h"

#include <math.h>
#include <stdlib.h>

// In eight weeks a site sees about five losses, so about 700 spines are made. No seed comes near the bound.
enum { SPINES_MAX = 2048 };

enum { TWIN = SIDE_COUNT, WORLDS };

enum { STREAM_START = 0x5B1E5, STREAM_EVENTS };

static const double MIN_PER_H = 60.0;

// Gains are proposed at this many times eps a site and thinned to their rate (Lewis & Shedler 1979). The rate
// stays below: at the highest dose formation reaches 3.1 times its baseline, and 0.5 * 3.1 / (1 - q) = 16 at
// q = 0.9.
static const double PROPOSED_GAINS = 16.0;

typedef struct spines_world {
    int count;
    int occupied;
    int16_t at_site[SPINES_SITES]; // index of the spine there now, -1: none
    spine all[SPINES_MAX];
} spines_world;

struct spines {
    spines_world world[WORLDS];
};

static void add(spines_world *w, int site, double t_min, uint32_t shape)
{
    if (w->count == SPINES_MAX)
        return;
    w->at_site[site] = (int16_t)w->count;
    w->occupied++;
    w->all[w->count++] = (spine){.birth_min = t_min,
                                 .death_min = (double)INFINITY,
                                 .extra_until_min = t_min,
                                 .shape = shape,
                                 .site = (uint16_t)site};
}

static int by_birth(const void *a, const void *b)
{
    const spine *x = a, *y = b;
    return (x->birth_min > y->birth_min) - (x->birth_min < y->birth_min);
}

// The spines of the start: sites in random order, ages as after a long life at this rate of loss. Made once
// and copied, so that all worlds begin alike.
static void make_first(spines *s, double set_point, uint32_t seed)
{
    random_state r = random_make(seed, STREAM_START);
    int site[SPINES_SITES];
    for (int i = 0; i < SPINES_SITES; i++)
        site[i] = i;
    int first = (int)(SPINES_SITES * SPINES_OCCUPIED * set_point + 0.5);
    spines_world *w = &s->world[0];
    w->count = w->occupied = 0;
    for (int i = 0; i < SPINES_SITES; i++)
        w->at_site[i] = -1;
    for (int i = 0; i < first; i++) {
        int other = i + (int)random_below(&r, (uint32_t)(SPINES_SITES - i));
        int chosen = site[other];
        site[other] = site[i];
        double age_h = -dmath_log(1.0 - random_uniform(&r)) / PLASTICITY_LOSS_PER_H;
        add(w, chosen, -age_h * MIN_PER_H, random_u32(&r));
    }
    qsort(w->all, (size_t)w->count, sizeof w->all[0], by_birth);
    for (int i = 0; i < w->count; i++)
        w->at_site[w->all[i].site] = (int16_t)i;
    for (int k = 1; k < WORLDS; k++)
        s->world[k] = *w;
}

static void lose(spines_world *w, int site, double t_min)
{
    if (w->at_site[site] < 0)
        return;
    spine *p = &w->all[w->at_site[site]];
    p->death_min = t_min;
    if (p->extra_until_min > t_min)
        p->extra_until_min = t_min;
    w->at_site[site] = -1;
    w->occupied--;
}

// What an empty site's rate of gain is over the proposed one.
static double accepted_share(const spines_world *w, double formation)
{
    double empty = (double)(SPINES_SITES - w->occupied) / SPINES_SITES;
    return SPINES_OCCUPIED * formation / (empty * PROPOSED_GAINS);
}

// `mark` in 0..1 decides, the same in all worlds.
static void gain(spines *s, const plasticity *p, int site, double t_min, double mark, uint32_t shape)
{
    spines_world *twin = &s->world[TWIN];
    if (twin->at_site[site] < 0 && mark < accepted_share(twin, plasticity_set_point(p))) {
        add(twin, site, t_min, shape);
        // A spine that was extra there would be there now anyway.
        for (int k = 0; k < SIDE_COUNT; k++)
            if (s->world[k].at_site[site] >= 0)
                s->world[k].all[s->world[k].at_site[site]].extra_until_min = t_min;
    }
    for (int k = 0; k < SIDE_COUNT; k++) {
        spines_world *w = &s->world[k];
        if (w->at_site[site] >= 0 || mark >= accepted_share(w, plasticity_formation(p, (side)k, t_min)))
            continue;
        add(w, site, t_min, shape);
        if (twin->at_site[site] < 0)
            w->all[w->count - 1].extra_until_min = (double)INFINITY; // until it or the twin's site changes
    }
}

void spines_make(spines *s, const plasticity *p, uint32_t seed)
{
    make_first(s, plasticity_set_point(p), seed);
    random_state r = random_make(seed, STREAM_EVENTS);
    double per_site = 1.0 + PROPOSED_GAINS; // losses and proposed gains, in units of eps
    double mean_wait_min = MIN_PER_H / (PLASTICITY_LOSS_PER_H * per_site * SPINES_SITES), t_min = 0.0;
    for (;;) {
        t_min -= dmath_log(1.0 - random_uniform(&r)) * mean_wait_min;
        if (t_min >= COURSE_END_MIN)
            return;
        int site = (int)random_below(&r, SPINES_SITES);
        double which = random_uniform(&r) * per_site;
        uint32_t shape = random_u32(&r);
        if (which >= PROPOSED_GAINS)
            for (int k = 0; k < WORLDS; k++)
                lose(&s->world[k], site, t_min);
        else
            gain(s, p, site, t_min, which / PROPOSED_GAINS, shape);
    }
}

spines *spines_create(const plasticity *p, uint32_t seed)
{
    spines *s = malloc(sizeof *s);
    if (s)
        spines_make(s, p, seed);
    return s;
}

void spines_destroy(spines *s)
{
    free(s);
}

static const spine *list(const spines *s, int world, int *count)
{
    *count = s->world[world].count;
    return s->world[world].all;
}

const spine *spines_of(const spines *s, side which, int *count)
{
    return list(s, (int)which, count);
}

const spine *spines_of_twin(const spines *s, int *count)
{
    return list(s, TWIN, count);
}

bool spine_is_there(const spine *p, double t_min)
{
    return p->birth_min <= t_min && t_min < p->death_min;
}

bool spine_is_extra(const spine *p, double t_min)
{
    return spine_is_there(p, t_min) && t_min < p->extra_until_min;
}

spines_counts spines_counts_at(const spines *s, side which, double t_min)
{
    t_min = clock_grid_clamp(t_min);
    spines_counts c = {0};
    const spines_world *w = &s->world[which];
    for (int i = 0; i < w->count && w->all[i].birth_min <= t_min; i++) {
        const spine *p = &w->all[i];
        c.there += spine_is_there(p, t_min);
        c.extra += spine_is_extra(p, t_min);
        c.formed += p->birth_min > 0.0;
        c.lost += p->death_min <= t_min;
    }
    return c;
}

#include "scene/growth/growth_spine.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// Outlines from within the shaft to the tip: height, radius, um. Both have their parts at the same share of
// the way, so that base stays base and head stays head while one turns into the other.
enum { OUTLINE = 14 };
static const float mushroom[OUTLINE][2] = {{-0.16f, 0.46f}, {-0.04f, 0.38f}, {0.06f, 0.285f}, {0.19f, 0.210f},
                                           {0.40f, 0.165f}, {0.64f, 0.150f}, {0.86f, 0.175f}, {1.00f, 0.270f},
                                           {1.09f, 0.420f}, {1.22f, 0.530f}, {1.40f, 0.530f}, {1.57f, 0.420f},
                                           {1.69f, 0.230f}, {1.73f, 0.0f}};
static const float thin[OUTLINE][2] = {{-0.16f, 0.34f}, {-0.04f, 0.27f}, {0.07f, 0.200f}, {0.23f, 0.135f},
                                       {0.47f, 0.110f}, {0.78f, 0.100f}, {1.06f, 0.105f}, {1.26f, 0.125f},
                                       {1.39f, 0.160f}, {1.51f, 0.190f}, {1.62f, 0.180f}, {1.70f, 0.135f},
                                       {1.75f, 0.070f}, {1.77f, 0.0f}};

static float spline(float a, float b, float c, float d, float t)
{
    return b + 0.5f * t * (c - a + t * (2.0f * a - 5.0f * b + 4.0f * c - d + t * (3.0f * (b - c) + d - a)));
}

static void outline_at(const float outline[OUTLINE][2], float share, float out[2])
{
    float place = fminf(fmaxf(share, 0.0f), 1.0f) * (float)(OUTLINE - 1);
    int k = (int)place < OUTLINE - 1 ? (int)place : OUTLINE - 2;
    int before = k > 0 ? k - 1 : 0, after = k + 2 < OUTLINE ? k + 2 : OUTLINE - 1;
    for (int i = 0; i < 2; i++)
        out[i] =
            spline(outline[before][i], outline[k][i], outline[k + 1][i], outline[after][i], place - (float)k);
}

static void ring_of(const float outline[OUTLINE][2], float share, float out[4])
{
    float here[2], from[2], to[2];
    outline_at(outline, share, here);
    outline_at(outline, share - 0.012f, from);
    outline_at(outline, share + 0.012f, to);
    float run = to[0] - from[0], rise = to[1] - from[1], length = sqrtf(run * run + rise * rise);
    out[0] = here[0];
    out[1] = fmaxf(here[1], 0.0f);
    out[2] = share >= 1.0f ? 1.0f : -rise / length;
    out[3] = share >= 1.0f ? 0.0f : run / length;
}

// Where a ring stands: closer together on the head than on the neck.
static float share_of(int ring, int rings)
{
    float t = (float)ring / (float)(rings - 1);
    return t + 0.085f * sinf(3.14159265f * t) - 0.02f * sinf(6.2831853f * t);
}

bool growth_spine_make(growth_spine_mesh *m, int rings, int sides)
{
    size_t r_count = (size_t)rings, s_count = (size_t)sides;
    *m = (growth_spine_mesh){.vertex_count = r_count * s_count, .index_count = (r_count - 1) * s_count * 6};
    m->vertices = malloc(m->vertex_count * sizeof *m->vertices);
    m->indices = malloc(m->index_count * sizeof *m->indices);
    if (!m->vertices || !m->indices) {
        growth_spine_free(m);
        return false;
    }
    growth_spine_vertex *v = m->vertices;
    for (int r = 0; r < rings; r++) {
        growth_spine_vertex ring;
        ring_of(mushroom, share_of(r, rings), ring.mushroom);
        ring_of(thin, share_of(r, rings), ring.thin);
        for (int k = 0; k < sides; k++) {
            float angle = 6.2831853f * (float)k / (float)sides;
            ring.around[0] = cosf(angle);
            ring.around[1] = sinf(angle);
            *v++ = ring;
        }
    }
    uint32_t *out = m->indices;
    for (uint32_t r = 0; r + 1 < (uint32_t)rings; r++) {
        for (uint32_t k = 0; k < (uint32_t)sides; k++) {
            uint32_t a = r * (uint32_t)sides + k, b = r * (uint32_t)sides + (k + 1) % (uint32_t)sides;
            const uint32_t quad[6] = {a, b, a + (uint32_t)sides, b, b + (uint32_t)sides, a + (uint32_t)sides};
            memcpy(out, quad, sizeof quad);
            out += 6;
        }
    }
    return true;
}

void growth_spine_free(growth_spine_mesh *m)
{
    free(m->vertices);
    free(m->indices);
    *m = (growth_spine_mesh){0};
}

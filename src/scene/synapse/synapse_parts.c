// The machines as profiles: what a receptor or a pump looks like. Lengths in widths of the machine; z = 0 is
// the membrane's outer face, the cleft at z > 0. Right halves; the left ones are their mirror images. Drawn
// for clarity: the shapes follow what the machines do, not their atoms.
#include "scene/synapse/synapse_parts.h"

#include <math.h>

#define COUNT(a) ((int)(sizeof(a) / sizeof((a)[0])))

// A slim jaw with one lobe that closes on glutamate.
static const float ampa_jaw[][2] = {{0.010f, -0.34f}, {0.10f, -0.66f}, {0.32f, -0.66f}, {0.38f, -0.10f},
                                    {0.31f, 0.16f},   {0.40f, 0.38f},  {0.50f, 0.62f},  {0.47f, 0.88f},
                                    {0.33f, 0.98f},   {0.22f, 0.82f},  {0.17f, 0.50f},  {0.12f, 0.20f},
                                    {0.010f, -0.02f}};

// A broad jaw: a mouth like a funnel, wide enough for a triangle of ketamine, and under it a neck where the
// ring of magnesium fits.
static const float nmda_jaw[][2] = {
    {0.012f, -0.42f}, {0.14f, -0.68f}, {0.44f, -0.68f}, {0.50f, -0.12f}, {0.44f, 0.12f},  {0.56f, 0.32f},
    {0.52f, 0.50f},   {0.66f, 0.70f},  {0.75f, 0.98f},  {0.66f, 1.20f},  {0.48f, 1.20f},  {0.42f, 1.02f},
    {0.15f, 0.46f},   {0.12f, 0.34f},  {0.17f, 0.14f},  {0.14f, -0.06f}, {0.012f, -0.22f}};

static const float lobe[][2] = {{-0.30f, -0.64f}, {0.30f, -0.64f}, {0.34f, -0.10f}, {0.30f, 0.20f},
                                {0.40f, 0.48f},   {0.34f, 0.74f},  {0.12f, 0.80f},  {0.0f, 0.70f},
                                {-0.12f, 0.80f},  {-0.34f, 0.74f}, {-0.40f, 0.48f}, {-0.30f, 0.20f},
                                {-0.34f, -0.10f}};

static const float pore[][2] = {{-0.24f, -0.62f}, {0.24f, -0.62f}, {0.26f, 0.10f},
                                {0.22f, 0.44f},   {-0.22f, 0.44f}, {-0.26f, 0.10f}};

// The same behind the mouth of an NMDA receptor.
static const float funnel[][2] = {{-0.24f, -0.62f}, {0.24f, -0.62f}, {0.26f, 0.30f},
                                  {0.56f, 1.02f},   {-0.56f, 1.02f}, {-0.26f, 0.30f}};

// One of the two claws that close round a serotonin molecule.
static const float claw[][2] = {{0.0f, -0.42f}, {0.32f, -0.42f}, {0.34f, -0.06f}, {0.30f, 0.06f},
                                {0.48f, 0.24f}, {0.52f, 0.56f},  {0.40f, 0.78f},  {0.24f, 0.74f},
                                {0.22f, 0.62f}, {0.32f, 0.50f},  {0.30f, 0.30f},  {0.16f, 0.16f},
                                {0.0f, 0.12f}};

// Half of a pump's housing: through the whole membrane, from its wide mouth in the cleft to its outlet in the
// cell, round the rotor.
static const float pump_jaw[][2] = {{0.13f, -0.66f}, {0.40f, -0.66f}, {0.48f, -0.54f}, {0.44f, -0.26f},
                                    {0.50f, 0.04f},  {0.53f, 0.36f},  {0.54f, 0.60f},  {0.46f, 0.72f},
                                    {0.34f, 0.66f},  {0.24f, 0.42f},  {0.22f, 0.28f},  {0.30f, 0.06f},
                                    {0.31f, -0.14f}, {0.25f, -0.32f}, {0.13f, -0.42f}};

// What is seen through it.
static const float bore[][2] = {{-0.26f, -0.64f}, {0.26f, -0.64f}, {0.36f, -0.20f}, {0.34f, 0.30f},
                                {0.50f, 0.66f},   {-0.50f, 0.66f}, {-0.34f, 0.30f}, {-0.36f, -0.20f}};

// The SSRI: a stopper with a broad cap, its stem deep in the pump's mouth.
static const float plug[][2] = {{-0.52f, 0.68f}, {-0.46f, 0.56f}, {-0.20f, 0.52f}, {-0.17f, 0.08f},
                                {0.0f, -0.02f},  {0.17f, 0.08f},  {0.20f, 0.52f},  {0.46f, 0.56f},
                                {0.52f, 0.68f},  {0.50f, 0.90f},  {0.40f, 1.02f},  {-0.40f, 1.02f},
                                {-0.50f, 0.90f}};

// Ketamine: a triangle, its tip in the neck.
static const float wedge[][2] = {{-0.46f, 1.06f}, {-0.44f, 0.96f}, {-0.06f, 0.20f}, {0.06f, 0.20f},
                                 {0.44f, 0.96f},  {0.46f, 1.06f},  {0.40f, 1.12f},  {-0.40f, 1.12f}};

// Half of a glutamate transporter: a deep cup.
static const float cup[][2] = {{0.0f, -0.30f}, {0.30f, -0.30f}, {0.48f, 0.0f},  {0.54f, 0.40f},
                               {0.46f, 0.70f}, {0.30f, 0.72f},  {0.28f, 0.50f}, {0.30f, 0.24f},
                               {0.18f, 0.06f}, {0.0f, 0.02f}};

static void soft_slab(shape *s, const float (*points)[2], int count, int rounds, shape_slab slab)
{
    shape_profile raw = shape_profile_make(points, count), soft = shape_profile_soften(&raw, rounds);
    shape_add_slab(s, &soft, &slab);
}

enum { STEPS_MOST = 44 };

// A disc with a mouth that reaches its middle, opening upwards (to the cleft).
static void rotor(shape *s, int steps, bool thin)
{
    const float radius = 0.27f, mouth = 0.48f; // radians, half
    float points[STEPS_MOST + 3][2];
    for (int i = 0; i <= steps; i++) {
        float a = 1.57079633f + mouth + (6.28318531f - 2.0f * mouth) * (float)i / (float)steps;
        points[i][0] = radius * cosf(a);
        points[i][1] = radius * sinf(a);
    }
    points[steps + 1][0] = 0.09f;
    points[steps + 1][1] = -0.05f;
    points[steps + 2][0] = -0.09f;
    points[steps + 2][1] = -0.05f;
    soft_slab(s, (const float(*)[2])points, steps + 3, 0,
              (shape_slab){.depth = 0.26f, .bevel = 0.02f, .ink = 0.025f, .thin = thin});
}

void synapse_part_shape(shape *s, synapse_part part, synapse_detail detail)
{
    static const int softer[SYNAPSE_DETAILS] = {1, 0, 3}, corners[SYNAPSE_DETAILS] = {20, 11, STEPS_MOST};
    const int rounds = softer[detail], steps = corners[detail];
    const bool thin = detail == SYNAPSE_COARSE;
    const shape_slab body = {.depth = 0.36f, .bevel = 0.06f, .ink = 0.026f, .thin = thin};
    // What has been stopped up stands out before the machine, with a broad rim, broader where it is drawn
    // small.
    const shape_slab stopper = {.depth = 0.44f, .bevel = 0.07f, .ink = thin ? 0.085f : 0.052f, .thin = thin};
    const shape_slab behind = {.depth = 0.14f, .bevel = 0.0f, .thin = true};
    const shape_slab far = {.depth = -0.16f, .bevel = 0.02f, .ink = 0.026f, .thin = true};
    switch (part) {
    case SYNAPSE_PART_AMPA_JAW:
        soft_slab(s, ampa_jaw, COUNT(ampa_jaw), rounds, body);
        break;
    case SYNAPSE_PART_NMDA_JAW:
        soft_slab(s, nmda_jaw, COUNT(nmda_jaw), rounds, body);
        break;
    case SYNAPSE_PART_LOBE:
        soft_slab(s, lobe, COUNT(lobe), rounds, far);
        break;
    case SYNAPSE_PART_PORE:
        soft_slab(s, pore, COUNT(pore), rounds, behind);
        break;
    case SYNAPSE_PART_CLAW:
        soft_slab(s, claw, COUNT(claw), rounds, body);
        break;
    case SYNAPSE_PART_PUMP_JAW:
        soft_slab(s, pump_jaw, COUNT(pump_jaw), rounds, body);
        break;
    case SYNAPSE_PART_BORE:
        soft_slab(s, bore, COUNT(bore), rounds, behind);
        break;
    case SYNAPSE_PART_FUNNEL:
        soft_slab(s, funnel, COUNT(funnel), rounds, behind);
        break;
    case SYNAPSE_PART_CUP:
        soft_slab(s, cup, COUNT(cup), rounds, body);
        break;
    case SYNAPSE_PART_ROTOR:
        rotor(s, steps, thin);
        break;
    case SYNAPSE_PART_PLUG:
        soft_slab(s, plug, COUNT(plug), rounds, stopper);
        break;
    case SYNAPSE_PART_WEDGE:
        soft_slab(s, wedge, COUNT(wedge), 0, stopper);
        break;
    case SYNAPSE_PART_MG:
        shape_add_ring(s, 0.10f, 0.23f, steps, &(shape_slab){.depth = 0.42f, .bevel = 0.08f, .ink = 0.034f});
        break;
    case SYNAPSE_PARTS:
        break;
    }
}

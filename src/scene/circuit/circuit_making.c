#include "scene/circuit/circuit_making.h"

#include <math.h>

// A change of the blocked share beyond this is a jump of the moment; less is a clock or a hand that moves.
static const double jump_share = 0.04;

bool circuit_making_create(circuit_making *m, const circuit *like)
{
    bool complete = true;
    for (int s = 0; s < SIDE_COUNT; s++) {
        m->start[s] = circuit_clone(like);
        m->next[s] = circuit_clone(like);
        complete = complete && m->start[s] && m->next[s];
    }
    return complete;
}

void circuit_making_destroy(circuit_making *m)
{
    for (int s = 0; s < SIDE_COUNT; s++) {
        circuit_destroy(m->start[s]);
        circuit_destroy(m->next[s]);
    }
}

static bool same_drive(const circuit_drive *a, const circuit_drive *b)
{
    return a->block == b->block && a->inhibition == b->inhibition &&
           a->block_interneuron == b->block_interneuron && a->block_pyramidal == b->block_pyramidal;
}

bool circuit_moment_jumped(const circuit_moment *a, const circuit_moment *b)
{
    bool jumped = a->seed != b->seed;
    for (int s = 0; s < SIDE_COUNT; s++)
        jumped = jumped || fabs(a->drive[s].block_interneuron - b->drive[s].block_interneuron) > jump_share;
    return jumped;
}

void circuit_making_begin(circuit_making *m, const circuit_moment *moment, int64_t life_steps)
{
    m->moment = *moment;
    m->on = true;
    m->begun = false;
    m->life_steps = life_steps;
    for (int s = 0; s < SIDE_COUNT; s++) {
        circuit_def last = circuit_def_of(m->start[s]);
        if (last.seed != moment->seed || !same_drive(&last.drive, &moment->drive[s]))
            circuit_begin(m->start[s], (circuit_def){moment->seed, moment->drive[s]});
    }
}

// Returns how many of the steps are left; `done` tells whether the side is warm.
static int warm_up(circuit *c, int steps, bool *done)
{
    int64_t before = circuit_steps(c);
    *done = circuit_warm_up(c, steps / CIRCUIT_STEPS_PER_MS);
    return steps - (int)(circuit_steps(c) - before);
}

static int live(circuit *c, int64_t until, int steps)
{
    int64_t left = until - circuit_steps(c);
    int now = left < steps ? (int)left : steps;
    circuit_run(c, now);
    return steps - now;
}

bool circuit_making_go_on(circuit_making *m, int steps)
{
    bool ready = true;
    for (int s = 0; s < SIDE_COUNT && ready; s++)
        steps = warm_up(m->start[s], steps, &ready);
    if (!ready)
        return false;
    for (int s = 0; s < SIDE_COUNT && !m->begun; s++)
        circuit_copy(m->next[s], m->start[s]);
    m->begun = true;
    for (int s = 0; s < SIDE_COUNT; s++) {
        steps = live(m->next[s], m->life_steps, steps);
        ready = ready && circuit_steps(m->next[s]) >= m->life_steps;
    }
    m->on = !ready;
    return ready;
}

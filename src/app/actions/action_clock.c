// What moves and holds the clock.
#include "app/actions/action_groups.h"

#include "app/stage/live.h"

static const double scrub_axis = 0.005; // of the clock's axis

static void play(app *a)
{
    live_toggle(a);
}

static void step_forward(app *a)
{
    clock_step(a, 1);
}

static void step_back(app *a)
{
    clock_step(a, -1);
}

static void scrub_forward(app *a)
{
    clock_scrub(a, scrub_axis);
}

static void scrub_back(app *a)
{
    clock_scrub(a, -scrub_axis);
}

static void clock_start(app *a)
{
    clock_set(a, 0.0);
}

static void clock_end(app *a)
{
    clock_set(a, TREATMENT_END_MIN);
}

static void slower(app *a)
{
    if (a->speed > SPEED_SLOW)
        a->speed = (play_speed)(a->speed - 1);
}

static void faster(app *a)
{
    if (a->speed < SPEED_FAST)
        a->speed = (play_speed)(a->speed + 1);
}

static bool can_be_slower(const app *a)
{
    return a->speed > SPEED_SLOW;
}

static bool can_be_faster(const app *a)
{
    return a->speed < SPEED_FAST;
}

// A side is pinned to the moment it shows now.
static void pin(app *a, side s)
{
    a->view.pin_min[s] = view_moment_min(&a->view, s);
    a->view.pinned[s] = !a->view.pinned[s];
}

static void pin_ssri(app *a)
{
    pin(a, SIDE_SSRI);
}

static void pin_ketamine(app *a)
{
    pin(a, SIDE_KETAMINE);
}

static void release(app *a)
{
    for (int s = 0; s < SIDE_COUNT; s++)
        a->view.pinned[s] = false;
}

static bool has_pins(const app *a)
{
    return a->view.pinned[SIDE_SSRI] || a->view.pinned[SIDE_KETAMINE];
}

static bool has_life(const app *a)
{
    return live_exists(a);
}

static const action table[] = {
    {"clock.play", CONTEXT_STAGE, {{' ', 0}}, play, NULL},
    {"clock.run", CONTEXT_STAGE, {{'t', MOD_CTRL}}, live_run_clock, NULL},
    {"clock.live_step", CONTEXT_STAGE, {{'.', 0}}, live_step, has_life},
    {"clock.step_forward", CONTEXT_STAGE, {{KEY_PAGE_DOWN, 0}}, step_forward, NULL},
    {"clock.step_back", CONTEXT_STAGE, {{KEY_PAGE_UP, 0}}, step_back, NULL},
    {"clock.scrub_forward", CONTEXT_STAGE, {{KEY_RIGHT, MOD_CTRL}}, scrub_forward, NULL},
    {"clock.scrub_back", CONTEXT_STAGE, {{KEY_LEFT, MOD_CTRL}}, scrub_back, NULL},
    {"clock.start", CONTEXT_STAGE, {{KEY_HOME, MOD_CTRL}}, clock_start, NULL},
    {"clock.end", CONTEXT_STAGE, {{KEY_END, MOD_CTRL}}, clock_end, NULL},
    {"clock.slower", CONTEXT_STAGE, {{'<', 0}}, slower, can_be_slower},
    {"clock.faster", CONTEXT_STAGE, {{'>', 0}}, faster, can_be_faster},
    {"clock.release", CONTEXT_STAGE, {{KEY_BACKSPACE, 0}}, release, has_pins},
    {"clock.pin_ssri", CONTEXT_STAGE, {{'s', 0}}, pin_ssri, NULL},
    {"clock.pin_ketamine", CONTEXT_STAGE, {{'k', 0}}, pin_ketamine, NULL},
};

const action_group action_clock = {table, sizeof table / sizeof table[0]};

#include "app/actions/action_clock.h"

#include "app/stage/clock.h"
#include "app/stage/live.h"
#include "app/stage/pause.h"
#include "app/state/session.h"

static const double scrub_axis = 0.005, stride_axis = 0.02; // of the clock's axis

static void play(app *a)
{
    pause_toggle(a);
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

static void stride_forward(app *a)
{
    clock_scrub(a, stride_axis);
}

static void stride_back(app *a)
{
    clock_scrub(a, -stride_axis);
}

static void clock_start(app *a)
{
    clock_set(a, 0.0);
}

static void clock_end(app *a)
{
    clock_set(a, COURSE_END_MIN);
}

static void slower(app *a)
{
    if (a->session.speed > SPEED_SLOW)
        session_set_speed(a, (play_speed)(a->session.speed - 1));
}

static void faster(app *a)
{
    if (a->session.speed < SPEED_FAST)
        session_set_speed(a, (play_speed)(a->session.speed + 1));
}

static bool can_be_slower(const app *a)
{
    return a->session.speed > SPEED_SLOW;
}

static bool can_be_faster(const app *a)
{
    return a->session.speed < SPEED_FAST;
}

static void pin_ssri(app *a)
{
    clock_pin(a, SIDE_SSRI);
}

static void pin_ketamine(app *a)
{
    clock_pin(a, SIDE_KETAMINE);
}

static bool has_pins(const app *a)
{
    return a->session.view.pinned[SIDE_SSRI] || a->session.view.pinned[SIDE_KETAMINE];
}

static bool has_life(const app *a)
{
    return live_exists(a);
}

static const action table[] = {
    {"clock.play", CONTEXT_STAGE, {{' ', 0, 0}}, play, NULL},
    {"clock.run", CONTEXT_STAGE, {{'t', MOD_CTRL, 0}}, pause_run_clock, NULL},
    {"clock.live_step", CONTEXT_STAGE, {{'.', 0, 0}}, pause_step, has_life},
    {"clock.step_forward", CONTEXT_STAGE | CONTEXT_AXIS, {{KEY_PAGE_DOWN, 0, 0}}, step_forward, NULL},
    {"clock.step_back", CONTEXT_STAGE | CONTEXT_AXIS, {{KEY_PAGE_UP, 0, 0}}, step_back, NULL},
    {"clock.scrub_forward",
     CONTEXT_STAGE | CONTEXT_AXIS,
     {{KEY_RIGHT, MOD_CTRL, CONTEXT_STAGE}, {KEY_RIGHT, 0, CONTEXT_AXIS}, {KEY_UP, 0, CONTEXT_AXIS}},
     scrub_forward,
     NULL},
    {"clock.scrub_back",
     CONTEXT_STAGE | CONTEXT_AXIS,
     {{KEY_LEFT, MOD_CTRL, CONTEXT_STAGE}, {KEY_LEFT, 0, CONTEXT_AXIS}, {KEY_DOWN, 0, CONTEXT_AXIS}},
     scrub_back,
     NULL},
    {"clock.stride_forward",
     CONTEXT_AXIS,
     {{KEY_RIGHT, MOD_SHIFT, 0}, {KEY_UP, MOD_SHIFT, 0}},
     stride_forward,
     NULL},
    {"clock.stride_back",
     CONTEXT_AXIS,
     {{KEY_LEFT, MOD_SHIFT, 0}, {KEY_DOWN, MOD_SHIFT, 0}},
     stride_back,
     NULL},
    {"clock.start",
     CONTEXT_STAGE | CONTEXT_AXIS,
     {{KEY_HOME, MOD_CTRL, CONTEXT_STAGE}, {KEY_HOME, 0, CONTEXT_AXIS}},
     clock_start,
     NULL},
    {"clock.end",
     CONTEXT_STAGE | CONTEXT_AXIS,
     {{KEY_END, MOD_CTRL, CONTEXT_STAGE}, {KEY_END, 0, CONTEXT_AXIS}},
     clock_end,
     NULL},
    {"clock.slower", CONTEXT_STAGE, {{'<', 0, 0}}, slower, can_be_slower},
    {"clock.faster", CONTEXT_STAGE, {{'>', 0, 0}}, faster, can_be_faster},
    {"clock.release", CONTEXT_STAGE, {{KEY_BACKSPACE, 0, 0}}, clock_release, has_pins},
    {"clock.pin_ssri", CONTEXT_STAGE, {{'s', 0, 0}}, pin_ssri, NULL},
    {"clock.pin_ketamine", CONTEXT_STAGE, {{'k', 0, 0}}, pin_ketamine, NULL},
};

const action_group action_clock = {table, sizeof table / sizeof table[0]};

#include "app/actions/action_stage.h"

#include "app/stage/stage_input.h"
#include "app/stage/visit.h"
#include "app/state/session.h"

static const double orbit_deg = 6.0;
static const double zoom_step = 1.09;
static const double pan_step = 0.08;

// --- what is on the stage

// One for each magnification: go_brain() ...
#define VIEW_SCENE(NAME, id, yaw, pitch, run, KEYS)                                                          \
    static void go_##id(app *a)                                                                              \
    {                                                                                                        \
        visit_scene(a, VIEW_##NAME);                                                                         \
    }
#include "view/view_scenes.def"

static void next_view(app *a)
{
    view_state v = a->session.view;
    v.halves = (view_halves)((v.halves + 1) % 3);
    session_set_view(a, &v);
}

static void labels(app *a)
{
    view_state v = a->session.view;
    v.labels = !v.labels;
    session_set_view(a, &v);
}

static void next_look(app *a)
{
    view_state v = a->session.view;
    a->stage.scene->next_look(&v);
    session_set_view(a, &v);
}

static bool has_looks(const app *a)
{
    return a->stage.scene && a->stage.scene->next_look;
}

static void pick(app *a, int direction)
{
    const char *id = a->stage.scene->pick_step(a->stage.scene_data, a->session.view.pick, direction);
    stage_pick(a, id ? id : "");
}

static void pick_next(app *a)
{
    pick(a, 1);
}

static void pick_previous(app *a)
{
    pick(a, -1);
}

// The card of what is picked first, then the controls.
static void pick_clear(app *a)
{
    if (!a->session.view.pick[0])
        session_set_card_open(a, false);
    stage_pick(a, "");
}

static bool has_card(const app *a)
{
    return a->session.view.pick[0] != '\0' || a->session.card_open;
}

static bool can_pick(const app *a)
{
    return a->stage.scene && a->stage.scene->pick_step;
}

static void reset(app *a)
{
    visit_reset(a);
}

// --- camera

static void orbit_left(app *a)
{
    stage_push_orbit(a, -orbit_deg, 0.0);
}

static void orbit_right(app *a)
{
    stage_push_orbit(a, orbit_deg, 0.0);
}

static void orbit_up(app *a)
{
    stage_push_orbit(a, 0.0, orbit_deg);
}

static void orbit_down(app *a)
{
    stage_push_orbit(a, 0.0, -orbit_deg);
}

static void pan_left(app *a)
{
    stage_push_pan(a, -pan_step, 0.0);
}

static void pan_right(app *a)
{
    stage_push_pan(a, pan_step, 0.0);
}

static void pan_up(app *a)
{
    stage_push_pan(a, 0.0, pan_step);
}

static void pan_down(app *a)
{
    stage_push_pan(a, 0.0, -pan_step);
}

static void zoom_in(app *a)
{
    stage_push_zoom(a, zoom_step);
}

static void zoom_out(app *a)
{
    stage_push_zoom(a, 1.0 / zoom_step);
}

static void home(app *a)
{
    stage_home(a);
}

// --- the tables

static const action scene_table[] = {
// The digits, in the order of the tabs; a tenth magnification has no key of its own.
#define VIEW_SCENE(NAME, id, yaw, pitch, run, KEYS)                                                          \
    {"scene." #id, CONTEXT_STAGE, {{VIEW_##NAME < 9 ? '1' + VIEW_##NAME : 0, 0, 0}}, go_##id, NULL},
#include "view/view_scenes.def"
};

const action_group action_scene = {scene_table, sizeof scene_table / sizeof scene_table[0]};

static const action view_table[] = {
    {"view.next", CONTEXT_STAGE, {{'v', 0, 0}}, next_view, NULL},
    {"view.labels", CONTEXT_STAGE, {{'l', 0, 0}}, labels, NULL},
    {"view.look", CONTEXT_STAGE, {{'g', 0, 0}}, next_look, has_looks},
    {"view.reset", CONTEXT_STAGE, {{'r', 0, 0}}, reset, NULL},

    {"pick.next",
     CONTEXT_STAGE,
     {{'n', 0, 0}, {']', 0, 0}, {KEY_ENTER, 0, 0}, {KEY_RIGHT, MOD_ALT, 0}},
     pick_next,
     can_pick},
    {"pick.previous",
     CONTEXT_STAGE,
     {{'p', 0, 0}, {'[', 0, 0}, {KEY_ENTER, MOD_SHIFT, 0}, {KEY_LEFT, MOD_ALT, 0}},
     pick_previous,
     can_pick},
    {"pick.clear", CONTEXT_STAGE, {{KEY_ESCAPE, 0, 0}}, pick_clear, has_card},

    {"camera.left", CONTEXT_STAGE | CONTEXT_HALF, {{KEY_LEFT, 0, 0}}, orbit_left, NULL},
    {"camera.right", CONTEXT_STAGE | CONTEXT_HALF, {{KEY_RIGHT, 0, 0}}, orbit_right, NULL},
    {"camera.up", CONTEXT_STAGE | CONTEXT_HALF, {{KEY_UP, 0, 0}}, orbit_up, NULL},
    {"camera.down", CONTEXT_STAGE | CONTEXT_HALF, {{KEY_DOWN, 0, 0}}, orbit_down, NULL},
    {"camera.zoom_in", CONTEXT_STAGE, {{'+', 0, 0}, {'=', 0, 0}, {KEY_UP, MOD_CTRL, 0}}, zoom_in, NULL},
    {"camera.zoom_out", CONTEXT_STAGE, {{'-', 0, 0}, {KEY_DOWN, MOD_CTRL, 0}}, zoom_out, NULL},
    {"camera.home", CONTEXT_STAGE, {{'0', 0, 0}, {KEY_HOME, 0, 0}}, home, NULL},
    {"camera.pan_left", CONTEXT_STAGE, {{KEY_LEFT, MOD_SHIFT, 0}}, pan_left, NULL},
    {"camera.pan_right", CONTEXT_STAGE, {{KEY_RIGHT, MOD_SHIFT, 0}}, pan_right, NULL},
    {"camera.pan_up", CONTEXT_STAGE, {{KEY_UP, MOD_SHIFT, 0}}, pan_up, NULL},
    {"camera.pan_down", CONTEXT_STAGE, {{KEY_DOWN, MOD_SHIFT, 0}}, pan_down, NULL},
};

const action_group action_view = {view_table, sizeof view_table / sizeof view_table[0]};

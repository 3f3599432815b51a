#include "app/actions.h"

#include "app/chrome.h"
#include "app/live.h"
#include "app/picture.h"
#include "app/present.h"
#include "app/presenter.h"
#include "app/reading.h"
#include "app/stage_input.h"
#include "app/story_player.h"
#include "app/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double orbit_deg = 6.0;
static const double zoom_step = 1.09;
static const double pan_step = 0.08;
static const double scrub_axis = 0.005; // of the clock's axis
static const float text_step = 0.1f;

// --- clock

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

// --- what is on the stage

static bool has_brain(const app *a)
{
    (void)a;
    return scene_of(VIEW_BRAIN) != NULL;
}

static bool has_circuit(const app *a)
{
    (void)a;
    return scene_of(VIEW_CIRCUIT) != NULL;
}

static bool has_synapse(const app *a)
{
    (void)a;
    return scene_of(VIEW_SYNAPSE) != NULL;
}

static bool has_growth(const app *a)
{
    (void)a;
    return scene_of(VIEW_GROWTH) != NULL;
}

static void go_brain(app *a)
{
    app_set_scene(a, VIEW_BRAIN);
}

static void go_circuit(app *a)
{
    app_set_scene(a, VIEW_CIRCUIT);
}

static void go_synapse(app *a)
{
    app_set_scene(a, VIEW_SYNAPSE);
}

static void go_growth(app *a)
{
    app_set_scene(a, VIEW_GROWTH);
}

static void next_view(app *a)
{
    a->view.halves = (view_halves)((a->view.halves + 1) % 3);
}

static void labels(app *a)
{
    a->view.labels = !a->view.labels;
}

static void next_look(app *a)
{
    a->view.look = (view_look)((a->view.look + 1) % VIEW_LOOKS);
}

static bool shows_brain(const app *a)
{
    return a->view.scene == VIEW_BRAIN;
}

static void pick(app *a, int direction)
{
    const char *id = a->scene->pick_step(a->scene_data, a->view.pick, direction);
    snprintf(a->view.pick, sizeof a->view.pick, "%s", id ? id : "");
}

static void pick_next(app *a)
{
    pick(a, 1);
}

static void pick_previous(app *a)
{
    pick(a, -1);
}

static void pick_clear(app *a)
{
    a->view.pick[0] = '\0';
}

static bool has_pick(const app *a)
{
    return a->view.pick[0] != '\0';
}

static bool can_pick(const app *a)
{
    return a->scene && a->scene->pick_step;
}

static void card(app *a)
{
    a->card_open = !a->card_open;
}

static void reset(app *a)
{
    app_reset(a);
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

// --- how it is shown

static void next_theme(app *a)
{
    a->look.theme = (theme_id)((a->look.theme + 1) % THEMES);
    app_settings_save(a);
}

static void set_text(app *a, float scale)
{
    // Whole steps, so that bigger and smaller meet again.
    scale = text_step * (float)(int)(scale / text_step + 0.5f);
    a->look.text_scale = scale < 0.8f ? 0.8f : scale > 2.0f ? 2.0f : scale;
    app_settings_save(a);
}

static void text_bigger(app *a)
{
    set_text(a, a->look.text_scale + text_step);
}

static void text_smaller(app *a)
{
    set_text(a, a->look.text_scale - text_step);
}

static void text_normal(app *a)
{
    set_text(a, 1.0f);
}

// The next that can be shown; why another cannot is said.
static void next_language(app *a)
{
    char langs[APP_LANGS_MAX][APP_LANG_MAX];
    int count = app_languages(a, langs), now = 0;
    for (int i = 0; i < count; i++)
        if (strcmp(langs[i], a->look.lang) == 0)
            now = i;
    for (int i = 1; i < count; i++) {
        error e = {0};
        if (app_set_language(a, langs[(now + i) % count], &e)) {
            app_settings_save(a);
            return;
        }
        app_toast_text(a, e.text);
    }
}

static void motion(app *a)
{
    a->look.reduce_motion = !a->look.reduce_motion;
    app_settings_save(a);
}

static void letter_keys(app *a)
{
    a->letter_keys = !a->letter_keys;
    app_toast(a, a->letter_keys ? "toast.letters_on" : "toast.letters_off");
    app_settings_save(a);
}

static void fullscreen(app *a)
{
    if (a->window)
        window_set_fullscreen(a->window, !window_is_fullscreen(a->window));
}

static bool has_window(const app *a)
{
    return a->window != NULL;
}

// --- panels and the rest

static void show(app *a, overlay o)
{
    a->overlay = a->overlay == o ? OVERLAY_NONE : o;
}

static void help(app *a)
{
    show(a, OVERLAY_HELP);
}

static void about(app *a)
{
    show(a, OVERLAY_ABOUT);
}

static void sure(app *a)
{
    if (a->overlay == OVERLAY_SURE)
        a->overlay = OVERLAY_NONE;
    else
        reading_go_cards(a);
}

static void glossary_words(app *a)
{
    if (a->overlay == OVERLAY_GLOSSARY)
        a->overlay = OVERLAY_NONE;
    else
        reading_go(a, OVERLAY_GLOSSARY, "", "");
}

static void menu(app *a)
{
    show(a, OVERLAY_MENU);
}

static void close_panel(app *a)
{
    if (a->overlay == OVERLAY_FIRST_RUN) {
        a->first_run_done = true;
        app_settings_save(a);
    }
    a->overlay = a->first_run_waits ? OVERLAY_FIRST_RUN : OVERLAY_NONE;
    a->first_run_waits = false;
    a->problems.count = a->problems.dropped = 0; // they were read
    a->player.problems.count = a->player.problems.dropped = 0;
}

static bool has_panel(const app *a)
{
    return a->overlay != OVERLAY_NONE;
}

static void copy_state(app *a)
{
    char text[VIEW_STRING_MAX];
    view_state tidy = view_state_rounded(&a->view);
    view_state_print(&tidy, text, sizeof text);
    if (a->window && window_set_clipboard(a->window, text))
        app_toast(a, "toast.state_copied");
}

static void paste_state(app *a)
{
    char *text = a->window ? window_clipboard(a->window) : NULL;
    if (text)
        app_paste_state(a, text);
    else
        app_toast(a, "toast.state_nothing");
    free(text);
}

static void save_picture(app *a)
{
    char path[PATH_MAX_BYTES];
    error e = {0};
    bool saved = picture_save(a, path, &e);
    message m = message_make(saved ? "toast.picture_saved" : "toast.picture_not_saved");
    message_text(&m, "path", path);
    message_text(&m, "why", e.text);
    if (a->overlay == OVERLAY_MENU)
        a->overlay = OVERLAY_NONE; // the confirmation is to be seen
    app_toast_message(a, &m);
}

static void next(app *a)
{
    if (!chrome_caption_turn(a))
        player_next(a);
}

static void back(app *a)
{
    player_back(a);
}

static void choose_story(app *a)
{
    show(a, OVERLAY_STORIES);
}

static bool can_go_on(const app *a)
{
    const story_step *s = player_step(a);
    return s && (a->player.step + 1 < a->player.story->step_count || chrome_caption_goes_on(a) ||
                 (s->has_question && !a->player.revealed));
}

static bool can_have_presenter(const app *a)
{
    return player_is_open(a) && a->window;
}

static bool can_go_back(const app *a)
{
    return player_is_open(a) && (a->player.step > 0 || a->player.revealed);
}

static bool has_life(const app *a)
{
    return live_exists(a);
}

static void quit(app *a)
{
    a->quit = true;
}

// The order is that of the help; groups are what stands before the dot.
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

    {"scene.brain", CONTEXT_STAGE, {{'1', 0}}, go_brain, has_brain},
    {"scene.circuit", CONTEXT_STAGE, {{'2', 0}}, go_circuit, has_circuit},
    {"scene.synapse", CONTEXT_STAGE, {{'3', 0}}, go_synapse, has_synapse},
    {"scene.growth", CONTEXT_STAGE, {{'4', 0}}, go_growth, has_growth},
    {"story.open", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'o', MOD_CTRL}}, choose_story, NULL},
    {"story.next",
     CONTEXT_STORY | CONTEXT_PRESENTING,
     {{KEY_PAGE_DOWN, 0}, {KEY_RIGHT, ACTION_PRESENTING}, {' ', ACTION_PRESENTING}},
     next,
     can_go_on},
    {"story.back",
     CONTEXT_STORY | CONTEXT_PRESENTING,
     {{KEY_PAGE_UP, 0}, {KEY_LEFT, ACTION_PRESENTING}},
     back,
     can_go_back},
    {"story.return",
     CONTEXT_STORY | CONTEXT_PRESENTING,
     {{KEY_BACKSPACE, MOD_CTRL}},
     player_return,
     player_is_away},
    {"story.close", CONTEXT_STORY, {{'w', MOD_CTRL}}, player_close, player_is_open},

    {"present.start", CONTEXT_STAGE, {{KEY_F5, 0}}, present_start, NULL},
    {"present.restart", CONTEXT_PRESENTING, {{KEY_HOME, 0}}, present_restart, present_is_on},
    {"present.black",
     CONTEXT_PRESENTING | CONTEXT_BLANKED,
     {{'b', 0}, {'.', 0}},
     present_black,
     present_is_on},
    {"present.white",
     CONTEXT_PRESENTING | CONTEXT_BLANKED,
     {{'w', 0}, {',', 0}},
     present_white,
     present_is_on},
    {"present.spotlight", CONTEXT_PRESENTING, {{'l', 0}}, present_spotlight, present_is_on},
    {"present.window", CONTEXT_STORY | CONTEXT_PRESENTING, {{'n', 0}}, presenter_toggle, can_have_presenter},
    {"present.swap", CONTEXT_STORY | CONTEXT_PRESENTING, {{KEY_F6, 0}}, presenter_swap, presenter_can_swap},
    {"present.leave", CONTEXT_PRESENTING | CONTEXT_BLANKED, {{KEY_ESCAPE, 0}}, present_leave, present_is_on},

    {"view.next", CONTEXT_STAGE, {{'v', 0}}, next_view, NULL},
    {"view.labels", CONTEXT_STAGE, {{'l', 0}}, labels, NULL},
    {"view.look", CONTEXT_STAGE, {{'g', 0}}, next_look, shows_brain},
    {"view.reset", CONTEXT_STAGE, {{'r', 0}}, reset, NULL},

    {"pick.next",
     CONTEXT_STAGE,
     {{'n', 0}, {']', 0}, {KEY_ENTER, 0}, {KEY_RIGHT, MOD_ALT}},
     pick_next,
     can_pick},
    {"pick.previous",
     CONTEXT_STAGE,
     {{'p', 0}, {'[', 0}, {KEY_ENTER, MOD_SHIFT}, {KEY_LEFT, MOD_ALT}},
     pick_previous,
     can_pick},
    {"pick.clear", CONTEXT_STAGE, {{KEY_ESCAPE, 0}}, pick_clear, has_pick},

    {"camera.left", CONTEXT_STAGE, {{KEY_LEFT, 0}}, orbit_left, NULL},
    {"camera.right", CONTEXT_STAGE, {{KEY_RIGHT, 0}}, orbit_right, NULL},
    {"camera.up", CONTEXT_STAGE, {{KEY_UP, 0}}, orbit_up, NULL},
    {"camera.down", CONTEXT_STAGE, {{KEY_DOWN, 0}}, orbit_down, NULL},
    {"camera.zoom_in", CONTEXT_STAGE, {{'+', 0}, {'=', 0}, {KEY_UP, MOD_CTRL}}, zoom_in, NULL},
    {"camera.zoom_out", CONTEXT_STAGE, {{'-', 0}, {KEY_DOWN, MOD_CTRL}}, zoom_out, NULL},
    {"camera.home", CONTEXT_STAGE, {{'0', 0}, {KEY_HOME, 0}}, home, NULL},
    {"camera.pan_left", CONTEXT_STAGE, {{KEY_LEFT, MOD_SHIFT}}, pan_left, NULL},
    {"camera.pan_right", CONTEXT_STAGE, {{KEY_RIGHT, MOD_SHIFT}}, pan_right, NULL},
    {"camera.pan_up", CONTEXT_STAGE, {{KEY_UP, MOD_SHIFT}}, pan_up, NULL},
    {"camera.pan_down", CONTEXT_STAGE, {{KEY_DOWN, MOD_SHIFT}}, pan_down, NULL},

    {"state.copy", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'c', MOD_CTRL}}, copy_state, has_window},
    {"state.paste", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'v', MOD_CTRL}}, paste_state, has_window},

    {"state.picture", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'s', MOD_CTRL}}, save_picture, has_window},

    {"read.sure", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'e', 0}}, sure, NULL},
    {"read.glossary", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'d', 0}}, glossary_words, NULL},

    {"app.card", CONTEXT_STAGE, {{'c', 0}}, card, NULL},
    {"app.theme", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'t', 0}}, next_theme, NULL},
    {"app.text_larger",
     CONTEXT_STAGE | CONTEXT_OVERLAY,
     {{'+', MOD_CTRL}, {'=', MOD_CTRL}},
     text_bigger,
     NULL},
    {"app.text_smaller", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'-', MOD_CTRL}}, text_smaller, NULL},
    {"app.text_normal", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'0', MOD_CTRL}}, text_normal, NULL},
    {"app.language", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'l', MOD_CTRL}}, next_language, NULL},
    {"app.motion", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'m', 0}}, motion, NULL},
    {"app.letters", CONTEXT_STAGE | CONTEXT_OVERLAY, {{KEY_F2, 0}}, letter_keys, NULL},
    {"app.fullscreen", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'f', 0}, {KEY_F11, 0}}, fullscreen, has_window},
    {"app.help", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'?', 0}, {KEY_F1, 0}}, help, NULL},
    {"app.about", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'i', 0}}, about, NULL},
    {"app.menu", CONTEXT_STAGE | CONTEXT_OVERLAY, {{KEY_F10, 0}}, menu, NULL},
    {"app.close", CONTEXT_OVERLAY, {{KEY_ESCAPE, 0}}, close_panel, has_panel},
    {"app.quit", CONTEXT_STAGE | CONTEXT_OVERLAY | CONTEXT_BLANKED, {{'q', MOD_CTRL}}, quit, NULL},
};

const action *actions(int *count)
{
    *count = (int)(sizeof table / sizeof table[0]);
    return table;
}

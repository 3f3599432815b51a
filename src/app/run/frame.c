// One frame: time moves the view, the view the models, both the pictures.
#include "app/run/app_core.h"

#include "app/actions/actions.h"
#include "app/chrome/chrome.h"
#include "app/chrome/chrome_parts.h"
#include "app/chrome/chrome_story.h"
#include "app/chrome/narrate.h"
#include "app/stage/calm.h"
#include "app/stage/live.h"
#include "app/stage/moves.h"
#include "app/stage/stage_input.h"
#include "app/story/kiosk.h"
#include "app/story/present.h"
#include "app/story/presenter.h"
#include "app/story/story_player.h"
#include "platform/process.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static const double rest_after_s = 0.15; // stillness before the picture is refined

scene_frame app_scene_frame(app *a)
{
    scene_frame f = {.gfx = a->gfx,
                     .draw = &a->draw,
                     .text = &a->text_source,
                     .words = &a->words,
                     .theme = theme_get(a->look.theme),
                     .view = &a->view,
                     .treatment = a->treatment,
                     .stage = a->layout.stage,
                     .unit = a->layout.unit,
                     .text_scale = a->look.text_scale,
                     .reduce_motion = a->look.reduce_motion,
                     .labels = a->view.labels,
                     .hovered = a->hovered[0] ? a->hovered : NULL};
    memcpy(f.half, a->layout.half, sizeof f.half);
    return f;
}

static bool advance(app *a, double dt_s)
{
    player_watch(a);
    kiosk_advance(a);
    bool moving = present_advance(a, dt_s);
    if (present_is_blanked(a))
        return moving; // the same picture comes back
    moving = moving || a->playing || moves_running(a);
    if (a->playing)
        clock_advance(a, dt_s);
    moves_advance(a, dt_s);
    moving = stage_advance(a, dt_s) || moving;
    moving = live_advance(a, dt_s) || moving;
    if (a->toast_left_s > 0.0) {
        a->toast_left_s -= dt_s;
        moving = true;
        if (a->toast_left_s <= 0.0)
            a->toast[0] = '\0';
    }
    return moving;
}

static void compute_layout(app *a)
{
    layout_def def = {.width = (float)a->width,
                      .height = (float)a->height,
                      .text_scale = a->look.text_scale,
                      .card_width = a->card_open ? chrome_card_units(a) : 0.0f,
                      .halves = a->view.halves,
                      .story_height = chrome_story_height(a),
                      .presenting = present_is_on(a)};
    a->layout = layout_compute(&def);
    def.caption_height = chrome_caption_height(a);
    a->layout = layout_compute(&def);
}

// A story's own words while they fit what is shown, else what the models say.
static void update_caption(app *a)
{
    if (player_is_open(a) && player_words_hold(a))
        player_caption(a, a->caption, sizeof a->caption);
    else
        describe_state(a, a->caption, sizeof a->caption);
}

// Drawing never changes a model: looked at before and after, in debug builds only.
static uint64_t models_of(const app *a)
{
#ifdef NDEBUG
    (void)a;
    return 0;
#else
    return a->scene->fingerprint ? a->scene->fingerprint(a->scene_data) : 0;
#endif
}

static void check_models(const app *a, uint64_t before)
{
    (void)before;
    (void)a;
    assert(models_of(a) == before);
}

void app_build_flat(app *a, double dt_s)
{
    double start = process_time_s();
    view_state before = a->view;
    a->dirty = false;
    update_caption(a);
    draw2d_begin(&a->draw, (float)a->width, (float)a->height);
    ui_frame uf = {.draw = &a->draw,
                   .text = &a->text_source,
                   .theme = theme_get(a->look.theme),
                   .width = (float)a->width,
                   .height = (float)a->height,
                   .unit = layout_unit((float)a->width, (float)a->height),
                   .text_scale = a->look.text_scale,
                   .dt_s = dt_s,
                   .reduce_motion = a->look.reduce_motion};
    ui_begin(a->ui, &uf);
    compute_layout(a);
    scene_frame f = app_scene_frame(a);
    draw2d_push_clip(&a->draw, a->layout.stage);
    a->draw.alpha = live_overlay_alpha(a);
    if (a->scene_data) { // tests build the interface without a magnification
        uint64_t models = models_of(a);
        f.names = &a->names;
        a->names.count = 0;
        a->scene->draw2d(a->scene_data, &f);
        check_models(a, models);
    }
    a->draw.alpha = 1.0f;
    draw2d_pop_clip(&a->draw);
    present_draw_spotlight(a);
    chrome_build(a);
    ui_end(a->ui);
    present_draw_veil(a);
    if (!view_state_equal(&before, &a->view)) {
        app_apply_inputs(a);
        a->dirty = true;
    }
    a->timing.flat_ms = 1000.0 * (process_time_s() - start);
}

typedef enum picture { PICTURE_SAME, PICTURE_NEW, PICTURE_FAILED } picture;

static picture_key key_of(const app *a)
{
    picture_key k = {.stage = a->layout.stage,
                     .theme = a->look.theme,
                     .revision = a->scene->revision ? a->scene->revision(a->scene_data) : 0};
    snprintf(k.hovered, sizeof k.hovered, "%s", a->hovered);
    return k;
}

static bool picture_changed(const app *a)
{
    picture_key now = key_of(a);
    const picture_key *drawn = &a->drawn_key;
    bool same_place = now.stage.x == drawn->stage.x && now.stage.y == drawn->stage.y &&
                      now.stage.w == drawn->stage.w && now.stage.h == drawn->stage.h;
    return !same_place || now.theme != drawn->theme || now.revision != drawn->revision ||
           strcmp(now.hovered, drawn->hovered) != 0 || !view_state_equal(&a->view, &a->drawn_view);
}

static void remember_picture(app *a)
{
    a->drawn_view = a->view;
    a->drawn_key = key_of(a);
}

static picture draw_stage(app *a, double dt_s)
{
    scene_frame f = app_scene_frame(a);
    error e = {0};
    uint64_t models = models_of(a);
    bool drawn;
    if (picture_changed(a) || a->live.stepped) {
        remember_picture(a);
        a->rested_s = 0.0;
        stage_restart(a->stage);
        drawn = stage_draw_moving(a->stage, a->scene, a->scene_data, &f, &e);
    } else {
        a->rested_s += dt_s;
        if (a->rested_s < rest_after_s || stage_is_finished(a->stage))
            return PICTURE_SAME;
        drawn = stage_draw_resting(a->stage, a->scene, a->scene_data, &f, &e);
    }
    check_models(a, models);
    if (drawn)
        return PICTURE_NEW;
    fprintf(stderr, "neurotide: %s\n", e.text);
    return PICTURE_FAILED;
}

static void compose(app *a, gfx_target *into)
{
    gfx_begin(a->gfx, into, a->width, a->height);
    gfx_clear(a->gfx, theme_get(a->look.theme)->stage);
    stage_present(a->stage, a->layout.stage, live_mix(a));
    gfx_draw2d(a->gfx, &a->draw, a->width, a->height);
}

bool app_is_resting(const app *a)
{
    return !a->dirty && !a->playing && !moves_running(a) && a->toast_left_s <= 0.0 &&
           !ui_wants_frame(a->ui) && (present_is_blanked(a) || !live_is_moving(a)) && !present_is_fading(a) &&
           presenter_is_resting(a) && stage_is_finished(a->stage) && !picture_changed(a);
}

double app_wake_in_s(const app *a)
{
    double elapsed = a->present.elapsed_s, wake = HUGE_VAL;
    for (int i = 0; i < 2; i++)
        wake = fmin(wake, fingers_wake_in_s(&a->fingers[i], a->now_s));
    if (presenter_is_open(a) && present_is_on(a))
        return fmin(wake, 1.0 - (elapsed - floor(elapsed)));
    return fmin(wake, player_is_open(a) || a->kiosk.on ? 1.0 : HUGE_VAL);
}

static void hear(app *a, const input_event *e);

static void end_lost_presses(app *a)
{
    input_event e;
    for (int i = 0; i < 2; i++)
        if (fingers_expire(&a->fingers[i], a->now_s, &e))
            hear(a, &e);
}

bool app_tick(app *a, double dt_s, gfx_target *into)
{
    double start = process_time_s();
    a->dt_s = dt_s;
    gfx_stats_reset(a->gfx);
    end_lost_presses(a);
    bool moving = advance(a, dt_s);
    app_apply_inputs(a);
    a->timing.model_ms = 1000.0 * (process_time_s() - start);
    bool flat = moving || a->dirty || ui_wants_frame(a->ui) || picture_changed(a) || a->toast_left_s > 0.0;
    if (flat)
        app_build_flat(a, dt_s);
    if (calm_holds(a, dt_s)) {
        a->dirty = true;
        return false;
    }
    double drawing = process_time_s();
    picture p = draw_stage(a, dt_s);
    if (p == PICTURE_SAME && !flat)
        return false;
    compose(a, into);
    gfx_finish(a->gfx);
    double end = process_time_s();
    a->timing.gpu_ms = 1000.0 * (end - drawing);
    a->timing.frame_ms = 1000.0 * (end - start);
    if (p == PICTURE_NEW && a->rested_s == 0.0)
        stage_measured(a->stage, a->timing.frame_ms);
    if (a->narrate)
        narrate(a);
    return true;
}

bool app_draw_still(app *a, gfx_target *into, error *e)
{
    app_apply_inputs(a);
    live_catch_up(a);
    app_build_flat(a, 0.0);
    app_build_flat(a, 0.0); // the first build may have asked for another
    scene_frame f = app_scene_frame(a);
    stage_restart(a->stage);
    do {
        if (!stage_draw_resting(a->stage, a->scene, a->scene_data, &f, e))
            return false;
    } while (!stage_is_finished(a->stage));
    compose(a, into);
    return true;
}

static void run_key(app *a, const input_event *e)
{
    const action *act = action_for_key(a, e);
    overlay before = a->overlay;
    bool card = a->card_open;
    if (act && (!act->enabled || act->enabled(a)))
        act->run(a);
    if (a->overlay != OVERLAY_NONE && a->overlay != before)
        ui_focus_by_key(a->ui); // Enter means what has the focus in it
    if (a->card_open != card)
        chrome_card_by_key(a);
}

// The keys of a remote are the story's whatever has the focus; while the screen is blank there is nothing
// else.
static bool present_takes(app *a, const input_event *e)
{
    if (e->kind == INPUT_POINTER_MOVE) {
        a->present.pointer_seen = true;
        a->present.pointer_x = e->x;
        a->present.pointer_y = e->y;
    }
    if (present_is_blanked(a)) {
        if (e->kind == INPUT_KEY_DOWN && !e->repeat)
            run_key(a, e);
        return e->kind != INPUT_POINTER_UP && e->kind != INPUT_POINTER_CANCEL &&
               e->kind != INPUT_POINTER_LEAVE;
    }
    bool page = e->kind == INPUT_KEY_DOWN && (e->key == KEY_PAGE_DOWN || e->key == KEY_PAGE_UP);
    if (!page || !present_is_on(a))
        return false;
    if (a->overlay != OVERLAY_NONE) // back to the story, which a remote has no other key for
        chrome_run(a, "app.close");
    else
        run_key(a, e);
    return true;
}

static void hear(app *a, const input_event *e)
{
    a->dirty = true;
    kiosk_input(a, e);
    present_notice(a, e);
    if (e->window == 1) {
        bool taken = presenter_event(a, e) || present_takes(a, e);
        if (!taken && e->kind == INPUT_KEY_DOWN)
            run_key(a, e);
        return;
    }
    if (e->kind == INPUT_RESIZE) {
        a->width = e->width > 0 ? e->width : 1;
        a->height = e->height > 0 ? e->height : 1;
        return;
    }
    if (e->kind == INPUT_CLOSE) {
        a->quit = true;
        return;
    }
    if (present_takes(a, e))
        return;
    if (ui_event(a->ui, e)) {
        // What was pressed is done before the next event is heard: a panel closed by it takes no more keys.
        if (a->scene_data && (e->kind == INPUT_KEY_DOWN || e->kind == INPUT_POINTER_UP)) {
            app_build_flat(a, 0.0);
            a->dirty = true;
        }
        return;
    }
    if (e->kind == INPUT_KEY_DOWN)
        run_key(a, e);
}

void app_event(app *a, const input_event *e)
{
    input_event heard[FINGERS_HEARD];
    float near = 0.04f * (float)(a->width < a->height ? a->width : a->height);
    int count = fingers_hear(&a->fingers[e->window == 1], e, a->now_s, near, heard);
    for (int i = 0; i < count; i++)
        hear(a, &heard[i]);
}

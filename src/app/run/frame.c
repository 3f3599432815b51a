#include "app/run/frame.h"

#include "app/actions/action_keys.h"
#include "app/chrome/chrome_card.h"
#include "app/stage/fade.h"
#include "app/stage/move_run.h"
#include "app/state/layout.h"
#include "app/state/notice.h"
#include "app/state/requests.h"

#include "app/chrome/chrome.h"
#include "app/chrome/narrate.h"
#include "app/stage/calm.h"
#include "app/stage/clock.h"
#include "app/stage/live.h"
#include "app/stage/moves.h"
#include "app/stage/overlay.h"
#include "app/stage/scene_host.h"
#include "app/stage/stage.h"
#include "app/stage/stage_input.h"
#include "app/story/kiosk.h"
#include "app/story/present.h"
#include "app/story/presenter.h"
#include "app/story/story_player.h"
#include "platform/process.h"

#include <math.h>
#include <stdio.h>

static bool advance(app *a, double dt_s)
{
    player_watch(a);
    kiosk_advance(a);
    bool moving = present_advance(a, dt_s);
    if (present_is_blanked(a))
        return moving; // the same picture comes back
    moving = moving || a->session.playing || move_run_is_on(a);
    if (a->session.playing)
        clock_advance(a, dt_s);
    moves_advance(a, dt_s);
    moving = stage_advance(a, dt_s) || moving;
    moving = live_advance(a, dt_s) || moving;
    return notice_advance(a, dt_s) || moving;
}

void app_build_flat(app *a, double dt_s)
{
    double start = process_time_s();
    view_state before = a->session.view;
    requests_taken(a);
    draw2d_begin(&a->draw, (float)a->frame.width, (float)a->frame.height);
    ui_frame uf = {.draw = &a->draw,
                   .text = &a->parts.text_source,
                   .theme = theme_get(a->session.look.theme),
                   .width = (float)a->frame.width,
                   .height = (float)a->frame.height,
                   .unit = layout_unit((float)a->frame.width, (float)a->frame.height),
                   .text_scale = a->session.look.text_scale,
                   .dt_s = dt_s,
                   .reduce_motion = a->session.look.reduce_motion};
    ui_begin(a->parts.ui, &uf);
    chrome_lay_out(a);
    scene_host_draw_flat(a);
    present_draw_spotlight(a);
    chrome_build(a);
    ui_end(a->parts.ui);
    present_draw_veil(a);
    if (!view_state_equal(&before, &a->session.view)) {
        scene_host_apply(a);
        request_redraw(a);
    }
    a->frame.timing.flat_ms = 1000.0 * (process_time_s() - start);
}

static void compose(app *a, gfx_target *into)
{
    gfx_begin(a->parts.gfx, into, a->frame.width, a->frame.height);
    gfx_clear(a->parts.gfx, theme_get(a->session.look.theme)->stage);
    stage_present(a->parts.picture, a->chrome.layout.stage, fade_mix(a));
    gfx_draw2d(a->parts.gfx, &a->draw, a->frame.width, a->frame.height);
}

bool app_is_resting(const app *a)
{
    return !a->asked.redraw && !a->session.playing && !move_run_is_on(a) && a->notice.toast_left_s <= 0.0 &&
           !ui_wants_frame(a->parts.ui) && (present_is_blanked(a) || !live_is_moving(a)) &&
           !present_is_fading(a) && presenter_is_resting(a) && stage_is_finished(a->parts.picture) &&
           !scene_host_picture_changed(a);
}

double app_wake_in_s(const app *a)
{
    double elapsed = a->present.elapsed_s, wake = HUGE_VAL;
    for (int i = 0; i < 2; i++)
        wake = fmin(wake, fingers_wake_in_s(&a->fingers[i], a->frame.now_s));
    if (presenter_is_open(a) && present_is_on(a))
        return fmin(wake, 1.0 - (elapsed - floor(elapsed)));
    return fmin(wake, player_is_open(a) || a->kiosk.on ? 1.0 : HUGE_VAL);
}

static void hear(app *a, const input_event *e);

static void end_lost_presses(app *a)
{
    input_event e;
    for (int i = 0; i < 2; i++)
        if (fingers_expire(&a->fingers[i], a->frame.now_s, &e))
            hear(a, &e);
}

bool app_tick(app *a, double dt_s, gfx_target *into)
{
    double start = process_time_s();
    a->frame.dt_s = dt_s;
    a->frame.moved_before = a->frame.moved;
    a->frame.moved = false;
    gfx_stats_reset(a->parts.gfx);
    end_lost_presses(a);
    bool moving = advance(a, dt_s);
    scene_host_apply(a);
    a->frame.timing.model_ms = 1000.0 * (process_time_s() - start);
    bool flat = moving || a->asked.redraw || ui_wants_frame(a->parts.ui) || scene_host_picture_changed(a) ||
                a->notice.toast_left_s > 0.0;
    if (flat)
        app_build_flat(a, dt_s);
    if (calm_holds(a, dt_s)) {
        request_redraw(a);
        return false;
    }
    double drawing = process_time_s();
    error e = {0};
    scene_host_picture p = scene_host_draw(a, dt_s, &e);
    if (p == PICTURE_FAILED)
        fprintf(stderr, "neurotide: %s\n", e.text);
    if (p == PICTURE_SAME && !flat)
        return false;
    compose(a, into);
    gfx_finish(a->parts.gfx);
    double end = process_time_s();
    a->frame.timing.gpu_ms = 1000.0 * (end - drawing);
    a->frame.timing.frame_ms = 1000.0 * (end - start);
    a->frame.moved = p == PICTURE_NEW && a->stage.rested_s == 0.0;
    if (a->narration.on)
        narrate(a);
    return true;
}

void app_shown(app *a, double interval_ms, double least_ms)
{
    if (a->frame.moved && a->frame.moved_before && interval_ms > 0.0)
        stage_measured(a->parts.picture, interval_ms, least_ms);
}

bool app_draw_still(app *a, gfx_target *into, error *e)
{
    scene_host_apply(a);
    live_catch_up(a);
    app_build_flat(a, 0.0);
    app_build_flat(a, 0.0); // the first build may have asked for another
    if (!scene_host_draw_still(a, e))
        return false;
    compose(a, into);
    return true;
}

static void run_key(app *a, const input_event *e)
{
    const action *act = action_for_key(a, e);
    overlay before = a->stage.overlay;
    bool card = a->session.card_open;
    if (act && (!act->enabled || act->enabled(a)))
        act->run(a);
    if (a->stage.overlay != OVERLAY_NONE && a->stage.overlay != before)
        ui_focus_by_key(a->parts.ui); // Enter means what has the focus in it
    if (a->session.card_open != card)
        chrome_card_by_key(a);
}

// The keys of a remote are the story's whatever has the focus; while the screen is blank there is nothing
// else.
static bool present_takes(app *a, const input_event *e)
{
    if (present_is_blanked(a)) {
        if (e->kind == INPUT_KEY_DOWN && !e->repeat)
            run_key(a, e);
        return e->kind != INPUT_POINTER_UP && e->kind != INPUT_POINTER_CANCEL &&
               e->kind != INPUT_POINTER_LEAVE;
    }
    bool page = e->kind == INPUT_KEY_DOWN && (e->key == KEY_PAGE_DOWN || e->key == KEY_PAGE_UP);
    if (!page || !present_is_on(a))
        return false;
    if (a->stage.overlay != OVERLAY_NONE) // back to the story, which a remote has no other key for
        overlay_dismiss(a);
    else
        run_key(a, e);
    return true;
}

static void hear(app *a, const input_event *e)
{
    request_redraw(a);
    kiosk_input(a, e);
    present_notice(a, e);
    if (e->window == 1) {
        bool taken = presenter_event(a, e) || present_takes(a, e);
        if (!taken && e->kind == INPUT_KEY_DOWN)
            run_key(a, e);
        return;
    }
    if (e->kind == INPUT_RESIZE) {
        a->frame.width = e->width > 0 ? e->width : 1;
        a->frame.height = e->height > 0 ? e->height : 1;
        return;
    }
    if (e->kind == INPUT_CLOSE) {
        request_quit(a);
        return;
    }
    if (present_takes(a, e))
        return;
    if (ui_event(a->parts.ui, e)) {
        // What was pressed is done before the next event is heard: a panel closed by it takes no more keys.
        if (a->stage.scene_data && (e->kind == INPUT_KEY_DOWN || e->kind == INPUT_POINTER_UP)) {
            app_build_flat(a, 0.0);
            request_redraw(a);
        }
        return;
    }
    if (e->kind == INPUT_KEY_DOWN)
        run_key(a, e);
}

void app_event(app *a, const input_event *e)
{
    input_event heard[FINGERS_HEARD];
    float near = 0.04f * (float)(a->frame.width < a->frame.height ? a->frame.width : a->frame.height);
    int count = fingers_hear(&a->fingers[e->window == 1], e, a->frame.now_s, near, heard);
    for (int i = 0; i < count; i++)
        hear(a, &heard[i]);
}

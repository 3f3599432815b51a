#include "app/run/frame.h"

#include "app/chrome/chrome.h"
#include "app/chrome/narrate.h"
#include "app/chrome/presenter_view.h"
#include "app/run/hearing.h"
#include "app/stage/calm.h"
#include "app/stage/clock.h"
#include "app/stage/fade.h"
#include "app/stage/live.h"
#include "app/stage/move_run.h"
#include "app/stage/moves.h"
#include "app/stage/scene_host.h"
#include "app/stage/stage.h"
#include "app/stage/stage_input.h"
#include "app/state/layout.h"
#include "app/state/notice.h"
#include "app/state/requests.h"
#include "app/story/kiosk.h"
#include "app/story/present.h"
#include "app/story/presenter.h"
#include "app/story/shelf.h"
#include "app/story/story_player.h"
#include "app/words/languages.h"
#include "base/fnv.h"
#include "platform/process.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>

static const double longest_frame_s = 0.1; // after a pause of the whole machine the clock does not jump

// Frames of no time that settle what was asked for; more than that goes on by itself, as a bubble that waits.
enum { SETTLE_MOST = 8 };

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

// --- the flat picture

// Everything of the app that the interface may not change while it is built, in debug builds only.
static uint64_t others_of(const app *a)
{
#ifdef NDEBUG
    (void)a;
    return 0;
#else
    uint64_t h = fnv1a64(FNV1A64_START, &a->session, sizeof a->session);
    h = fnv1a64(h, &a->notice, sizeof a->notice);
    h = fnv1a64(h, &a->pages, sizeof a->pages);
    h = fnv1a64(h, &a->texts, sizeof a->texts);
    h = fnv1a64(h, &a->remember, sizeof a->remember);
    h = fnv1a64(h, &a->stage, sizeof a->stage);
    h = fnv1a64(h, &a->player, sizeof a->player);
    h = fnv1a64(h, &a->present, sizeof a->present);
    h = fnv1a64(h, &a->kiosk, sizeof a->kiosk);
    if (a->stage.scene && a->stage.scene_data && a->stage.scene->fingerprint) {
        uint64_t drawn = a->stage.scene->fingerprint(a->stage.scene_data);
        h = fnv1a64(h, &drawn, sizeof drawn);
    }
    return fnv1a64(h, &a->reading, sizeof a->reading);
#endif
}

static void check_others(const app *a, uint64_t before)
{
    (void)a;
    (void)before;
    assert(others_of(a) == before);
}

// Building opens nothing: what it is about to show is there before.
static void open_what_is_shown(app *a)
{
    overlay o = a->stage.overlay;
    shelf_open_words(a);
    if (o == OVERLAY_SURE || o == OVERLAY_GLOSSARY)
        shelf_open(a);
    if (o == OVERLAY_MENU || o == OVERLAY_FIRST_RUN)
        languages_open(a);
    player_show_list(a, o == OVERLAY_STORIES);
}

// What the interface asked for while it was built is done, and then what waited for that is heard.
static void do_what_was_asked(app *a, int of_window)
{
    view_state before = a->session.view;
    requests_make_changes(a);
    hearing_built(a, of_window);
    if (!view_state_equal(&before, &a->session.view)) {
        scene_host_apply(a);
        request_redraw(a);
    }
}

bool app_build_flat(app *a, double dt_s)
{
    double start = process_time_s();
    requests_taken(a);
    open_what_is_shown(a);
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
    uint64_t others = others_of(a);
    chrome_lay_out(a);
    check_others(a, others);
    scene_host_draw_flat(a);
    present_draw_spotlight(a);
    others = others_of(a);
    chrome_build(a);
    check_others(a, others);
    ui_end(a->parts.ui);
    present_draw_veil(a);
    do_what_was_asked(a, 0);
    a->frame.timing.flat_ms = 1000.0 * (process_time_s() - start);
    return !a->asked.rebuild;
}

void app_build_presenter(app *a, double dt_s)
{
    uint64_t others = others_of(a);
    presenter_view_build(a, dt_s);
    check_others(a, others);
    do_what_was_asked(a, 1);
}

// --- frames

static void compose(app *a, gfx_target *into)
{
    gfx_begin(a->parts.gfx, into, a->frame.width, a->frame.height);
    gfx_clear(a->parts.gfx, theme_get(a->session.look.theme)->stage);
    stage_present(a->parts.picture, a->chrome.layout.stage, fade_mix(a));
    gfx_draw2d(a->parts.gfx, &a->draw, a->frame.width, a->frame.height);
}

bool app_is_resting(const app *a)
{
    return !app_waits(a) && !a->asked.redraw && !a->session.playing && !move_run_is_on(a) &&
           a->notice.toast_left_s <= 0.0 && !ui_wants_frame(a->parts.ui) &&
           (present_is_blanked(a) || !live_is_moving(a)) && !present_is_fading(a) &&
           presenter_is_resting(a) && stage_is_finished(a->parts.picture) && !scene_host_picture_changed(a);
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

// How a frame is made: as a window shows it; as a picture of this moment, in its final quality; or not to be
// seen at all, between two events of one moment.
typedef enum tick_kind { TICK_SHOWN, TICK_STILL, TICK_UNSEEN } tick_kind;

static scene_host_picture draw_scene(app *a, double dt_s, tick_kind kind, error *e)
{
    if (kind == TICK_STILL)
        return scene_host_draw_still(a, e) ? PICTURE_NEW : PICTURE_FAILED;
    return scene_host_draw(a, dt_s, e);
}

// Whether this frame is to be drawn. What the interface asked for is not in its picture yet: that is shown
// with the next one. A window's pictures keep their distance, lest they flash.
static bool is_to_be_seen(app *a, double dt_s, tick_kind kind, bool whole)
{
    if (kind != TICK_SHOWN)
        return kind == TICK_STILL;
    double since_s = dt_s + a->frame.unshown_s;
    a->frame.unshown_s = whole ? 0.0 : since_s;
    if (!whole)
        return false;
    if (!calm_holds(a, since_s))
        return true;
    request_redraw(a);
    return false;
}

static scene_host_picture tick(app *a, double dt_s, tick_kind kind, gfx_target *into, error *e)
{
    double start = process_time_s();
    a->frame.dt_s = dt_s;
    a->frame.moved_before = a->frame.moved;
    a->frame.moved = false;
    gfx_stats_reset(a->parts.gfx);
    hearing_expire(a);
    hearing_go_on(a);
    bool moving = dt_s > 0.0 && advance(a, dt_s);
    scene_host_apply(a);
    a->frame.timing.model_ms = 1000.0 * (process_time_s() - start);
    bool flat = moving || app_waits(a) || a->asked.redraw || ui_wants_frame(a->parts.ui) ||
                scene_host_picture_changed(a) || a->notice.toast_left_s > 0.0;
    bool whole = !flat || app_build_flat(a, dt_s);
    if (!is_to_be_seen(a, dt_s, kind, whole))
        return PICTURE_SAME;
    double drawing = process_time_s();
    scene_host_picture p = draw_scene(a, dt_s, kind, e);
    if (p == PICTURE_SAME && !flat)
        return PICTURE_SAME;
    compose(a, into);
    if (kind == TICK_STILL)
        return p;
    gfx_finish(a->parts.gfx);
    double end = process_time_s();
    a->frame.timing.gpu_ms = 1000.0 * (end - drawing);
    a->frame.timing.frame_ms = 1000.0 * (end - start);
    a->frame.moved = p == PICTURE_NEW && a->stage.rested_s == 0.0;
    if (a->narration.on)
        narrate(a);
    return p == PICTURE_FAILED ? p : PICTURE_NEW;
}

void app_shown(app *a, double interval_ms, double least_ms)
{
    if (a->frame.moved && a->frame.moved_before && interval_ms > 0.0)
        stage_measured(a->parts.picture, interval_ms, least_ms);
}

bool app_tick(app *a, double dt_s, gfx_target *into)
{
    error e = {0};
    scene_host_picture p = tick(a, fmin(dt_s, longest_frame_s), TICK_SHOWN, into, &e);
    if (p == PICTURE_FAILED)
        fprintf(stderr, "neurotide: %s\n", e.text);
    return p != PICTURE_SAME;
}

void app_settle(app *a)
{
    for (int i = 0; i < SETTLE_MOST && (app_waits(a) || a->asked.redraw || ui_wants_frame(a->parts.ui)); i++)
        tick(a, 0.0, TICK_UNSEEN, NULL, NULL);
}

bool app_still(app *a, gfx_target *into, error *e)
{
    scene_host_apply(a);
    live_catch_up(a);
    request_redraw(a);
    app_settle(a);
    return tick(a, 0.0, TICK_STILL, into, e) == PICTURE_NEW;
}

// The ways to run: a window, a picture, a description, a benchmark.
#include "app/run/run.h"

#include "app/run/address.h"
#include "app/run/app.h"
#include "app/run/bench.h"
#include "app/run/frame.h"
#include "app/run/picture.h"
#include "app/run/script.h"
#include "app/run/script_play.h"
#include "app/run/script_read.h"
#include "app/run/second_window.h"
#include "app/stage/describe.h"
#include "app/stage/overlay.h"
#include "app/story/kiosk.h"
#include "app/story/present.h"
#include "app/story/presenter.h"
#include "app/story/story_player.h"
#include "platform/process.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static const double frame_s = 1.0 / 60.0;

static int fail(const error *e)
{
    fprintf(stderr, "neurotide: %s\n", e->text);
    return 1;
}

static bool describe(const app *a)
{
    char text[CHROME_CAPTION_MAX];
    describe_state(a, text, sizeof text);
    return puts(text) >= 0;
}

// The script first, then what was asked for, of what it left.
static bool do_offscreen(app *a, const options *o, script *s, error *e)
{
    if (s && !script_run_offscreen(s, a, e))
        return false;
    switch (o->mode) {
    case RUN_DESCRIBE:
        return describe(a);
    case RUN_BENCH:
        return bench_run(a, o->bench_s, e);
    default:
        return picture_write(a, o->still_path, e);
    }
}

// As a window: OpenGL 3.3, else OpenGL ES 3.
static gfx_offscreen *open_offscreen(bool es, error *e)
{
    gfx_offscreen *context = gfx_offscreen_create(es, process_has_library, e);
    if (context || es)
        return context;
    error second = {0};
    return gfx_offscreen_create(true, process_has_library, &second);
}

static int run_offscreen(app *a, const options *o, script *s)
{
    error e = {0};
    gfx_offscreen *context = open_offscreen(o->es, &e);
    if (!context)
        return fail(&e);
    overlay_open(a, OVERLAY_NONE); // pictures show the stage
    int width = o->width ? o->width : 1920, height = o->height ? o->height : 1080;
    bool done = app_begin_picture(a, width, height, &e) && do_offscreen(a, o, s, &e);
    int status = done ? 0 : fail(&e);
    app_end(a);
    gfx_offscreen_destroy(context);
    return status;
}

// What a run in a window needs from its beginning to its end. It is on the heap, for on a host that cannot
// wait it outlives app_run().
typedef struct windowed {
    app *a;
    script *s;              // NULL for none
    double began_s, last_s; // of the loop and of its last step
} windowed;

// Events that wait, from the window and from a script, in the order of their time.
static void take_events(app *a, script *s, double script_time)
{
    input_event e;
    while (window_poll(a->parts.window, &e))
        app_event(a, &e);
    if (s)
        script_play(s, a, script_time);
}

// Seconds to sleep, HUGE_VAL until an event. What is overdue does not wait.
static double wait_of(const app *a, const script *s, double script_time, double frame_began)
{
    bool resting = app_is_resting(a);
    double wake = app_wake_in_s(a);
    if (resting && !s)
        return wake;
    double wait = resting ? wake : frame_began + frame_s - process_time_s();
    double until = s ? script_next_time(s) - script_time : HUGE_VAL;
    return fmax(0.0, fmin(wait, until));
}

static double step(void *ctx)
{
    windowed *r = ctx;
    app *a = r->a;
    double now = process_time_s(), passed = now - r->last_s;
    r->last_s = now;
    a->frame.now_s = now - r->began_s;
    take_events(a, r->s, now - r->began_s);
    if (a->asked.quit)
        return -1.0;
    if (window_is_minimised(a->parts.window) && !presenter_is_open(a))
        return r->s ? frame_s : HUGE_VAL;
    int width = 0, height = 0;
    window_size(a->parts.window, &width, &height);
    if (width != a->frame.width || height != a->frame.height)
        app_event(a, &(input_event){.kind = INPUT_RESIZE, .width = width, .height = height});
    bool drawn = app_tick(a, passed, NULL);
    if (drawn) {
        host_shown shown = host_show(&a->parts.host, a->parts.window);
        app_shown(a, shown.interval_ms, shown.least_ms);
    }
    second_window_tick(a, a->frame.dt_s, drawn);
    if (a->asked.picture)
        picture_save_and_tell(a);
    if (app_is_resting(a))
        address_follow(a);
    return a->asked.quit ? -1.0 : wait_of(a, r->s, process_time_s() - r->began_s, now);
}

static int finish(app *a, script *s, host h, int status)
{
    if (status == 0 && s && script_failed(s))
        status = 1;
    if (a) {
        window *w = a->parts.window;
        if (presenter_is_open(a))
            presenter_close(a);
        app_end(a);
        if (w)
            window_close(w);
    }
    host_close(&h);
    free(a);
    script_destroy(s);
    return status;
}

static int end(void *ctx)
{
    windowed *r = ctx;
    int status = finish(r->a, r->s, r->a->parts.host, 0);
    free(r);
    return status;
}

static bool begin_window(app *a, const options *o, bool scripted, error *e)
{
    window_def def = {
        .title = "Neurotide", .width = o->width, .height = o->height, .fullscreen = o->fullscreen};
    a->parts.window = window_open(&def, e);
    if (!a->parts.window)
        return false;
    a->parts.eased = true;
    int width = 0, height = 0;
    window_size(a->parts.window, &width, &height);
    if (!a->session.first_run_done && !scripted && !o->present && !o->kiosk)
        overlay_await_first_run(a);
    if (!app_begin_picture(a, width, height, e))
        return false;
    if (o->present && player_is_open(a)) {
        overlay kept = a->stage.overlay; // what was wrong in the story is still told
        present_start(a);
        overlay_open(a, kept);
    }
    return !o->kiosk || kiosk_begin(a, o->story ? o->story : "explore", o->idle_s, e);
}

// Takes app and script; the host ends them.
static int run_window(app *a, const options *o, script *s)
{
    error e = {0};
    windowed *r = calloc(1, sizeof *r);
    if (!r)
        error_set(&e, "There is not enough memory for a window; close other programs and try again.");
    if (!r || !begin_window(a, o, s != NULL, &e)) {
        free(r);
        return finish(a, s, a->parts.host, fail(&e));
    }
    double now = process_time_s();
    *r = (windowed){.a = a, .s = s, .began_s = now, .last_s = now};
    return host_run(&a->parts.host, a->parts.window, (host_program){.ctx = r, .step = step, .end = end});
}

int app_run(const options *o)
{
    error e = {0};
    script *s = NULL;
    if (o->script_path && !(s = script_load(o->script_path, &e)))
        return fail(&e);
    host h = host_of_system();
    app *a = calloc(1, sizeof *a);
    if (!a)
        error_set(&e, "There is not enough memory to begin; close other programs and try again.");
    if (!a || !app_begin(a, o, &h, &e))
        return finish(a, s, h, fail(&e));
    switch (o->mode) {
    case RUN_DESCRIBE:
        if (!s) // nothing has to be drawn
            return finish(a, s, h, describe(a) ? 0 : 1);
        return finish(a, s, h, run_offscreen(a, o, s));
    case RUN_STILL:
    case RUN_BENCH:
        return finish(a, s, h, run_offscreen(a, o, s));
    default:
        return run_window(a, o, s);
    }
}

// The ways to run: a window, a picture, a description, a benchmark.
#include "app/run/run.h"

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

static const double longest_step_s = 0.1; // after a pause of the whole machine the clock does not jump
static const double frame_s = 1.0 / 60.0;

static int fail(const error *e)
{
    fprintf(stderr, "neurotide: %s\n", e->text);
    return 1;
}

static int run_describe(app *a)
{
    char text[CHROME_CAPTION_MAX];
    describe_state(a, text, sizeof text);
    puts(text);
    return 0;
}

// The script first, then the picture of what it left.
static bool draw_offscreen(app *a, script *s, const char *path, error *e)
{
    if (s && !script_run_offscreen(s, a, e))
        return false;
    return picture_write(a, path, e);
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
    bool done = app_begin_picture(a, width, height, &e);
    if (done)
        done = o->mode == RUN_BENCH ? bench_run(a, o->bench_s, &e) : draw_offscreen(a, s, o->still_path, &e);
    int status = done ? 0 : fail(&e);
    app_end(a);
    gfx_offscreen_destroy(context);
    return status;
}

// Events that wait, from the window and from a script, in the order of their time.
static void take_events(app *a, script *s, double script_time)
{
    input_event e;
    while (window_poll(a->parts.window, &e))
        app_event(a, &e);
    if (s)
        script_play(s, a, script_time);
}

// Seconds to sleep; negative: until an event. What is overdue does not wait.
static double wait_of(const app *a, const script *s, double script_time, double frame_began)
{
    bool resting = app_is_resting(a);
    double wake = app_wake_in_s(a);
    if (resting && !s)
        return wake < HUGE_VAL ? wake : -1.0;
    double wait = resting ? wake : frame_began + frame_s - process_time_s();
    double until = s ? script_next_time(s) - script_time : HUGE_VAL;
    return fmax(0.0, fmin(wait, until));
}

static void loop(app *a, script *s)
{
    double began = process_time_s(), last = began;
    while (!a->asked.quit) {
        double now = process_time_s();
        double dt = now - last < longest_step_s ? now - last : longest_step_s;
        last = now;
        a->frame.now_s = now - began;
        take_events(a, s, now - began);
        if (window_is_minimised(a->parts.window) && !presenter_is_open(a)) {
            window_wait(a->parts.window, s ? frame_s : -1.0);
            continue;
        }
        int width = 0, height = 0;
        window_size(a->parts.window, &width, &height);
        if (width != a->frame.width || height != a->frame.height)
            app_event(a, &(input_event){.kind = INPUT_RESIZE, .width = width, .height = height});
        bool drawn = app_tick(a, dt, NULL);
        if (drawn)
            window_swap(a->parts.window);
        second_window_tick(a, dt, drawn);
        double wait = wait_of(a, s, process_time_s() - began, now);
        if (wait != 0.0 && !a->asked.quit)
            window_wait(a->parts.window, wait);
    }
}

static int run_window(app *a, const options *o, script *s)
{
    error e = {0};
    window_def def = {
        .title = "Neurotide", .width = o->width, .height = o->height, .fullscreen = o->fullscreen};
    a->parts.window = window_open(&def, &e);
    if (!a->parts.window)
        return fail(&e);
    a->parts.eased = true;
    int width = 0, height = 0;
    window_size(a->parts.window, &width, &height);
    if (!a->session.first_run_done && !s && !o->present && !o->kiosk)
        overlay_await_first_run(a);
    bool begun = app_begin_picture(a, width, height, &e);
    if (begun && o->present && player_is_open(a)) {
        overlay kept = a->stage.overlay; // what was wrong in the story is still told
        present_start(a);
        overlay_open(a, kept);
    }
    if (begun && o->kiosk)
        begun = kiosk_begin(a, o->story ? o->story : "explore", o->idle_s, &e);
    if (begun)
        loop(a, s);
    if (presenter_is_open(a))
        presenter_close(a);
    window *w = a->parts.window;
    app_end(a);
    window_close(w);
    return begun ? 0 : fail(&e);
}

static int run(app *a, const options *o, script *s)
{
    switch (o->mode) {
    case RUN_DESCRIBE:
        return run_describe(a);
    case RUN_STILL:
    case RUN_BENCH:
        return run_offscreen(a, o, s);
    default:
        return run_window(a, o, s);
    }
}

int app_run(const options *o)
{
    error e = {0};
    script *s = NULL;
    if (o->script_path && !(s = script_load(o->script_path, &e)))
        return fail(&e);
    app *a = calloc(1, sizeof *a);
    int status = 1;
    if (!a || !app_begin(a, o, &e))
        fail(&e);
    else
        status = run(a, o, s);
    if (status == 0 && s && script_failed(s))
        status = 1;
    if (a)
        app_end(a);
    free(a);
    script_destroy(s);
    return status;
}

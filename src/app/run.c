// The ways to run: a window, a picture, a description, a benchmark.
#include "app/app.h"

#include "app/app_core.h"
#include "app/bench.h"
#include "app/chrome.h"
#include "app/diagnose.h"
#include "app/script.h"
#include "export/png.h"
#include "platform/process.h"

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
    char text[APP_CAPTION_MAX];
    describe_state(a, text, sizeof text);
    puts(text);
    return 0;
}

static bool write_picture(app *a, const char *path, error *e)
{
    gfx_target_def def = {.label = "picture", .width = a->width, .height = a->height};
    gfx_target *t = gfx_target_create(a->gfx, &def, e);
    image img = {0};
    bool done = t && app_draw_still(a, t, e) && gfx_read(a->gfx, t, &img, e) && png_write(path, &img, e);
    image_destroy(&img);
    gfx_target_destroy(a->gfx, t);
    return done;
}

static int run_offscreen(app *a, const options *o)
{
    error e = {0};
    gfx_offscreen *context = gfx_offscreen_create(o->es, &e);
    if (!context)
        return fail(&e);
    a->overlay = OVERLAY_NONE; // pictures show the stage
    int width = o->width ? o->width : 1920, height = o->height ? o->height : 1080;
    bool done = app_begin_picture(a, width, height, &e);
    if (done)
        done = o->mode == RUN_BENCH ? bench_run(a, o->bench_s, &e) : write_picture(a, o->still_path, &e);
    int status = done ? 0 : fail(&e);
    app_end(a);
    gfx_offscreen_destroy(context);
    return status;
}

// Events that wait, from the window and from a script, in the order of their time.
static void take_events(app *a, script *s, double script_time)
{
    input_event e;
    while (window_poll(a->window, &e))
        app_event(a, &e);
    if (s)
        script_play(s, a, script_time);
}

static double wait_of(const app *a, const script *s, double script_time, double frame_began)
{
    double wait = app_is_resting(a) ? -1.0 : frame_began + frame_s - process_time_s();
    if (s) {
        double until = script_next_time(s) - script_time;
        if (wait < 0.0 || until < wait)
            wait = until;
    } else if (wait < 0.0 && !app_is_resting(a)) {
        wait = 0.0;
    }
    return wait;
}

static void loop(app *a, script *s)
{
    double began = process_time_s(), last = began;
    while (!a->quit) {
        double now = process_time_s();
        double dt = now - last < longest_step_s ? now - last : longest_step_s;
        last = now;
        take_events(a, s, now - began);
        if (window_is_minimised(a->window)) {
            window_wait(a->window, s ? frame_s : -1.0);
            continue;
        }
        int width = 0, height = 0;
        window_size(a->window, &width, &height);
        if (width != a->width || height != a->height)
            app_event(a, &(input_event){.kind = INPUT_RESIZE, .width = width, .height = height});
        if (app_tick(a, dt, NULL))
            window_swap(a->window);
        double wait = wait_of(a, s, process_time_s() - began, now);
        if (wait != 0.0)
            window_wait(a->window, wait);
    }
}

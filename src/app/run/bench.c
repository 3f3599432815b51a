#include "app/run/bench.h"

#include "app/run/frame.h"
#include "app/stage/clock.h"
#include "app/stage/stage.h"
#include "app/stage/stage_input.h"
#include "platform/process.h"

#include <stdio.h>
#include <stdlib.h>

enum { FRAMES_MAX = 200000 };
static const double turn_deg_s = 24.0;
static const double warm_up_s = 1.0; // quality finds its level; not counted

typedef struct samples {
    double *frame, *model, *flat, *gpu; // ms
    int count;
} samples;

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double quantile(double *values, int count, double q)
{
    if (count == 0)
        return 0.0;
    qsort(values, (size_t)count, sizeof *values, ascending);
    return values[(int)(q * (count - 1) + 0.5)];
}

static void keep(samples *s, const frame_timing *t)
{
    if (s->count == FRAMES_MAX)
        return;
    s->frame[s->count] = t->frame_ms;
    s->model[s->count] = t->model_ms;
    s->flat[s->count] = t->flat_ms;
    s->gpu[s->count] = t->gpu_ms;
    s->count++;
}

static void print_report(app *a, samples *s, double first_frame_ms, double elapsed_s)
{
    stage_info q = stage_info_of(a->parts.picture);
    gfx_stats stats = gfx_stats_get(a->parts.gfx);
    printf("{\"renderer\":\"%s\",\"width\":%d,\"height\":%d,\"frames\":%d,\"frames_per_second\":%.1f,"
           "\"frame_ms_median\":%.2f,\"frame_ms_p95\":%.2f,\"model_ms\":%.3f,\"draw_build_ms\":%.3f,"
           "\"gpu_ms\":%.2f,\"lod\":%d,\"internal_width\":%d,\"internal_height\":%d,\"triangles\":%d,"
           "\"sprites\":%d,\"peak_rss_mb\":%.1f,\"first_frame_ms\":%.1f}\n",
           gfx_renderer(a->parts.gfx), a->frame.width, a->frame.height, s->count, s->count / elapsed_s,
           quantile(s->frame, s->count, 0.5), quantile(s->frame, s->count, 0.95),
           quantile(s->model, s->count, 0.5), quantile(s->flat, s->count, 0.5),
           quantile(s->gpu, s->count, 0.5), q.lod, q.width, q.height, stats.triangles, stats.quads,
           process_peak_rss_mb(), first_frame_ms);
}

static void play(app *a, gfx_target *target, double seconds, samples *s)
{
    double start = process_time_s(), last = start, shown_s = 0.0;
    if (!a->session.playing)
        clock_play(a, true);
    while (last - start < seconds) {
        double now = process_time_s();
        double dt = now - last;
        last = now;
        if (!a->session.playing)
            clock_play(a, true); // the axis came to its end: again from the dose
        stage_orbit(a, turn_deg_s * dt, 0.0);
        app_tick(a, dt, target);
        double now_s = process_time_s();
        app_shown(a, shown_s > 0.0 ? 1000.0 * (now_s - shown_s) : 0.0, 0.0);
        shown_s = now_s;
        if (s)
            keep(s, &a->frame.timing);
    }
}

bool bench_run(app *a, double seconds, error *e)
{
    gfx_target_def def = {.label = "benchmark", .width = a->frame.width, .height = a->frame.height};
    gfx_target *target = gfx_target_create(a->parts.gfx, &def, e);
    if (!target)
        return false;
    app_tick(a, 0.0, target);
    double first_frame_ms = process_since_start_ms();
    double *room = calloc(4 * FRAMES_MAX, sizeof *room);
    if (!room) {
        gfx_target_destroy(a->parts.gfx, target);
        error_set_memory(e, "the measurements");
        return false;
    }
    samples s = {room, room + FRAMES_MAX, room + 2 * FRAMES_MAX, room + 3 * FRAMES_MAX, 0};
    play(a, target, warm_up_s, NULL);
    double begin = process_time_s();
    play(a, target, seconds, &s);
    print_report(a, &s, first_frame_ms, process_time_s() - begin);
    free(room);
    gfx_target_destroy(a->parts.gfx, target);
    return true;
}

// What a jump costs the models of each magnification: of the clock while it lives, of the clock while it
// stands still (begun anew, with its seconds of life), and of a dose. The longest tick of each, and all ticks
// until the picture is that of the new moment; medians. Prints one JSON line a scene; run by hand, not by
// ctest.
#include "scene/scenes.h"
#include "timing.h"

#include "scene_fixture.h"

#include <stdio.h>

enum { ROUNDS = 15, TICKS = 120 };

typedef enum jump { JUMP_LIVE, JUMP_STILL, JUMP_DOSE, JUMPS } jump;

typedef struct cost {
    double longest_ms[ROUNDS], whole_ms[ROUNDS];
} cost;

static view_state view_of(const scene_class *class, int round)
{
    static const double moments[] = {0.0, 40.0, 120.0, 1440.0, 20160.0, 15.0, 60480.0};
    view_state v = view_state_default(class->view);
    v.t_min = moments[round % (int)(sizeof moments / sizeof moments[0])];
    return v;
}

static double tick(scene_fixture *f, const view_state *v, const treatment_inputs *dose, bool begins,
                   jump kind, bool *more)
{
    double start = 1e3 * timing_now_s();
    if (begins && dose)
        treatment_tabulate(f->model, *dose);
    if (begins && kind == JUMP_STILL && f->class->restart)
        f->class->restart(f->scene, v->run_s);
    f->class->set(f->scene, v, f->model);
    *more = f->class->settle && f->class->settle(f->scene, 1.0 / 60.0);
    if (f->class->advance && kind != JUMP_STILL)
        f->class->advance(f->scene, 1.0 / 60.0);
    return 1e3 * timing_now_s() - start;
}

static void measure(scene_fixture *f, jump kind, int round, cost *out)
{
    view_state v = view_of(f->class, round);
    treatment_inputs dose = {round % 2 ? 0.4 : 0.5, round % 2 ? 0.7 : 0.8};
    out->longest_ms[round] = out->whole_ms[round] = 0.0;
    bool more = true;
    for (int i = 0; i < TICKS && more; i++) {
        double ms = tick(f, &v, kind == JUMP_DOSE ? &dose : NULL, i == 0, kind, &more);
        out->longest_ms[round] = fmax(out->longest_ms[round], ms);
        out->whole_ms[round] += ms;
    }
}

static void report(const scene_class *class)
{
    static const char *const names[JUMPS] = {"clock", "clock_standing", "dose"};
    double start = 1e3 * timing_now_s();
    scene_fixture *f = scene_fixture_open(
        &(fixture_def){.scene = class, .language = "en", .files = {NULL}, .asset = NEUROTIDE_BRAIN_ASSET});
    printf("{\"scene\": \"%s\", \"open_ms\": %.2f", class->id, 1e3 * timing_now_s() - start);
    for (int kind = 0; kind < JUMPS; kind++) {
        static cost c;
        view_state v = view_of(class, ROUNDS);
        class->set(f->scene, &v, f->model);
        for (int round = 0; round < ROUNDS; round++)
            measure(f, (jump)kind, round, &c);
        printf(", \"%s_longest_tick_ms_median\": %.2f", names[kind],
               timing_quantile(c.longest_ms, ROUNDS, 0.5));
        printf(", \"%s_longest_tick_ms_most\": %.2f", names[kind],
               timing_quantile(c.longest_ms, ROUNDS, 1.0));
        printf(", \"%s_whole_ms_median\": %.2f", names[kind], timing_quantile(c.whole_ms, ROUNDS, 0.5));
    }
    printf("}\n");
    scene_fixture_close(f);
}

int main(void)
{
    int count = 0;
    const scene_class *const *all = scenes(&count);
    for (int i = 0; i < count; i++)
        report(all[i]);
    return 0;
}

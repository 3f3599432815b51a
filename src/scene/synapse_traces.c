// The live curves under each half, from what the models remember.
#include "scene/synapse_light.h"
#include "scene/synapse_overlay.h"
#include "scene/synapse_plan.h"
#include "scene/traces.h"

#include <math.h>
#include <string.h>

enum { TICKS = 360, STRIDE = 3, PLOTS = 3 }; // six seconds on display

static const float glutamate_top_mM = 1.0f, open_top = 50.0f, voltage_low_mV = -72.0f,
                   voltage_high_mV = -40.0f;
static const float serotonin_top_uM = 0.8f;

static int ticks_ago(int point)
{
    return TICKS - STRIDE * (point + 1);
}

static void begin(const scene_frame *f, traces_plot *p, const char *title, float low, float high,
                  const char *low_id, const char *high_id)
{
    *p = (traces_plot){.title = words_get(f->words, title),
                       .low = low,
                       .high = high,
                       .low_text = words_get(f->words, low_id),
                       .high_text = words_get(f->words, high_id)};
}

static void curve(const scene_frame *f, traces_plot *p, const char *name, colour ink, colour text)
{
    traces_curve *c = &p->curves[p->curve_count++];
    c->name = name ? words_get(f->words, name) : NULL;
    c->ink = ink;
    c->text = text;
    c->count = TICKS / STRIDE;
}

static void mark(traces_plot *p, int point)
{
    if (p->mark_count < TRACES_MARKS)
        p->marks[p->mark_count++] = (float)point / (TICKS / STRIDE - 1);
}

static void quick(traces_plot *p, int point, bool on, bool was)
{
    float x = (float)point / (TICKS / STRIDE - 1);
    if (on && !was && p->quick_count < TRACES_MARKS)
        p->quick[p->quick_count++] = (traces_span){x, 1.0f};
    else if (!on && was && p->quick_count > 0)
        p->quick[p->quick_count - 1].to = x;
}

static int glutamate_plots(const synapse *y, const scene_frame *f, traces_plot plots[PLOTS])
{
    const theme *t = f->theme;
    const synapse_light *l = synapse_light_of(t);
    begin(f, &plots[0], "synapse.trace.glutamate", 0.0f, glutamate_top_mM, "synapse.tick.zero",
          "synapse.tick.unit");
    begin(f, &plots[1], "synapse.trace.open", 0.0f, open_top, "synapse.tick.zero", "synapse.tick.half");
    begin(f, &plots[2], "synapse.trace.voltage", voltage_low_mV, voltage_high_mV, "synapse.tick.rest",
          "synapse.tick.forty");
    if (synapse_glutamate_state_of(y->glutamate).depolarised_ms > 0.0) {
        plots[2].high = 0.0f;
        plots[2].high_text = words_get(f->words, "synapse.tick.zero");
    }
    curve(f, &plots[0], NULL, t->glutamate, t->glutamate_text);
    curve(f, &plots[1], "synapse.trace.ampa", l->ampa, t->ink);
    curve(f, &plots[1], "synapse.trace.nmda", l->nmda, t->ink);
    curve(f, &plots[2], NULL, t->ink, t->ink);
    bool was = false;
    for (int i = 0; i < TICKS / STRIDE; i++) {
        synapse_glutamate_sample s = synapse_glutamate_past(y->glutamate, ticks_ago(i));
        bool released = s.release;
        // The peak of the burst is a tick wide: of the ticks of one point the highest counts.
        for (int k = 1; k < STRIDE; k++) {
            synapse_glutamate_sample more = synapse_glutamate_past(y->glutamate, ticks_ago(i) + k);
            released = released || more.release;
            s.now.glutamate_mM = fmax(s.now.glutamate_mM, more.now.glutamate_mM);
            s.before.glutamate_mM = fmax(s.before.glutamate_mM, more.before.glutamate_mM);
        }
        plots[0].curves[0].values[i] = (float)s.now.glutamate_mM;
        plots[0].curves[0].reference[i] = (float)s.before.glutamate_mM;
        plots[1].curves[0].values[i] = (float)(100.0 * s.now.ampa);
        plots[1].curves[0].reference[i] = (float)(100.0 * s.before.ampa);
        plots[1].curves[1].values[i] = (float)(100.0 * s.now.nmda);
        plots[1].curves[1].reference[i] = (float)(100.0 * s.before.nmda);
        plots[2].curves[0].values[i] = (float)s.now.voltage_mV;
        plots[2].curves[0].reference[i] = (float)s.before.voltage_mV;
        for (int k = 0; k < PLOTS; k++) {
            if (released)
                mark(&plots[k], i);
            quick(&plots[k], i, s.fast_forward, was);
        }
        was = s.fast_forward;
    }
    return PLOTS;
}

static int serotonin_plots(const synapse *y, const scene_frame *f, traces_plot plots[PLOTS])
{
    const theme *t = f->theme;
    begin(f, &plots[0], "synapse.trace.serotonin", 0.0f, serotonin_top_uM, "synapse.tick.zero",
          "synapse.tick.most");
    begin(f, &plots[1], "synapse.trace.bound", 0.0f, 100.0f, "synapse.tick.zero", "synapse.tick.hundred");
    curve(f, &plots[0], NULL, t->side[SIDE_SSRI], t->side_text[SIDE_SSRI]);
    curve(f, &plots[1], NULL, synapse_light_of(t)->claw, t->ink);
    for (int i = 0; i < TICKS / STRIDE; i++) {
        synapse_serotonin_sample s = synapse_serotonin_past(y->serotonin, ticks_ago(i));
        bool released = s.release;
        for (int k = 1; k < STRIDE; k++)
            released = released || synapse_serotonin_past(y->serotonin, ticks_ago(i) + k).release;
        plots[0].curves[0].values[i] = (float)s.now.serotonin_uM;
        plots[0].curves[0].reference[i] = (float)s.before.serotonin_uM;
        plots[1].curves[0].values[i] = (float)(100.0 * s.now.bound);
        plots[1].curves[0].reference[i] = (float)(100.0 * s.before.bound);
        for (int k = 0; k < 2 && released; k++)
            mark(&plots[k], i);
    }
    return 2;
}

void synapse_draw_traces(const synapse *y, const scene_frame *f, side s)
{
    rect strip = synapse_traces_rect(f, s);
    if (strip.h <= 0.0f || !y->glutamate || !y->serotonin)
        return;
    traces_plot plots[PLOTS];
    int count = s == SIDE_SSRI ? serotonin_plots(y, f, plots) : glutamate_plots(y, f, plots);
    const traces_legend legend = {.mark = words_get(f->words, "synapse.trace.release"),
                                  .reference = words_get(f->words, "synapse.trace.before"),
                                  .quick =
                                      s == SIDE_KETAMINE ? words_get(f->words, "synapse.trace.quick") : NULL};
    traces_draw(f, strip, plots, count, &legend);
}

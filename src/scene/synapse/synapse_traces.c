// The live curves under each half, from what the models remember.
#include "scene/synapse/synapse_traces.h"

#include "model/synapse_membrane.h"
#include "scene/kit/traces.h"
#include "scene/synapse/synapse_light.h"
#include "scene/synapse/synapse_plan.h"

#include <math.h>
#include <string.h>

enum { TICKS = 360, STRIDE = 3, PLOTS = 3 }; // six seconds on display

// Ids of the titles; the currents, two of them with their references, get the most room.
static const traces_head heads[SIDE_COUNT][PLOTS] = {
    {{"synapse.trace.serotonin", 1.0f}, {"synapse.trace.bound", 1.0f}},
    {{"synapse.trace.glutamate", 0.85f}, {"synapse.trace.current", 1.30f}, {"synapse.trace.voltage", 0.85f}}};

// Of the currents 100 is the highest before the dose.
static const float glutamate_top_mM = 1.0f, current_top = 125.0f, voltage_low_mV = -72.0f,
                   voltage_high_mV = -40.0f, voltage_highest_mV = 0.0f;
// Above a target of 0.80 serotonin does not fit on the usual scale: 1.4 uM at 0.9.
static const float serotonin_top_uM = 0.8f, serotonin_highest_uM = 1.6f;
static const double usual_target = 0.80;

static int ticks_ago(int point)
{
    return TICKS - STRIDE * (point + 1);
}

static void begin(const scene_frame *f, traces_plot *p, side s, int which, float low, float high,
                  const char *low_id, const char *high_id)
{
    *p = (traces_plot){.head = {words_get(f->words, heads[s][which].title), heads[s][which].share},
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

// The highest currents before the dose in what is shown, so that they can be told in parts of it.
static synapse_current highest_before(const synapse *y)
{
    synapse_current most = {1e-9, 1e-9};
    for (int i = 0; i < TICKS; i++) {
        synapse_glutamate_levels before = synapse_glutamate_past(y->glutamate, i).before;
        most.ampa = fmax(most.ampa, before.ampa_current);
        most.nmda = fmax(most.nmda, before.nmda_current);
    }
    return most;
}

// Without magnesium, or depolarised by hand, the voltage needs a longer scale.
static bool reaches_high(const synapse *y)
{
    bool high = false;
    for (int i = 0; i < TICKS && !high; i++) {
        synapse_glutamate_sample s = synapse_glutamate_past(y->glutamate, i);
        high = fmax(s.now.voltage_mV, s.before.voltage_mV) > (double)voltage_high_mV;
    }
    return high;
}

static int glutamate_plots(const synapse *y, const scene_frame *f, traces_plot plots[PLOTS])
{
    const theme *t = f->theme;
    const synapse_light *l = synapse_light_of(t);
    const synapse_current full = highest_before(y);
    begin(f, &plots[0], SIDE_KETAMINE, 0, 0.0f, glutamate_top_mM, "synapse.tick.zero", "synapse.tick.unit");
    begin(f, &plots[1], SIDE_KETAMINE, 1, 0.0f, current_top, "synapse.tick.zero", "synapse.tick.above");
    bool high = reaches_high(y);
    begin(f, &plots[2], SIDE_KETAMINE, 2, voltage_low_mV, high ? voltage_highest_mV : voltage_high_mV,
          "synapse.tick.rest", high ? "synapse.tick.zero" : "synapse.tick.forty");
    curve(f, &plots[0], NULL, t->glutamate, t->ink);
    curve(f, &plots[1], "synapse.trace.ampa", l->ampa_line, l->ampa_line);
    curve(f, &plots[1], "synapse.trace.nmda", l->nmda_line, l->nmda_line);
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
        plots[1].curves[0].values[i] = (float)(100.0 * s.now.ampa_current / full.ampa);
        plots[1].curves[0].reference[i] = (float)(100.0 * s.before.ampa_current / full.ampa);
        plots[1].curves[1].values[i] = (float)(100.0 * s.now.nmda_current / full.nmda);
        plots[1].curves[1].reference[i] = (float)(100.0 * s.before.nmda_current / full.nmda);
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
    bool high = y->conditions.inputs.ssri_target > usual_target + 0.005;
    begin(f, &plots[0], SIDE_SSRI, 0, 0.0f, high ? serotonin_highest_uM : serotonin_top_uM,
          "synapse.tick.zero", high ? "synapse.tick.highest" : "synapse.tick.most");
    begin(f, &plots[1], SIDE_SSRI, 1, 0.0f, 100.0f, "synapse.tick.zero", "synapse.tick.hundred");
    curve(f, &plots[0], NULL, t->side[SIDE_SSRI], t->side_text[SIDE_SSRI]);
    curve(f, &plots[1], NULL, synapse_light_of(t)->claw_line, t->ink);
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

// One size for the titles of both halves.
static float title_px(const synapse_plan *plan, const scene_frame *f)
{
    float px = INFINITY;
    for (int s = 0; s < SIDE_COUNT; s++) {
        traces_head shown[PLOTS];
        int count = 0;
        for (; plan->traces[s].h > 0.0f && count < PLOTS && heads[s][count].title; count++)
            shown[count] = (traces_head){words_get(f->words, heads[s][count].title), heads[s][count].share};
        if (count > 0)
            px = fminf(px, traces_title_px(f, plan->traces[s], shown, count));
    }
    return px;
}

void synapse_draw_traces(const synapse *y, const synapse_plan *plan, const scene_frame *f, side s)
{
    rect strip = plan->traces[s];
    if (strip.h <= 0.0f || !y->glutamate || !y->serotonin)
        return;
    traces_plot plots[PLOTS];
    int count = s == SIDE_SSRI ? serotonin_plots(y, f, plots) : glutamate_plots(y, f, plots);
    const traces_legend legend = {.mark = words_get(f->words, "synapse.trace.release"),
                                  .reference = words_get(f->words, "synapse.trace.before"),
                                  .quick =
                                      s == SIDE_KETAMINE ? words_get(f->words, "synapse.trace.quick") : NULL};
    traces_draw(f, strip, plots, count, &legend, title_px(plan, f));
}

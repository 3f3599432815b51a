#include "scene/circuit/circuit_plots.h"

#include "scene/kit/wrap.h"
#include "ui/typeset.h"

#include <math.h>
#include <stdio.h>

// Model ms between two points of a trace.
enum { TRACE_STEP_MS = 4, TRACE_POINTS_MAX = 200 };

// Tops of the scales, the same on both sides and at every moment; without inhibition all runs higher.
static double top_rate(const scene_frame *f, circuit_population p)
{
    if (p == CIRCUIT_PYRAMIDAL)
        return f->view->inhibition ? 7.0 : 12.0;
    return f->view->inhibition ? 16.0 : 45.0;
}

static double top_glutamate(const scene_frame *f)
{
    return f->view->inhibition ? 2.4 : 4.0;
}

typedef struct plot {
    const circuit_scene *c;
    const scene_frame *f;
    const circuit_plan *p;
    const circuit *model;
    double now_ms;
} plot;

static float x_of(const plot *q, double ms)
{
    const rect *r = &q->p->glutamate;
    return r->x + r->w * (float)(1.0 + (ms - q->now_ms) / CIRCUIT_WINDOW_MS);
}

circuit_means circuit_means_of(const circuit *c)
{
    circuit_means m = {.glutamate = 0.0};
    int64_t now = (int64_t)floor(circuit_time_ms(c)), first = now - (int64_t)CIRCUIT_WINDOW_MS;
    uint64_t spikes[CIRCUIT_POPULATIONS] = {0, 0};
    int64_t steps = (int64_t)(CIRCUIT_WINDOW_MS * CIRCUIT_STEPS_PER_MS);
    for (uint64_t n = circuit_spike_after(c, circuit_steps(c) - steps); n < circuit_spike_end(c); n++)
        spikes[circuit_cell_population(circuit_spike_at(c, n).cell)]++;
    m.rate_hz[CIRCUIT_PYRAMIDAL] =
        (double)spikes[CIRCUIT_PYRAMIDAL] / CIRCUIT_PYRAMIDAL_CELLS / (1e-3 * CIRCUIT_WINDOW_MS);
    m.rate_hz[CIRCUIT_INTERNEURON] =
        (double)spikes[CIRCUIT_INTERNEURON] / CIRCUIT_INTERNEURON_CELLS / (1e-3 * CIRCUIT_WINDOW_MS);
    int count = 0;
    for (int64_t ms = first + 1; ms <= now; ms += TRACE_STEP_MS, count++)
        m.glutamate += circuit_sample_at(c, ms).glutamate;
    m.glutamate /= count > 0 ? count : 1;
    return m;
}

static colour population_colour(const theme *t, circuit_population p)
{
    return p == CIRCUIT_PYRAMIDAL ? t->glutamate : t->gaba;
}

static colour population_ink(const theme *t, circuit_population p)
{
    return p == CIRCUIT_PYRAMIDAL ? t->glutamate_text : t->gaba;
}

// --- raster: dots of one size and brightness that move to the left; interneurons above, pyramidal cells
// below

// Height of a dot, px. Dots pass every place of a band; a place should see at most three a second, and where
// it sees more, all such places must stay below a quarter of the flash limit's window (docs/architecture.md).
// So dense bands have flatter dots; the interneurons' band is too low to fill a quarter of the window by
// itself. The same on both sides and at every moment.
static float dot_height(const plot *q, circuit_population p, float band_h)
{
    static const float busiest_hz[2][CIRCUIT_POPULATIONS] = {{8.5f, 39.0f}, {4.5f, 12.5f}};
    static const float passes_a_second[CIRCUIT_POPULATIONS] = {2.4f, 5.2f};
    float cells = p == CIRCUIT_PYRAMIDAL ? CIRCUIT_PYRAMIDAL_CELLS : CIRCUIT_INTERNEURON_CELLS;
    float spikes_a_second =
        cells * busiest_hz[q->f->view->inhibition ? 1 : 0][p] * (float)(1e-3 * CIRCUIT_MS_A_SECOND);
    return fmaxf(1.0f, fminf(passes_a_second[p] * band_h / spikes_a_second, fminf(3.0f * q->f->unit, 5.0f)));
}

static void draw_raster(const plot *q)
{
    float wide = fminf(fmaxf(1.6f, 3.0f * q->f->unit), 5.0f);
    const rect *bands = q->p->raster;
    colour ink[CIRCUIT_POPULATIONS];
    float tall[CIRCUIT_POPULATIONS];
    for (int k = 0; k < CIRCUIT_POPULATIONS; k++) {
        draw2d_box(q->f->draw, bands[k], 0.0f, colour_alpha(q->f->theme->quiet_ink, 0.07f));
        ink[k] = population_colour(q->f->theme, (circuit_population)k);
        tall[k] = dot_height(q, (circuit_population)k, bands[k].h);
    }
    int64_t now = circuit_steps(q->model);
    uint64_t first = circuit_spike_after(q->model, now - (int64_t)(CIRCUIT_WINDOW_MS * CIRCUIT_STEPS_PER_MS));
    for (uint64_t n = first; n < circuit_spike_end(q->model); n++) {
        circuit_spike s = circuit_spike_at(q->model, n);
        circuit_population p = circuit_cell_population(s.cell);
        bool pyramidal = p == CIRCUIT_PYRAMIDAL;
        const rect *band = &bands[p];
        float row = pyramidal
                        ? ((float)s.cell + 0.5f) / CIRCUIT_PYRAMIDAL_CELLS
                        : ((float)(s.cell - CIRCUIT_PYRAMIDAL_CELLS) + 0.5f) / CIRCUIT_INTERNEURON_CELLS;
        float x = x_of(q, (double)s.step / CIRCUIT_STEPS_PER_MS), y = band->y + row * (band->h - tall[p]);
        draw2d_box(q->f->draw, (rect){x - wide, y, wide, tall[p]}, 0.0f, ink[p]);
    }
}

// --- traces

typedef enum quantity { RATE_PYRAMIDAL, RATE_INTERNEURON, GLUTAMATE } quantity;

static double value_of(const circuit_sample *s, quantity what)
{
    return what == GLUTAMATE        ? s->glutamate
           : what == RATE_PYRAMIDAL ? s->rate_hz[CIRCUIT_PYRAMIDAL]
                                    : s->rate_hz[CIRCUIT_INTERNEURON];
}

static float y_of(const rect *r, double value, double top)
{
    return r->y + r->h * (1.0f - (float)fmin(value / top, 1.0));
}

// Level before the dose: a thin line, and the space between it and the trace.
static void draw_trace(const plot *q, const rect *r, quantity what, double top, double before, colour ink)
{
    float points[2 * TRACE_POINTS_MAX], base = floorf(y_of(r, before, top));
    size_t count = 0;
    int64_t now = (int64_t)floor(q->now_ms), first = now - (int64_t)CIRCUIT_WINDOW_MS;
    // Whole multiples, so that the points stay on the curve while it moves.
    int64_t ms = (first / TRACE_STEP_MS) * TRACE_STEP_MS;
    float last_x = floorf(r->x);
    for (; count < TRACE_POINTS_MAX; ms += TRACE_STEP_MS) {
        int64_t at = ms < now ? ms : now;
        circuit_sample s = circuit_sample_at(q->model, at);
        float x = fmaxf(x_of(q, (double)at), r->x), y = y_of(r, value_of(&s, what), top);
        points[2 * count] = x;
        points[2 * count + 1] = y;
        float right = floorf(x);
        if (right > last_x) {
            rect between = {last_x, fminf(y, base), right - last_x, fabsf(y - base)};
            draw2d_box(q->f->draw, between, 0.0f, colour_alpha(ink, 0.22f));
            last_x = right;
        }
        count++;
        if (at == now)
            break;
    }
    draw2d_box(q->f->draw, (rect){r->x, base, r->w, 1.0f}, 0.0f, colour_alpha(q->f->theme->ink, 0.55f));
    draw2d_polyline(q->f->draw, points, count, fmaxf(1.5f, 2.6f * q->f->unit), ink);
}

static void draw_floor(const plot *q, const rect *r)
{
    draw2d_box(q->f->draw, (rect){r->x, floorf(r->y + r->h), r->w, 1.0f}, 0.0f,
               colour_alpha(q->f->theme->quiet_ink, 0.45f));
}

// --- words

static void format(const scene_frame *f, const char *id, const char *name, double value, int decimals,
                   char *out, size_t capacity)
{
    message m = message_make(id);
    message_number(&m, name, value, decimals);
    words_format(f->words, &m, out, capacity);
}

static void draw_axis(const plot *q)
{
    const scene_frame *f = q->f;
    const rect *r = &q->p->axis;
    float px = q->p->small, baseline = r->y + 1.35f * px, last = -INFINITY;
    colour line = colour_alpha(f->theme->quiet_ink, 0.7f);
    for (int i = 0; i <= 6; i++) {
        double ms = -CIRCUIT_WINDOW_MS + 100.0 * i;
        float x = x_of(q, q->now_ms + ms), tick = fmaxf(2.0f, (i % 2 == 0 ? 6.0f : 4.0f) * f->unit);
        draw2d_box(f->draw, (rect){floorf(fminf(x, r->x + r->w - 1.0f)), r->y, 1.0f, tick}, 0.0f, line);
    }
    if (r->h < 1.5f * px)
        return;
    // The present first, then as many of the others as have room.
    const char *now = words_get(f->words, "circuit.axis.now");
    float now_w = wrap_width(f->text, now, px, TEXT_MEDIUM), now_x = r->x + r->w - 0.5f * now_w;
    draw2d_text(f->draw, f->text, now, now_x, baseline, px, TEXT_MEDIUM, f->theme->ink);
    for (int i = 0; i < 6; i += 2) {
        char text[48];
        double ms = CIRCUIT_WINDOW_MS - 100.0 * i;
        format(f, "circuit.axis.ms", "value", ms, 0, text, sizeof text);
        float w = wrap_width(f->text, text, px, TEXT_REGULAR);
        float x = fmaxf(x_of(q, q->now_ms - ms) - 0.5f * w, r->x);
        if (x < last + 0.6f * px || x + w > now_x - 0.6f * px)
            continue;
        draw2d_text(f->draw, f->text, text, x, baseline, px, TEXT_REGULAR, f->theme->quiet_ink);
        last = x + w;
    }
}

static void name_at(const plot *q, const char *text, float middle, colour ink)
{
    const rect *n = &q->p->names;
    float px = q->p->small, height = 1.3f * px, w = q->p->full ? n->w : q->p->figure - 0.3f * px;
    typeset t = {.draw = q->f->draw, .text = q->f->text};
    typeset_line(&t, (rect){n->x, middle - 0.5f * height, w, height}, text, px, TEXT_MEDIUM, UI_LEFT, ink);
}

static void figure_at(const plot *q, const char *text, float middle, float px, colour ink)
{
    typeset t = {.draw = q->f->draw, .text = q->f->text};
    typeset_figures(&t, q->p->names.x + q->p->figure, middle + 0.36f * px, text, px, TEXT_SEMIBOLD, ink);
}

static double before_hz(circuit_population p)
{
    return p == CIRCUIT_PYRAMIDAL ? CIRCUIT_BEFORE_PYRAMIDAL_HZ : CIRCUIT_BEFORE_INTERNEURON_HZ;
}

// The rate; where it has changed by more than it wavers and there is room, from what.
static void rate_text(const plot *q, circuit_population k, double hz, char *out, size_t capacity)
{
    const double wavers = 0.15; // share of the rate
    const circuit_plan *p = q->p;
    if (p->full && fabs(hz - before_hz(k)) > wavers * before_hz(k)) {
        message m = message_make("circuit.plot.hz_from");
        message_number(&m, "before", before_hz(k), 1);
        message_number(&m, "value", hz, 1);
        words_format(q->f->words, &m, out, capacity);
        typeset t = {.text = q->f->text};
        if (typeset_figures_width(&t, out, p->small, TEXT_SEMIBOLD) <= p->names.w)
            return;
    }
    format(q->f, "circuit.plot.hz", "value", hz, 1, out, capacity);
}

// Name and figure of a population beside its plots.
static void name_population(const plot *q, circuit_population k, double hz)
{
    const circuit_plan *p = q->p;
    const rect *raster = &p->raster[k], *rates = &p->rates[k];
    float px = p->small;
    colour ink = population_ink(q->f->theme, k);
    char text[48];
    rate_text(q, k, hz, text, sizeof text);
    float middle = raster->y + (p->full ? fminf(0.6f * px, 0.5f * raster->h) : 0.5f * raster->h);
    name_at(q, circuit_plot_name(q->f, p->brief, (int)k), middle, ink);
    // In full plots the figure ends its trace, as near as the name above and the plot below let it.
    float at_trace = y_of(rates, hz, top_rate(q->f, k));
    if (p->full)
        middle = fminf(fmaxf(at_trace, middle + 1.2f * px), rates->y + rates->h - 0.45f * px);
    figure_at(q, text, middle, px, ink);
}

static void name_glutamate(const plot *q, double times)
{
    const circuit_plan *p = q->p;
    const rect *g = &p->glutamate;
    float px = p->small, middle = g->y + (p->full ? 0.5f * px : 0.5f * g->h);
    colour ink = q->f->theme->glutamate_text;
    char level[48];
    format(q->f, "circuit.plot.times", "value", times, 1, level, sizeof level);
    name_at(q, circuit_plot_name(q->f, p->brief, CIRCUIT_POPULATIONS), middle, ink);
    float large = fmaxf(px, fminf(theme_type_px(TYPE_LABEL, q->f->unit, q->f->text_scale), g->h - 1.2f * px));
    if (p->full)
        figure_at(q, level, g->y + 1.25f * px + 0.5f * large, large, ink);
    else
        figure_at(q, level, middle, px, ink);
}

static void draw_before(const plot *q)
{
    const rect *r = &q->p->glutamate;
    float px = fmaxf(12.0f, 0.86f * q->p->small), y = y_of(r, CIRCUIT_BEFORE_GLUTAMATE, top_glutamate(q->f));
    if (y + 1.1f * px > r->y + r->h)
        return;
    const char *text = words_get(q->f->words, "circuit.plot.before");
    float room = r->w - 0.6f * px, wide = wrap_width(q->f->text, text, px, TEXT_REGULAR);
    if (wide > room) {
        px = fmaxf(12.0f, floorf(px * room / wide));
        if (wrap_width(q->f->text, text, px, TEXT_REGULAR) > room)
            return; // the line is told by the card of the plot
    }
    draw2d_text(q->f->draw, q->f->text, text, r->x + 0.3f * px, y + 1.05f * px, px, TEXT_REGULAR,
                q->f->theme->quiet_ink);
}

void circuit_plots_draw(const circuit_scene *c, const scene_frame *f, side s, const circuit_plan *p)
{
    plot q = {.c = c, .f = f, .p = p, .model = c->model[s], .now_ms = circuit_time_ms(c->model[s])};
    circuit_means m = circuit_means_of(q.model);
    const theme *t = f->theme;
    const rect *g = &p->glutamate;
    draw2d_push_clip(f->draw, (rect){g->x, p->plots.y, g->w, p->plots.h});
    draw_raster(&q);
    for (int k = 0; k < CIRCUIT_POPULATIONS && p->full; k++) {
        circuit_population of = (circuit_population)k;
        draw_floor(&q, &p->rates[k]);
        draw_trace(&q, &p->rates[k], of == CIRCUIT_PYRAMIDAL ? RATE_PYRAMIDAL : RATE_INTERNEURON,
                   top_rate(f, of), before_hz(of), population_colour(t, of));
    }
    draw_floor(&q, g);
    draw_trace(&q, g, GLUTAMATE, top_glutamate(f), CIRCUIT_BEFORE_GLUTAMATE, t->glutamate);
    draw_before(&q);
    draw2d_pop_clip(f->draw);
    float thick = fmaxf(1.0f, 2.0f * f->unit), x = floorf(g->x + g->w);
    draw2d_box(f->draw, (rect){x, p->plots.y, thick, p->axis.y - p->plots.y}, 0.0f,
               colour_alpha(t->ink, 0.8f));
    draw_axis(&q);
    for (int k = 0; k < CIRCUIT_POPULATIONS; k++)
        name_population(&q, (circuit_population)k, m.rate_hz[k]);
    name_glutamate(&q, m.glutamate);
}

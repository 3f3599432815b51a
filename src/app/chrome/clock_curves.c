#include "app/chrome/clock_curves.h"

#include "base/ease.h"
#include "view/view_clock.h"
#include "view/view_state.h"

#include <math.h>

static const float fill_alpha = 0.16f, fill_alpha_light = 0.13f; // under the drug levels
static const float effect_thickness = 2.6f;                      // thin lines

void clock_curves_update(clock_curves *c, const treatment *t)
{
    treatment_inputs now = treatment_inputs_of(t);
    if (c->count && now.ketamine_mg_per_kg == c->inputs.ketamine_mg_per_kg &&
        now.ssri_target == c->inputs.ssri_target)
        return;
    c->inputs = now;
    c->count = CLOCK_CURVE_POINTS;
    for (int i = 0; i < c->count; i++) {
        double axis = (double)i / (double)(c->count - 1);
        treatment_levels l = treatment_at(t, view_time_of_axis(axis));
        c->level[SIDE_SSRI][i] = (float)clamp(l.ssri_occupancy, 0.0, 1.0);
        c->level[SIDE_KETAMINE][i] = (float)clamp(l.ketamine_relative, 0.0, 1.0);
        for (int s = 0; s < SIDE_COUNT; s++)
            c->effect[s][i] = (float)clamp(l.effect[s], 0.0, 1.0);
        c->dissociation[i] = (float)clamp(l.dissociation, 0.0, 1.0);
    }
}

float clock_curves_at(const float *curve, int count, double axis)
{
    if (count < 2)
        return 0.0f;
    double at = clamp(axis, 0.0, 1.0) * (double)(count - 1);
    int i = (int)at;
    if (i > count - 2)
        i = count - 2;
    float f = (float)(at - (double)i);
    return curve[i] + f * (curve[i + 1] - curve[i]);
}

// Columns on whole pixels, so that no seams show between them.
static void fill_under(draw2d *d, const clock_curves *c, const float *curve, rect plot, colour fill)
{
    float base = floorf(plot.y + plot.h);
    int step = plot.w > 900.0f ? 3 : 2;
    for (int x = 0; x < (int)plot.w; x += step) {
        double axis = ((double)x + 0.5 * (double)step) / (double)plot.w;
        float h = roundf(clock_curves_at(curve, c->count, axis) * plot.h);
        float w = fminf((float)step, plot.w - (float)x);
        if (h >= 1.0f)
            draw2d_box(d, (rect){floorf(plot.x) + (float)x, base - h, w, h}, 0.0f, fill);
    }
}

// Walks along the curve in steps of about a pixel and a half; `dash` px drawn, `gap` px left out (0: solid).
static void stroke(draw2d *d, const clock_curves *c, const float *curve, rect plot, float width, float dash,
                   float gap, colour ink)
{
    int count = (int)(plot.w / 3.0f);
    if (count < 2)
        return;
    float along = 0.0f, px = 0.0f, py = 0.0f;
    for (int i = 0; i <= count; i++) {
        double axis = (double)i / (double)count;
        float x = plot.x + (float)axis * plot.w;
        float y = plot.y + plot.h * (1.0f - clock_curves_at(curve, c->count, axis));
        if (i > 0) {
            bool drawn = gap <= 0.0f || fmodf(along, dash + gap) < dash;
            bool flat =
                py > plot.y + plot.h - 0.6f && y > plot.y + plot.h - 0.6f; // on the axis: nothing there yet
            if (drawn && !flat)
                draw2d_line(d, px, py, x, y, width, ink);
            along += hypotf(x - px, y - py);
        }
        px = x;
        py = y;
    }
}

static void draw_lane(draw2d *d, const clock_curves *c, rect lane, colour ink, colour bed)
{
    draw2d_box(d, lane, 0.0f, bed);
    int step = lane.w > 900.0f ? 3 : 2;
    for (int x = 0; x < (int)lane.w; x += step) {
        double axis = ((double)x + 0.5 * (double)step) / (double)lane.w;
        float level = clock_curves_at(c->dissociation, c->count, axis);
        float w = fminf((float)step, lane.w - (float)x);
        if (level > 0.01f)
            draw2d_box(d, (rect){floorf(lane.x) + (float)x, lane.y, w, lane.h}, 0.0f,
                       colour_alpha(ink, level));
    }
}

void clock_curves_draw(const clock_curves *c, const clock_curves_look *look, draw2d *d)
{
    const theme *t = look->theme;
    float alpha = t->light ? fill_alpha_light : fill_alpha;
    float line = look->line, thick = effect_thickness * line;
    float dash = 9.0f * line, gap = 6.0f * line;
    for (int s = 0; s < SIDE_COUNT; s++)
        fill_under(d, c, c->level[s], look->plot, colour_alpha(t->side[s], alpha));
    stroke(d, c, c->level[SIDE_SSRI], look->plot, line, dash, gap, colour_alpha(t->side[SIDE_SSRI], 0.75f));
    stroke(d, c, c->level[SIDE_KETAMINE], look->plot, line, 1.0f, 0.0f,
           colour_alpha(t->side[SIDE_KETAMINE], 0.75f));
    stroke(d, c, c->effect[SIDE_SSRI], look->plot, thick, dash, gap + thick, t->side[SIDE_SSRI]);
    stroke(d, c, c->effect[SIDE_KETAMINE], look->plot, thick, 1.0f, 0.0f, t->side[SIDE_KETAMINE]);
    if (look->lane.h >= 1.0f)
        draw_lane(d, c, look->lane, t->side[SIDE_KETAMINE], colour_alpha(t->field, 0.8f));
}

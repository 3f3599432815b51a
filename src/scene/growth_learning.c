#include "scene/growth_plots.h"
#include "scene/wrap.h"

#include <math.h>

// After so many trials the little network is drawn.
static const double shown_trials = 10.0;
enum { NODES = 8, PATH = 4, LINKS = 11 };

// Places in a unit box; the first PATH nodes are the path from the cue to the answer.
static const float node[NODES][2] = {{0.04f, 0.52f}, {0.36f, 0.26f}, {0.66f, 0.60f}, {0.96f, 0.42f},
                                     {0.30f, 0.86f}, {0.60f, 0.08f}, {0.14f, 0.10f}, {0.86f, 0.94f}};
static const int link[LINKS][2] = {{0, 1}, {1, 2}, {2, 3}, {0, 4}, {4, 2}, {1, 5},
                                   {5, 3}, {6, 1}, {6, 0}, {4, 7}, {7, 3}};

// How strong the path is after some trials, when it takes `to_90` of them to reach 90 %.
static float strength(double to_90, double trials)
{
    return to_90 > 0.0 ? (float)(1.0 - pow(0.1, trials / to_90)) : 0.0f;
}

static void network(const scene_frame *f, rect r, double to_90)
{
    const theme *t = f->theme;
    float thin = fmaxf(1.0f, 1.5f * f->unit), dot = fmaxf(2.5f, 0.062f * r.h),
          now = strength(to_90, shown_trials);
    for (int i = 0; i < LINKS; i++) {
        const float *a = node[link[i][0]], *b = node[link[i][1]];
        bool path = i < PATH - 1;
        float width = path ? thin + now * 0.11f * r.h : thin;
        draw2d_line(f->draw, r.x + a[0] * r.w, r.y + a[1] * r.h, r.x + b[0] * r.w, r.y + b[1] * r.h, width,
                    path ? colour_mix(t->quiet_ink, t->growth, now) : colour_alpha(t->quiet_ink, 0.30f));
    }
    for (int i = 0; i < NODES; i++) {
        float x = r.x + node[i][0] * r.w, y = r.y + node[i][1] * r.h;
        bool path = i < PATH;
        draw2d_circle(f->draw, x, y, path ? 1.25f * dot : dot, t->stage);
        draw2d_circle(f->draw, x, y, path ? dot : 0.72f * dot,
                      path ? t->ink : colour_alpha(t->quiet_ink, 0.55f));
    }
}

// A bar as long as the trials are many, on a scale that is the same before and now.
static void trial_bar(const scene_frame *f, rect r, double trials, bool now)
{
    static const double longest = 40.0;
    rect bar = r;
    bar.w = r.w * (float)fmin(trials / longest, 1.0);
    float radius = 0.5f * fminf(bar.h, bar.w);
    if (now)
        draw2d_box(f->draw, bar, radius, f->theme->growth);
    else
        draw2d_frame(f->draw, bar, radius, fmaxf(1.0f, 1.5f * f->unit), f->theme->quiet_ink);
}

static void trials_text(const scene_frame *f, double trials, char *out, size_t capacity)
{
    message m = message_make("growth.learning.trials");
    message_number(&m, "count", trials, 0);
    words_format(f->words, &m, out, capacity);
}

// "Before ----- 22 trials"
static void trial_row(const scene_frame *f, rect r, float px, double trials, bool now, float name_w)
{
    const theme *t = f->theme;
    char number[48], widest[48];
    trials_text(f, round(trials), number, sizeof number);
    trials_text(f, 88.0, widest, sizeof widest);
    text_weight weight = now ? TEXT_SEMIBOLD : TEXT_REGULAR;
    colour ink = now ? t->ink : t->quiet_ink;
    float base = r.y + 0.5f * r.h + 0.36f * px, number_w = wrap_width(f->text, widest, px, TEXT_SEMIBOLD);
    float gap = 0.5f * px, thick = fmaxf(4.0f, 0.42f * px);
    draw2d_text(f->draw, f->text, words_get(f->words, now ? "growth.learning.now" : "growth.learning.before"),
                r.x, base, px, weight, ink);
    rect bar = {r.x + name_w + gap, r.y + 0.5f * (r.h - thick), r.w - name_w - number_w - 2.0f * gap, thick};
    if (bar.w > 2.0f * px)
        trial_bar(f, bar, trials, now);
    float w = wrap_width(f->text, number, px, weight);
    draw2d_text(f->draw, f->text, number, r.x + r.w - w, base, px, weight, ink);
}

static float names_width(const scene_frame *f, float px)
{
    return fmaxf(wrap_width(f->text, words_get(f->words, "growth.learning.before"), px, TEXT_REGULAR),
                 wrap_width(f->text, words_get(f->words, "growth.learning.now"), px, TEXT_SEMIBOLD));
}

float growth_learning_width(const scene_frame *f)
{
    float px = growth_small_px(f);
    char widest[48];
    trials_text(f, 88.0, widest, sizeof widest);
    float row = names_width(f, px) + 1.0f * px + wrap_width(f->text, widest, px, TEXT_SEMIBOLD);
    return fmaxf(row, wrap_width(f->text, words_get(f->words, "growth.learning.title"), px, TEXT_MEDIUM));
}

void growth_draw_learning(const growth *g, const scene_frame *f, side s, rect r)
{
    if (r.w <= 0.0f)
        return;
    const learning *l = &g->state.half[s].learning;
    const theme *t = f->theme;
    float px = growth_small_px(f), line = 1.3f * px, y = r.y;
    wrap_style text = {px, TEXT_REGULAR, 1.25f};
    draw2d_text(f->draw, f->text, words_get(f->words, "growth.learning.title"), r.x, y + 0.95f * px, px,
                TEXT_MEDIUM, t->ink);
    y += 1.5f * px;

    const char *note = words_get(f->words, "growth.learning.note");
    float note_h = wrap_height(f->text, note, r.w, text), rows = 2.0f * line, left = r.y + r.h - y;
    bool with_note = left >= rows + note_h;
    float spare = left - rows - (with_note ? note_h : 0.0f);
    if (spare > 1.8f * px) {
        float h = spare - 0.4f * px;
        network(f, (rect){r.x + 0.2f * px, y, fminf(r.w - 0.4f * px, 4.0f * h), h}, l->trials_to_90);
        y += spare;
    }
    float name_w = names_width(f, px);
    trial_row(f, (rect){r.x, y, r.w, line}, px, l->trials_to_90_before, false, name_w);
    trial_row(f, (rect){r.x, y + line, r.w, line}, px, l->trials_to_90, true, name_w);
    if (with_note)
        wrap_draw(f->draw, f->text, note, r.x, y + 2.0f * line, r.w, text, t->quiet_ink);
}

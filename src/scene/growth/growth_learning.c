#include "scene/growth/growth_learning.h"

#include "scene/kit/type.h"
#include "scene/kit/wrap.h"

#include <math.h>
#include <string.h>

// The little network: from a cue at its left to an answer at its right. Places in a unit box; the first PATH
// nodes are the path that is learned.
enum { NODES = 8, PATH = 4, LINKS = 11 };
static const float node[NODES][2] = {{0.04f, 0.52f}, {0.36f, 0.26f}, {0.66f, 0.60f}, {0.96f, 0.42f},
                                     {0.30f, 0.86f}, {0.60f, 0.08f}, {0.14f, 0.10f}, {0.86f, 0.94f}};
static const int link[LINKS][2] = {{0, 1}, {1, 2}, {2, 3}, {0, 4}, {4, 2}, {1, 5},
                                   {5, 3}, {6, 1}, {6, 0}, {4, 7}, {7, 3}};

// Room for as many trials as the slowest inputs need, so that a bar is a trial of one width everywhere.
static const double most_trials = 46.0;

static void network(const scene_frame *f, rect r, bool learned)
{
    const theme *t = f->theme;
    float thin = fmaxf(1.0f, 1.2f * f->unit), dot = fmaxf(2.0f, 0.055f * r.h);
    for (int i = 0; i < LINKS; i++) {
        const float *a = node[link[i][0]], *b = node[link[i][1]];
        bool path = learned && i < PATH - 1;
        draw2d_line(f->draw, r.x + a[0] * r.w, r.y + a[1] * r.h, r.x + b[0] * r.w, r.y + b[1] * r.h,
                    path ? thin + 0.10f * r.h : thin, path ? t->growth : colour_alpha(t->quiet_ink, 0.45f));
    }
    for (int i = 0; i < NODES; i++) {
        bool path = learned && i < PATH;
        float x = r.x + node[i][0] * r.w, y = r.y + node[i][1] * r.h;
        draw2d_circle(f->draw, x, y, path ? 1.3f * dot : dot, path ? t->ink : t->quiet_ink);
    }
}

static void arrow(const scene_frame *f, float from, float to, float y)
{
    float thick = fmaxf(1.0f, 1.6f * f->unit), head = 4.0f * thick;
    colour ink = f->theme->quiet_ink;
    draw2d_line(f->draw, from, y, to - 0.6f * head, y, thick, ink);
    draw2d_triangle(f->draw, to, y, to - head, y - 0.6f * head, to - head, y + 0.6f * head, ink);
}

// The network before it has learned and after, and between them what lies between them: trials.
static void what_is_learned(const scene_frame *f, rect r, float px)
{
    const char *text = words_get(f->words, "growth.learning.bar");
    float wide = fminf(1.9f * r.h, 0.22f * r.w), gap = 0.5f * px;
    network(f, (rect){r.x, r.y, wide, r.h}, false);
    network(f, (rect){r.x + r.w - wide, r.y, wide, r.h}, true);
    rect between = {r.x + wide + gap, r.y, r.w - 2.0f * (wide + gap), r.h};
    float w = wrap_width(f->text, text, px, TEXT_REGULAR), y = r.y + 0.5f * r.h;
    if (w <= between.w && r.h > 1.9f * px) {
        y += 0.55f * px;
        draw2d_text(f->draw, f->text, text, between.x + 0.5f * (between.w - w), y - 0.5f * px, px,
                    TEXT_REGULAR, f->theme->quiet_ink);
    }
    arrow(f, between.x, between.x + between.w, y);
}

// A bar a trial, as high as the path is strong after it; the last one reaches 90 %.
static void trial_bars(const scene_frame *f, rect r, double to_90, colour ink)
{
    float pitch = r.w / (float)most_trials, wide = fmaxf(1.0f, floorf(0.68f * pitch));
    int count = (int)fmin(round(to_90), most_trials);
    for (int i = 0; i < count; i++) {
        float strong = (float)(1.0 - pow(0.1, (i + 1) / to_90)), h = fmaxf(1.0f, strong * r.h / 0.9f);
        draw2d_box(f->draw, (rect){floorf(r.x + pitch * (float)i), r.y + r.h - h, wide, h}, 0.0f, ink);
    }
}

static void trials_text(const scene_frame *f, double trials, char *out, size_t capacity)
{
    message m = message_make("growth.learning.trials");
    message_number(&m, "count", trials, 0);
    words_format(f->words, &m, out, capacity);
}

static float widest_number(const scene_frame *f, float px)
{
    char widest[48];
    trials_text(f, 88.0, widest, sizeof widest);
    return wrap_width(f->text, widest, px, TEXT_SEMIBOLD);
}

static float names_width(const scene_frame *f, float px)
{
    return fmaxf(wrap_width(f->text, words_get(f->words, "growth.learning.before"), px, TEXT_REGULAR),
                 wrap_width(f->text, words_get(f->words, "growth.learning.now"), px, TEXT_SEMIBOLD));
}

// "Before ||||||| 22 trials"
static void trial_row(const scene_frame *f, rect r, float px, double trials, bool now)
{
    const theme *t = f->theme;
    char number[48];
    trials_text(f, round(trials), number, sizeof number);
    text_weight weight = now ? TEXT_SEMIBOLD : TEXT_REGULAR;
    colour ink = now ? t->ink : t->quiet_ink;
    float base = r.y + 0.5f * r.h + 0.36f * px, name_w = names_width(f, px), gap = 0.5f * px;
    draw2d_text(f->draw, f->text, words_get(f->words, now ? "growth.learning.now" : "growth.learning.before"),
                r.x, base, px, weight, ink);
    rect bars = {r.x + name_w + gap, r.y + 0.14f * r.h, r.w - name_w - widest_number(f, px) - 2.0f * gap,
                 0.72f * r.h};
    colour fill = now ? t->growth : colour_alpha(t->quiet_ink, 0.75f);
    if (bars.w > 2.0f * (float)most_trials)
        trial_bars(f, bars, trials, fill);
    else // too narrow to count: as long as the trials are many
        draw2d_box(f->draw,
                   (rect){bars.x, bars.y + 0.25f * bars.h, bars.w * (float)fmin(trials / most_trials, 1.0),
                          0.5f * bars.h},
                   0.0f, fill);
    float w = wrap_width(f->text, number, px, weight);
    draw2d_text(f->draw, f->text, number, r.x + r.w - w, base, px, weight, ink);
}

float growth_learning_width(const scene_frame *f)
{
    float px = type_small_px(f);
    float row = names_width(f, px) + 3.2f * px + widest_number(f, px);
    return fmaxf(row,
                 wrap_width(f->text, words_get(f->words, "growth.learning.title_brief"), px, TEXT_MEDIUM));
}

void growth_draw_learning(const growth *g, const scene_frame *f, side s, rect r)
{
    if (r.w <= 0.0f)
        return;
    static const char *const note_ids[SIDE_COUNT] = {"growth.learning.note_ssri",
                                                     "growth.learning.note_ketamine"};
    const learning *l = &g->state.half[s].learning;
    const theme *t = f->theme;
    float px = type_small_px(f), head = 1.5f * px, line = 1.3f * px;
    wrap_style text = {px, TEXT_REGULAR, 1.25f};
    // That it is a hypothesis is always said: in the title where the note has no room. Both halves keep the
    // room of the longer note.
    float note_h = fmaxf(wrap_height(f->text, words_get(f->words, note_ids[SIDE_SSRI]), r.w, text),
                         wrap_height(f->text, words_get(f->words, note_ids[SIDE_KETAMINE]), r.w, text));
    bool with_note =
        r.h >= head + 2.0f * line + note_h &&
        wrap_width(f->text, words_get(f->words, "growth.learning.title"), px, TEXT_MEDIUM) <= r.w;
    draw2d_text(f->draw, f->text,
                words_get(f->words, with_note ? "growth.learning.title" : "growth.learning.title_brief"), r.x,
                r.y + 0.95f * px, px, TEXT_MEDIUM, t->ink);
    float y = r.y + head, spare = r.h - head - 2.0f * line - (with_note ? note_h : 0.0f);
    if (spare > 1.8f * px) {
        what_is_learned(f, (rect){r.x + 0.2f * px, y, r.w - 0.4f * px, spare - 0.4f * px}, px);
        y += spare;
    }
    trial_row(f, (rect){r.x, y, r.w, line}, px, l->trials_to_90_before, false);
    trial_row(f, (rect){r.x, y + line, r.w, line}, px, l->trials_to_90, true);
    if (with_note)
        wrap_draw(f->draw, f->text, words_get(f->words, note_ids[s]), r.x, y + 2.0f * line, r.w, text,
                  t->quiet_ink);
}

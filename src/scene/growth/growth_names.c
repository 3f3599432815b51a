#include "scene/growth/growth_names.h"

#include "scene/kit/labels_draw.h"
#include "scene/kit/type.h"
#include "scene/kit/wrap.h"
#include "view/view_clock.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

growth_part growth_chosen(const scene_frame *f, int *place)
{
    growth_part picked = growth_part_of(f->view->pick, place);
    return picked != GROWTH_PART_NONE ? picked : growth_part_of(f->hovered, place);
}

static rect round_about(const float px[2], float r)
{
    return (rect){px[0] - r, px[1] - r, 2.0f * r, 2.0f * r};
}

bool growth_chosen_spot(const growth *g, const scene_frame *f, side s, rect *out)
{
    int place = 0;
    growth_part part = growth_chosen(f, &place);
    camera c = growth_camera_window(g, f, s);
    growth_plan p = growth_plan_make(f, s);
    float px[2];
    if (part == GROWTH_PART_DENSITY || part == GROWTH_PART_LEARNING) {
        *out = part == GROWTH_PART_DENSITY ? p.density : p.learning;
        return out->w > 0.0f;
    }
    if (part != GROWTH_PART_SPINE || !camera_project(&c, g->tissue.place[place].base, px, NULL))
        return false;
    *out = rect_intersect(round_about(px, 2.6f * c.px_per_mm), f->half[s]);
    return out->w > 0.0f;
}

// --- the card

static void number_line(const scene_frame *f, const char *id, const char *const names[2],
                        const double values[2], char *out, size_t capacity)
{
    message m = message_make(id);
    for (int i = 0; i < 2 && names[i]; i++)
        message_number(&m, names[i], values[i], 0);
    words_format(f->words, &m, out, capacity);
}

static void spine_line(const growth *g, const scene_frame *f, side s, int place, char *out, size_t capacity)
{
    static const char *const ids[GROWTH_KINDS] = {"growth.now.empty", "growth.now.new", "growth.now.mature",
                                                  "growth.now.extra"};
    const growth_half *h = &g->state.half[s];
    growth_kind kind = growth_kind_of(h, place);
    double age_min = h->moment_min - h->goal[place].birth_min;
    bool older = kind != GROWTH_EMPTY && age_min > h->moment_min;
    const char *id =
        older ? (kind == GROWTH_NEW ? "growth.now.new_before" : "growth.now.mature_before") : ids[kind];
    char age[64] = "";
    if (kind != GROWTH_EMPTY && !older) {
        message when = view_time_message(age_min);
        words_format(f->words, &when, age, sizeof age);
    }
    message m = message_make(id);
    message_text(&m, "age", age);
    words_format(f->words, &m, out, capacity);
}

static void side_line(const growth *g, const scene_frame *f, side s, growth_part part, int place, char *out,
                      size_t capacity)
{
    const growth_half *h = &g->state.half[s];
    static const char *const shaft[2] = {"count", "without"}, *const density[2] = {"percent", "stretch"},
                             *const toy[2] = {"now", "before"};
    if (part == GROWTH_PART_SHAFT)
        number_line(f, h->moment_min > 0.0 ? "growth.now.shaft" : "growth.now.shaft_before", shaft,
                    (double[]){h->counts.there, h->without}, out, capacity);
    else if (part == GROWTH_PART_SPINE)
        spine_line(g, f, s, place, out, capacity);
    else if (part == GROWTH_PART_DENSITY)
        number_line(f, "growth.now.density", density,
                    (double[]){round(100.0 * h->density), round(100.0 * h->counts.there / h->without)}, out,
                    capacity);
    else if (part == GROWTH_PART_LEARNING)
        number_line(f, "growth.now.learning", toy,
                    (double[]){round(h->learning.trials_to_90), round(h->learning.trials_to_90_before)}, out,
                    capacity);
}

bool growth_card_make(const growth *g, const scene_frame *f, growth_card *out)
{
    static const char *const title[GROWTH_PARTS] = {NULL,
                                                    "growth.part.shaft",
                                                    "growth.part.spine",
                                                    "growth.part.bouton",
                                                    "growth.part.density",
                                                    "growth.part.learning"};
    static const char *const what[GROWTH_PARTS] = {NULL,
                                                   "growth.what.shaft",
                                                   "growth.what.spine",
                                                   "growth.what.bouton",
                                                   "growth.what.density",
                                                   "growth.what.learning"};
    int place = 0;
    growth_part part = growth_chosen(f, &place);
    if (part == GROWTH_PART_NONE)
        return false;
    *out = (growth_card){
        .def = {.title = words_get(f->words, title[part]), .what = words_get(f->words, what[part])}};
    if (part == GROWTH_PART_LEARNING)
        out->def.note = words_get(f->words, "growth.learning.doubt");
    for (int s = 0; s < SIDE_COUNT; s++) {
        if (!view_shows(f->view, (side)s) || part == GROWTH_PART_BOUTON)
            continue;
        side_line(g, f, (side)s, part, place, out->line[s], sizeof out->line[s]);
        out->def.line[s] = out->line[s];
    }
    return true;
}

// --- labels

typedef struct named {
    float um[3];
    const char *id;   // of the word; NULL for none
    const char *part; // that is picked
    bool chosen;
} named;

enum { NAMED_SPINES = 3, NAMED = 5 };

static void name_spine(const growth *g, const scene_frame *f, side s, growth_kind kind, const char *id,
                       named *out)
{
    int place = growth_example(&g->tissue, &g->state.half[s], kind), chosen = -1;
    if (growth_chosen(f, &chosen) == GROWTH_PART_SPINE && growth_kind_of(&g->state.half[s], chosen) == kind)
        place = chosen;
    if (place < 0)
        return;
    const growth_spine *x = &g->state.half[s].goal[place];
    growth_head(&g->tissue.place[place], x->shape, x->there, x->maturity, out->um);
    out->id = id;
    out->part = g->spine_id[place];
    out->chosen = place == chosen;
}

static void find_named(const growth *g, const scene_frame *f, side s, named out[NAMED])
{
    int place = 0;
    growth_part chosen = growth_chosen(f, &place);
    memset(out, 0, NAMED * sizeof out[0]);
    name_spine(g, f, s, GROWTH_EXTRA, "growth.label.extra", &out[0]);
    name_spine(g, f, s, GROWTH_MATURE, "growth.label.mature", &out[1]);
    name_spine(g, f, s, GROWTH_NEW, "growth.label.new", &out[2]);
    tube_place shaft = tube_curve_at(&g->tissue.shaft[1], 0.34f);
    memcpy(out[3].um, shaft.at, sizeof shaft.at);
    out[3].id = "growth.label.shaft";
    out[3].part = "shaft";
    out[3].chosen = chosen == GROWTH_PART_SHAFT;
    memcpy(out[4].um, g->tissue.bouton[GROWTH_BOUTON_NAMED], sizeof out[4].um);
    out[4].id = "growth.label.bouton";
    out[4].part = "bouton";
    out[4].chosen = chosen == GROWTH_PART_BOUTON;
}

// Where the shafts run out of the picture: words keep off them. Returns how many there are.
static int shaft_ends(const growth *g, const camera *c, rect out[2 * GROWTH_SHAFTS])
{
    int n = 0;
    for (int k = 0; k < GROWTH_SHAFTS; k++)
        for (int end = -1; end <= 1; end += 2) {
            float low[2] = {INFINITY, INFINITY}, high[2] = {-INFINITY, -INFINITY}, px[2];
            const tube_curve *curve = &g->tissue.shaft[k];
            for (int i = 0; i < TUBE_SAMPLES; i += 4) {
                float right = -curve->at[i][1] * (float)end;
                if (right < 15.0f || right > GROWTH_FADE_TO_UM || !camera_project(c, curve->at[i], px, NULL))
                    continue;
                for (int j = 0; j < 2; j++) {
                    low[j] = fminf(low[j], px[j]);
                    high[j] = fmaxf(high[j], px[j]);
                }
            }
            float room = 1.9f * c->px_per_mm;
            if (high[0] >= low[0])
                out[n++] = (rect){low[0], low[1] - room, high[0] - low[0], high[1] - low[1] + 2.0f * room};
        }
    return n;
}

void growth_draw_labels(const growth *g, const scene_frame *f, side s, const rect *obstacles,
                        int obstacle_count)
{
    named all[NAMED];
    label labels[NAMED];
    label_text texts[NAMED];
    float px = type_small_px(f);
    camera c = growth_camera_window(g, f, s);
    int count = 0;
    find_named(g, f, s, all);
    for (int i = 0; i < NAMED; i++) {
        float at[2];
        if (!all[i].id || !(f->labels || all[i].chosen) || !camera_project(&c, all[i].um, at, NULL))
            continue;
        label_text *t = &texts[count];
        *t = (label_text){.ink = all[i].chosen ? f->theme->ink
                                 : i == 0      ? f->theme->growth
                                               : colour_mix(f->theme->quiet_ink, f->theme->ink, 0.6f),
                          .weight = all[i].chosen || i == 0 ? TEXT_SEMIBOLD : TEXT_REGULAR,
                          .alpha = i < NAMED_SPINES && !all[i].chosen ? g->state.calm : 1.0f,
                          .chosen = all[i].chosen,
                          .id = all[i].part};
        snprintf(t->text, sizeof t->text, "%s", words_get(f->words, all[i].id));
        labels[count] = (label){.anchor = {at[0], at[1]},
                                .width = wrap_width(f->text, t->text, px, t->weight) + 0.5f * px,
                                .height = 1.25f * px,
                                .priority = all[i].chosen ? 10.0f : (float)(NAMED - i)};
        count++;
    }
    rect half = f->half[s], keep_off[LABELS_OBSTACLES_MAX];
    int kept = shaft_ends(g, &c, keep_off);
    for (int i = 0; i < obstacle_count && kept < LABELS_OBSTACLES_MAX; i++)
        keep_off[kept++] = obstacles[i];
    // On wide halves names stay near the dendrite.
    rect body = growth_plan_make(f, s).body, near = {body.x - 9.0f * px, half.y, body.w + 18.0f * px, half.h};
    labels_def def = {.bounds = rect_intersect(rect_inset(half, fmaxf(6.0f, 12.0f * f->unit)), near),
                      .obstacles = keep_off,
                      .obstacle_count = kept,
                      .middle_x = c.centre_px[0],
                      .gap = fmaxf(3.0f, 0.3f * px),
                      .reach = 0.34f * half.h,
                      .most = half.h > 16.0f * px ? NAMED : 3};
    labels_place(labels, count, &def);
    for (int i = 0; i < count; i++)
        if (labels[i].shown && texts[i].alpha > 0.0f)
            labels_draw(f, &labels[i], &texts[i], px);
}

#include "scene/circuit/circuit_plan.h"

#include "scene/kit/badges.h"
#include "scene/kit/type.h"
#include "scene/kit/wrap.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static float margin_px(const scene_frame *f)
{
    return fmaxf(8.0f, 24.0f * f->unit);
}

static float name_height(const scene_frame *f)
{
    return 1.25f * theme_type_px(TYPE_LABEL, f->unit, f->text_scale) + fmaxf(5.0f, 14.4f * f->unit);
}

// --- badges

static const char *by_hand(const scene_frame *f, side s)
{
    static const char *const ids[] = {NULL, "circuit.badge.interneuron", "circuit.badge.pyramidal",
                                      "circuit.badge.none"};
    return s == SIDE_KETAMINE ? ids[f->view->block] : NULL;
}

// From the right border towards the name; what finds no room goes one row lower.
static int pills(const scene_frame *f, side s, bool draw, const badge *list, int count, rect name,
                 rect *taken)
{
    rect half = f->half[s];
    float margin = margin_px(f), gap = fmaxf(4.0f, 8.0f * f->unit), right = half.x + half.w - margin;
    float y = half.y + 0.6f * margin, room = half.w - 2.0f * margin, row = 0.0f;
    for (int i = 0; i < count; i++) {
        rect r = badges_pill(f, s, 0.0f, y, room, &list[i], false);
        bool beside_name = y < name.y + name.h;
        float left = beside_name ? name.x + name.w + gap : half.x + margin;
        if (right - r.w < left) {
            y = beside_name && row <= 0.0f ? name.y + name.h + gap : y + row + gap;
            right = half.x + half.w - margin;
            row = 0.0f;
        }
        r.x = right - r.w;
        r.y = y;
        if (draw)
            badges_pill(f, s, r.x, r.y, room, &list[i], true);
        taken[i] = r;
        row = fmaxf(row, r.h);
        right = r.x - gap;
    }
    return count;
}

typedef struct badge_words {
    char slower[96];
    badge list[CIRCUIT_BADGE_RECTS - 1];
    int count;
} badge_words;

static void find_words(const scene_frame *f, side s, bool brief, badge_words *out)
{
    message m = message_make(brief ? "circuit.badge.slower.short" : "circuit.badge.slower");
    message_number(&m, "factor", round(CIRCUIT_SLOWER), 0);
    words_format(f->words, &m, out->slower, sizeof out->slower);
    const char *rodent = brief ? "circuit.badge.rodent.short" : "circuit.badge.rodent";
    out->count = 0;
    out->list[out->count++] = (badge){.text = words_get(f->words, rodent)};
    out->list[out->count++] = (badge){.text = out->slower};
    if (by_hand(f, s))
        out->list[out->count++] = (badge){.text = words_get(f->words, by_hand(f, s)), .side_accent = true};
    if (!f->view->inhibition)
        out->list[out->count++] =
            (badge){.text = words_get(f->words, "circuit.badge.inhibition"), .side_accent = true};
}

static rect name_and_pin(const scene_frame *f, side s, bool draw)
{
    char pin[128];
    badge corner[1];
    int count = 0;
    float width = 0.9f * f->half[s].w;
    if (badges_pin_text(f, s, pin, sizeof pin))
        corner[count++] = (badge){.icon = ICON_PIN, .text = pin, .side_accent = true};
    return draw ? badges_draw(f, s, width, corner, count) : badges_measure(f, s, width, corner, count);
}

// The two badges that are always there would not stand beside the name of one of the halves.
static bool is_tight(const scene_frame *f)
{
    bool tight = false;
    for (int i = 0; i < SIDE_COUNT; i++) {
        badge_words said;
        rect taken[CIRCUIT_BADGE_RECTS];
        side s = (side)i;
        if (f->half[s].w <= 0.0f)
            continue;
        find_words(f, s, false, &said);
        pills(f, s, false, said.list, 2, name_and_pin(f, s, false), taken);
        tight = tight || taken[1].y > taken[0].y;
    }
    return tight;
}

int circuit_badges(const scene_frame *f, side s, bool draw, rect taken[CIRCUIT_BADGE_RECTS])
{
    badge_words said;
    taken[0] = name_and_pin(f, s, draw);
    find_words(f, s, is_tight(f), &said); // in few words on both halves alike
    return 1 + pills(f, s, draw, said.list, said.count, taken[0], taken + 1);
}

// --- plots

const char *circuit_plot_name(const scene_frame *f, bool brief, int row)
{
    static const char *const ids[2][CIRCUIT_POPULATIONS + 1] = {
        {"circuit.plot.pyramidal", "circuit.plot.interneurons", "circuit.plot.glutamate"},
        {"circuit.plot.pyramidal.short", "circuit.plot.interneurons.short", "circuit.plot.glutamate"}};
    return words_get(f->words, ids[brief][row]);
}

static float widest_name(const scene_frame *f, float px, bool brief)
{
    float w = 0.0f;
    for (int i = 0; i <= CIRCUIT_POPULATIONS; i++)
        w = fmaxf(w, wrap_width(f->text, circuit_plot_name(f, brief, i), px, TEXT_MEDIUM));
    return w;
}

static float widest_figure(const scene_frame *f, float px)
{
    char text[48];
    message m = message_make("circuit.plot.hz");
    message_number(&m, "value", 88.8, 1);
    words_format(f->words, &m, text, sizeof text);
    return wrap_width(f->text, text, px, TEXT_SEMIBOLD);
}

// Shares of the height between the plots, from the top: rows and rate of the interneurons, of the pyramidal
// cells, glutamate.
static void stack(circuit_plan *p, float axis)
{
    float px = p->small, line = 1.25f * px, gap = (p->full ? 0.5f : 0.35f) * px;
    float left = p->plots.h - axis - 2.0f * gap;
    float glutamate = fmaxf((p->full ? 0.26f : 0.32f) * left, p->full ? 2.3f * px : line);
    float brake = fmaxf(0.30f * left, line), cells = left - glutamate - brake;
    float share[CIRCUIT_POPULATIONS] = {0.60f, 0.50f}; // of the raster, where the rates are shown
    rect block[CIRCUIT_POPULATIONS];
    float x = p->plots.x, w = p->names.x - x - 0.5f * px, y = p->plots.y;
    block[CIRCUIT_INTERNEURON] = rect_of(x, y, w, brake);
    block[CIRCUIT_PYRAMIDAL] = rect_of(x, y + brake + gap, w, cells);
    for (int k = 0; k < CIRCUIT_POPULATIONS; k++) {
        const rect *b = &block[k];
        float rows = p->full ? floorf(share[k] * b->h) : b->h, between = p->full ? 0.12f * px : 0.0f;
        p->raster[k] = rect_of(x, b->y, w, rows);
        p->rates[k] = rect_of(x, b->y + rows + between, w, b->h - rows - between);
    }
    p->glutamate = rect_of(x, y + brake + cells + 2.0f * gap, w, glutamate);
    p->axis = rect_of(x, p->glutamate.y + glutamate, w, axis);
}

// The column of names: each above its figure, or beside it where there is little height; at most this share
// of the plots. False where even short names find no room in it.
static bool name_column(circuit_plan *p, const scene_frame *f, float share)
{
    float px = p->small, figure = widest_figure(f, px), most = 0.5f * p->plots.w;
    float name = widest_name(f, px, false), wide = p->full ? fmaxf(name, figure) : name + 0.4f * px + figure;
    p->brief = wide + 0.4f * px > most;
    if (p->brief) {
        name = widest_name(f, px, true);
        wide = p->full ? fmaxf(name, figure) : name + 0.4f * px + figure;
    }
    float w = fminf(wide + 0.2f * px, share * p->plots.w);
    // Names give way before figures do.
    p->figure = p->full ? 0.0f : fmaxf(fminf(name + 0.4f * px, w - figure), 0.0f);
    p->names = rect_of(p->plots.x + p->plots.w - w, p->plots.y, w, p->plots.h);
    return wide <= w;
}

circuit_plan circuit_plan_of(const scene_frame *f, side s)
{
    rect h = f->half[s];
    circuit_plan p = {.small = type_small_px(f)};
    float margin = margin_px(f), top = name_height(f), axis = 1.7f * p.small;
    bool beside = h.w > 2.0f * h.h; // one half over the whole stage: plots at its right
    if (beside) {
        float w = floorf(0.40f * h.w);
        p.patch = rect_of(h.x, h.y + top, h.w - w, h.h - top);
        p.plots = rect_of(h.x + h.w - w, h.y + top + 2.2f * p.small, w - margin,
                          h.h - top - 2.2f * p.small - 0.4f * margin);
    } else {
        float least = axis + 6.6f * p.small, plots = fmaxf(0.41f * h.h, fminf(least, 0.48f * h.h));
        p.patch = rect_of(h.x, h.y + top, h.w, h.h - top - plots);
        p.plots = rect_of(h.x + margin, h.y + h.h - plots, h.w - 2.0f * margin, plots - 0.3f * margin);
    }
    p.full = p.plots.h - axis > 9.4f * p.small;
    if (p.plots.h - axis < 4.8f * p.small)
        axis = 0.5f * p.small; // ticks without words
    if (!name_column(&p, f, 0.64f) && beside) {
        // Words count for more than the width of picture and rows.
        float more = floorf(0.16f * h.w);
        p.patch.w -= more;
        p.plots.x -= more;
        p.plots.w += more;
        name_column(&p, f, 0.80f);
    }
    stack(&p, axis);
    return p;
}

// --- camera

static rect scaled(rect r, rect stage, float scale)
{
    return (rect){(r.x - stage.x) * scale, (r.y - stage.y) * scale, r.w * scale, r.h * scale};
}

static camera_def camera_for(const scene_frame *f, rect patch)
{
    rect fit = patch; // the lowest dendrites keep off the plots, the tufts off the badges
    fit.h *= 0.99f;
    return (camera_def){.view = f->view->camera,
                        .frame = patch,
                        .fit = fit,
                        .centre_mm = {0.0f, 0.0f, 0.0f},
                        .radius_mm = 560.0f,
                        .width_mm = 2.0f * CIRCUIT_PATCH_HALF_WIDTH_UM + 10.0f,
                        .height_mm = 2.16f * CIRCUIT_PATCH_HALF_HEIGHT_UM};
}

camera circuit_camera(const scene_frame *f, side s, float scale, const float jitter_px[2])
{
    camera_def d = camera_for(f, scaled(circuit_plan_of(f, s).patch, f->stage, scale));
    d.jitter_px[0] = jitter_px[0];
    d.jitter_px[1] = jitter_px[1];
    return camera_make(&d);
}

camera circuit_camera_window(const scene_frame *f, side s)
{
    camera_def d = camera_for(f, circuit_plan_of(f, s).patch);
    return camera_make(&d);
}

// --- choices

static const char *const thing_ids[CIRCUIT_THINGS] = {
    [CIRCUIT_NOTHING] = "",           [CIRCUIT_PYRAMID] = "pyramidal", [CIRCUIT_APICAL] = "apical",
    [CIRCUIT_DENDRITE] = "dendrite",  [CIRCUIT_AXON] = "axon",         [CIRCUIT_TERMINAL] = "terminal",
    [CIRCUIT_BRAKE] = "interneuron",  [CIRCUIT_RASTER] = "raster",     [CIRCUIT_RATES] = "rates",
    [CIRCUIT_GLUTAMATE] = "glutamate"};

static const char *const name_ids[CIRCUIT_THINGS] = {[CIRCUIT_NOTHING] = "",
                                                     [CIRCUIT_PYRAMID] = "circuit.part.pyramidal.name",
                                                     [CIRCUIT_APICAL] = "circuit.part.apical.name",
                                                     [CIRCUIT_DENDRITE] = "circuit.part.dendrite.name",
                                                     [CIRCUIT_AXON] = "circuit.part.axon.name",
                                                     [CIRCUIT_TERMINAL] = "circuit.part.terminal.name",
                                                     [CIRCUIT_BRAKE] = "circuit.part.interneuron.name",
                                                     [CIRCUIT_RASTER] = "circuit.part.raster.name",
                                                     [CIRCUIT_RATES] = "circuit.part.rates.name",
                                                     [CIRCUIT_GLUTAMATE] = "circuit.part.glutamate.name"};
static const char *const what_ids[CIRCUIT_THINGS] = {[CIRCUIT_NOTHING] = "",
                                                     [CIRCUIT_PYRAMID] = "circuit.part.pyramidal.what",
                                                     [CIRCUIT_APICAL] = "circuit.part.apical.what",
                                                     [CIRCUIT_DENDRITE] = "circuit.part.dendrite.what",
                                                     [CIRCUIT_AXON] = "circuit.part.axon.what",
                                                     [CIRCUIT_TERMINAL] = "circuit.part.terminal.what",
                                                     [CIRCUIT_BRAKE] = "circuit.part.interneuron.what",
                                                     [CIRCUIT_RASTER] = "circuit.part.raster.what",
                                                     [CIRCUIT_RATES] = "circuit.part.rates.what",
                                                     [CIRCUIT_GLUTAMATE] = "circuit.part.glutamate.what"};

const char *circuit_name_id(circuit_thing t)
{
    return name_ids[t];
}

const char *circuit_what_id(circuit_thing t)
{
    return what_ids[t];
}

static bool has_cell(circuit_thing t)
{
    return t >= CIRCUIT_PYRAMID && t <= CIRCUIT_BRAKE;
}

// An interneuron's body and a pyramid's have names of their own; only a pyramid has an apical dendrite.
static bool fits(circuit_thing t, int cell)
{
    bool pyramidal = cell < CIRCUIT_PATCH_PYRAMIDAL;
    if (t == CIRCUIT_PYRAMID || t == CIRCUIT_APICAL)
        return pyramidal;
    return t != CIRCUIT_BRAKE || !pyramidal;
}

circuit_choice circuit_choice_of(const char *id)
{
    const circuit_choice none = {CIRCUIT_NOTHING, -1};
    size_t length = id ? strcspn(id, ".") : 0;
    for (int t = CIRCUIT_PYRAMID; t < CIRCUIT_THINGS && length > 0; t++) {
        if (strlen(thing_ids[t]) != length || strncmp(id, thing_ids[t], length) != 0)
            continue;
        if (!has_cell((circuit_thing)t))
            return id[length] ? none : (circuit_choice){(circuit_thing)t, -1};
        int cell = 0, digits = 0;
        for (const char *c = id + length + (id[length] == '.'); *c >= '0' && *c <= '9' && digits < 3; c++) {
            cell = 10 * cell + (*c - '0');
            digits++;
        }
        bool whole = digits > 0 && digits < 3 && id[length + 1 + (size_t)digits] == '\0';
        bool known = whole && cell < CIRCUIT_PATCH_CELLS && fits((circuit_thing)t, cell);
        return known ? (circuit_choice){(circuit_thing)t, cell} : none;
    }
    return none;
}

const char *circuit_choice_id(const circuit_scene *c, circuit_choice choice)
{
    if (choice.thing == CIRCUIT_NOTHING)
        return NULL;
    return c->ids[choice.thing][choice.cell > 0 ? choice.cell : 0];
}

void circuit_choice_ids(circuit_scene *c)
{
    for (int t = CIRCUIT_PYRAMID; t < CIRCUIT_THINGS; t++)
        for (int i = 0; i < CIRCUIT_PATCH_CELLS; i++) {
            if (has_cell((circuit_thing)t))
                snprintf(c->ids[t][i], sizeof c->ids[t][i], "%s.%d", thing_ids[t], i);
            else
                snprintf(c->ids[t][i], sizeof c->ids[t][i], "%s", thing_ids[t]);
        }
}

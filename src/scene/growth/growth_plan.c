#include "scene/growth/growth_plan.h"

#include "base/ease.h"
#include "scene/growth/growth_learning.h"
#include "scene/kit/badges.h"
#include "scene/kit/type.h"
#include "scene/kit/wrap.h"

#include <math.h>

// The stretch is not seen end on: turning goes so far, degrees, and comes back on the other side.
static const double most_yaw_deg = 50.0, most_pitch_deg = 46.0;
// From this zoom on the camera looks at the picked spine, and nothing else from the next on.
static const double near_zoom = 1.6, nearest_zoom = 4.0;

typedef enum counter_form { COUNTER_LONG, COUNTER_TWO, COUNTER_LOW, COUNTER_FORMS } counter_form;

static float margin_px(const scene_frame *f)
{
    return fmaxf(8.0f, 20.0f * f->unit);
}

// The words of the counters for these numbers; returns how many lines there are. In one long line beside
// the badges where it fits, else in two short ones; low halves have the two numbers only.
static int counter_words(const scene_frame *f, side s, const growth_half *h, counter_form form,
                         growth_counter out[GROWTH_COUNTERS])
{
    static const char *const ids[COUNTER_FORMS][SIDE_COUNT][2] = {
        [COUNTER_LONG] = {{"growth.count_and_ssri", NULL}, {"growth.count_and_ketamine", NULL}},
        [COUNTER_TWO] = {{"growth.count_here", "growth.count_ssri"},
                         {"growth.count_here", "growth.count_ketamine"}},
        [COUNTER_LOW] = {{"growth.count_instead", NULL}, {"growth.count_instead", NULL}},
    };
    message lines[GROWTH_COUNTERS] = {{0}};
    int count = 0;
    lines[count++] = message_make(h->counts.extra > 0 ? "growth.count_extra" : "growth.count_none");
    bool before = h->moment_min <= 0.0;
    bool alone = before || (form == COUNTER_LOW && h->counts.extra == 0);
    for (int i = 0; i < 2 && ids[form][s][i]; i++)
        if (!alone || i == 0)
            lines[count++] = message_make(alone ? "growth.count_here" : ids[form][s][i]);
    for (int i = 0; i < count; i++) {
        message_number(&lines[i], "count", i ? h->counts.there : h->counts.extra, 0);
        message_number(&lines[i], "without", h->without, 0);
        words_format(f->words, &lines[i], out[i].text, sizeof out[i].text);
    }
    return count;
}

static float counter_width(const scene_frame *f, const growth_counter *c)
{
    return wrap_width(f->text, c->text, c->px, c->weight) + (c->ring ? 1.2f * c->px : 0.0f);
}

static int counters_in(const scene_frame *f, side s, const growth_half *h, counter_form form,
                       growth_counter out[GROWTH_COUNTERS])
{
    const colour inks[GROWTH_COUNTERS] = {f->theme->growth, f->theme->ink, f->theme->quiet_ink};
    int count = counter_words(f, s, h, form, out);
    for (int i = 0; i < count; i++) {
        bool large = i == 0 && form != COUNTER_LOW;
        out[i].px = large ? theme_type_px(TYPE_LABEL, f->unit, f->text_scale) : type_small_px(f);
        out[i].weight = i ? TEXT_REGULAR : TEXT_SEMIBOLD;
        out[i].ink = inks[i];
        out[i].ring = i == 0 && h->counts.extra > 0;
        if (i == 0 && !out[i].ring)
            out[i].ink = f->theme->quiet_ink;
        float room = f->half[s].w - 2.0f * margin_px(f), w = counter_width(f, &out[i]);
        if (w > room)
            out[i].px = fmaxf(12.0f, floorf(out[i].px * room / w));
    }
    return count;
}

// The size that the counters may come to have on either side, so that nothing moves while they count and
// both halves are laid out alike.
static rect counters_most(const scene_frame *f, counter_form form)
{
    static const growth_half widest = {
        .moment_min = 1.0, .counts = {.there = 188, .extra = 88}, .without = 188};
    rect r = {0.0f, 0.0f, 0.0f, 0.0f};
    for (int s = 0; s < SIDE_COUNT; s++) {
        growth_counter lines[GROWTH_COUNTERS];
        float height = 0.0f;
        int count = f->half[s].w > 0.0f ? counters_in(f, (side)s, &widest, form, lines) : 0;
        for (int i = 0; i < count; i++) {
            r.w = fmaxf(r.w, counter_width(f, &lines[i]));
            height += 1.25f * lines[i].px;
        }
        r.h = fmaxf(r.h, height);
    }
    return r;
}

// What counters of a width leave to the badges, px.
static float room_beside(const scene_frame *f, side s, float counters)
{
    return f->half[s].w - 3.0f * margin_px(f) - counters;
}

static counter_form form_of(const scene_frame *f, side s)
{
    float small = type_small_px(f);
    if (f->half[s].h < 15.0f * small)
        return COUNTER_LOW;
    return room_beside(f, s, counters_most(f, COUNTER_LONG).w) > 11.0f * small ? COUNTER_LONG : COUNTER_TWO;
}

int growth_counters(const growth *g, const scene_frame *f, side s, growth_counter out[GROWTH_COUNTERS])
{
    return counters_in(f, s, &g->state.half[s], form_of(f, s), out);
}

// What the badges may have of the half's width: all of it where the counters have to stand below them.
static float badges_room(const scene_frame *f, side s, bool *beside)
{
    float left = room_beside(f, s, counters_most(f, form_of(f, s)).w);
    *beside = left > (form_of(f, s) == COUNTER_LOW ? 5.5f : 9.0f) * type_small_px(f);
    return *beside ? left : f->half[s].w - 2.0f * margin_px(f);
}

rect growth_badges(const scene_frame *f, side s, bool draw)
{
    char pin[128];
    badge list[3];
    int count = 0;
    bool beside = false;
    if (badges_pin_text(f, s, pin, sizeof pin))
        list[count++] = (badge){.icon = ICON_PIN, .text = pin, .side_accent = true};
    bool low = form_of(f, s) == COUNTER_LOW;
    list[count++] =
        (badge){.text = words_get(f->words, low ? "growth.badge.rodent.short" : "growth.badge.rodent")};
    if (!low)
        list[count++] = (badge){.text = words_get(f->words, "growth.badge.pattern")};
    float room = badges_room(f, s, &beside);
    return draw ? badges_draw(f, s, room, list, count) : badges_measure(f, s, room, list, count);
}

static rect counters_rect(const scene_frame *f, side s, rect badges)
{
    rect h = f->half[s], r = counters_most(f, form_of(f, s));
    float margin = margin_px(f);
    bool beside = false;
    badges_room(f, s, &beside);
    r.x = beside ? h.x + h.w - margin - r.w : badges.x;
    r.y = beside ? h.y + 0.7f * margin : badges.y + badges.h + 0.3f * type_small_px(f);
    return r;
}

// Instruments in a column at the left of a wide half, so that the dendrite has the whole height. False where
// the column has no room for both.
static bool plan_column(growth_plan *p, const scene_frame *f, rect h, float top)
{
    float small = type_small_px(f), margin = margin_px(f);
    float column = fmaxf(fminf(0.30f * h.w, 30.0f * small), growth_learning_width(f)), gap = 1.2f * small;
    float from = p->badges.y + p->badges.h + gap, room = h.y + h.h - 0.5f * margin - from;
    float each = fminf(0.5f * (room - gap), 9.6f * small);
    if (h.w < 2.0f * h.h || each < 6.2f * small || column > 0.4f * h.w)
        return false;
    float low = h.y + h.h - 0.5f * margin - each;
    p->density = (rect){h.x + margin, fmaxf(from, low - gap - each), column, each};
    p->learning = (rect){h.x + margin, low, column, each};
    float left = margin + column + 2.0f * small;
    p->body = (rect){h.x + left, h.y + top, h.w - left - margin, h.h - top - margin};
    return true;
}

// Instruments in a strip below the dendrite; without them where it would have too little room.
static void plan_strip(growth_plan *p, const scene_frame *f, rect h, float top)
{
    float small = type_small_px(f), margin = margin_px(f), inner = h.w - 2.0f * margin;
    float strip = fmaxf(5.2f * small, fminf(0.31f * h.h, 10.2f * small));
    if (h.h - top - strip < 0.36f * h.h)
        strip = 0.0f;
    float strip_top = h.y + h.h - strip - 0.5f * margin;
    if (strip > 0.0f) {
        float toy = fmaxf(fminf(0.42f * inner, 24.0f * small), growth_learning_width(f));
        bool both = inner - toy > 11.5f * small;
        toy = both ? toy : 0.0f;
        float curve = fminf(inner - toy - (both ? 1.6f * small : 0.0f), 44.0f * small);
        p->density = (rect){h.x + margin, strip_top, curve, strip};
        if (both)
            p->learning = (rect){h.x + h.w - margin - toy, strip_top, toy, strip};
    }
    float bottom = strip_top - 0.4f * small - h.y;
    p->body = (rect){h.x + 0.5f * margin, h.y + top, h.w - margin, fmaxf(bottom - top, 0.3f * h.h)};
}

growth_plan growth_plan_make(const scene_frame *f, side s)
{
    rect h = f->half[s];
    growth_plan p = {.badges = growth_badges(f, s, false)};
    p.counters = counters_rect(f, s, p.badges);
    float top = p.counters.y + p.counters.h - h.y;
    if (!plan_column(&p, f, h, top))
        plan_strip(&p, f, h, top);
    return p;
}

static rect scaled(rect r, rect stage, float scale)
{
    return (rect){(r.x - stage.x) * scale, (r.y - stage.y) * scale, r.w * scale, r.h * scale};
}

static camera make(const growth *g, const scene_frame *f, rect frame, rect fit, const float jitter_px[2])
{
    const double radian = 3.14159265358979323846 / 180.0;
    camera_def d = {.view = f->view->camera,
                    .frame = frame,
                    .fit = fit,
                    .radius_mm = GROWTH_RADIUS_UM,
                    .width_mm = GROWTH_WIDTH_UM,
                    .height_mm = GROWTH_HEIGHT_UM,
                    .jitter_px = {jitter_px[0], jitter_px[1]}};
    d.view.yaw_deg = most_yaw_deg * sin(radian * d.view.yaw_deg);
    d.view.pitch_deg = most_pitch_deg * sin(radian * d.view.pitch_deg);
    int site = 0;
    if (growth_part_of(f->view->pick, &site) == GROWTH_PART_SPINE) {
        float near = (float)ease_in_out((d.view.zoom - near_zoom) / (nearest_zoom - near_zoom)), head[3];
        growth_head(&g->tissue.place[site], 0x80808080u, 0.6f, 1.0f, head);
        for (int i = 0; i < 3; i++)
            d.centre_mm[i] = near * head[i];
    }
    return camera_make(&d);
}

camera growth_camera(const growth *g, const scene_frame *f, side s, float scale, const float jitter_px[2])
{
    growth_plan p = growth_plan_make(f, s);
    return make(g, f, scaled(f->half[s], f->stage, scale), scaled(p.body, f->stage, scale), jitter_px);
}

camera growth_camera_window(const growth *g, const scene_frame *f, side s)
{
    const float none[2] = {0.0f, 0.0f};
    growth_plan p = growth_plan_make(f, s);
    return make(g, f, f->half[s], p.body, none);
}

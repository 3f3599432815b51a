#include "scene/growth_plan.h"

#include "base/ease.h"
#include "scene/badges.h"
#include "scene/growth_plots.h"
#include "scene/wrap.h"

#include <math.h>

// The stretch is not seen end on: turning goes so far, degrees, and comes back on the other side.
static const double most_yaw_deg = 50.0, most_pitch_deg = 46.0;
// From this zoom on the camera looks at the picked spine, and nothing else from the next on.
static const double near_zoom = 1.6, nearest_zoom = 4.0;

float growth_small_px(const scene_frame *f)
{
    return theme_type_px(TYPE_SMALL, f->unit, f->text_scale);
}

static float margin_px(const scene_frame *f)
{
    return fmaxf(8.0f, 20.0f * f->unit);
}

int growth_counters(const growth *g, const scene_frame *f, side s, growth_counter out[GROWTH_COUNTERS])
{
    static const char *const ids[GROWTH_COUNTERS] = {"growth.count_extra", "growth.count",
                                                     "growth.count_before"};
    const growth_half *h = &g->state.half[s];
    const int numbers[GROWTH_COUNTERS] = {h->counts.extra, h->counts.there, h->before};
    const colour inks[GROWTH_COUNTERS] = {f->theme->growth, f->theme->ink, f->theme->quiet_ink};
    for (int i = 0; i < GROWTH_COUNTERS; i++) {
        message m = message_make(ids[i]);
        message_number(&m, "count", numbers[i], 0);
        out[i] =
            (growth_counter){.px = i ? growth_small_px(f) : theme_type_px(TYPE_LABEL, f->unit, f->text_scale),
                             .weight = i ? TEXT_REGULAR : TEXT_SEMIBOLD,
                             .ink = inks[i],
                             .ring = i == 0};
        words_format(f->words, &m, out[i].text, sizeof out[i].text);
        float room = f->half[s].w - 2.0f * margin_px(f) - (i ? 0.0f : 1.2f * out[i].px);
        float w = wrap_width(f->text, out[i].text, out[i].px, out[i].weight);
        if (w > room)
            out[i].px = fmaxf(12.0f, floorf(out[i].px * room / w));
    }
    // Low halves leave out what stands under the curve anyway.
    return f->half[s].h < 15.0f * growth_small_px(f) ? 2 : GROWTH_COUNTERS;
}

// The size of the counters' lines, px; their place follows.
static rect counters_size(const growth *g, const scene_frame *f, side s)
{
    growth_counter lines[GROWTH_COUNTERS];
    int count = growth_counters(g, f, s, lines);
    rect r = {0.0f, 0.0f, 0.0f, 0.0f};
    for (int i = 0; i < count; i++) {
        float ring = lines[i].ring ? 1.2f * lines[i].px : 0.0f;
        r.w = fmaxf(r.w, wrap_width(f->text, lines[i].text, lines[i].px, lines[i].weight) + ring);
        r.h += 1.25f * lines[i].px;
    }
    return r;
}

// What the counters leave of the half's width; the whole where they have to stand below the badges.
static float badges_room(const growth *g, const scene_frame *f, side s, bool *beside)
{
    float whole = f->half[s].w - 2.0f * margin_px(f), left = whole - counters_size(g, f, s).w - margin_px(f);
    *beside = left > 9.0f * growth_small_px(f);
    return *beside ? left : whole;
}

rect growth_badges(const growth *g, const scene_frame *f, side s, bool draw)
{
    char pin[128];
    badge list[3];
    int count = 0;
    bool beside = false;
    if (badges_pin_text(f, s, pin, sizeof pin))
        list[count++] = (badge){.icon = ICON_PIN, .text = pin, .side_accent = true};
    list[count++] = (badge){.text = words_get(f->words, "growth.badge.rodent")};
    list[count++] = (badge){.text = words_get(f->words, "growth.badge.pattern")};
    float room = badges_room(g, f, s, &beside);
    return draw ? badges_draw(f, s, room, list, count) : badges_measure(f, s, room, list, count);
}

static rect counters_rect(const growth *g, const scene_frame *f, side s, rect badges)
{
    rect h = f->half[s], r = counters_size(g, f, s);
    float margin = margin_px(f);
    bool beside = false;
    badges_room(g, f, s, &beside);
    r.x = beside ? h.x + h.w - margin - r.w : badges.x;
    r.y = beside ? h.y + 0.7f * margin : badges.y + badges.h + 0.3f * growth_small_px(f);
    return r;
}

// Instruments in a column at the left of a wide half, so that the dendrite has the whole height. False where
// the column has no room for both.
static bool plan_column(growth_plan *p, const scene_frame *f, rect h, float top)
{
    float small = growth_small_px(f), margin = margin_px(f);
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
    float small = growth_small_px(f), margin = margin_px(f), inner = h.w - 2.0f * margin;
    float strip = fmaxf(5.2f * small, fminf(0.28f * h.h, 9.2f * small));
    if (h.h - top - strip < 0.36f * h.h)
        strip = 0.0f;
    float strip_top = h.y + h.h - strip - 0.5f * margin;
    if (strip > 0.0f) {
        float toy = fmaxf(fminf(0.37f * inner, 21.0f * small), growth_learning_width(f));
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

growth_plan growth_plan_make(const growth *g, const scene_frame *f, side s)
{
    rect h = f->half[s];
    growth_plan p = {.badges = growth_badges(g, f, s, false)};
    p.counters = counters_rect(g, f, s, p.badges);
    float top = p.counters.y + 0.9f * p.counters.h - h.y;
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
    growth_plan p = growth_plan_make(g, f, s);
    return make(g, f, scaled(f->half[s], f->stage, scale), scaled(p.body, f->stage, scale), jitter_px);
}

camera growth_camera_window(const growth *g, const scene_frame *f, side s)
{
    const float none[2] = {0.0f, 0.0f};
    growth_plan p = growth_plan_make(g, f, s);
    return make(g, f, f->half[s], p.body, none);
}

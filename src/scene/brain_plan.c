#include "scene/brain_plan.h"

#include "scene/badges.h"
#include "scene/wrap.h"

#include <math.h>
#include <string.h>

// Share of a half that the brain may fill; the labels stand in the rest.
static const float fill_width = 0.86f, fill_height = 0.90f;

// Share of the brain's width that its corners leave free at the lower edge.
static const float round_corner = 0.16f;

static float small_px(const scene_frame *f)
{
    return theme_type_px(TYPE_SMALL, f->unit, f->text_scale);
}

static bool side_by_side(const scene_frame *f)
{
    return f->half[SIDE_SSRI].w > 0.0f && f->half[SIDE_KETAMINE].x > f->half[SIDE_SSRI].x;
}

static bool stacked(const scene_frame *f)
{
    return f->half[SIDE_SSRI].w > 0.0f && f->half[SIDE_KETAMINE].y > f->half[SIDE_SSRI].y;
}

static float margin_px(const scene_frame *f)
{
    return fmaxf(8.0f, 14.0f * f->unit);
}

rect brain_bar_rect(const scene_frame *f)
{
    float u = f->unit, small = small_px(f), margin = margin_px(f);
    const char *title = words_get(f->words, "brain.bar.title");
    float width = fmaxf(wrap_width(f->text, title, small, TEXT_REGULAR), fmaxf(300.0f * u, 150.0f));
    width = fminf(width, f->stage.w - 3.0f * margin);
    float height = 2.5f * small + fmaxf(10.0f * u, 6.0f);
    // Between the halves, where it belongs to both; else in the corner, away from the brain.
    float arrow = 1.5f * fmaxf(10.0f * u, 6.0f); // of a clipped scale
    float x = side_by_side(f) ? 0.5f * (f->stage.w - width) : f->stage.w - width - margin - arrow;
    return (rect){f->stage.x + x, f->stage.y + f->stage.h - height - 10.0f * u, width, height};
}

rect brain_head_rect(const scene_frame *f, side s)
{
    const rect *h = &f->half[s];
    float size = fmaxf(124.0f * f->unit, 5.0f * small_px(f)), inset = fmaxf(6.0f, 14.0f * f->unit);
    size = fminf(size, 0.45f * fminf(h->w, h->h));
    return (rect){h->x + h->w - size - inset, h->y + inset, size, size};
}

rect brain_badges(const scene_frame *f, side s, bool draw)
{
    char pin[128];
    badge list[1];
    int count = 0;
    if (badges_pin_text(f, s, pin, sizeof pin))
        list[count++] = (badge){.icon = ICON_PIN, .text = pin, .side_accent = true};
    float room = f->half[s].w - brain_head_rect(f, s).w - 60.0f * f->unit;
    return draw ? badges_draw(f, s, room, list, count) : badges_measure(f, s, room, list, count);
}

rect brain_pattern_badge(const scene_frame *f, bool draw)
{
    const badge b = {.text = words_get(f->words, "brain.badge.pattern")};
    rect bar = brain_bar_rect(f);
    float margin = margin_px(f), room = bar.x - f->stage.x - 2.0f * margin;
    float bottom = f->stage.y + f->stage.h - margin;
    if (room < 10.0f * small_px(f)) { // too narrow beside the bar: above it
        room = f->stage.w - 2.0f * margin;
        bottom = bar.y - 0.5f * margin;
    }
    rect r = badges_pill(f, SIDE_SSRI, f->stage.x + margin, 0.0f, room, &b, false);
    r.y = bottom - r.h;
    if (draw)
        badges_pill(f, SIDE_SSRI, r.x, r.y, room, &b, true);
    return r;
}

// The brain's own extent within a half of this height, as the camera fits it.
static rect fitted(rect h, float height)
{
    rect box = {h.x + 0.5f * (1.0f - fill_width) * h.w, h.y + 0.5f * (1.0f - fill_height) * height,
                fill_width * h.w, fill_height * height};
    float scale = fminf(box.w / BRAIN_WIDTH_MM, box.h / BRAIN_HEIGHT_MM);
    float w = BRAIN_WIDTH_MM * scale, height_px = BRAIN_HEIGHT_MM * scale;
    return (rect){box.x + 0.5f * (box.w - w), box.y + 0.5f * (box.h - height_px), w, height_px};
}

static bool touches(rect a, rect b)
{
    rect both = rect_intersect(a, b);
    return both.w > 0.0f && both.h > 0.0f;
}

// Whether brains in halves of this height stand clear of what lies along the lower edge.
static bool clear_below(const scene_frame *f, float height, rect bar, rect pattern)
{
    for (int s = 0; s < SIDE_COUNT; s++) {
        if (f->half[s].w <= 0.0f)
            continue;
        rect box = fitted(f->half[s], height);
        // The corners of that box are empty: the brain is round.
        box.x += round_corner * box.w;
        box.w -= 2.0f * round_corner * box.w;
        if (touches(box, bar) || touches(box, pattern))
            return false;
    }
    return true;
}

// Height of a half that the brain may use, the same for both: as much of it as leaves the lower edge
// readable.
static float free_height(const scene_frame *f)
{
    enum { STEPS = 12 };
    rect bar = brain_bar_rect(f), pattern = brain_pattern_badge(f, false);
    float height = stacked(f) ? fminf(f->half[SIDE_SSRI].h, f->half[SIDE_KETAMINE].h) : f->stage.h;
    float strip = fminf(f->stage.y + f->stage.h - fminf(bar.y, pattern.y), 0.5f * height);
    for (int i = 0; i < STEPS; i++) {
        float some = height - strip * (float)i / STEPS;
        if (clear_below(f, some, bar, pattern))
            return some;
    }
    return height - strip;
}

// Where the brain stands at zoom 1.
static rect fit_of(const scene_frame *f, side s)
{
    return fitted(f->half[s], free_height(f));
}

static rect scaled(rect r, rect stage, float scale)
{
    return (rect){(r.x - stage.x) * scale, (r.y - stage.y) * scale, r.w * scale, r.h * scale};
}

camera brain_camera(const scene_frame *f, side s, float scale, const float jitter_px[2])
{
    camera_def d = {.view = f->view->camera,
                    .frame = scaled(f->half[s], f->stage, scale),
                    .fit = scaled(fit_of(f, s), f->stage, scale),
                    .centre_mm = BRAIN_CENTRE_MM,
                    .radius_mm = BRAIN_RADIUS_MM,
                    .width_mm = BRAIN_WIDTH_MM,
                    .height_mm = BRAIN_HEIGHT_MM,
                    .jitter_px = {jitter_px[0], jitter_px[1]}};
    return camera_make(&d);
}

camera brain_camera_window(const scene_frame *f, side s)
{
    camera_def d = {.view = f->view->camera,
                    .frame = f->half[s],
                    .fit = fit_of(f, s),
                    .centre_mm = BRAIN_CENTRE_MM,
                    .radius_mm = BRAIN_RADIUS_MM,
                    .width_mm = BRAIN_WIDTH_MM,
                    .height_mm = BRAIN_HEIGHT_MM};
    return camera_make(&d);
}

bool brain_picked(const scene_frame *f, atlas_region_id *out)
{
    return f->view->pick[0] != '\0' && atlas_region_find(f->view->pick, out);
}

bool brain_hovered(const scene_frame *f, atlas_region_id *out)
{
    return f->hovered && f->hovered[0] != '\0' && atlas_region_find(f->hovered, out);
}

atlas_hemisphere brain_inside_hemisphere(const view_state *v)
{
    // Seen from the left (yaw around 0) the right hemisphere shows its inner wall.
    double yaw = fabs(remainder(v->camera.yaw_deg, 360.0));
    return yaw <= 90.0 ? ATLAS_RIGHT : ATLAS_LEFT;
}

#include "scene/brain/brain_plan.h"

#include "scene/kit/badges.h"
#include "scene/kit/type.h"
#include "scene/kit/wrap.h"

#include <math.h>
#include <string.h>

// Share of a half that the brain may fill; the labels stand in the rest.
static const float fill_width = 0.86f, fill_height = 0.90f;

// Share of the brain's width that its corners leave free at the lower edge.
static const float round_corner = 0.16f;

static bool side_by_side(const scene_frame *f)
{
    return f->half[SIDE_SSRI].w > 0.0f && f->half[SIDE_KETAMINE].x > f->half[SIDE_SSRI].x;
}

static float margin_px(const scene_frame *f)
{
    return fmaxf(8.0f, 14.0f * f->unit);
}

// The pattern's badge in few words, on one line.
static rect brief_pattern(const scene_frame *f)
{
    const badge b = {.text = words_get(f->words, "brain.badge.pattern_short")};
    return badges_pill(f, SIDE_SSRI, 0.0f, 0.0f, f->stage.w, &b, false);
}

rect brain_bar_rect(const scene_frame *f)
{
    float u = f->unit, small = type_small_px(f), margin = margin_px(f);
    const char *title = words_get(f->words, "brain.bar.title");
    float width = fmaxf(wrap_width(f->text, title, small, TEXT_REGULAR), fmaxf(380.0f * u, 150.0f));
    width = fminf(width, f->stage.w - 3.0f * margin);
    float height = 2.5f * small + fmaxf(10.0f * u, 6.0f);
    // Between the halves, where it belongs to both; else in the corner, away from the brain. In either case
    // the badge beside it has its one line, as long as there is one to be had.
    float arrow = 1.5f * fmaxf(10.0f * u, 6.0f); // of a clipped scale
    float corner = f->stage.w - width - margin - arrow;
    float x = side_by_side(f)
                  ? fminf(fmaxf(0.5f * (f->stage.w - width), 3.0f * margin + brief_pattern(f).w), corner)
                  : corner;
    return (rect){f->stage.x + x, f->stage.y + f->stage.h - height - 10.0f * u, width, height};
}

rect brain_head_rect(const scene_frame *f, side s)
{
    const rect *h = &f->half[s];
    float size = fmaxf(124.0f * f->unit, 5.0f * type_small_px(f)), inset = fmaxf(6.0f, 14.0f * f->unit);
    size = fminf(size, 0.45f * fminf(h->w, h->h));
    return (rect){h->x + h->w - size - inset, h->y + inset, size, size};
}

rect brain_badges(const scene_frame *f, side s, bool draw)
{
    char pin[128], brief[96];
    badge list[1];
    int count = 0;
    if (badges_pin_text(f, s, pin, sizeof pin) && badges_pin_brief(f, s, brief, sizeof brief))
        list[count++] =
            (badge){.icon = ICON_PIN, .text = pin, .side_accent = true, .beside_name = true, .brief = brief};
    float room = f->half[s].w - brain_head_rect(f, s).w - 60.0f * f->unit;
    return draw ? badges_draw(f, s, room, list, count) : badges_measure(f, s, room, list, count);
}

rect brain_pattern_badge(const scene_frame *f, bool draw)
{
    badge b = {.text = words_get(f->words, "brain.badge.pattern")};
    rect bar = brain_bar_rect(f);
    float margin = margin_px(f), room = bar.x - f->stage.x - 2.0f * margin;
    float bottom = f->stage.y + f->stage.h - margin, line = 2.2f * type_small_px(f);
    rect r = badges_pill(f, SIDE_SSRI, f->stage.x + margin, 0.0f, room, &b, false);
    if (r.h > line) { // one line, in fewer words where it must be
        b.text = words_get(f->words, "brain.badge.pattern_short");
        r = badges_pill(f, SIDE_SSRI, r.x, 0.0f, room, &b, false);
    }
    if (room < 10.0f * type_small_px(f)) { // too narrow beside the bar: above it
        room = f->stage.w - 2.0f * margin;
        bottom = bar.y - 0.5f * margin;
        r = badges_pill(f, SIDE_SSRI, r.x, 0.0f, room, &b, false);
    }
    r.y = bottom - r.h;
    if (draw)
        badges_pill(f, SIDE_SSRI, r.x, r.y, room, &b, true);
    return r;
}

// The brain's own extent within this part of a half, as the camera fits it.
static rect fitted(rect part)
{
    rect box = {part.x + 0.5f * (1.0f - fill_width) * part.w, part.y + 0.5f * (1.0f - fill_height) * part.h,
                fill_width * part.w, fill_height * part.h};
    float scale = fminf(box.w / BRAIN_WIDTH_MM, box.h / BRAIN_HEIGHT_MM);
    float w = BRAIN_WIDTH_MM * scale, height_px = BRAIN_HEIGHT_MM * scale;
    return (rect){box.x + 0.5f * (box.w - w), box.y + 0.5f * (box.h - height_px), w, height_px};
}

static bool touches(rect a, rect b)
{
    rect both = rect_intersect(a, b);
    return both.w > 0.0f && both.h > 0.0f;
}

// Distance of a rectangle from the middle of an ellipse that fills `oval`, in its radii.
static float oval_distance(rect oval, rect r)
{
    float cx = oval.x + 0.5f * oval.w, cy = oval.y + 0.5f * oval.h;
    float dx = fmaxf(0.0f, fmaxf(r.x - cx, cx - r.x - r.w)),
          dy = fmaxf(0.0f, fmaxf(r.y - cy, cy - r.y - r.h));
    return hypotf(dx / fmaxf(0.5f * oval.w, 1.0f), dy / fmaxf(0.5f * oval.h, 1.0f));
}

// What stands around the brains: along the lower edge for both, in the upper corners of each.
typedef struct surroundings {
    rect bar, pattern, badges[SIDE_COUNT], head[SIDE_COUNT];
} surroundings;

// Strips of the half, above and below, that the brain leaves to them.
typedef struct strips {
    float above, below; // px
} strips;

static rect fit_within(rect half, strips free)
{
    return fitted((rect){half.x, half.y + free.above, half.w, half.h - free.above - free.below});
}

static bool clear_of(const scene_frame *f, const surroundings *around, strips free)
{
    for (int s = 0; s < SIDE_COUNT; s++) {
        if (f->half[s].w <= 0.0f)
            continue;
        rect box = fit_within(f->half[s], free), middle = box;
        // The corners of that box are empty: the brain is round.
        middle.x += round_corner * box.w;
        middle.w -= 2.0f * round_corner * box.w;
        if (touches(middle, around->bar) || touches(middle, around->pattern) ||
            oval_distance(box, around->badges[s]) < 1.0f || oval_distance(box, around->head[s]) < 1.0f)
            return false;
    }
    return true;
}

// The same strips for both halves: of those that leave everything around readable, the smallest together.
static strips free_strips(const scene_frame *f)
{
    enum { STEPS = 12 };
    surroundings around = {.bar = brain_bar_rect(f), .pattern = brain_pattern_badge(f, false)};
    float height = INFINITY, above = 0.0f;
    for (int s = 0; s < SIDE_COUNT; s++) {
        if (f->half[s].w <= 0.0f)
            continue;
        around.badges[s] = brain_badges(f, (side)s, false);
        around.head[s] = brain_head_rect(f, (side)s);
        height = fminf(height, f->half[s].h);
        above = fmaxf(above, around.badges[s].y + around.badges[s].h - f->half[s].y);
    }
    float below = f->stage.y + f->stage.h - fminf(around.bar.y, around.pattern.y);
    strips most = {fminf(above, 0.3f * height), fminf(below, 0.5f * height)}, best = most;
    for (int a = 0; a <= STEPS; a++)
        for (int b = 0; b <= STEPS; b++) {
            strips some = {most.above * (float)a / STEPS, most.below * (float)b / STEPS};
            if (some.above + some.below < best.above + best.below && clear_of(f, &around, some))
                best = some;
        }
    return best;
}

// Where the brain stands at zoom 1.
static rect fit_of(const scene_frame *f, side s)
{
    return fit_within(f->half[s], free_strips(f));
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

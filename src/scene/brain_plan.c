#include "scene/brain_plan.h"

#include "scene/badges.h"
#include "scene/wrap.h"

#include <math.h>
#include <string.h>

// Share of a half that the brain may fill; the labels stand in the rest.
static const float fill_width = 0.86f, fill_height = 0.90f;

static float small_px(const scene_frame *f)
{
    return theme_type_px(TYPE_SMALL, f->unit, f->text_scale);
}

rect brain_bar_rect(const scene_frame *f)
{
    float u = f->unit, small = small_px(f);
    const char *title = words_get(f->words, "brain.bar.title");
    float width = fmaxf(wrap_width(f->text, title, small, TEXT_REGULAR), fmaxf(300.0f * u, 150.0f));
    width = fminf(width, f->stage.w - 16.0f);
    float height = 2.5f * small + fmaxf(10.0f * u, 6.0f);
    return (rect){f->stage.x + 0.5f * (f->stage.w - width), f->stage.y + f->stage.h - height - 10.0f * u,
                  width, height};
}

rect brain_head_rect(const scene_frame *f, side s)
{
    const rect *h = &f->half[s];
    float size = fmaxf(108.0f * f->unit, 4.2f * small_px(f)), inset = fmaxf(6.0f, 14.0f * f->unit);
    size = fminf(size, 0.4f * fminf(h->w, h->h));
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
    float margin = fmaxf(8.0f, 14.0f * f->unit), room = bar.x - f->stage.x - 2.0f * margin;
    rect r = badges_pill(f, SIDE_SSRI, f->stage.x + margin, 0.0f, room, &b, false);
    r.y = f->stage.y + f->stage.h - margin - r.h;
    if (draw)
        badges_pill(f, SIDE_SSRI, r.x, r.y, room, &b, true);
    return r;
}

// Where the brain stands at zoom 1: the half without the strip of the colour bar.
static rect fit_of(const scene_frame *f, side s)
{
    rect h = f->half[s], bar = brain_bar_rect(f);
    float bottom = fminf(h.y + h.h, bar.y);
    // Halves above one another are of one height, whether or not the bar lies in them.
    if (f->half[SIDE_SSRI].w > 0.0f && f->half[SIDE_KETAMINE].y > f->half[SIDE_SSRI].y)
        bottom = h.y + h.h - (f->stage.y + f->stage.h - bar.y);
    float height = fmaxf(bottom - h.y, 1.0f);
    return (rect){h.x + 0.5f * (1.0f - fill_width) * h.w, h.y + 0.5f * (1.0f - fill_height) * height,
                  fill_width * h.w, fill_height * height};
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

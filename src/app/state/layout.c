#include "app/state/layout.h"

#include "ui/theme.h"

#include <math.h>

// Design units, and floors in px for small windows.
static const float top_units = 64.0f, dock_units = 150.0f, gap_units = 16.0f;
static const float top_floor_px = 30.0f, dock_floor_px = 92.0f;
static const float stage_least_units = 640.0f; // a narrower stage would rather be covered by the card

float layout_unit(float width, float height)
{
    float unit = fminf(height / 1080.0f, width / 1100.0f);
    return fmaxf(unit, 0.02f);
}

static float line_px(type_role role, float unit, float text_scale)
{
    return 1.25f * theme_type_px(role, unit, text_scale);
}

// `least_w`: px that a half needs for its words.
static void split_halves(app_layout *l, view_halves halves, float least_w)
{
    rect s = l->stage;
    if (halves == VIEW_SSRI) {
        l->half[SIDE_SSRI] = s;
        return;
    }
    if (halves == VIEW_KETAMINE) {
        l->half[SIDE_KETAMINE] = s;
        return;
    }
    l->stacked = s.w < 0.9f * s.h || (0.5f * s.w < least_w && s.w < 1.5f * s.h);
    if (l->stacked) {
        float first = floorf(0.5f * s.h);
        l->half[SIDE_SSRI] = (rect){s.x, s.y, s.w, first};
        l->half[SIDE_KETAMINE] = (rect){s.x, s.y + first, s.w, s.h - first};
    } else {
        float first = floorf(0.5f * s.w);
        l->half[SIDE_SSRI] = (rect){s.x, s.y, first, s.h};
        l->half[SIDE_KETAMINE] = (rect){s.x + first, s.y, s.w - first, s.h};
    }
}

app_layout layout_compute(const layout_def *def)
{
    app_layout l = {.unit = layout_unit(def->width, def->height)};
    float u = l.unit, w = fmaxf(def->width, 1.0f), h = fmaxf(def->height, 1.0f);
    float label = line_px(TYPE_LABEL, u, def->text_scale), small = line_px(TYPE_SMALL, u, def->text_scale);
    // Compact is a matter of how many letters fit, so it follows the width in label sizes.
    l.compact = w < 62.0f * theme_type_px(TYPE_LABEL, u, def->text_scale);

    float top = fmaxf(fmaxf(top_units * u, top_floor_px), label + gap_units * u);
    float dock = fmaxf(fmaxf(dock_units * u, dock_floor_px), label + 3.2f * small + 62.0f * u);
    l.dock_stacked = w < 0.9f * h;
    if (l.dock_stacked)
        dock += fmaxf(63.0f * u, 30.0f) + line_px(TYPE_CAPTION, u, def->text_scale);
    float caption = def->caption_height > 0.0f ? def->caption_height + gap_units * u : 0.0f;
    top = floorf(fminf(top, 0.25f * h));
    dock = floorf(fminf(dock, 0.40f * h));
    caption = floorf(fminf(caption, 0.30f * h));
    float story = floorf(fminf(def->story_height, 0.30f * h));
    if (def->presenting)
        top = 0.0f;

    l.top = (rect){0.0f, 0.0f, w, top};
    l.dock = (rect){0.0f, h - dock, w, dock};
    l.story = (rect){0.0f, h - dock - story, w, story};
    l.caption = (rect){0.0f, l.story.y - caption, w, caption};
    float stage_h = fmaxf(l.caption.y - top, 1.0f);
    l.stage = (rect){0.0f, top, w, stage_h};
    float card = def->presenting ? 0.0f : floorf(fminf(def->card_width * u, w));
    if (card > 0.0f) {
        l.card = (rect){w - card, top, card, stage_h};
        if (w - card >= stage_least_units * u)
            l.stage.w = w - card;
    }
    split_halves(&l, def->halves, 14.0f * theme_type_px(TYPE_LABEL, u, def->text_scale));
    return l;
}

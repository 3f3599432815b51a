// Entries of a list to open: stories, evidence cards.
#include "ui/ui_internal.h"

#include "base/ease.h"

#include <math.h>

static const float pad_units = 16.0f;

static float icon_room(const ui *u, icon_id icon)
{
    return icon == ICON_NONE ? 0.0f : ui_icon_px(u) + ui_px(u, pad_units);
}

// What is left for words between the icon and the arrow at the right.
static float text_width(const ui *u, float width, icon_id icon)
{
    float ends = 2.0f * ui_px(u, pad_units) + icon_room(u, icon) + ui_icon_px(u) + ui_px(u, 8.0f);
    return fmaxf(ui_finite(width, 0.0f) - ends, 1.0f);
}

float ui_entry_height(const ui *u, float width, icon_id icon, const char *title, const char *note)
{
    float w = text_width(u, width, icon);
    float text = ui_paragraph_height(u, w, title, TYPE_LABEL, TEXT_MEDIUM) +
                 ui_paragraph_height(u, w, note, TYPE_SMALL, TEXT_REGULAR);
    return fmaxf(ui_target_px(u), ceilf(text + ui_px(u, pad_units)));
}

bool ui_entry(ui *u, const char *id, rect r, icon_id icon, const char *title, const char *note)
{
    r = ui_sane_rect(r);
    ui_io io = ui_widget_begin(u, &(ui_spec){.id = id,
                                             .role = "row",
                                             .label = title,
                                             .value = note,
                                             .box = r,
                                             .flags = WIDGET_FOCUSABLE | WIDGET_PRESS,
                                             .focus_radius = 10.0f});
    const theme *t = u->frame.theme;
    draw2d *d = u->frame.draw;
    float lift = 0.12f * io.hover + (io.pressed && io.hovered ? 0.08f : 0.0f);
    ui_draw_field(u, r, ui_radius(u, 10.0f, r), ui_opaque_mix(t->field, t->ink, lift));
    float size = ui_icon_px(u), pad = ui_px(u, pad_units), w = text_width(u, r.w, icon);
    float middle = floorf(r.y + 0.5f * (r.h - size));
    if (icon != ICON_NONE)
        icon_draw(d, icon, (rect){floorf(r.x + pad), middle, size, size}, t->ink);
    icon_draw(d, ICON_CHEVRON_RIGHT, (rect){floorf(r.x + r.w - pad - size), middle, size, size},
              ui_opaque_mix(t->quiet_ink, t->ink, io.hover));
    float high = ui_paragraph_height(u, w, title, TYPE_LABEL, TEXT_MEDIUM);
    float low = ui_paragraph_height(u, w, note, TYPE_SMALL, TEXT_REGULAR);
    rect text = {r.x + pad + icon_room(u, icon), floorf(r.y + 0.5f * (r.h - high - low)), w, high};
    ui_paragraph(u, text, title, TYPE_LABEL, TEXT_MEDIUM, UI_LEFT, t->ink);
    text.y += high;
    ui_paragraph(u, text, note, TYPE_SMALL, TEXT_REGULAR, UI_LEFT, t->quiet_ink);
    return ui_take_presses(u, &io, true) > 0;
}

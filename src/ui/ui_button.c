// Buttons, toggles, links and rows that are pressed.
#include "ui/ui_internal.h"

#include "base/ease.h"

#include <math.h>
#include <string.h>

static bool has_text(const char *text)
{
    return text && *text;
}

// Quiet, but never by transparency: icons are made of overlapping shapes.
static colour disabled_ink(const ui *u)
{
    const theme *t = u->frame.theme;
    return ui_opaque_mix(t->card, t->quiet_ink, t->card_rule.a > 0.0f ? 0.62f : 0.7f);
}

typedef struct button_colours {
    colour fill, ink;
    bool filled;
} button_colours;

static button_colours button_look(const ui *u, const ui_button_def *def, const ui_io *io, float on)
{
    const theme *t = u->frame.theme;
    float lift = 0.12f * io->hover + (io->pressed && io->hovered ? 0.08f : 0.0f);
    colour hover = colour_alpha(t->field, io->hover);
    button_colours c = {.fill = hover, .ink = t->ink, .filled = io->hover > 0.0f};
    switch (def->look) {
    case UI_BUTTON_PLAIN:
        c.fill = ui_opaque_mix(t->field, t->ink, lift);
        c.filled = true;
        break;
    case UI_BUTTON_PRIMARY:
        c.fill = ui_opaque_mix(t->ink, t->card, lift);
        c.ink = t->card;
        c.filled = true;
        break;
    case UI_BUTTON_TAB:
        c.ink = ui_opaque_mix(t->quiet_ink, t->ink, fmaxf(on, io->hover));
        break;
    case UI_BUTTON_QUIET:
    default:
        c.ink = ui_opaque_mix(t->quiet_ink, t->ink, fmaxf(on, fmaxf(io->hover, 0.5f)));
        break;
    }
    if (on > 0.0f && def->look == UI_BUTTON_QUIET) {
        // A quiet button that is on stays quiet: the picture is what is bright.
        c.fill = ui_opaque_mix(t->field, t->ink, lift);
        c.fill.a = on;
        c.filled = true;
    } else if (def->look == UI_BUTTON_PLAIN) {
        c.fill = ui_opaque_mix(c.fill, ui_opaque_mix(t->ink, t->card, lift), on);
        c.ink = ui_opaque_mix(c.ink, t->card, on);
    }
    if (has_text(def->disabled_why)) {
        c.filled = def->look == UI_BUTTON_PLAIN || def->look == UI_BUTTON_PRIMARY;
        c.fill = t->field;
        c.ink = disabled_ink(u);
    }
    return c;
}

static void button_content(ui *u, rect r, const ui_button_def *def, colour ink)
{
    float pad = ui_px(u, 16.0f), icon = ui_icon_px(u), gap = ui_px(u, 10.0f);
    bool text = !def->icon_only && has_text(def->label);
    if (!text) {
        float size = roundf(clampf(0.66f * fminf(r.w, r.h), 12.0f, fmaxf(icon, 0.5f * r.h)));
        rect box = {floorf(r.x + 0.5f * (r.w - size)), floorf(r.y + 0.5f * (r.h - size)), size, size};
        icon_draw(u->frame.draw, def->icon, box, ink);
        return;
    }
    text_weight weight = def->look == UI_BUTTON_QUIET ? TEXT_REGULAR : TEXT_MEDIUM;
    float used = def->icon != ICON_NONE ? icon + gap : 0.0f;
    pad = fminf(pad, 0.08f * r.w);
    float natural = ui_text_width(u, def->label, TYPE_LABEL, weight);
    float room = fmaxf(r.w - 2.0f * pad - used, 0.0f);
    float width = fminf(natural, room);
    float x = r.x + 0.5f * (r.w - width - used);
    if (used > 0.0f)
        icon_draw(u->frame.draw, def->icon, (rect){floorf(x), floorf(r.y + 0.5f * (r.h - icon)), icon, icon},
                  ink);
    rect box = {x + used, r.y, width + 1.0f, r.h};
    ui_line(u, box, def->label, TYPE_LABEL, weight, UI_LEFT, ink);
}

// The mark of what is on, besides its tint; grows from the middle.
static void button_underline(ui *u, rect r, float on, float margin)
{
    float thick = fmaxf(2.0f, ui_px(u, 4.0f)), half = 0.5f * (r.w - margin) * on;
    float x = r.x + 0.5f * r.w, y = r.y + r.h - 0.5f * thick;
    if (on > 0.0f && half > 0.0f)
        draw2d_line(u->frame.draw, x - half, y, x + half, y, thick, u->frame.theme->ink);
}

bool ui_button(ui *u, const char *id, rect r, const ui_button_def *def)
{
    r = ui_sane_rect(r);
    ui_io io = ui_widget_begin(u, &(ui_spec){.id = id,
                                             .role = def->look == UI_BUTTON_TAB ? "tab" : "button",
                                             .label = def->label,
                                             .hint = def->hint,
                                             .why = def->disabled_why,
                                             .box = r,
                                             .flags = WIDGET_FOCUSABLE | WIDGET_PRESS,
                                             .selected = def->selected,
                                             .icon_only = def->icon_only,
                                             .focus_radius = 10.0f});
    if (io.fresh)
        io.state->on = def->selected ? 1.0f : 0.0f;
    float on = ui_ease(u, &io.state->on, def->selected);
    button_colours c = button_look(u, def, &io, on);
    float radius = ui_radius(u, 10.0f, r);
    bool ruled = def->look == UI_BUTTON_PLAIN || (def->selected && def->look == UI_BUTTON_QUIET);
    if (c.filled && ruled)
        ui_draw_field(u, r, radius, c.fill);
    else if (c.filled)
        draw2d_box(u->frame.draw, r, radius, c.fill);
    button_content(u, r, def, c.ink);
    if (def->look == UI_BUTTON_TAB || def->look == UI_BUTTON_QUIET)
        button_underline(u, r, on, def->look == UI_BUTTON_TAB ? ui_px(u, 32.0f) : 0.5f * r.w);
    return ui_take_presses(u, &io, true) > 0;
}

float ui_button_width(const ui *u, const ui_button_def *def)
{
    float target = ui_target_px(u);
    if (def->icon_only || !has_text(def->label))
        return target;
    text_weight weight = def->look == UI_BUTTON_QUIET ? TEXT_REGULAR : TEXT_MEDIUM;
    float text = ui_text_width(u, def->label, TYPE_LABEL, weight);
    float icon = def->icon != ICON_NONE ? ui_icon_px(u) + ui_px(u, 10.0f) : 0.0f;
    // Padding is 16 units, or 8 % of the width where the button is narrow.
    return ceilf(fmaxf(target, (text + icon + 2.0f) + 2.0f * ui_px(u, 16.0f)));
}

// --- toggle

static float switch_width(const ui *u)
{
    return fmaxf(36.0f, ui_part_px(u, 52.0f));
}

float ui_toggle_height(const ui *u, float width, const char *label)
{
    float text = ui_finite(width, 0.0f) - switch_width(u) - ui_px(u, 16.0f);
    float height = ui_paragraph_height(u, text, label, TYPE_LABEL, TEXT_REGULAR);
    return fmaxf(ui_target_px(u), ceilf(height + ui_px(u, 8.0f)));
}

static void draw_switch(ui *u, rect r, float on, const ui_io *io)
{
    const theme *t = u->frame.theme;
    draw2d *d = u->frame.draw;
    float h = fminf(r.h, fmaxf(20.0f, ui_part_px(u, 30.0f))), w = r.w;
    rect track = {floorf(r.x), floorf(r.y + 0.5f * (r.h - h)), w, floorf(h)};
    float line = fmaxf(1.5f, ui_px(u, 2.5f));
    colour rule = ui_opaque_mix(t->quiet_ink, t->ink, fmaxf(on, io->hover));
    draw2d_box(d, track, 0.5f * track.h, ui_opaque_mix(t->card, t->ink, on));
    draw2d_frame(d, track, 0.5f * track.h, line, rule);
    float inner = 0.5f * track.h - 2.0f * line;
    float x = track.x + 0.5f * track.h + on * (track.w - track.h);
    float y = track.y + 0.5f * track.h;
    draw2d_circle(d, x, y, inner * (0.8f + 0.2f * on), ui_opaque_mix(rule, t->card, on));
    if (on > 0.5f) {
        float size = 1.5f * inner;
        icon_draw(d, ICON_CHECK, (rect){x - 0.5f * size, y - 0.5f * size, size, size}, t->ink);
    }
}

bool ui_toggle(ui *u, const char *id, rect r, const char *label, const char *hint, bool *on)
{
    r = ui_sane_rect(r);
    ui_io io = ui_widget_begin(u, &(ui_spec){.id = id,
                                             .role = "toggle",
                                             .bare = true,
                                             .label = label,
                                             .hint = hint,
                                             .box = r,
                                             .flags = WIDGET_FOCUSABLE | WIDGET_PRESS,
                                             .selected = *on,
                                             .focus_radius = 8.0f});
    if (io.fresh)
        io.state->on = *on ? 1.0f : 0.0f;
    bool changed = ui_take_presses(u, &io, false) % 2 == 1;
    if (changed) {
        *on = !*on;
        u->building.at[io.index].selected = *on;
    }
    float eased = ui_ease(u, &io.state->on, *on), sw = fminf(switch_width(u), r.w);
    float text = r.w - sw - ui_px(u, 16.0f);
    float height = ui_paragraph_height(u, text, label, TYPE_LABEL, TEXT_REGULAR);
    const theme *t = u->frame.theme;
    if (height <= r.h + 1.0f && height > 0.0f)
        ui_paragraph(u, (rect){r.x, r.y + 0.5f * (r.h - height), text, height}, label, TYPE_LABEL,
                     TEXT_REGULAR, UI_LEFT, t->ink);
    else
        ui_line(u, (rect){r.x, r.y, fmaxf(text, 0.0f), r.h}, label, TYPE_LABEL, TEXT_REGULAR, UI_LEFT,
                t->ink);
    draw_switch(u, (rect){r.x + r.w - sw, r.y, sw, r.h}, eased, &io);
    return changed;
}

// --- keys and rows

static float keycap_pad(const ui *u)
{
    return ui_px(u, 10.0f);
}

float ui_keycap_width(const ui *u, const char *text)
{
    float height = ui_line_height(u, TYPE_SMALL) + ui_px(u, 6.0f);
    return fmaxf(height, ui_text_width(u, text, TYPE_SMALL, TEXT_MEDIUM) + 2.0f * keycap_pad(u));
}

float ui_keycap(ui *u, float x, float centre_y, const char *text)
{
    const theme *t = u->frame.theme;
    float height = roundf(ui_line_height(u, TYPE_SMALL) + ui_px(u, 6.0f)), width = ui_keycap_width(u, text);
    rect cap = {floorf(x), floorf(centre_y - 0.5f * height), width, height};
    float radius = ui_radius(u, 6.0f, cap);
    draw2d_box(u->frame.draw, cap, radius, ui_opaque_mix(t->card, t->field, 0.999f));
    draw2d_frame(u->frame.draw, cap, radius, fmaxf(1.0f, ui_px(u, 1.5f)),
                 ui_opaque_mix(t->field, t->quiet_ink, t->card_rule.a > 0.0f ? 1.0f : 0.35f));
    ui_line(u, cap, text, TYPE_SMALL, TEXT_MEDIUM, UI_CENTRE, t->ink);
    return width;
}

bool ui_list_row(ui *u, const char *id, rect r, const char *label, const char *const *keys, int count,
                 const char *disabled_why)
{
    r = ui_sane_rect(r);
    ui_io io = ui_widget_begin(u, &(ui_spec){.id = id,
                                             .role = "row",
                                             .row = true,
                                             .label = label,
                                             .value = count > 0 ? keys[0] : NULL,
                                             .why = disabled_why,
                                             .box = r,
                                             .flags = WIDGET_FOCUSABLE | WIDGET_PRESS,
                                             .focus_radius = 8.0f});
    const theme *t = u->frame.theme;
    float pad = ui_px(u, 12.0f), gap = ui_px(u, 8.0f);
    if (io.hover > 0.0f)
        draw2d_box(u->frame.draw, r, ui_radius(u, 8.0f, r), colour_alpha(t->field, 0.7f * io.hover));
    float x = r.x + r.w - pad;
    for (int i = count - 1; i >= 0; i--) {
        float width = ui_keycap_width(u, keys[i]);
        if (x - width < r.x + 0.3f * r.w)
            break; // the words come first
        x -= width;
        ui_keycap(u, x, r.y + 0.5f * r.h, keys[i]);
        x -= gap;
    }
    rect text = {r.x + pad, r.y, fmaxf(x - gap - r.x - pad, 0.0f), r.h};
    ui_line(u, text, label, TYPE_LABEL, TEXT_REGULAR, UI_LEFT,
            has_text(disabled_why) ? disabled_ink(u) : t->ink);
    return ui_take_presses(u, &io, true) > 0;
}

// Lists that hang on a control, and badges.
#include "ui/ui_internal.h"

#include "base/ease.h"

#include <math.h>
#include <stdio.h>

// Below the anchor when there is room, else above, else as high as the surface lets it.
static rect menu_box(const ui *u, rect anchor, float width, float height)
{
    float gap = ui_px(u, 8.0f), edge = ui_px(u, 8.0f);
    float below = u->frame.height - edge - (anchor.y + anchor.h + gap), above = anchor.y - gap - edge;
    bool down = height <= below || below >= above;
    rect box = {.h = fminf(height, fmaxf(down ? below : above, 0.0f))};
    if (box.h < height)
        width += ui_px(u, 24.0f); // for the bar
    box.w = fminf(width, fmaxf(u->frame.width - 2.0f * edge, 0.0f));
    box.x = clampf(anchor.x, edge, fmaxf(edge, u->frame.width - edge - box.w));
    box.y = down ? anchor.y + anchor.h + gap : anchor.y - gap - box.h;
    return box;
}

static bool menu_row(ui *u, const char *id, rect r, const char *text, bool selected)
{
    ui_io io = ui_widget_begin(u, &(ui_spec){.id = id,
                                             .role = "menu",
                                             .row = true,
                                             .label = text,
                                             .box = r,
                                             .flags = WIDGET_FOCUSABLE | WIDGET_PRESS,
                                             .selected = selected,
                                             .focus_radius = 8.0f});
    const theme *t = u->frame.theme;
    if (io.hover > 0.0f)
        draw2d_box(u->frame.draw, r, ui_radius(u, 8.0f, r), colour_alpha(t->field, io.hover));
    float icon = ui_icon_px(u), pad = ui_px(u, 12.0f);
    if (selected)
        icon_draw(u->frame.draw, ICON_CHECK, (rect){r.x + pad, floorf(r.y + 0.5f * (r.h - icon)), icon, icon},
                  t->ink);
    float x = r.x + 2.0f * pad + icon;
    ui_line(u, (rect){x, r.y, fmaxf(r.x + r.w - pad - x, 0.0f), r.h}, text, TYPE_LABEL,
            selected ? TEXT_MEDIUM : TEXT_REGULAR, UI_LEFT, t->ink);
    return ui_take_presses(u, &io, true) > 0;
}

int ui_menu(ui *u, const char *id, rect anchor, const char *const *options, int count, int selected)
{
    anchor = ui_sane_rect(anchor);
    int result = UI_MENU_OPEN;
    ui_popover_push(u, id);
    float row = ui_target_px(u), pad = ui_px(u, 8.0f), widest = 0.0f;
    for (int i = 0; i < count; i++)
        widest = fmaxf(widest, ui_text_width(u, options[i], TYPE_LABEL, TEXT_MEDIUM));
    float width = ceilf(widest) + 2.0f + ui_icon_px(u) + ui_px(u, 36.0f) + 2.0f * pad;
    float content = row * (float)count;
    rect box = menu_box(u, anchor, fmaxf(width, anchor.w), content + 2.0f * pad);
    ui_card(u, box);
    char name[128];
    snprintf(name, sizeof name, "%.100s.list", id);
    rect inner = ui_scroll_begin(u, name, NULL, rect_inset(box, pad), content);
    for (int i = 0; i < count; i++) {
        snprintf(name, sizeof name, "%.100s.%d", id, i);
        rect r = {inner.x, inner.y + row * (float)i, inner.w, row};
        if (menu_row(u, name, r, options[i], i == selected))
            result = i;
    }
    ui_scroll_end(u);
    if (ui_layer_dismissed(u) && result == UI_MENU_OPEN)
        result = UI_MENU_CLOSED;
    ui_layer_pop(u);
    return result;
}

// --- badge

float ui_badge_height(const ui *u)
{
    return roundf(ui_line_height(u, TYPE_SMALL) + ui_px(u, 10.0f));
}

static float badge_icon(const ui *u, icon_id icon)
{
    return icon == ICON_NONE ? 0.0f : roundf(fmaxf(14.0f, ui_type(u, TYPE_SMALL)));
}

float ui_badge_width(const ui *u, icon_id icon, const char *text)
{
    float size = badge_icon(u, icon), gap = size > 0.0f ? ui_px(u, 8.0f) : 0.0f;
    return ceilf(ui_text_width(u, text, TYPE_SMALL, TEXT_MEDIUM) + size + gap + 2.0f * ui_px(u, 12.0f));
}

float ui_badge(ui *u, float x, float y, icon_id icon, const char *text, colour accent)
{
    const theme *t = u->frame.theme;
    rect r = {floorf(x), floorf(y), ui_badge_width(u, icon, text), ui_badge_height(u)};
    float radius = 0.5f * r.h, size = badge_icon(u, icon), gap = size > 0.0f ? ui_px(u, 8.0f) : 0.0f;
    draw2d_box(u->frame.draw, r, radius, t->card);
    draw2d_frame(u->frame.draw, r, radius, fmaxf(1.0f, ui_px(u, 1.5f)), accent);
    float at = r.x + ui_px(u, 12.0f);
    if (size > 0.0f)
        icon_draw(u->frame.draw, icon, (rect){at, floorf(r.y + 0.5f * (r.h - size)), size, size}, accent);
    ui_line(u, (rect){at + size + gap, r.y, r.x + r.w - at - size - gap, r.h}, text, TYPE_SMALL, TEXT_MEDIUM,
            UI_LEFT, t->ink);
    return r.w;
}

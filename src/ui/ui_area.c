// Areas that draw for themselves, and scroll boxes.
#include "ui/ui_internal.h"

#include "base/ease.h"

#include <assert.h>
#include <math.h>

// --- area

ui_area_result ui_area(ui *u, const char *id, rect r, const ui_area_def *def)
{
    r = ui_sane_rect(r);
    unsigned flags = WIDGET_WHEEL | WIDGET_ANY_BUTTON | WIDGET_OWN_DRAG;
    ui_io io = ui_widget_begin(u, &(ui_spec){.id = id,
                                             .role = "area",
                                             .label = def->label,
                                             .value = def->value,
                                             .hint = def->hint,
                                             .box = r,
                                             .flags = flags | (def->focusable ? WIDGET_FOCUSABLE : 0u),
                                             .focus_radius = def->focus_radius});
    ui_area_result a = {.hovered = io.hovered,
                        .focused = io.focused,
                        .pressed = io.pressed,
                        .x = u->pointer_x,
                        .y = u->pointer_y,
                        .pinch = 1.0f,
                        .button = io.pressed ? u->capture_button : 0};
    int at = 0;
    queued *q;
    while ((q = ui_next_queued(u, &io, &at)) != NULL) {
        switch (q->kind) {
        case QUEUED_DOWN:
            a.began = true;
            a.button = q->button;
            a.clicks = q->clicks;
            break;
        case QUEUED_MOVE:
            a.drag_x += q->dx;
            a.drag_y += q->dy;
            a.button = q->button;
            break;
        case QUEUED_UP:
            a.ended = true;
            a.clicked = a.clicked || (q->inside && !q->dragged);
            a.button = q->button;
            a.x = q->x;
            a.y = q->y;
            break;
        case QUEUED_WHEEL:
        case QUEUED_PINCH:
            if (q->kind == QUEUED_WHEEL)
                a.wheel += q->amount;
            else
                a.pinch *= q->amount;
            a.pinch_dx += q->dx;
            a.pinch_dy += q->dy;
            a.x = q->x;
            a.y = q->y;
            break;
        default:
            break;
        }
    }
    return a;
}

// --- scroll

static float bar_zone(const ui *u)
{
    return fmaxf(18.0f, ui_px(u, 24.0f));
}

static rect thumb_of(const ui *u, rect r, const ui_state *s)
{
    float content = r.h + s->scroll_range, zone = bar_zone(u);
    float h = fminf(fmaxf(r.h * r.h / fmaxf(content, 1.0f), 24.0f), r.h);
    float y = s->scroll_range > 0.0f ? (r.h - h) * s->scroll / s->scroll_range : 0.0f;
    return (rect){r.x + r.w - zone, r.y + y, zone, h};
}

static void scroll_key(ui_state *s, rect r, int key, float line)
{
    float to = s->scroll_to;
    if (key == KEY_UP || key == KEY_DOWN)
        to += key == KEY_DOWN ? line : -line;
    if (key == KEY_PAGE_UP || key == KEY_PAGE_DOWN)
        to += (key == KEY_PAGE_DOWN ? 0.85f : -0.85f) * r.h;
    if (key == KEY_HOME)
        to = 0.0f;
    if (key == KEY_END)
        to = s->scroll_range;
    s->scroll_to = to;
}

static void scroll_take(ui *u, const ui_io *io, rect r)
{
    ui_state *s = io->state;
    int at = 0;
    const queued *q;
    while ((q = ui_next_queued(u, io, &at)) != NULL) {
        switch (q->kind) {
        case QUEUED_DOWN: {
            rect thumb = thumb_of(u, r, s);
            bool on_bar = !q->touch && q->x >= thumb.x;
            s->grabbed = on_bar;
            if (on_bar && !rect_contains(thumb, q->x, q->y)) // to where the bar was pressed
                s->scroll_to = (q->y - r.y - 0.5f * thumb.h) / fmaxf(r.h - thumb.h, 1.0f) * s->scroll_range;
            break;
        }
        case QUEUED_MOVE: {
            float travel = r.h - thumb_of(u, r, s).h;
            float factor = !s->grabbed ? -1.0f : travel > 0.0f ? s->scroll_range / travel : 0.0f;
            s->scroll_to += q->dy * factor;
            s->scroll = clampf(s->scroll_to, 0.0f, s->scroll_range); // stays under the finger
            break;
        }
        case QUEUED_WHEEL:
            s->scroll_to -= q->amount * 3.0f * ui_line_height(u, TYPE_LABEL);
            break;
        case QUEUED_PINCH:
            s->scroll_to -= q->dy;
            break;
        case QUEUED_KEY:
            scroll_key(s, r, q->key, ui_line_height(u, TYPE_LABEL));
            break;
        default:
            break;
        }
        s->scroll_to = clampf(s->scroll_to, 0.0f, s->scroll_range);
    }
}

// Glides to where it was sent; half of the way about every 60 ms.
static void scroll_glide(ui *u, ui_state *s)
{
    s->scroll_to = clampf(ui_finite(s->scroll_to, 0.0f), 0.0f, s->scroll_range);
    float left = s->scroll_to - s->scroll;
    if (!(u->dt > 0.0f) || u->frame.reduce_motion || fabsf(left) < 0.75f) {
        s->scroll = s->scroll_to;
        return;
    }
    s->scroll += left * fminf(u->dt * 12.0f, 1.0f);
    u->animating = true;
}

rect ui_scroll_begin(ui *u, const char *id, const char *label, rect r, float content_height)
{
    assert(u->scroll < 0);
    r = ui_sane_rect(r);
    float range = ceilf(fmaxf(ui_finite(content_height, 0.0f) - r.h, 0.0f));
    bool moves = range > 0.5f;
    unsigned flags = WIDGET_SCROLL;
    if (moves)
        flags |= WIDGET_WHEEL | (label ? (unsigned)WIDGET_FOCUSABLE : 0u);
    ui_io io = ui_widget_begin(
        u, &(ui_spec){
               .id = id, .role = "scroll", .label = label, .box = r, .flags = flags, .focus_radius = 8.0f});
    ui_state *s = io.state;
    s->scroll_range = moves ? range : 0.0f;
    scroll_take(u, &io, r);
    scroll_glide(u, s);
    float y = floorf(r.y - s->scroll + 0.5f);
    if (moves) {
        const theme *t = u->frame.theme;
        rect thumb = thumb_of(u, r, s);
        float x = thumb.x + 0.5f * thumb.w, thick = fmaxf(4.0f, ui_px(u, 6.0f + 2.0f * io.hover));
        float inset = 0.5f * thick + 2.0f;
        draw2d_line(u->frame.draw, x, thumb.y + inset, x, thumb.y + thumb.h - inset, thick,
                    ui_opaque_mix(t->card, t->quiet_ink, 0.55f + 0.25f * io.hover));
    }
    u->scroll = io.index;
    u->scroll_box = r;
    float width = r.w - (moves ? bar_zone(u) : 0.0f);
    draw2d_push_clip(u->frame.draw, r);
    return (rect){r.x, y, fmaxf(width, 0.0f), fmaxf(ui_finite(content_height, 0.0f), 0.0f)};
}

void ui_scroll_end(ui *u)
{
    draw2d_pop_clip(u->frame.draw);
    u->scroll = -1;
}

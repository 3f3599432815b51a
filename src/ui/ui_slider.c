// Sliders and choices.
#include "ui/ui_internal.h"

#include "base/ease.h"

#include <math.h>
#include <string.h>

// --- slider

typedef struct slider_box {
    rect head, track; // label and value; the thumb's middle runs from track.x to track.x + track.w
    float thumb;      // radius, px
    float zone_top;   // below this the pointer moves the thumb
} slider_box;

static float thumb_radius(const ui *u)
{
    return fmaxf(8.0f, ui_part_px(u, 13.0f));
}

static float slider_track_zone(const ui *u)
{
    return fmaxf(24.0f, ui_px(u, 40.0f));
}

// Label and value side by side. What is a little too long together shrinks alike; a longer label is wrapped,
// beside its value or, where that is long too, above it.
typedef struct slider_words {
    float px, value, label; // size, and widths of both
    float value_y;          // from the top of the head
    float height;
} slider_words;

static slider_words slider_words_of(const ui *u, float width, const ui_slider_def *def)
{
    const float least_share = 0.85f; // smaller letters than this beside large ones look like another rank
    typeset t = {.text = u->frame.text};
    float gap = ui_px(u, 16.0f), full = ui_type(u, TYPE_LABEL), px = full;
    float natural = typeset_width(&t, def->label, px, TEXT_REGULAR);
    slider_words w = {.px = px, .value = typeset_figures_width(&t, def->value_text, px, TEXT_MEDIUM)};
    w.height = ui_line_height(u, TYPE_LABEL);
    float needed = natural + gap + w.value;
    if (needed > width) {
        px = fmaxf((float)TYPESET_FLOOR_PX, floorf(px * width / needed));
        bool fits = needed * px <= width * full + full;
        if (fits && px >= least_share * full) {
            w.px = px;
            w.value = typeset_figures_width(&t, def->value_text, px, TEXT_MEDIUM);
            w.label = fmaxf(width - w.value - gap, 0.0f);
            return w;
        }
        bool beside = w.value + gap <= 0.5f * width;
        w.label = beside ? width - w.value - gap : width;
        float label = ui_paragraph_height(u, w.label, def->label, TYPE_LABEL, TEXT_REGULAR);
        w.value_y = beside ? 0.0f : label;
        w.height = beside ? fmaxf(label, w.height) : label + w.height;
        return w;
    }
    w.label = width - w.value - gap;
    return w;
}

float ui_slider_height(const ui *u, float width, const ui_slider_def *def)
{
    slider_words w = slider_words_of(u, ui_finite(width, 0.0f), def);
    return ceilf(w.height + slider_track_zone(u));
}

static slider_box slider_layout(const ui *u, rect r)
{
    float zone = fminf(slider_track_zone(u), fmaxf(0.5f * r.h, r.h - ui_line_height(u, TYPE_LABEL)));
    slider_box b = {.thumb = fminf(thumb_radius(u), 0.5f * zone)};
    b.zone_top = r.y + r.h - zone;
    b.head = (rect){r.x, r.y, r.w, r.h - zone};
    b.track = (rect){r.x + b.thumb, b.zone_top + 0.5f * zone, fmaxf(r.w - 2.0f * b.thumb, 1.0f), 0.0f};
    return b;
}

static double snapped(const ui_slider_def *def, double v)
{
    if (def->step > 0.0 && isfinite(v))
        v = def->low + round((v - def->low) / def->step) * def->step;
    return clamp(v, def->low, def->high);
}

static double key_moved(const ui_slider_def *def, double v, int key)
{
    double range = def->high - def->low;
    double step = def->step > 0.0 ? def->step : 0.01 * range;
    double page = fmax(5.0 * step, ceil(0.1 * range / step) * step);
    if (page > 0.5 * range)
        page = step;
    switch (key) {
    case KEY_LEFT:
    case KEY_DOWN:
        return v - step;
    case KEY_RIGHT:
    case KEY_UP:
        return v + step;
    case KEY_PAGE_DOWN:
        return v - page;
    case KEY_PAGE_UP:
        return v + page;
    case KEY_HOME:
        return def->low;
    case KEY_END:
        return def->high;
    default:
        return v;
    }
}

static double slider_take(ui *u, const ui_io *io, const ui_slider_def *def, const slider_box *b, double v)
{
    int at = 0;
    const queued *q;
    bool disabled = def->disabled_why && *def->disabled_why;
    while ((q = ui_next_queued(u, io, &at)) != NULL) {
        double under = def->low + (double)((q->x - b->track.x) / b->track.w) * (def->high - def->low);
        if (disabled) {
            if (q->kind == QUEUED_DOWN || q->kind == QUEUED_KEY)
                ui_show_why(u, io->hash);
            continue;
        }
        switch (q->kind) {
        case QUEUED_DOWN:
            io->state->before = v;
            io->state->grabbed = q->y >= b->zone_top;
            if (io->state->grabbed && !q->touch)
                v = snapped(def, under);
            break;
        case QUEUED_MOVE:
            if (io->state->grabbed && q->dragged)
                v = snapped(def, under);
            break;
        case QUEUED_UP:
            if (io->state->grabbed)
                v = snapped(def, under);
            io->state->grabbed = false;
            break;
        case QUEUED_CANCEL:
            if (io->state->grabbed)
                v = io->state->before;
            io->state->grabbed = false;
            break;
        case QUEUED_KEY:
            v = snapped(def, key_moved(def, v, q->key));
            break;
        default:
            break;
        }
    }
    return v;
}

static void slider_head(ui *u, rect head, const ui_slider_def *def, colour ink, colour quiet)
{
    typeset t = ui_typeset(u);
    slider_words w = slider_words_of(u, head.w, def);
    text_metrics m = t.text->measure(t.text->ctx, "0", w.px, TEXT_MEDIUM);
    float line = w.height > 1.5f * ui_line_height(u, TYPE_LABEL) ? m.line : head.h;
    float baseline = head.y + w.value_y + 0.5f * (line + m.ascent - m.descent);
    if (w.value <= head.w)
        typeset_figures(&t, head.x + head.w - w.value, baseline, def->value_text, w.px, TEXT_MEDIUM, ink);
    rect label = {head.x, head.y, w.label, head.h};
    if (w.px < ui_type(u, TYPE_LABEL) || line == head.h)
        typeset_line(&t, label, def->label, w.px, TEXT_REGULAR, UI_LEFT, quiet);
    else
        ui_paragraph(u, label, def->label, TYPE_LABEL, TEXT_REGULAR, UI_LEFT, quiet);
}

static void slider_draw(ui *u, const ui_io *io, const slider_box *b, const ui_slider_def *def, double v)
{
    const theme *t = u->frame.theme;
    draw2d *d = u->frame.draw;
    bool disabled = def->disabled_why && *def->disabled_why;
    colour ink = disabled ? ui_opaque_mix(t->card, t->quiet_ink, 0.7f) : t->ink;
    colour quiet = disabled ? ink : t->quiet_ink;
    colour accent = disabled ? ink : def->accent;
    accent.a = 1.0f;
    slider_head(u, b->head, def, ink, quiet);
    double range = def->high - def->low;
    float part = range > 0.0 ? (float)((v - def->low) / range) : 0.0f;
    float thick = fmaxf(3.0f, ui_px(u, 6.0f)), y = b->track.y, x0 = b->track.x, x1 = x0 + b->track.w;
    float x = x0 + part * b->track.w;
    draw2d_line(d, x0, y, x1, y, thick, ui_opaque_mix(t->card, t->quiet_ink, 0.5f));
    draw2d_line(d, x0, y, x, y, thick, accent);
    float grow = b->thumb * (0.84f + 0.16f * fmaxf(io->hover, io->pressed ? 1.0f : 0.0f));
    draw2d_circle(d, x, y, grow, t->card); // a ring of the card's colour keeps the thumb clear of the track
    draw2d_circle(d, x, y, grow - fmaxf(1.5f, ui_px(u, 2.0f)), ink);
}

bool ui_slider(ui *u, const char *id, rect r, const ui_slider_def *def, double *value)
{
    r = ui_sane_rect(r);
    bool sane = isfinite(def->low) && isfinite(def->high) && def->low <= def->high;
    ui_io io = ui_widget_begin(
        u, &(ui_spec){.id = id,
                      .role = "slider",
                      .bare = true,
                      .label = def->label,
                      .value = def->value_text,
                      .hint = def->hint,
                      .why = def->disabled_why,
                      .box = r,
                      .flags = WIDGET_FOCUSABLE | WIDGET_ARROWS | WIDGET_PAGES | WIDGET_DRAGS_SIDEWAYS,
                      .focus_radius = 8.0f});
    if (!sane)
        return false;
    slider_box b = slider_layout(u, r);
    double before = isnan(*value) ? def->low : *value;
    double v = slider_take(u, &io, def, &b, before);
    slider_draw(u, &io, &b, def, clamp(v, def->low, def->high));
    if (v == before)
        return false;
    *value = v;
    return true;
}

// --- choice

typedef struct choice_box {
    float head; // height of the label
    float row;  // height of a row
    float gap;  // between rows
    int columns, rows;
    bool shared; // one row, widths by their texts
} choice_box;

static float option_natural(const ui *u, const char *option)
{
    return ui_text_width(u, option, TYPE_LABEL, TEXT_MEDIUM) + ui_px(u, 28.0f);
}

static choice_box choice_layout(const ui *u, float width, const char *label, const char *const *options,
                                int count)
{
    choice_box b = {.row = ui_target_px(u), .gap = ui_px(u, 4.0f), .columns = 1, .rows = count};
    float words = ui_paragraph_height(u, width, label, TYPE_LABEL, TEXT_REGULAR);
    b.head = words > 0.0f ? words + ui_px(u, 6.0f) : 0.0f;
    float widest = 0.0f, sum = 0.0f;
    for (int i = 0; i < count; i++) {
        float natural = option_natural(u, options[i]);
        widest = fmaxf(widest, natural);
        sum += natural;
    }
    b.shared = sum <= width && widest * (float)count > width;
    for (int rows = 1; rows <= count; rows++) {
        int columns = (count + rows - 1) / rows;
        if (widest * (float)columns > width && !(rows == 1 && b.shared))
            continue;
        b.columns = columns;
        b.rows = (count + columns - 1) / columns;
        break;
    }
    return b;
}

float ui_choice_height(const ui *u, float width, const char *label, const char *const *options, int count)
{
    if (count < 1)
        return 0.0f;
    choice_box b = choice_layout(u, ui_finite(width, 0.0f), label, options, count);
    return ceilf(b.head + (float)b.rows * b.row + (float)(b.rows - 1) * b.gap);
}

// Where segment i lies. The last row's segments share its whole width.
static rect segment(const ui *u, const choice_box *b, rect r, const char *const *options, int count, int i)
{
    int row = i / b->columns, column = i % b->columns;
    int in_row = row == b->rows - 1 ? count - row * b->columns : b->columns;
    float x = r.x + r.w * (float)column / (float)in_row, w = r.w / (float)in_row;
    if (b->shared && b->rows == 1) {
        float before = 0.0f, sum = 0.0f;
        for (int k = 0; k < count; k++) {
            float natural = option_natural(u, options[k]);
            before += k < i ? natural : 0.0f;
            sum += natural;
        }
        x = r.x + r.w * before / sum;
        w = r.w * option_natural(u, options[i]) / sum;
    }
    return (rect){x, r.y + b->head + (float)row * (b->row + b->gap), w, b->row};
}

static int segment_at(const ui *u, const choice_box *b, rect r, const char *const *options, int count,
                      float x, float y)
{
    for (int i = 0; i < count; i++) {
        if (rect_contains(segment(u, b, r, options, count, i), x, y))
            return i;
    }
    return -1;
}

static int choice_take(ui *u, const ui_io *io, const choice_box *b, rect r, const char *const *options,
                       int count, int selected)
{
    int at = 0, pressed = -1;
    const queued *q;
    while ((q = ui_next_queued(u, io, &at)) != NULL) {
        if (q->kind == QUEUED_DOWN)
            io->state->before = (double)segment_at(u, b, r, options, count, q->x, q->y);
        if (q->kind == QUEUED_UP && q->inside) {
            pressed = segment_at(u, b, r, options, count, q->x, q->y);
            if (pressed >= 0 && (double)pressed == io->state->before)
                selected = pressed;
        }
        if (q->kind != QUEUED_KEY)
            continue;
        if (q->key == KEY_LEFT || q->key == KEY_UP)
            selected = selected > 0 ? selected - 1 : count - 1;
        if (q->key == KEY_RIGHT || q->key == KEY_DOWN)
            selected = (selected + 1) % count;
        if (q->key == KEY_HOME)
            selected = 0;
        if (q->key == KEY_END)
            selected = count - 1;
    }
    return selected;
}

static void choice_draw(ui *u, const ui_io *io, const choice_box *b, rect r, const char *const *options,
                        int count, int selected)
{
    const theme *t = u->frame.theme;
    draw2d *d = u->frame.draw;
    uint64_t base = io->hash; // io->state does not outlive ui_state_of
    float inset = fmaxf(1.0f, ui_px(u, 3.0f));
    int under = io->hovered ? segment_at(u, b, r, options, count, u->pointer_x, u->pointer_y) : -1;
    bool fresh = io->fresh;
    for (int row = 0; row < b->rows; row++) {
        rect track = {r.x, r.y + b->head + (float)row * (b->row + b->gap), r.w, b->row};
        ui_draw_field(u, track, ui_radius(u, 10.0f, track), t->field);
    }
    for (int i = 0; i < count; i++) {
        rect s = segment(u, b, r, options, count, i);
        ui_state *state = ui_state_of(u, base + 1 + (uint64_t)i);
        if (fresh || state->seen + 1 != u->build)
            state->on = i == selected ? 1.0f : 0.0f;
        state->seen = u->build;
        float on = ui_ease(u, &state->on, i == selected), hover = ui_ease(u, &state->hover, i == under);
        rect pill = rect_inset(s, inset);
        if (on < 1.0f && hover > 0.0f)
            draw2d_box(d, pill, ui_radius(u, 8.0f, pill), colour_alpha(t->ink, 0.10f * hover));
        if (on > 0.0f)
            draw2d_box(d, pill, ui_radius(u, 8.0f, pill), colour_alpha(t->ink, on));
        colour ink = ui_opaque_mix(ui_opaque_mix(t->quiet_ink, t->ink, hover), t->card, on);
        ui_line(u, rect_inset(pill, ui_px(u, 2.0f)), options[i], TYPE_LABEL, TEXT_MEDIUM, UI_CENTRE, ink);
    }
}

bool ui_choice(ui *u, const char *id, rect r, const char *label, const char *const *options, int count,
               int *selected)
{
    if (count < 1)
        return false;
    r = ui_sane_rect(r);
    int before = *selected;
    bool known = before >= 0 && before < count;
    ui_io io = ui_widget_begin(u, &(ui_spec){.id = id,
                                             .role = "choice",
                                             .bare = true,
                                             .label = label,
                                             .value = known ? options[before] : NULL,
                                             .box = r,
                                             .flags = WIDGET_FOCUSABLE | WIDGET_ARROWS,
                                             .focus_radius = 10.0f});
    choice_box b = choice_layout(u, r.w, label, options, count);
    if (b.head > 0.0f)
        ui_paragraph(u, (rect){r.x, r.y, r.w, b.head}, label, TYPE_LABEL, TEXT_REGULAR, UI_LEFT,
                     u->frame.theme->quiet_ink);
    int now = choice_take(u, &io, &b, r, options, count, known ? before : -1);
    choice_draw(u, &io, &b, r, options, count, now);
    if (now == before || now < 0)
        return false;
    if (io.index >= 0)
        ui_copy_text(u->building.at[io.index].value, sizeof u->building.at[io.index].value, options[now]);
    *selected = now;
    return true;
}

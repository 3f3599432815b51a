// Words inside a paragraph that are explained elsewhere.
#include "ui/ui_internal.h"

#include "base/ease.h"

#include <math.h>

// A term that is broken between two lines is pressed where more of it stands.
static rect target_of(const text_piece *pieces, int count, int term)
{
    rect best = {0.0f, 0.0f, 0.0f, 0.0f};
    for (int i = 0; i < count; i++)
        if (pieces[i].span == term && pieces[i].box.w > best.w)
            best = pieces[i].box;
    return best;
}

static void underline(ui *u, rect r, float baseline_y, float hover)
{
    const theme *t = u->frame.theme;
    float thick = fmaxf(1.0f, roundf(ui_px(u, 1.5f + 1.5f * hover)));
    float y = floorf(r.y + baseline_y) + 0.5f * thick;
    draw2d_line(u->frame.draw, r.x, y, r.x + r.w, y, thick,
                ui_opaque_mix(ui_opaque_mix(t->stage, t->quiet_ink, 0.5f), t->ink, hover));
}

int ui_terms(ui *u, rect box, const char *text, type_role role, text_weight weight, const ui_term *terms,
             int count)
{
    enum { PIECES = 2 * UI_TERMS_MAX };
    typeset t = ui_typeset(u);
    text_span spans[UI_TERMS_MAX];
    text_piece pieces[PIECES];
    int pressed = -1;
    count = count < UI_TERMS_MAX ? count : UI_TERMS_MAX;
    for (int i = 0; i < count; i++)
        spans[i] = (text_span){terms[i].start, terms[i].length};
    float px = ui_type(u, role);
    int found = typeset_pieces(&t, ui_sane_rect(box), text, px, weight, spans, count, pieces, PIECES);
    text_metrics m = u->frame.text->measure(u->frame.text->ctx, "0", px, weight);
    float line = 0.5f * (m.line + m.ascent - m.descent) + 0.16f * px;
    for (int i = 0; i < count; i++) {
        rect r = target_of(pieces, found, i);
        if (r.w <= 0.0f)
            continue;
        ui_io io = ui_widget_begin(u, &(ui_spec){.id = terms[i].id,
                                                 .role = "term",
                                                 .bare = true,
                                                 .icon_only = true,
                                                 .label = terms[i].label,
                                                 .hint = terms[i].hint,
                                                 .box = r,
                                                 .flags = WIDGET_FOCUSABLE | WIDGET_ENTER,
                                                 .focus_radius = 4.0f});
        float hover = io.hover;
        if (ui_take_presses(u, &io, true) > 0)
            pressed = i;
        for (int k = 0; k < found; k++)
            if (pieces[k].span == i)
                underline(u, pieces[k].box, line, hover);
    }
    return pressed;
}

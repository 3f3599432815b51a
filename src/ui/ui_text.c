// Sizes, text and surfaces of the current build.
#include "ui/ui_internal.h"

#include <math.h>

float ui_px(const ui *u, float design_units)
{
    return design_units * u->frame.unit;
}

float ui_type(const ui *u, type_role role)
{
    return theme_type_px(role, u->frame.unit, u->frame.text_scale);
}

const theme *ui_theme(const ui *u)
{
    return u->frame.theme;
}

draw2d *ui_draw(const ui *u)
{
    return u->frame.draw;
}

const text_source *ui_text_source(const ui *u)
{
    return u->frame.text;
}

float ui_target_px(const ui *u)
{
    float line = ui_line_height(u, TYPE_LABEL) + ui_px(u, 8.0f);
    return ceilf(fmaxf(fmaxf(24.0f, ui_px(u, 44.0f)), line));
}

static typeset measuring(const ui *u)
{
    return (typeset){.draw = NULL, .text = u->frame.text, .ellipses = NULL};
}

typeset ui_typeset(ui *u)
{
    return (typeset){.draw = u->frame.draw, .text = u->frame.text, .ellipses = &u->ellipses};
}

float ui_line(ui *u, rect box, const char *text, type_role role, text_weight weight, ui_align align,
              colour ink)
{
    typeset t = ui_typeset(u);
    return typeset_line(&t, ui_sane_rect(box), text, ui_type(u, role), weight, align, ink);
}

float ui_text_width(const ui *u, const char *text, type_role role, text_weight weight)
{
    typeset t = measuring(u);
    return typeset_width(&t, text, ui_type(u, role), weight);
}

float ui_line_height(const ui *u, type_role role)
{
    typeset t = measuring(u);
    return typeset_line_height(&t, ui_type(u, role));
}

float ui_paragraph(ui *u, rect box, const char *text, type_role role, text_weight weight, ui_align align,
                   colour ink)
{
    typeset t = ui_typeset(u);
    return typeset_paragraph(&t, ui_sane_rect(box), text, ui_type(u, role), weight, align, ink);
}

float ui_paragraph_height(const ui *u, float width, const char *text, type_role role, text_weight weight)
{
    typeset t = measuring(u);
    return typeset_paragraph_height(&t, ui_finite(width, 0.0f), text, ui_type(u, role), weight);
}

float ui_figures(ui *u, float x, float baseline, const char *text, type_role role, text_weight weight,
                 colour ink)
{
    typeset t = ui_typeset(u);
    return typeset_figures(&t, ui_finite(x, 0.0f), ui_finite(baseline, 0.0f), text, ui_type(u, role), weight,
                           ink);
}

float ui_figures_width(const ui *u, const char *text, type_role role, text_weight weight)
{
    typeset t = measuring(u);
    return typeset_figures_width(&t, text, ui_type(u, role), weight);
}

// --- surfaces

float ui_radius(const ui *u, float design_units, rect r)
{
    return fminf(ui_px(u, design_units), 0.5f * fminf(r.w, r.h));
}

colour ui_opaque_mix(colour a, colour b, float t)
{
    colour c = colour_mix(a, b, t);
    c.a = 1.0f;
    return c;
}

void ui_draw_field(ui *u, rect r, float radius, colour fill)
{
    const theme *t = u->frame.theme;
    draw2d_box(u->frame.draw, r, radius, fill);
    if (t->card_rule.a > 0.0f)
        draw2d_frame(u->frame.draw, r, radius, fmaxf(1.0f, ui_px(u, t->card_rule_width)), t->card_rule);
}

float ui_icon_px(const ui *u)
{
    return fmaxf(16.0f, roundf(1.1f * ui_type(u, TYPE_LABEL)));
}

float ui_part_px(const ui *u, float design_units)
{
    return ui_px(u, design_units) * fminf(fmaxf(u->frame.text_scale, 1.0f), 1.5f);
}

void ui_card(ui *u, rect r)
{
    r = ui_sane_rect(r);
    const theme *t = u->frame.theme;
    float radius = ui_radius(u, 12.0f, r);
    if (t->card_rule.a <= 0.0f) {
        float soft = ui_px(u, 24.0f);
        rect shadow = {r.x, r.y + ui_px(u, 6.0f), r.w, r.h};
        draw2d_shadow(u->frame.draw, shadow, radius, soft,
                      t->light ? (colour){0.06f, 0.09f, 0.17f, 0.14f} : (colour){0.0f, 0.0f, 0.0f, 0.35f});
    }
    ui_draw_field(u, r, radius, t->card);
    ui_register_card(u, r);
}

#include "scene/kit/card.h"

#include <math.h>

static const char *const side_name[SIDE_COUNT] = {"side.ssri", "side.ketamine"};

static float type_px(const scene_frame *f, type_role role, float shrink)
{
    return fmaxf(12.0f, shrink * theme_type_px(role, f->unit, f->text_scale));
}

static float pad_of(const scene_frame *f)
{
    return fmaxf(8.0f, 20.0f * f->unit);
}

void card_paragraph(card_pen *p, const char *text, wrap_style style, colour ink)
{
    if (p->draw)
        wrap_draw(p->f->draw, p->f->text, text, p->x, p->y, p->width, style, ink);
    p->y += wrap_height(p->f->text, text, p->width, style);
}

// The side's name in its colour, and beside it what is said of it.
static void side_line(card_pen *p, side s, const char *text, wrap_style style, float name_w)
{
    const scene_frame *f = p->f;
    const char *name = words_get(f->words, side_name[s]);
    wrap_style bold = style;
    bold.weight = TEXT_SEMIBOLD;
    if (p->draw)
        wrap_draw(f->draw, f->text, name, p->x, p->y, p->width, bold, f->theme->side_text[s]);
    card_pen inner = *p;
    inner.x += name_w;
    inner.width -= name_w;
    card_paragraph(&inner, text, style, f->theme->ink);
    p->y = inner.y;
}

static void side_lines(card_pen *p, const card_def *def)
{
    const scene_frame *f = p->f;
    float name_w = 0.0f;
    for (int s = 0; s < SIDE_COUNT; s++)
        if (def->line[s])
            name_w = fmaxf(name_w,
                           wrap_width(f->text, words_get(f->words, side_name[s]), p->text.px, TEXT_SEMIBOLD) +
                               p->gap);
    p->y += name_w > 0.0f ? 0.6f * p->gap : 0.0f;
    for (int s = 0; s < SIDE_COUNT; s++)
        if (def->line[s])
            side_line(p, (side)s, def->line[s], p->text, name_w);
}

// Runs through the card's content from its top left corner; returns the height with padding.
static float content(const scene_frame *f, const card_def *def, const card_form *form, bool draw)
{
    float pad = pad_of(f);
    card_pen p = {.f = f,
                  .draw = draw,
                  .x = form->where.x + pad,
                  .y = form->where.y + 0.8f * pad,
                  .width = form->where.w - 2.0f * pad,
                  .gap = fmaxf(6.0f, 12.0f * f->unit),
                  .title = {type_px(f, TYPE_LABEL, form->shrink), TEXT_SEMIBOLD, 1.2f},
                  .text = {type_px(f, TYPE_SMALL, form->shrink), TEXT_REGULAR, 1.35f}};
    card_paragraph(&p, def->title, p.title, f->theme->ink);
    p.y += 0.25f * p.gap;
    card_paragraph(&p, def->what, p.text, f->theme->quiet_ink);
    side_lines(&p, def);
    if (def->body) {
        p.y += 0.6f * p.gap;
        def->body(&p, def->user, form->body);
    }
    if (def->note) {
        p.y += 0.6f * p.gap;
        card_paragraph(&p, def->note, p.text, f->theme->quiet_ink);
    }
    return p.y + 0.8f * pad - form->where.y;
}

static float covered(rect a, rect b)
{
    rect both = rect_intersect(a, b);
    return b.w * b.h > 0.0f ? both.w * both.h / (b.w * b.h) : 0.0f;
}

// Nine places on the stage; the first of the cheapest.
static void place(const scene_frame *f, const card_def *def, rect *r)
{
    static const float spots[9][2] = {{1.0f, 1.0f}, {0.0f, 1.0f}, {0.5f, 1.0f}, {1.0f, 0.0f}, {0.0f, 0.0f},
                                      {0.5f, 0.5f}, {0.5f, 0.0f}, {1.0f, 0.5f}, {0.0f, 0.5f}};
    float margin = pad_of(f), best_cost = INFINITY;
    rect best = *r;
    for (int i = 0; i < 9; i++) {
        rect at = *r;
        at.x = floorf(f->stage.x + margin + spots[i][0] * (f->stage.w - 2.0f * margin - r->w));
        at.y = floorf(f->stage.y + margin + spots[i][1] * (f->stage.h - 2.0f * margin - r->h));
        float cost = 0.12f * (float)i;
        for (int k = 0; k < def->avoid_count; k++)
            cost += def->avoid[k].weight * covered(at, def->avoid[k].where);
        if (cost < best_cost) {
            best_cost = cost;
            best = at;
        }
    }
    *r = best;
}

card_form card_find(const scene_frame *f, const card_def *def)
{
    static const float shrinks[] = {1.0f, 0.85f, 0.7f, 0.5f};
    static const float widths[] = {430.0f, 560.0f, 760.0f, 1000.0f, 4000.0f}; // design units
    static const float shares[] = {0.62f, 1.0f};                              // of the stage's height
    float margin = pad_of(f), u = f->unit * fmaxf(1.0f, 0.8f * f->text_scale);
    float most_w = f->stage.w - 2.0f * margin, most_h = f->stage.h - 2.0f * margin;
    int forms = def->body && def->body_forms > 1 ? def->body_forms : 1;
    for (int k = 0; k < 4; k++)
        for (int h = 0; h < 2; h++)
            for (int b = 0; b < forms; b++)
                for (int w = 0; w < 5; w++) {
                    // A wide card is only there to save height; half the stage is enough as long as it is not
                    // full.
                    float width = fminf(fmaxf(widths[w] * u, 220.0f), h == 0 ? 0.5f * f->stage.w : most_w);
                    card_form form = {.where = {0.0f, 0.0f, floorf(fminf(width, most_w)), 0.0f},
                                      .shrink = shrinks[k],
                                      .body = b};
                    if (form.where.w < 60.0f)
                        continue;
                    form.where.h = ceilf(content(f, def, &form, false));
                    if (form.where.h > shares[h] * most_h)
                        continue;
                    place(f, def, &form.where);
                    return form;
                }
    return (card_form){.shrink = 1.0f};
}

void card_draw(const scene_frame *f, const card_def *def, const card_form *form)
{
    if (form->where.w <= 0.0f)
        return;
    const theme *t = f->theme;
    float radius = 12.0f * f->unit;
    rect r = form->where;
    if (t->card_rule.a <= 0.0f) {
        rect shadow = {r.x, r.y + 4.0f * f->unit, r.w, r.h};
        draw2d_shadow(f->draw, shadow, radius, 24.0f * f->unit,
                      (colour){0.0f, 0.0f, 0.0f, t->light ? 0.16f : 0.4f});
    }
    draw2d_box(f->draw, r, radius, t->card);
    if (t->card_rule.a > 0.0f)
        draw2d_frame(f->draw, r, radius, fmaxf(1.0f, t->card_rule_width * f->unit), t->card_rule);
    content(f, def, form, true);
}

#include "scene/labels_draw.h"

#include <math.h>

void labels_note(const scene_frame *f, rect box, const char *id)
{
    if (f->names && id && f->names->count < SCENE_NAMES_MAX)
        f->names->at[f->names->count++] = (scene_name){box, id};
}

void labels_draw(const scene_frame *f, const label *l, const label_text *t, float px)
{
    const theme *th = f->theme;
    float thin = fmaxf(1.0f, 1.5f * f->unit), dot = fmaxf(2.0f, 3.6f * f->unit);
    colour line = colour_alpha(t->chosen ? th->ink : th->quiet_ink, (t->chosen ? 0.95f : 0.62f) * t->alpha);
    for (int i = 0; i < 2; i++)
        draw2d_line(f->draw, l->leader[i][0], l->leader[i][1], l->leader[i + 1][0], l->leader[i + 1][1], thin,
                    line);
    draw2d_circle(f->draw, l->anchor[0], l->anchor[1], dot + thin, colour_alpha(th->stage, 0.8f * t->alpha));
    draw2d_circle(f->draw, l->anchor[0], l->anchor[1], dot, colour_alpha(th->ink, t->alpha));
    // A breath of the stage behind the text keeps it readable over the brain.
    rect back = rect_inset(l->box, -0.1f * px);
    draw2d_shadow(f->draw, back, 0.5f * px, 0.5f * px, colour_alpha(th->stage, 0.72f * t->alpha));
    text_metrics m = f->text->measure(f->text->ctx, t->text, px, t->weight);
    float pad = 0.5f * (l->box.w - m.width);
    draw2d_text(f->draw, f->text, t->text, l->box.x + pad,
                l->box.y + 0.5f * (l->box.h - m.ascent - m.descent) + m.ascent, px, t->weight,
                colour_alpha(t->ink, t->alpha));
    labels_note(f, l->box, t->id);
}

#include "scene/kit/labels_draw.h"

#include <math.h>

void labels_note(const scene_frame *f, rect box, const char *id)
{
    if (f->names && id && f->names->count < SCENE_NAMES_MAX)
        f->names->at[f->names->count++] = (scene_name){box, id};
}

static const float whole_turn = 6.2832f;

// The end of the leader: a dot on what is named, or a ring round it.
static void draw_end(const scene_frame *f, const label *l, const label_text *t, float thin, float dot)
{
    colour edge = colour_alpha(f->theme->stage, 0.8f * t->alpha), ink = colour_alpha(f->theme->ink, t->alpha);
    if (t->ring) {
        draw2d_arc(f->draw, l->anchor[0], l->anchor[1], 2.0f * dot, 3.0f * thin, 0.0f, whole_turn, edge);
        draw2d_arc(f->draw, l->anchor[0], l->anchor[1], 2.0f * dot, thin, 0.0f, whole_turn, ink);
        return;
    }
    draw2d_circle(f->draw, l->anchor[0], l->anchor[1], dot + thin, edge);
    draw2d_circle(f->draw, l->anchor[0], l->anchor[1], dot, ink);
}

// Up to the ring, not into it.
static void shorten(const label *l, float by, float end[2])
{
    float dx = l->leader[1][0] - l->leader[2][0], dy = l->leader[1][1] - l->leader[2][1];
    float length = sqrtf(dx * dx + dy * dy), share = length > by ? by / length : 1.0f;
    end[0] = l->leader[2][0] + share * dx;
    end[1] = l->leader[2][1] + share * dy;
}

void labels_draw(const scene_frame *f, const label *l, const label_text *t, float px)
{
    const theme *th = f->theme;
    float thin = fmaxf(1.0f, 1.5f * f->unit), dot = fmaxf(2.0f, 3.6f * f->unit);
    colour line = colour_alpha(t->chosen ? th->ink : th->quiet_ink, (t->chosen ? 0.95f : 0.62f) * t->alpha);
    float end[2];
    shorten(l, t->ring ? 2.0f * dot : 0.0f, end);
    draw2d_line(f->draw, l->leader[0][0], l->leader[0][1], l->leader[1][0], l->leader[1][1], thin, line);
    draw2d_line(f->draw, l->leader[1][0], l->leader[1][1], end[0], end[1], thin, line);
    draw_end(f, l, t, thin, dot);
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

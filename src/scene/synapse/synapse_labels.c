// Names with leader lines.
#include "scene/synapse/synapse_labels.h"

#include "scene/kit/labels_draw.h"
#include "scene/kit/type.h"
#include "scene/kit/wrap.h"
#include "scene/synapse/synapse_names.h"
#include "scene/synapse/synapse_pick.h"
#include "scene/synapse/synapse_plan.h"

#include <math.h>
#include <stdio.h>

// What is named first where there is little room.
static const float importance[SYNAPSE_NAMES] = {
    [SYNAPSE_NAME_SERT] = 10.0f,     [SYNAPSE_NAME_SSRI] = 11.0f,   [SYNAPSE_NAME_SEROTONIN] = 9.0f,
    [SYNAPSE_NAME_5HT] = 8.0f,       [SYNAPSE_NAME_NMDA] = 10.0f,   [SYNAPSE_NAME_KETAMINE] = 11.0f,
    [SYNAPSE_NAME_GLUTAMATE] = 9.0f, [SYNAPSE_NAME_AMPA] = 8.0f,    [SYNAPSE_NAME_MG] = 7.0f,
    [SYNAPSE_NAME_VESICLE] = 6.0f,   [SYNAPSE_NAME_DENSITY] = 2.0f, [SYNAPSE_NAME_ASTROCYTE] = 3.0f,
    [SYNAPSE_NAME_UPTAKE] = 3.5f,    [SYNAPSE_NAME_BOUTON] = 5.0f,  [SYNAPSE_NAME_POST] = 4.0f};

typedef struct name_text {
    const char *text, *id;
    bool chosen;
} name_text;

static void draw_label(const scene_frame *f, const label *l, const name_text *t, float px)
{
    const theme *th = f->theme;
    float thin = fmaxf(1.0f, 1.5f * f->unit), dot = fmaxf(2.0f, 3.6f * f->unit);
    // Over matter of every brightness: the line has an edge of the stage's colour.
    for (int pass = 0; pass < 2; pass++) {
        colour line =
            pass ? colour_alpha(th->ink, t->chosen ? 0.95f : 0.78f) : colour_alpha(th->stage, 0.45f);
        for (int i = 0; i < 2; i++)
            draw2d_line(f->draw, l->leader[i][0], l->leader[i][1], l->leader[i + 1][0], l->leader[i + 1][1],
                        pass ? thin : 3.0f * thin, line);
    }
    draw2d_circle(f->draw, l->anchor[0], l->anchor[1], dot + 1.3f * thin, colour_alpha(th->stage, 0.9f));
    draw2d_circle(f->draw, l->anchor[0], l->anchor[1], dot, th->ink);
    draw2d_box(f->draw, l->box, 0.35f * l->box.h, colour_alpha(th->stage, th->light ? 0.80f : 0.72f));
    text_weight weight = t->chosen ? TEXT_SEMIBOLD : TEXT_MEDIUM;
    text_metrics m = f->text->measure(f->text->ctx, t->text, px, weight);
    draw2d_text(f->draw, f->text, t->text, l->box.x + 0.5f * (l->box.w - m.width),
                l->box.y + 0.5f * (l->box.h - m.ascent - m.descent) + m.ascent, px, weight, th->ink);
    labels_note(f, l->box, t->id);
}

// Whether the eye looks at a place through the cut: into the sending cell, or between the membranes. What
// lies in the cut itself is always seen.
static bool seen_through_cut(const camera *c, const float at[3])
{
    const float slack = 0.12f;
    float depth = at[1] - SYNAPSE_FRONT, away = at[1] - c->eye_mm[1];
    if (depth < slack || away <= depth)
        return depth < slack;
    float share = depth / away, x = at[0] + share * (c->eye_mm[0] - at[0]),
          z = at[2] + share * (c->eye_mm[2] - at[2]);
    if (at[2] > SYNAPSE_CEILING)
        return fabsf(x) < 1.1f && z > SYNAPSE_CEILING && (z < 0.74f || fabsf(x) < 0.36f);
    return (z < SYNAPSE_CEILING + slack || fabsf(x) > 1.17f) && z > SYNAPSE_FLOOR - slack;
}

static int collect(const synapse *y, const scene_frame *f, side s, rect picture, const camera *c,
                   label *labels, name_text *texts, float px)
{
    synapse_choice picked, hovered;
    bool any_picked = synapse_choice_read(f->view->pick, &picked),
         any_hovered = synapse_choice_read(f->hovered, &hovered);
    // In a small picture only what the half is about.
    float least = picture.w < 28.0f * px ? 7.0f : picture.w < 40.0f * px ? 5.5f : 0.0f;
    int count = 0;
    for (int n = 0; n < SYNAPSE_NAMES; n++) {
        synapse_choice choice = {(synapse_name)n, -1};
        bool is_picked = any_picked && picked.name == choice.name,
             is_hovered = any_hovered && hovered.name == choice.name;
        if (is_picked || is_hovered)
            choice = is_picked ? picked : hovered;
        float at[3], point[2];
        bool asked = is_picked || is_hovered;
        if (!(asked || (f->labels && importance[n] >= least)) || !synapse_where(y, s, choice, at) ||
            !camera_project(c, at, point, NULL) ||
            !rect_contains(rect_inset(picture, 2.0f), point[0], point[1]))
            continue;
        // The far wall is seen beside the cells, all else through the cut.
        bool far = choice.name == SYNAPSE_NAME_ASTROCYTE || choice.name == SYNAPSE_NAME_UPTAKE;
        synapse_choice seen = choice;
        bool hidden =
            far ? !synapse_scenery(s, c, point[0], point[1], &seen) || seen.name != SYNAPSE_NAME_ASTROCYTE
                : !seen_through_cut(c, at);
        bool guest = choice.name == SYNAPSE_NAME_SSRI || choice.name == SYNAPSE_NAME_KETAMINE ||
                     choice.name == SYNAPSE_NAME_MG;
        hidden = hidden || (guest && !synapse_guest_seen(&y->sight[s], c, point[0], point[1], choice.name));
        if (hidden && !asked)
            continue;
        char id[64];
        snprintf(id, sizeof id, "synapse.part.%s.short", synapse_name_id(choice.name));
        texts[count] = (name_text){words_get_or(f->words, id, synapse_name_id(choice.name)),
                                   synapse_name_id(choice.name), asked};
        labels[count] =
            (label){.anchor = {point[0], point[1]},
                    .width = wrap_width(f->text, texts[count].text, px, TEXT_SEMIBOLD) + 0.7f * px,
                    .height = 1.35f * px,
                    .priority = texts[count].chosen ? 20.0f : importance[n]};
        count++;
    }
    return count;
}

void synapse_draw_labels(const synapse *y, const synapse_plan *plan, const scene_frame *f, side s,
                         const rect *obstacles, int obstacle_count)
{
    label labels[SYNAPSE_NAMES];
    name_text texts[SYNAPSE_NAMES];
    float px = type_small_px(f);
    camera c = synapse_camera_window(plan, f, s, y->sight[s].focus);
    rect picture = plan->picture[s];
    int count = collect(y, f, s, picture, &c, labels, texts, px);
    int room = (int)(picture.h / (2.2f * px)), most = picture.w < 22.0f * px ? 4 : 12;
    // On a wide stage the names stay near what they name.
    float width = fminf(picture.w, fmaxf(2.0f * picture.h, 44.0f * px));
    rect bounds = {picture.x + 0.5f * (picture.w - width), picture.y, width, picture.h};
    // The picture itself stays free of text while it is seen whole.
    rect quiet[SYNAPSE_KEYS];
    int quiet_count = synapse_key_rects(y, &c, s, quiet);
    labels_def def = {.bounds = rect_inset(bounds, fmaxf(5.0f, 10.0f * f->unit)),
                      .obstacles = obstacles,
                      .obstacle_count = obstacle_count,
                      .quiet = quiet,
                      .quiet_count = f->view->camera.zoom <= 1.5 ? quiet_count : 0,
                      .middle_x = c.centre_px[0],
                      .gap = fmaxf(3.0f, 0.3f * px),
                      .reach = 0.45f * picture.h,
                      .most = room < most ? room : most};
    labels_place(labels, count, &def);
    for (int i = 0; i < count; i++)
        if (labels[i].shown)
            draw_label(f, &labels[i], &texts[i], px);
}

#include "scene/synapse_overlay.h"

#include "scene/badges.h"
#include "scene/synapse_names.h"
#include "scene/synapse_plan.h"
#include "scene/wrap.h"

#include <math.h>
#include <stdio.h>

enum { TEXT_MAX = 200, NOTES = 4 };

static float small_px(const scene_frame *f)
{
    return theme_type_px(TYPE_SMALL, f->unit, f->text_scale);
}

static float margin_px(const scene_frame *f)
{
    return fmaxf(8.0f, 14.0f * f->unit);
}

// --- head

static const char *kind_id(const scene_frame *f, side s)
{
    if (s == SIDE_SSRI)
        return "synapse.kind.serotonin";
    return f->view->target == VIEW_PYRAMIDAL ? "synapse.kind.pyramidal" : "synapse.kind.interneuron";
}

// Which synapse it is stands beside the side's name, or below it where the half is narrow.
rect synapse_head(const synapse *y, const scene_frame *f, side s, bool draw)
{
    char pin[TEXT_MAX], count_text[2][TEXT_MAX];
    badge list[4];
    int count = 0;
    const char *kind = words_get(f->words, kind_id(f, s));
    float small = small_px(f), room = 0.94f * f->half[s].w;
    rect name = badges_measure(f, s, room, NULL, 0);
    float kind_w = wrap_width(f->text, kind, small, TEXT_REGULAR);
    bool beside = name.w + 1.4f * small + kind_w < room - 2.0f * (name.x - f->half[s].x);
    if (!beside)
        list[count++] = (badge){.text = kind};
    if (badges_pin_text(f, s, pin, sizeof pin))
        list[count++] = (badge){.icon = ICON_PIN, .text = pin, .side_accent = true};
    // Where nothing moves, numbers say how much there is.
    static const synapse_name counted[SIDE_COUNT][2] = {{SYNAPSE_NAME_SEROTONIN, SYNAPSE_NAME_SERT},
                                                        {SYNAPSE_NAME_GLUTAMATE, SYNAPSE_NAME_KETAMINE}};
    for (int i = 0; i < 2 && f->reduce_motion; i++) {
        message m = synapse_state_message(y, s, (synapse_choice){counted[s][i], -1});
        words_format(f->words, &m, count_text[i], TEXT_MAX);
        list[count++] = (badge){.text = count_text[i]};
    }
    rect all = draw ? badges_draw(f, s, room, list, count) : badges_measure(f, s, room, list, count);
    if (!beside)
        return all;
    float x = name.x + name.w + 0.8f * small;
    if (draw) {
        rect back = {x - 0.4f * small, name.y, kind_w + 0.8f * small, name.h};
        draw2d_shadow(f->draw, back, 0.5f * name.h, 0.4f * name.h, colour_alpha(f->theme->stage, 0.8f));
        draw2d_text(f->draw, f->text, kind, x, name.y + 0.5f * name.h + 0.40f * small, small, TEXT_REGULAR,
                    f->theme->ink);
    }
    all.w = fmaxf(all.w, x + kind_w - all.x);
    return all;
}

// --- notes

typedef struct notes {
    char text[NOTES][TEXT_MAX];
    icon_id icon[NOTES];
    int count;
} notes;

static void note(notes *n, const scene_frame *f, icon_id icon, const message *m)
{
    words_format(f->words, m, n->text[n->count], TEXT_MAX);
    n->icon[n->count++] = icon;
}

static notes notes_of(const scene_frame *f, side s, bool brief)
{
    notes n = {.count = 0};
    bool waits = s == SIDE_KETAMINE;
    message slow = message_make(brief   ? "synapse.badge.slow_brief"
                                : waits ? "synapse.badge.slow_waits"
                                        : "synapse.badge.slow");
    message_number(&slow, "factor", round(synapse_slow_motion(s)), 0);
    note(&n, f, ICON_HOURGLASS, &slow);
    message tall = message_make(brief ? "synapse.badge.tall_brief" : "synapse.badge.tall");
    message_number(&tall, "factor", synapse_stretch(s), synapse_stretch(s) < 3.0 ? 1 : 0);
    note(&n, f, ICON_NONE, &tall);
    if (s == SIDE_KETAMINE && !f->view->true_scale) {
        message seen = message_make(brief ? "synapse.badge.seen_brief" : "synapse.badge.seen");
        message_number(&seen, "factor", SYNAPSE_NMDA_SEEN_FACTOR, 0);
        note(&n, f, ICON_NONE, &seen);
    }
    return n;
}

// Rows from the bottom left corner upwards, leaving the scale bar its place.
static rect place_notes(const synapse *scene, const scene_frame *f, side s, const notes *n, bool draw)
{
    rect p = synapse_picture_rect(f, s);
    float margin = margin_px(f), gap = fmaxf(3.0f, 6.0f * f->unit);
    float beside = synapse_scale_bar(scene, f, s, false).w + 1.5f * margin;
    float room = fmaxf(p.w - beside - 2.0f * margin, 40.0f), x = p.x + margin, right = x;
    float y = p.y + p.h - 0.7f * margin, row = 0.0f;
    for (int i = 0; i < n->count; i++) {
        const badge b = {.icon = n->icon[i], .text = n->text[i]};
        rect r = badges_pill(f, s, x, 0.0f, room, &b, false);
        if (row > 0.0f && x + r.w > p.x + margin + room) {
            y -= row + gap;
            x = p.x + margin;
            row = 0.0f;
        }
        row = fmaxf(row, r.h);
        if (draw)
            badges_pill(f, s, x, y - r.h, room, &b, true);
        right = fmaxf(right, x + r.w);
        x += r.w + gap;
    }
    y -= row;
    return (rect){p.x + margin, y, right - p.x - margin, p.y + p.h - y};
}

rect synapse_notes(const synapse *y, const scene_frame *f, side s, bool draw)
{
    rect p = synapse_picture_rect(f, s);
    notes n = notes_of(f, s, false);
    // Where the whole sentences would take the picture's room, a few words do.
    if (place_notes(y, f, s, &n, false).h > 0.26f * p.h)
        n = notes_of(f, s, true);
    return place_notes(y, f, s, &n, draw);
}

// --- scale bar

rect synapse_scale_bar(const synapse *y, const scene_frame *f, side s, bool draw)
{
    // A round length that takes about a quarter of the half, in the plane of the cut.
    static const double lengths_nm[] = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};
    camera c = synapse_camera_window(f, s, y->sight[s].focus);
    rect p = synapse_picture_rect(f, s);
    const float zero[3] = {c.centre_mm[0], c.centre_mm[1], c.centre_mm[2]};
    float px[2], depth = 0.0f;
    if (!camera_project(&c, zero, px, &depth))
        return (rect){p.x, p.y, 0.0f, 0.0f};
    double px_per_nm = (double)c.px_per_mm / (1000.0 * synapse_um_per_unit(s));
    double nm = lengths_nm[0];
    for (int i = 0; i < (int)(sizeof lengths_nm / sizeof lengths_nm[0]); i++)
        if (lengths_nm[i] * px_per_nm < 0.24 * (double)p.w)
            nm = lengths_nm[i];
    char text[64];
    message m = message_make(nm >= 1000.0 ? "synapse.scale.um" : "synapse.scale.nm");
    message_number(&m, "length", nm >= 1000.0 ? nm / 1000.0 : nm, 0);
    words_format(f->words, &m, text, sizeof text);
    float small = small_px(f), margin = margin_px(f), length = (float)(nm * px_per_nm);
    float text_w = wrap_width(f->text, text, small, TEXT_REGULAR), w = fmaxf(length, text_w);
    rect r = {p.x + p.w - margin - w, p.y + p.h - margin - 1.5f * small, w, 1.5f * small};
    if (!draw)
        return r;
    float thick = fmaxf(2.0f, 3.0f * f->unit), x = r.x + r.w - length, base = r.y + r.h - thick;
    draw2d_shadow(f->draw, rect_inset(r, -0.3f * small), 0.5f * small, 0.8f * small,
                  colour_alpha(f->theme->stage, 0.75f));
    draw2d_box(f->draw, (rect){x, base, length, thick}, 0.0f, f->theme->ink);
    draw2d_text(f->draw, f->text, text, r.x + r.w - text_w, base - 0.35f * small, small, TEXT_REGULAR,
                f->theme->ink);
    return r;
}

#include "scene/synapse/synapse_overlay.h"

#include "scene/kit/badges.h"
#include "scene/kit/wrap.h"
#include "scene/synapse/synapse_names.h"
#include "scene/synapse/synapse_plan.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { TEXT_MAX = 200, ITEMS = 8 };

static float small_px(const scene_frame *f)
{
    return theme_type_px(TYPE_SMALL, f->unit, f->text_scale);
}

static float margin_px(const scene_frame *f)
{
    return fmaxf(8.0f, 14.0f * f->unit);
}

// --- head: what stands above the picture

// Everything that is said of a half in its corner, in the order in which it is said.
typedef struct head {
    struct item {
        char text[TEXT_MAX];
        icon_id icon;
        bool accent; // in the side's colour
        bool plain;  // words without a badge round them
    } items[ITEMS];
    int count;
} head;

static struct item *add_item(head *h, icon_id icon)
{
    struct item *i = &h->items[h->count++];
    *i = (struct item){.icon = icon};
    return i;
}

static const char *kind_id(const scene_frame *f, side s)
{
    if (s == SIDE_SSRI)
        return "synapse.kind.serotonin";
    return f->view->target == VIEW_PYRAMIDAL ? "synapse.kind.pyramidal" : "synapse.kind.interneuron";
}

// How much is said where there is little room: what the traces or the card say again is cut first, then which
// synapse it is, which the caption tells as well, then the height, where the half is called exaggerated
// anyway.
typedef enum wording { ALL, TALL_BRIEF, SLOW_BRIEF, SEEN_BRIEF, NO_KIND, NO_HEIGHT, WORDINGS } wording;

// What differs from life on this side.
static void add_notes(head *h, const scene_frame *f, side s, wording w)
{
    bool seen = s == SIDE_KETAMINE && !f->view->true_scale;
    message slow = message_make(w >= SLOW_BRIEF      ? "synapse.badge.slow_brief"
                                : s == SIDE_KETAMINE ? "synapse.badge.slow_waits"
                                                     : "synapse.badge.slow");
    message_number(&slow, "factor", round(synapse_slow_motion(s)), 0);
    words_format(f->words, &slow, add_item(h, ICON_HOURGLASS)->text, TEXT_MAX);
    if (w < NO_HEIGHT || !seen) {
        message tall = message_make(w >= TALL_BRIEF ? "synapse.badge.tall_brief" : "synapse.badge.tall");
        message_number(&tall, "factor", synapse_stretch(s), synapse_stretch(s) < 3.0 ? 1 : 0);
        words_format(f->words, &tall, add_item(h, ICON_NONE)->text, TEXT_MAX);
    }
    if (seen) {
        message more = message_make(w >= SEEN_BRIEF ? "synapse.badge.seen_brief" : "synapse.badge.seen");
        message_number(&more, "factor", SYNAPSE_NMDA_SEEN_FACTOR, 0);
        words_format(f->words, &more, add_item(h, ICON_NONE)->text, TEXT_MAX);
    }
}

// Where nothing moves, numbers say how much there is, of plugs before all. Without a scene only their place
// is kept.
static void add_counts(head *h, const synapse *y, const scene_frame *f, side s, int first)
{
    static const synapse_name counted[SIDE_COUNT][2] = {{SYNAPSE_NAME_SEROTONIN, SYNAPSE_NAME_SERT},
                                                        {SYNAPSE_NAME_GLUTAMATE, SYNAPSE_NAME_KETAMINE}};
    for (int i = first; i < 2; i++) {
        message m = y ? synapse_state_message(y, s, (synapse_choice){counted[s][i], -1})
                      : message_make("synapse.now.quiet");
        words_format(f->words, &m, add_item(h, ICON_NONE)->text, TEXT_MAX);
    }
}

static head head_of(const synapse *y, const scene_frame *f, side s, wording w)
{
    head h = {.count = 0};
    if (w < NO_KIND) {
        struct item *i = add_item(&h, ICON_NONE);
        snprintf(i->text, TEXT_MAX, "%s", words_get(f->words, kind_id(f, s)));
        i->plain = true;
    }
    char pin[TEXT_MAX];
    if (badges_pin_text(f, s, pin, sizeof pin)) {
        struct item *i = add_item(&h, ICON_PIN);
        memcpy(i->text, pin, sizeof pin);
        i->accent = true;
    }
    add_notes(&h, f, s, w);
    if (f->reduce_motion)
        add_counts(&h, y, f, s, w < NO_HEIGHT ? 0 : 1);
    return h;
}

static rect item_rect(const scene_frame *f, side s, const struct item *i, float x, float y, float room)
{
    if (i->plain)
        return (rect){x, y, wrap_width(f->text, i->text, small_px(f), TEXT_REGULAR), 1.3f * small_px(f)};
    const badge b = {.icon = i->icon, .text = i->text, .side_accent = i->accent};
    return badges_pill(f, s, x, y, room, &b, false);
}

static void draw_item(const scene_frame *f, side s, const struct item *i, rect r, float room)
{
    const badge b = {.icon = i->icon, .text = i->text, .side_accent = i->accent};
    if (i->plain)
        draw2d_text(f->draw, f->text, i->text, r.x, r.y + 0.5f * r.h + 0.36f * small_px(f), small_px(f),
                    TEXT_REGULAR, f->theme->ink);
    else
        badges_pill(f, s, r.x, r.y, room, &b, true);
}

// Rows from the side's name onwards. `rows` (may be NULL): how many there are.
static rect place_head(const scene_frame *f, side s, const head *h, bool draw, int *rows)
{
    float gap = fmaxf(4.0f, 8.0f * f->unit);
    rect half = f->half[s], name = badges_measure(f, s, half.w, NULL, 0);
    float room = half.w - 2.0f * (name.x - half.x), x = name.x + name.w + 1.5f * gap, y = name.y,
          row = name.h;
    float right = name.x + name.w;
    int count = 1;
    if (draw)
        badges_draw(f, s, half.w, NULL, 0);
    for (int i = 0; i < h->count; i++) {
        rect r = item_rect(f, s, &h->items[i], x, y, room);
        if (x > name.x && r.x + r.w > name.x + room) {
            y += row + 0.7f * gap;
            x = name.x;
            row = 0.0f;
            count++;
            r = item_rect(f, s, &h->items[i], x, y, room);
        }
        // The name is larger than what stands beside it.
        if (count == 1)
            r.y += 0.5f * fmaxf(name.h - r.h, 0.0f);
        row = fmaxf(row, r.h);
        right = fmaxf(right, r.x + r.w);
        if (draw)
            draw_item(f, s, &h->items[i], r, room);
        x += r.w + (h->items[i].plain ? 1.5f * gap : 0.8f * gap);
    }
    if (rows)
        *rows = count;
    return (rect){name.x, name.y, right - name.x, y + row - name.y};
}

rect synapse_head(const synapse *y, const scene_frame *f, side s, bool draw)
{
    const int most = f->reduce_motion ? 3 : 2; // rows
    int rows = most + 1;
    head h;
    rect r = {0};
    for (int w = ALL; w < WORDINGS && rows > most; w++) {
        h = head_of(y, f, s, (wording)w);
        r = place_head(f, s, &h, false, &rows);
    }
    return draw ? place_head(f, s, &h, true, NULL) : r;
}

// --- scale bar

rect synapse_scale_bar(const synapse *y, const synapse_plan *plan, const scene_frame *f, side s, bool draw)
{
    // A round length that takes about a quarter of the half, in the plane of the cut.
    static const double lengths_nm[] = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};
    camera c = synapse_camera_window(plan, f, s, y->sight[s].focus);
    rect p = plan->picture[s];
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

#include "scene/synapse/synapse_head.h"

#include "scene/kit/badges.h"
#include "scene/kit/type.h"
#include "scene/kit/wrap.h"
#include "scene/synapse/synapse_live.h"
#include "scene/synapse/synapse_names.h"
#include "scene/synapse/synapse_state.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { TEXT_MAX = 200, ITEMS = 8 };

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
        return (rect){x, y, wrap_width(f->text, i->text, type_small_px(f), TEXT_REGULAR),
                      1.3f * type_small_px(f)};
    const badge b = {.icon = i->icon, .text = i->text, .side_accent = i->accent};
    return badges_pill(f, s, x, y, room, &b, false);
}

static void draw_item(const scene_frame *f, side s, const struct item *i, rect r, float room)
{
    const badge b = {.icon = i->icon, .text = i->text, .side_accent = i->accent};
    if (i->plain)
        draw2d_text(f->draw, f->text, i->text, r.x, r.y + 0.5f * r.h + 0.36f * type_small_px(f),
                    type_small_px(f), TEXT_REGULAR, f->theme->ink);
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

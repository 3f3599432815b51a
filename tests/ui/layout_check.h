// Faults of a layout, found from the widgets and texts of the last build. For every test that builds chrome
// or scene controls: each function prints what it finds and returns how many faults there are.
#ifndef NEUROTIDE_TESTS_UI_LAYOUT_CHECK_H
#define NEUROTIDE_TESTS_UI_LAYOUT_CHECK_H

#include "ui/ui.h"

#include <stdio.h>
#include <string.h>

static inline bool layout_holds(rect outer, rect inner)
{
    const float slack = 1.0f;
    return inner.x >= outer.x - slack && inner.y >= outer.y - slack &&
           inner.x + inner.w <= outer.x + outer.w + slack && inner.y + inner.h <= outer.y + outer.h + slack;
}

static inline bool layout_is_place(const ui_widget_info *w)
{
    return strcmp(w->role, "area") == 0 || strcmp(w->role, "scroll") == 0;
}

// Widgets of one layer that overlap. A place (area or scroll box) may hold other widgets.
static inline int layout_overlaps(const ui *u)
{
    int faults = 0, count = ui_widget_count(u);
    for (int i = 0; i < count; i++) {
        for (int k = i + 1; k < count; k++) {
            ui_widget_info a, b;
            if (!ui_widget_at(u, i, &a) || !ui_widget_at(u, k, &b) || a.layer != b.layer)
                continue;
            rect both = rect_intersect(a.visible, b.visible);
            if (both.w < 0.75f || both.h < 0.75f)
                continue;
            bool nested = (layout_is_place(&a) && layout_holds(a.visible, b.visible)) ||
                          (layout_is_place(&b) && layout_holds(b.visible, a.visible));
            if (nested)
                continue;
            printf("widgets overlap: %s and %s by %.1f x %.1f px\n", a.id, b.id, (double)both.w,
                   (double)both.h);
            faults++;
        }
    }
    return faults;
}

// Widgets that stick out of the surface (those inside a scroll box may, as long as the box does not).
static inline int layout_outside(const ui *u, float width, float height)
{
    int faults = 0;
    rect surface = {0.0f, 0.0f, width, height};
    for (int i = 0; i < ui_widget_count(u); i++) {
        ui_widget_info w;
        if (!ui_widget_at(u, i, &w))
            continue;
        bool scrolled = w.in_scroll && layout_holds(surface, w.visible);
        if (scrolled || layout_holds(surface, w.box))
            continue;
        printf("widget outside: %s at %.1f,%.1f %.1f x %.1f of %.0f x %.0f\n", w.id, (double)w.box.x,
               (double)w.box.y, (double)w.box.w, (double)w.box.h, (double)width, (double)height);
        faults++;
    }
    return faults;
}

// Targets under `least` px (24 is the floor).
static inline int layout_small(const ui *u, float least)
{
    int faults = 0;
    for (int i = 0; i < ui_widget_count(u); i++) {
        ui_widget_info w;
        // A word in a paragraph is as high as its line.
        if (!ui_widget_at(u, i, &w) || layout_is_place(&w) || strcmp(w.role, "term") == 0)
            continue;
        if (w.box.w >= least - 0.01f && w.box.h >= least - 0.01f)
            continue;
        printf("target too small: %s %.1f x %.1f px\n", w.id, (double)w.box.w, (double)w.box.h);
        faults++;
    }
    return faults;
}

// What lies under the last box over the whole surface (the dim of a modal layer) is not looked at.
static inline size_t layout_first(const draw2d *d, float width, float height)
{
    size_t first = 0;
    for (size_t i = 0; i < d->count; i++) {
        const draw2d_command *c = &d->commands[i];
        if (c->kind == DRAW2D_BOX && c->box.w >= width - 0.5f && c->box.h >= height - 0.5f)
            first = i;
    }
    return first;
}

// Whether an opaque plate between two commands hides a place of the lower one.
static inline bool layout_is_parted(const draw2d *d, size_t lower, size_t upper, rect place)
{
    for (size_t i = lower + 1; i < upper; i++) {
        const draw2d_command *c = &d->commands[i];
        if (c->kind == DRAW2D_BOX && c->soft <= 0.0f && c->fill.a > 0.99f &&
            layout_holds(rect_intersect(c->box, c->clip), place))
            return true;
    }
    return false;
}

static inline bool layout_is_seen(const draw2d *d, size_t i)
{
    const draw2d_command *c = &d->commands[i];
    rect seen = rect_intersect(c->box, c->clip);
    return c->kind == DRAW2D_TEXT && c->fill.a > 0.02f && seen.w > 0.5f && seen.h > 0.5f &&
           !layout_is_parted(d, i, d->count, seen);
}

// Texts of the display list that are cut at the side (a scroll box cuts above and below) or by the surface,
// and texts that overlap each other.
static inline int layout_texts(const draw2d *d, float width, float height)
{
    int faults = 0;
    rect surface = {0.0f, 0.0f, width, height};
    for (size_t i = layout_first(d, width, height); i < d->count; i++) {
        const draw2d_command *a = &d->commands[i];
        if (!layout_is_seen(d, i))
            continue;
        rect cut = rect_intersect(a->box, a->clip);
        bool whole = a->clip.w >= width - 0.5f && a->clip.h >= height - 0.5f;
        if (!layout_holds(surface, cut) || (whole && !layout_holds(surface, a->box)) ||
            cut.w < a->box.w - 1.5f) {
            printf("text cut: %s at %.1f,%.1f %.1f wide\n", d->text + a->text, (double)a->box.x,
                   (double)a->box.y, (double)a->box.w);
            faults++;
        }
        for (size_t k = i + 1; k < d->count; k++) {
            const draw2d_command *b = &d->commands[k];
            if (!layout_is_seen(d, k))
                continue;
            rect both = rect_intersect(cut, rect_intersect(b->box, b->clip));
            // Ascent and descent leave room round the letters: a little overlap of the boxes is no fault.
            float least = 0.3f * (a->text_px < b->text_px ? a->text_px : b->text_px);
            if (both.w < 1.5f || both.h < least || layout_is_parted(d, i, k, both))
                continue;
            printf("texts overlap: \"%s\" and \"%s\" by %.1f x %.1f px\n", d->text + a->text,
                   d->text + b->text, (double)both.w, (double)both.h);
            faults++;
        }
    }
    return faults;
}

// Texts that had to end with an ellipsis, also where no widget counts them. (No text of ours has one.)
static inline int layout_shortened(const draw2d *d)
{
    static const char ellipsis[] = "\xE2\x80\xA6";
    int faults = 0;
    for (size_t i = 0; i < d->count; i++) {
        const char *text = d->text + d->commands[i].text;
        if (d->commands[i].kind != DRAW2D_TEXT || !strstr(text, ellipsis))
            continue;
        printf("text shortened: %s\n", text);
        faults++;
    }
    return faults;
}

// All of it.
static inline int layout_faults(const ui *u, const draw2d *d, float width, float height)
{
    return layout_overlaps(u) + layout_outside(u, width, height) + layout_small(u, 24.0f) +
           layout_texts(d, width, height) + layout_shortened(d);
}

#endif

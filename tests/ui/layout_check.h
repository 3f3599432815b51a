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

// Texts of the display list that are cut by the surface, and texts that overlap each other. What lies under
// the last box over the whole surface (the dim of a modal layer) is not looked at.
static inline int layout_texts(const draw2d *d, float width, float height)
{
    int faults = 0;
    size_t first = 0;
    for (size_t i = 0; i < d->count; i++) {
        const draw2d_command *c = &d->commands[i];
        if (c->kind == DRAW2D_BOX && c->box.w >= width - 0.5f && c->box.h >= height - 0.5f)
            first = i;
    }
    rect surface = {0.0f, 0.0f, width, height};
    for (size_t i = first; i < d->count; i++) {
        const draw2d_command *a = &d->commands[i];
        if (a->kind != DRAW2D_TEXT)
            continue;
        if (layout_holds(surface, a->clip) && !layout_holds(surface, rect_intersect(a->box, a->clip))) {
            printf("text outside: %s\n", d->text + a->text);
            faults++;
        }
        if (a->clip.w >= width - 0.5f && !layout_holds(surface, a->box)) {
            printf("text cut: %s at %.1f,%.1f %.1f wide\n", d->text + a->text, (double)a->box.x,
                   (double)a->box.y, (double)a->box.w);
            faults++;
        }
        for (size_t k = i + 1; k < d->count; k++) {
            const draw2d_command *b = &d->commands[k];
            if (b->kind != DRAW2D_TEXT)
                continue;
            rect both = rect_intersect(rect_intersect(a->box, a->clip), rect_intersect(b->box, b->clip));
            // Ascent and descent leave room round the letters: a little overlap of the boxes is no fault.
            float least = 0.3f * (a->text_px < b->text_px ? a->text_px : b->text_px);
            if (both.w < 1.5f || both.h < least)
                continue;
            printf("texts overlap: \"%s\" and \"%s\" by %.1f x %.1f px\n", d->text + a->text,
                   d->text + b->text, (double)both.w, (double)both.h);
            faults++;
        }
    }
    return faults;
}

// All of it, and texts that had to end with an ellipsis.
static inline int layout_faults(const ui *u, const draw2d *d, float width, float height)
{
    int cut = ui_ellipsis_count(u);
    if (cut > 0)
        printf("%d texts end with an ellipsis\n", cut);
    return layout_overlaps(u) + layout_outside(u, width, height) + layout_small(u, 24.0f) +
           layout_texts(d, width, height) + cut;
}

#endif

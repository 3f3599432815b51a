// A ui with a display list and the block font, and short names for what a person does.
#ifndef NEUROTIDE_TESTS_UI_RIG_H
#define NEUROTIDE_TESTS_UI_RIG_H

#include "ui/ui.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

typedef struct rig {
    ui *ui;
    draw2d draw;
    text_source text;
    ui_frame frame;
} rig;

static inline rig *rig_create(float width, float height, float unit)
{
    rig *r = calloc(1, sizeof *r);
    assert_non_null(r);
    r->ui = ui_create();
    assert_non_null(r->ui);
    r->text = text_source_blocks();
    r->frame = (ui_frame){.draw = &r->draw,
                          .text = &r->text,
                          .theme = theme_get(THEME_NIGHT),
                          .width = width,
                          .height = height,
                          .unit = unit,
                          .text_scale = 1.0f};
    return r;
}

static inline void rig_destroy(rig *r)
{
    ui_destroy(r->ui);
    draw2d_destroy(&r->draw);
    free(r);
}

static inline ui *rig_begin(rig *r)
{
    draw2d_begin(&r->draw, r->frame.width, r->frame.height);
    ui_begin(r->ui, &r->frame);
    return r->ui;
}

static inline void rig_end(rig *r)
{
    ui_end(r->ui);
}

static inline bool rig_key_mods(rig *r, int key, unsigned mods)
{
    return ui_event(r->ui, &(input_event){.kind = INPUT_KEY_DOWN, .key = key, .mods = mods});
}

static inline bool rig_key(rig *r, int key)
{
    return rig_key_mods(r, key, 0);
}

static inline bool rig_move(rig *r, float x, float y)
{
    return ui_event(r->ui, &(input_event){.kind = INPUT_POINTER_MOVE, .x = x, .y = y});
}

static inline bool rig_down(rig *r, float x, float y)
{
    return ui_event(
        r->ui,
        &(input_event){.kind = INPUT_POINTER_DOWN, .x = x, .y = y, .button = BUTTON_LEFT, .clicks = 1});
}

static inline bool rig_up(rig *r, float x, float y)
{
    return ui_event(r->ui, &(input_event){.kind = INPUT_POINTER_UP, .x = x, .y = y, .button = BUTTON_LEFT});
}

static inline void rig_click(rig *r, float x, float y)
{
    rig_move(r, x, y);
    rig_down(r, x, y);
    rig_up(r, x, y);
}

static inline const char *rig_focus(const rig *r)
{
    static ui_focus f;
    return ui_focused(r->ui, &f) ? f.id : "";
}

// The first text command that holds `part`; NULL when there is none.
static inline const draw2d_command *rig_text(const rig *r, const char *part)
{
    for (size_t i = 0; i < r->draw.count; i++) {
        const draw2d_command *c = &r->draw.commands[i];
        if (c->kind == DRAW2D_TEXT && strstr(r->draw.text + c->text, part))
            return c;
    }
    return NULL;
}

static inline bool rects_overlap(rect a, rect b)
{
    rect both = rect_intersect(a, b);
    return both.w > 0.01f && both.h > 0.01f;
}

#endif

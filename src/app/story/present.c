#include "app/story/present.h"

#include "app/stage/overlay.h"
#include "app/stage/stage_input.h"
#include "app/state/hand.h"
#include "app/state/requests.h"
#include "app/story/story_player.h"

#include <math.h>

static const double fade_s = 0.2;
static const double blank_pause_s = 1.0 / 3.0; // quicker presses would flash
static const double drift_min = 1.0;
static const double pointer_rests_s = 3.0; // left alone for so long it is hidden

bool present_is_on(const app *a)
{
    return a->present.on;
}

bool present_is_blanked(const app *a)
{
    return a->present.blank != BLANK_NONE;
}

bool present_is_fading(const app *a)
{
    return a->present.veil_shown != (present_is_blanked(a) ? 1.0 : 0.0);
}

// --- blank

static void blank(app *a, blank_kind kind)
{
    present_state *p = &a->present;
    if (p->has_blanked && a->frame.now_s - p->blanked_s < blank_pause_s)
        return;
    p->has_blanked = true;
    p->blanked_s = a->frame.now_s;
    p->blank = kind;
    if (kind != BLANK_NONE)
        p->veil = kind;
    request_redraw(a);
}

void present_black(app *a)
{
    blank(a, present_is_blanked(a) ? BLANK_NONE : BLANK_BLACK);
}

void present_white(app *a)
{
    blank(a, present_is_blanked(a) ? BLANK_NONE : BLANK_WHITE);
}

static void resume(app *a)
{
    blank(a, BLANK_NONE);
}

void present_draw_veil(app *a)
{
    const present_state *p = &a->present;
    if (p->veil_shown <= 0.0)
        return;
    float c = p->veil == BLANK_WHITE ? 1.0f : 0.0f;
    rect whole = {0.0f, 0.0f, (float)a->frame.width, (float)a->frame.height};
    draw2d_box(&a->draw, whole, 0.0f, (colour){c, c, c, (float)p->veil_shown});
}

// --- the pointer

bool present_points(const app *a)
{
    const present_state *p = &a->present;
    return !p->on || (p->pointed_s > 0.0 && a->frame.now_s - p->pointed_s < pointer_rests_s);
}

void present_notice(app *a, const input_event *e)
{
    present_state *p = &a->present;
    if (e->window == 0 && e->kind == INPUT_POINTER_MOVE) {
        p->pointer_seen = true;
        p->pointer_x = e->x;
        p->pointer_y = e->y;
    }
    bool move = e->kind == INPUT_POINTER_MOVE && !e->touch && hand_moves(&p->hand, a->frame.now_s);
    if (move || e->kind == INPUT_POINTER_DOWN || e->kind == INPUT_WHEEL)
        p->pointed_s = a->frame.now_s;
}

static void hide_pointer(app *a)
{
    bool hidden = !present_points(a);
    if (hidden == a->present.pointer_hidden)
        return;
    a->present.pointer_hidden = hidden;
    if (a->parts.window)
        window_show_pointer(a->parts.window, !hidden);
    request_redraw(a); // what it lay on falls silent
}

bool present_advance(app *a, double dt_s)
{
    present_state *p = &a->present;
    hide_pointer(a);
    if (p->on)
        p->elapsed_s += fmax(0.0, a->frame.now_s - p->ticked_s);
    p->ticked_s = a->frame.now_s;
    double target = present_is_blanked(a) ? 1.0 : 0.0;
    if (p->veil_shown == target)
        return false;
    double step = dt_s / fade_s;
    p->veil_shown =
        p->veil_shown < target ? fmin(p->veil_shown + step, target) : fmax(p->veil_shown - step, target);
    return true;
}

// --- begin and end

static void keys_to_the_story(app *a)
{
    ui_pointer_focus_takes_keys(a->parts.ui, !a->present.on);
    ui_focus_clear(a->parts.ui);
}

void present_start(app *a)
{
    if (!player_is_open(a)) {
        overlay_open(a, OVERLAY_STORIES);
        request_redraw(a);
        return;
    }
    if (a->present.on)
        return;
    a->present.on = true;
    a->present.ticked_s = a->frame.now_s;
    overlay_open(a, OVERLAY_NONE);
    a->present.was_fullscreen = a->parts.window && window_is_fullscreen(a->parts.window);
    if (a->parts.window && !a->present.was_fullscreen)
        window_set_fullscreen(a->parts.window, true);
    if (a->parts.ui)
        keys_to_the_story(a);
    request_redraw(a);
}

void present_restart(app *a)
{
    a->present.elapsed_s = 0.0;
    player_jump(a, 0);
}

void present_stop(app *a)
{
    if (!a->present.on)
        return;
    a->present.on = false;
    a->present.blank = a->present.veil = BLANK_NONE;
    a->present.veil_shown = 0.0;
    a->present.spotlight = false;
    if (a->parts.window && !a->present.was_fullscreen)
        window_set_fullscreen(a->parts.window, false);
    if (a->parts.ui)
        keys_to_the_story(a);
}

void present_leave(app *a)
{
    request_redraw(a);
    if (present_is_blanked(a))
        resume(a);
    else if (a->present.spotlight)
        a->present.spotlight = false;
    else if (a->session.view.pick[0] && player_is_away(a))
        stage_pick(a, "");
    else if (a->present.on)
        present_stop(a);
}

// --- spotlight

void present_spotlight(app *a)
{
    a->present.spotlight = !a->present.spotlight;
    request_redraw(a);
}

// Darkness with a soft round hole: rings one inside the other, each a little darker.
static void draw_hole(app *a, float x, float y, float radius)
{
    enum { RINGS = 8 };
    const float dark = 0.72f, soft = 0.18f * radius;
    float far = hypotf((float)a->frame.width, (float)a->frame.height);
    // Layers of equal alpha add up to `dark`.
    float alpha = 1.0f - powf(1.0f - dark, 1.0f / RINGS);
    draw2d_push_clip(&a->draw, a->chrome.layout.stage);
    for (int i = 0; i < RINGS; i++) {
        float inner = radius + soft * (float)i / (RINGS - 1), outer = inner + far;
        draw2d_arc(&a->draw, x, y, 0.5f * (inner + outer), outer - inner, 0.0f, 6.2831855f,
                   (colour){0.0f, 0.0f, 0.0f, alpha});
    }
    draw2d_pop_clip(&a->draw);
}

void present_draw_spotlight(app *a)
{
    const present_state *p = &a->present;
    const rect *room = &a->chrome.layout.stage;
    if (p->spotlight) {
        bool inside = p->pointer_seen && rect_contains(*room, p->pointer_x, p->pointer_y);
        float x = inside ? p->pointer_x : room->x + 0.5f * room->w;
        float y = inside ? p->pointer_y : room->y + 0.5f * room->h;
        draw_hole(a, x, y, 0.2f * fminf(room->w, room->h));
        return;
    }
    const story_step *s = player_step(a);
    if (!s || !s->has_spotlight || !player_words_hold(a))
        return;
    const rect *half = &a->chrome.layout.half[s->spotlight.half];
    if (half->w < 1.0f)
        return;
    draw_hole(a, half->x + (float)s->spotlight.x * half->w, half->y + (float)s->spotlight.y * half->h,
              0.5f * (float)s->spotlight.size * fminf(half->w, half->h));
}

// --- pace

double present_drift_min(const app *a)
{
    if (!player_is_open(a) || a->player.story->minutes <= 0.0)
        return 0.0;
    double now = a->present.elapsed_s / 60.0;
    double until = story_minutes_through(a->player.story, a->player.step);
    double since = a->player.step > 0 ? story_minutes_through(a->player.story, a->player.step - 1) : 0.0;
    if (now > until + drift_min)
        return now - until;
    if (now < since - drift_min)
        return now - since;
    return 0.0;
}

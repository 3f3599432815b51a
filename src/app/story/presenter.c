#include "app/story/presenter.h"

#include "app/stage/calm.h"
#include "app/state/notice.h"
#include "app/state/requests.h"
#include "app/state/screens.h"
#include "app/state/session.h"
#include "app/story/present.h"
#include "app/story/story_player.h"
#include "app/words/remember.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const float text_step = 0.1f;

bool presenter_is_open(const app *a)
{
    return a->present.presenter.window != NULL;
}

// --- the window

static void find_screens(app *a)
{
    presenter_state *p = &a->present.presenter;
    int x = 0, y = 0;
    if (!p->monitors.list)
        p->monitors = monitors_of_system();
    if (a->parts.window)
        window_centre(a->parts.window, &x, &y);
    p->screens = screens_find(&p->monitors, x, y, a->session.stage_screen);
}

// The stage to a screen, the presenter to another.
static void place_windows(app *a)
{
    presenter_state *p = &a->present.presenter;
    find_screens(a);
    const monitor *to = &p->screens.list[p->screens.of_stage];
    screen_place place = screens_presenter_place(&p->screens);
    if (!p->window || !a->parts.window)
        return;
    window_move(p->window, place.x, place.y);
    window_set_size(p->window, place.width, place.height);
    window_move(a->parts.window, to->x + to->width / 20, to->y + to->height / 20);
    p->dirty = true;
    request_redraw(a);
}

static void open_window(app *a)
{
    presenter_state *p = &a->present.presenter;
    error e = {0};
    find_screens(a);
    screen_place place = screens_presenter_place(&p->screens);
    window_def def = {
        .title = words_get(&a->texts.words, "presenter.title"), .width = place.width, .height = place.height};
    p->ui = p->ui ? p->ui : ui_create();
    p->window = p->ui ? window_open_second(a->parts.window, &def, place.x, place.y, &e) : NULL;
    if (!p->window) {
        fprintf(stderr, "neurotide: %s\n", e.text);
        notice_toast(a, "toast.no_second_window");
        return;
    }
    if (p->text_scale <= 0.0f)
        p->text_scale = 1.0f;
    ui_pointer_focus_takes_keys(p->ui, false);
    p->dirty = true;
    if (screens_have(&p->screens, a->session.stage_screen))
        place_windows(a); // the stage may be elsewhere than where it was chosen to be
}

void presenter_close(app *a)
{
    presenter_state *p = &a->present.presenter;
    window_close_second(a->parts.window, p->window);
    p->window = NULL;
    ui_destroy(p->ui);
    p->ui = NULL;
}

void presenter_toggle(app *a)
{
    if (presenter_is_open(a))
        presenter_close(a);
    else if (a->parts.window)
        open_window(a);
    request_redraw(a);
}

bool presenter_can_swap(const app *a)
{
    const screens *s = &a->present.presenter.screens;
    return presenter_is_open(a) && s->of_stage != s->of_presenter;
}

void presenter_stage_to(app *a, int screen)
{
    session_set_stage_screen(a, a->present.presenter.screens.list[screen].name);
    remember_save(a);
    place_windows(a);
}

void presenter_swap(app *a)
{
    if (presenter_can_swap(a))
        presenter_stage_to(a, a->present.presenter.screens.of_presenter);
}

// --- events

static void set_text(app *a, float scale)
{
    presenter_state *p = &a->present.presenter;
    p->text_scale = presentation_text_within(text_step * roundf(scale / text_step));
    p->dirty = true;
}

void presenter_text_larger(app *a)
{
    set_text(a, a->present.presenter.text_scale + text_step);
}

void presenter_text_smaller(app *a)
{
    set_text(a, a->present.presenter.text_scale - text_step);
}

void presenter_text_normal(app *a)
{
    set_text(a, 1.0f);
}

bool presenter_event(app *a, const input_event *e)
{
    presenter_state *p = &a->present.presenter;
    p->dirty = true;
    if (e->kind == INPUT_CLOSE) {
        presenter_close(a);
        return true;
    }
    if (e->kind == INPUT_KEY_DOWN)
        return false;
    if (p->ui)
        ui_event(p->ui, e);
    return true;
}

// --- showing

static void follow_size(presenter_state *p)
{
    int width = 0, height = 0;
    window_size(p->window, &width, &height);
    p->dirty = p->dirty || width != p->width || height != p->height;
    p->width = width;
    p->height = height;
}

bool presenter_is_resting(const app *a)
{
    const presenter_state *p = &a->present.presenter;
    return !p->window || (!p->dirty && !ui_wants_frame(p->ui));
}

bool presenter_is_due(app *a, bool stage_drawn)
{
    presenter_state *p = &a->present.presenter;
    if (!p->window)
        return false;
    if (!player_is_open(a)) {
        presenter_close(a);
        return false;
    }
    follow_size(p);
    int second = (int)a->present.elapsed_s;
    if (!stage_drawn && !p->dirty && !ui_wants_frame(p->ui) && second == p->shown_second)
        return false;
    if (window_is_minimised(p->window) || calm_is_holding(a))
        return false;
    p->shown_second = second;
    p->dirty = false;
    return true;
}

void presenter_redraw(app *a)
{
    a->present.presenter.dirty = true;
}

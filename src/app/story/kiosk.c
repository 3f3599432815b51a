#include "app/story/kiosk.h"

#include "app/story/present.h"
#include "app/story/presenter.h"
#include "app/story/story_player.h"
#include "base/utf8.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const double page_least_s = 9.0, page_letter_s = 0.075; // time to look, and to read

static bool begin(app *a, error *e)
{
    if (!player_open(a, a->kiosk.story, e))
        return false;
    a->overlay = OVERLAY_NONE;
    present_start(a);
    a->kiosk.turned_s = a->now_s;
    return true;
}

bool kiosk_begin(app *a, const char *story_name, double idle_s, error *e)
{
    a->kiosk = (kiosk_state){.on = true,
                             .story = story_name,
                             .idle_s = idle_s,
                             .touched_s = a->now_s,
                             .look = a->look,
                             .letter_keys = a->letter_keys};
    return begin(a, e);
}

void kiosk_input(app *a, const input_event *e)
{
    bool touch = e->kind != INPUT_RESIZE && e->kind != INPUT_EXPOSE && e->kind != INPUT_MINIMISED &&
                 e->kind != INPUT_RESTORED && e->kind != INPUT_FOCUS_LOST &&
                 e->kind != INPUT_POINTER_CANCEL && e->kind != INPUT_POINTER_LEAVE;
    bool pointer = e->kind == INPUT_POINTER_MOVE && !e->touch;
    if (!a->kiosk.on || !touch || (pointer && !hand_moves(&a->kiosk.hand, a->now_s)))
        return;
    a->kiosk.visited = true;
    a->kiosk.touched_s = a->now_s;
}

// A file that broke or went away: the story as it was goes on; where a visitor closed it the stage stands,
// and the file is looked at again after the same time.
static void do_without(app *a, const error *e)
{
    fprintf(stderr, "neurotide: %s\n", e->text);
    a->overlay = OVERLAY_NONE;
    a->kiosk.touched_s = a->kiosk.turned_s = a->now_s;
    if (player_is_open(a)) {
        player_jump(a, 0);
        present_start(a);
    } else {
        app_reset(a);
    }
}

// Everything that a visitor can change.
static void undo(app *a)
{
    error e = {0};
    if (presenter_is_open(a))
        presenter_close(a);
    present_stop(a);
    if (strcmp(a->look.lang, a->kiosk.look.lang) != 0)
        app_set_language(a, a->kiosk.look.lang, &e);
    a->look = a->kiosk.look;
    a->letter_keys = a->kiosk.letter_keys;
    a->card_open = false;
    a->speed = SPEED_NORMAL;
    a->live.frozen = false;
    a->hovered[0] = '\0';
    if (a->ui)
        ui_focus_clear(a->ui);
    if (!begin(a, &e))
        do_without(a, &e);
    a->dirty = true;
}

static double page_s(const app *a)
{
    char text[APP_CAPTION_MAX];
    player_caption(a, text, sizeof text);
    return fmax(page_least_s, page_letter_s * (double)utf8_count(text));
}

void kiosk_advance(app *a)
{
    kiosk_state *k = &a->kiosk;
    if (!k->on)
        return;
    if (k->visited || !player_is_open(a)) {
        if (a->now_s - k->touched_s < k->idle_s)
            return;
        k->visited = false;
        undo(a);
        return;
    }
    if (a->now_s - k->turned_s < page_s(a))
        return;
    k->turned_s = a->now_s;
    if (!player_next(a))
        player_jump(a, 0);
}

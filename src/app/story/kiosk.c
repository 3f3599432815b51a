#include "app/story/kiosk.h"

#include "app/stage/live.h"
#include "app/stage/overlay.h"
#include "app/stage/stage_input.h"
#include "app/stage/visit.h"
#include "app/state/hand.h"
#include "app/state/requests.h"
#include "app/state/session.h"
#include "app/story/present.h"
#include "app/story/presenter.h"
#include "app/story/story_player.h"
#include "app/words/words.h"
#include "base/utf8.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const double page_least_s = 9.0, page_letter_s = 0.075; // time to look, and to read

static bool begin(app *a, error *e)
{
    if (!player_open(a, a->kiosk.story, e))
        return false;
    overlay_open(a, OVERLAY_NONE);
    present_start(a);
    a->kiosk.turned_s = a->frame.now_s;
    return true;
}

bool kiosk_begin(app *a, const char *story_name, double idle_s, error *e)
{
    a->kiosk = (kiosk_state){.on = true,
                             .story = story_name,
                             .idle_s = idle_s,
                             .touched_s = a->frame.now_s,
                             .look = a->session.look,
                             .letter_keys = a->session.letter_keys};
    return begin(a, e);
}

void kiosk_input(app *a, const input_event *e)
{
    bool touch = e->kind != INPUT_RESIZE && e->kind != INPUT_EXPOSE && e->kind != INPUT_MINIMISED &&
                 e->kind != INPUT_RESTORED && e->kind != INPUT_FOCUS_LOST &&
                 e->kind != INPUT_POINTER_CANCEL && e->kind != INPUT_POINTER_LEAVE;
    bool pointer = e->kind == INPUT_POINTER_MOVE && !e->touch;
    if (!a->kiosk.on || !touch || (pointer && !hand_moves(&a->kiosk.hand, a->frame.now_s)))
        return;
    a->kiosk.visited = true;
    a->kiosk.touched_s = a->frame.now_s;
}

// A file that broke or went away: the story as it was goes on; where a visitor closed it the stage stands,
// and the file is looked at again after the same time.
static void do_without(app *a, const error *e)
{
    fprintf(stderr, "neurotide: %s\n", e->text);
    overlay_open(a, OVERLAY_NONE);
    a->kiosk.touched_s = a->kiosk.turned_s = a->frame.now_s;
    if (player_is_open(a)) {
        player_jump(a, 0);
        present_start(a);
    } else {
        visit_reset(a);
    }
}

// Everything that a visitor can change.
static void undo(app *a)
{
    error e = {0};
    if (presenter_is_open(a))
        presenter_close(a);
    present_stop(a);
    if (strcmp(a->session.look.lang, a->kiosk.look.lang) != 0)
        app_set_language(a, a->kiosk.look.lang, &e);
    session_set_look(a, &a->kiosk.look);
    session_set_letter_keys(a, a->kiosk.letter_keys);
    session_set_card_open(a, false);
    session_set_speed(a, SPEED_NORMAL);
    live_thaw(a);
    stage_point_nowhere(a);
    if (a->parts.ui)
        ui_focus_clear(a->parts.ui);
    if (!begin(a, &e))
        do_without(a, &e);
    request_redraw(a);
}

static double page_s(const app *a)
{
    char text[CHROME_CAPTION_MAX];
    player_caption(a, text, sizeof text);
    return fmax(page_least_s, page_letter_s * (double)utf8_count(text));
}

void kiosk_advance(app *a)
{
    kiosk_state *k = &a->kiosk;
    if (!k->on)
        return;
    if (k->visited || !player_is_open(a)) {
        if (a->frame.now_s - k->touched_s < k->idle_s)
            return;
        k->visited = false;
        undo(a);
        return;
    }
    if (a->frame.now_s - k->turned_s < page_s(a))
        return;
    k->turned_s = a->frame.now_s;
    if (!player_next(a))
        player_jump(a, 0);
}

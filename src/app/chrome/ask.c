#include "app/chrome/ask.h"

#include "app/actions/actions.h"
#include "app/chrome/card_focus.h"
#include "app/stage/clock.h"
#include "app/stage/overlay.h"
#include "app/stage/scene_host.h"
#include "app/stage/stage_input.h"
#include "app/stage/visit.h"
#include "app/state/caption_pages.h"
#include "app/state/notice.h"
#include "app/state/requests.h"
#include "app/state/session.h"
#include "app/story/presenter.h"
#include "app/story/reading.h"
#include "app/story/story_player.h"
#include "app/words/remember.h"
#include "app/words/words.h"

#include <stdio.h>
#include <string.h>

// --- actions

static void run_action(app *a, const void *with)
{
    const char *const *id = with;
    bool card = a->session.card_open;
    action_run(a, *id);
    if (card != a->session.card_open && ui_focus_visible(a->parts.ui))
        card_focus_by_key(a);
}

void ask_action(app *a, const char *id)
{
    request_change(a, run_action, &id, sizeof id);
}

static void run_listed(app *a, const void *with)
{
    const char *const *id = with;
    if (!(action_find(*id)->contexts & CONTEXT_OVERLAY))
        overlay_close(a);
    action_run(a, *id);
}

void ask_listed(app *a, const char *id)
{
    request_change(a, run_listed, &id, sizeof id);
}

static void go_to_scene(app *a, const void *with)
{
    visit_scene(a, *(const view_scene *)with);
}

static void act(app *a, const void *with)
{
    scene_host_act(a, *(const int *)with);
}

void ask_scene_act(app *a, int asked)
{
    request_change(a, act, &asked, sizeof asked);
}

void ask_scene(app *a, view_scene s)
{
    request_change(a, go_to_scene, &s, sizeof s);
}

// --- the view

typedef struct view_edit {
    view_state before, after;
} view_edit;

static void edit_view(app *a, const void *with)
{
    const view_edit *edit = with;
    view_state v = view_state_edited(&a->session.view, &edit->before, &edit->after);
    session_set_view(a, &v);
}

void ask_view(app *a, const view_state *before, const view_state *after)
{
    view_edit edit = {*before, *after};
    request_following(a, edit_view, &edit, sizeof edit);
    request_redraw(a);
}

static void set_speed(app *a, const void *with)
{
    session_set_speed(a, *(const play_speed *)with);
}

void ask_speed(app *a, play_speed speed)
{
    request_change(a, set_speed, &speed, sizeof speed);
}

static void set_moment(app *a, const void *with)
{
    clock_set(a, *(const double *)with);
}

void ask_moment(app *a, double t_min)
{
    request_following(a, set_moment, &t_min, sizeof t_min);
    request_redraw(a);
}

typedef struct pin_place {
    side s;
    double t_min;
} pin_place;

static void set_pin(app *a, const void *with)
{
    const pin_place *p = with;
    clock_pin_at(a, p->s, p->t_min);
}

void ask_pin(app *a, side s, double t_min)
{
    pin_place p = {s, t_min};
    request_following(a, set_pin, &p, sizeof p);
    request_redraw(a);
}

// --- the stage

typedef struct half_input {
    side s;
    ui_area_result r;
} half_input;

static void stage_hears(app *a, const void *with)
{
    const half_input *h = with;
    stage_input(a, h->s, &h->r);
}

void ask_stage(app *a, side s, const ui_area_result *r)
{
    bool points = r->hovered && !r->pressed;
    bool acts = r->began || r->ended || r->drag_x != 0.0f || r->drag_y != 0.0f || r->wheel != 0.0f ||
                (r->pinch > 0.0f && r->pinch != 1.0f) || r->pinch_dx != 0.0f || r->pinch_dy != 0.0f;
    half_input h = {s, *r};
    if (r->clicked)
        request_change(a, stage_hears, &h, sizeof h);
    else if (acts || points)
        request_following(a, stage_hears, &h, sizeof h);
    if (acts)
        request_redraw(a);
}

typedef struct hold_change {
    bool held, released;
} hold_change;

static void hold(app *a, const void *with)
{
    const hold_change *h = with;
    stage_hold(a, h->held, h->released);
}

void ask_hold(app *a, bool held, bool released)
{
    hold_change h = {held, released};
    if (released || held != a->stage.camera_held)
        request_following(a, hold, &h, sizeof h);
}

static void point_nowhere(app *a, const void *with)
{
    (void)with;
    stage_point_nowhere(a);
}

void ask_point_nowhere(app *a)
{
    if (a->stage.hovered[0])
        request_following(a, point_nowhere, NULL, 0);
}

// --- how it is shown

static void set_look(app *a, const void *with)
{
    session_set_look(a, with);
    remember_save(a);
}

void ask_look(app *a, const presentation *look)
{
    request_change(a, set_look, look, sizeof *look);
}

static void set_letter_keys(app *a, const void *with)
{
    session_set_letter_keys(a, *(const bool *)with);
    remember_save(a);
}

void ask_letter_keys(app *a, bool on)
{
    request_change(a, set_letter_keys, &on, sizeof on);
}

static void set_language(app *a, const void *with)
{
    error e = {0};
    if (app_set_language(a, with, &e))
        remember_save(a);
    else
        notice_text(a, e.text);
}

void ask_language(app *a, const char *id)
{
    request_change(a, set_language, id, strlen(id) + 1);
}

// --- panels

static void end_first_run(app *a, const void *with)
{
    overlay_dismiss(a);
    if (*(const bool *)with)
        overlay_open(a, OVERLAY_STORIES);
}

void ask_first_run_done(app *a, bool to_stories)
{
    request_change(a, end_first_run, &to_stories, sizeof to_stories);
}

typedef struct read_place {
    overlay to;
    char card[EVIDENCE_ID_MAX], word[GLOSSARY_ID_MAX];
} read_place;

static void go_reading(app *a, const void *with)
{
    const read_place *p = with;
    reading_go(a, p->to, p->card, p->word);
}

void ask_read(app *a, overlay to, const char *card, const char *word)
{
    read_place p = {.to = to};
    snprintf(p.card, sizeof p.card, "%s", card);
    snprintf(p.word, sizeof p.word, "%s", word);
    request_change(a, go_reading, &p, sizeof p);
}

static void read_back(app *a, const void *with)
{
    (void)with;
    reading_back(a);
}

void ask_read_back(app *a)
{
    request_change(a, read_back, NULL, 0);
}

// --- stories

static void begin_story(app *a, const void *with)
{
    error e = {0};
    overlay_close(a);
    if (player_open(a, with, &e))
        ui_focus_set(a->parts.ui, "story.next");
    else
        player_tell_unread(a, &e);
}

void ask_story(app *a, const char *name)
{
    request_change(a, begin_story, name, strlen(name) + 1);
}

static void answer_question(app *a, const void *with)
{
    player_answer(a, *(const int *)with);
}

void ask_answer(app *a, int answer)
{
    request_change(a, answer_question, &answer, sizeof answer);
}

static void jump(app *a, const void *with)
{
    player_jump(a, *(const int *)with);
}

void ask_step(app *a, int step)
{
    request_change(a, jump, &step, sizeof step);
}

typedef struct pages_laid_out {
    int count;
    unsigned subject;
} pages_laid_out;

static void lay_out_pages(app *a, const void *with)
{
    const pages_laid_out *p = with;
    caption_pages_laid_out(a, p->count, p->subject);
}

void ask_pages(app *a, int count, unsigned subject)
{
    pages_laid_out p = {count, subject};
    if (count != a->pages.count || subject != a->pages.subject)
        request_following(a, lay_out_pages, &p, sizeof p);
}

static void turn_page(app *a, const void *with)
{
    (void)with;
    caption_pages_round(a);
}

void ask_page(app *a)
{
    request_change(a, turn_page, NULL, 0);
}

// --- the presenter's window

static void run_presenter_action(app *a, const void *with)
{
    const char *const *id = with;
    action_run(a, *id);
    presenter_redraw(a);
}

void ask_presenter_action(app *a, const char *id)
{
    request_change(a, run_presenter_action, &id, sizeof id);
}

static void step_presenter_text(app *a, const void *with)
{
    if (*(const int *)with > 0)
        presenter_text_larger(a);
    else
        presenter_text_smaller(a);
}

void ask_presenter_text(app *a, int steps)
{
    request_change(a, step_presenter_text, &steps, sizeof steps);
}

static void move_stage(app *a, const void *with)
{
    presenter_stage_to(a, *(const int *)with);
}

void ask_presenter_screen(app *a, int screen)
{
    request_change(a, move_stage, &screen, sizeof screen);
}

#include "app/actions/action_story.h"

#include "app/stage/overlay.h"
#include "app/state/caption_pages.h"
#include "app/story/present.h"
#include "app/story/presenter.h"
#include "app/story/story_player.h"

static void next(app *a)
{
    if (!caption_pages_turn(a))
        player_next(a);
}

static void back(app *a)
{
    if (!caption_pages_back(a))
        player_back(a);
}

static void choose_story(app *a)
{
    overlay_toggle(a, OVERLAY_STORIES);
}

static bool can_go_on(const app *a)
{
    const story_step *s = player_step(a);
    return s && (a->player.step + 1 < a->player.story->step_count || caption_pages_go_on(a) ||
                 (s->has_question && !a->player.revealed));
}

static void close_story(app *a)
{
    present_stop(a);
    player_close(a);
}

// Steps as such, whatever pages and answers they have.
static bool can_step_back(const app *a)
{
    return player_is_open(a) && a->player.step > 0;
}

static bool can_step_forward(const app *a)
{
    return player_is_open(a) && a->player.step + 1 < a->player.story->step_count;
}

static void step_back(app *a)
{
    player_jump(a, a->player.step - 1);
}

static void step_forward(app *a)
{
    player_jump(a, a->player.step + 1);
}

static void first_step(app *a)
{
    player_jump(a, 0);
}

static void last_step(app *a)
{
    player_jump(a, a->player.story->step_count - 1);
}

static bool can_have_presenter(const app *a)
{
    return player_is_open(a) && a->parts.window;
}

static bool can_go_back(const app *a)
{
    return player_is_open(a) && (a->player.step > 0 || a->player.revealed || a->pages.page > 0);
}

static const action table[] = {
    {"story.open", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'o', MOD_CTRL, 0}}, choose_story, NULL},
    {"story.next",
     CONTEXT_STORY | CONTEXT_PRESENTING | CONTEXT_REMOTE,
     {{KEY_PAGE_DOWN, 0, CONTEXT_STORY | CONTEXT_REMOTE},
      {KEY_RIGHT, 0, CONTEXT_PRESENTING},
      {' ', 0, CONTEXT_PRESENTING}},
     next,
     can_go_on},
    {"story.back",
     CONTEXT_STORY | CONTEXT_PRESENTING | CONTEXT_REMOTE,
     {{KEY_PAGE_UP, 0, CONTEXT_STORY | CONTEXT_REMOTE}, {KEY_LEFT, 0, CONTEXT_PRESENTING}},
     back,
     can_go_back},
    {"story.return",
     CONTEXT_STORY | CONTEXT_PRESENTING,
     {{KEY_BACKSPACE, MOD_CTRL, 0}},
     player_return,
     player_is_away},
    {"story.step_back", CONTEXT_DOTS, {{KEY_LEFT, 0, 0}}, step_back, can_step_back},
    {"story.step_forward", CONTEXT_DOTS, {{KEY_RIGHT, 0, 0}}, step_forward, can_step_forward},
    {"story.first", CONTEXT_DOTS, {{KEY_HOME, 0, 0}}, first_step, can_step_back},
    {"story.last", CONTEXT_DOTS, {{KEY_END, 0, 0}}, last_step, can_step_forward},
    {"story.close", CONTEXT_STORY, {{'w', MOD_CTRL, 0}}, close_story, player_is_open},

    {"present.start", CONTEXT_STAGE, {{KEY_F5, 0, 0}}, present_start, NULL},
    {"present.restart", CONTEXT_PRESENTING, {{KEY_HOME, 0, 0}}, present_restart, present_is_on},
    {"present.black",
     CONTEXT_PRESENTING | CONTEXT_BLANKED,
     {{'b', 0, 0}, {'.', 0, 0}},
     present_black,
     present_is_on},
    {"present.white",
     CONTEXT_PRESENTING | CONTEXT_BLANKED,
     {{'w', 0, 0}, {',', 0, 0}},
     present_white,
     present_is_on},
    {"present.spotlight", CONTEXT_PRESENTING, {{'l', 0, 0}}, present_spotlight, present_is_on},
    {"present.window",
     CONTEXT_STORY | CONTEXT_PRESENTING,
     {{'n', 0, 0}},
     presenter_toggle,
     can_have_presenter},
    {"present.swap",
     CONTEXT_STORY | CONTEXT_PRESENTING,
     {{KEY_F6, 0, 0}},
     presenter_swap,
     presenter_can_swap},
    {"present.text_larger",
     CONTEXT_PRESENTER,
     {{'+', MOD_CTRL, 0}, {'=', MOD_CTRL, 0}},
     presenter_text_larger,
     presenter_is_open},
    {"present.text_smaller",
     CONTEXT_PRESENTER,
     {{'-', MOD_CTRL, 0}},
     presenter_text_smaller,
     presenter_is_open},
    {"present.text_normal",
     CONTEXT_PRESENTER,
     {{'0', MOD_CTRL, 0}},
     presenter_text_normal,
     presenter_is_open},
    {"present.leave",
     CONTEXT_PRESENTING | CONTEXT_BLANKED,
     {{KEY_ESCAPE, 0, 0}},
     present_leave,
     present_is_on},
};

const action_group action_story = {table, sizeof table / sizeof table[0]};

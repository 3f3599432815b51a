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

static bool can_have_presenter(const app *a)
{
    return player_is_open(a) && a->parts.window;
}

static bool can_go_back(const app *a)
{
    return player_is_open(a) && (a->player.step > 0 || a->player.revealed || a->pages.page > 0);
}

static const action table[] = {
    {"story.open", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'o', MOD_CTRL}}, choose_story, NULL},
    {"story.next",
     CONTEXT_STORY | CONTEXT_PRESENTING,
     {{KEY_PAGE_DOWN, 0}, {KEY_RIGHT, ACTION_PRESENTING}, {' ', ACTION_PRESENTING}},
     next,
     can_go_on},
    {"story.back",
     CONTEXT_STORY | CONTEXT_PRESENTING,
     {{KEY_PAGE_UP, 0}, {KEY_LEFT, ACTION_PRESENTING}},
     back,
     can_go_back},
    {"story.return",
     CONTEXT_STORY | CONTEXT_PRESENTING,
     {{KEY_BACKSPACE, MOD_CTRL}},
     player_return,
     player_is_away},
    {"story.close", CONTEXT_STORY, {{'w', MOD_CTRL}}, close_story, player_is_open},

    {"present.start", CONTEXT_STAGE, {{KEY_F5, 0}}, present_start, NULL},
    {"present.restart", CONTEXT_PRESENTING, {{KEY_HOME, 0}}, present_restart, present_is_on},
    {"present.black",
     CONTEXT_PRESENTING | CONTEXT_BLANKED,
     {{'b', 0}, {'.', 0}},
     present_black,
     present_is_on},
    {"present.white",
     CONTEXT_PRESENTING | CONTEXT_BLANKED,
     {{'w', 0}, {',', 0}},
     present_white,
     present_is_on},
    {"present.spotlight", CONTEXT_PRESENTING, {{'l', 0}}, present_spotlight, present_is_on},
    {"present.window", CONTEXT_STORY | CONTEXT_PRESENTING, {{'n', 0}}, presenter_toggle, can_have_presenter},
    {"present.swap", CONTEXT_STORY | CONTEXT_PRESENTING, {{KEY_F6, 0}}, presenter_swap, presenter_can_swap},
    {"present.leave", CONTEXT_PRESENTING | CONTEXT_BLANKED, {{KEY_ESCAPE, 0}}, present_leave, present_is_on},
};

const action_group action_story = {table, sizeof table / sizeof table[0]};

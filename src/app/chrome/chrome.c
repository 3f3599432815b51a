#include "app/chrome/chrome.h"

#include "app/chrome/ask.h"
#include "app/chrome/chrome_bar.h"
#include "app/chrome/chrome_caption.h"
#include "app/chrome/chrome_card.h"
#include "app/chrome/chrome_story.h"
#include "app/chrome/chrome_toast.h"
#include "app/chrome/chrome_words.h"
#include "app/chrome/clock_dock.h"
#include "app/chrome/panels.h"
#include "app/stage/describe.h"
#include "app/state/layout.h"
#include "app/story/present.h"
#include "app/story/story_player.h"
#include "scene/scenes.h"

#include <math.h>
#include <stdio.h>

// The halves of the stage take the pointer, and the focus first of all.
static void build_stage(app *a)
{
    static const char *const ids[SIDE_COUNT] = {"stage.ssri", "stage.ketamine"};
    bool pointed = false, held = false, released = false;
    for (int s = 0; s < SIDE_COUNT; s++) {
        if (!view_shows(&a->session.view, (side)s) || a->chrome.layout.half[s].w < 1.0f)
            continue;
        char moment[128];
        ui_area_def def = {
            .label = chrome_word(a, ids[s]),
            .value = chrome_time_words(a, view_moment_min(&a->session.view, (side)s), moment, sizeof moment),
            .hint = chrome_word(a, "stage.hint"),
            .focusable = true};
        ui_area_result r = ui_area(a->parts.ui, ids[s], a->chrome.layout.half[s], &def);
        r.hovered = r.hovered && present_points(a);
        pointed = pointed || r.hovered;
        held = held || r.pressed;
        released = released || r.ended;
        ask_stage(a, (side)s, &r);
    }
    ask_hold(a, held, released);
    if (!pointed)
        ask_point_nowhere(a);
}

// A story's own words while they fit what is shown, else what the models say.
static void update_caption(app *a)
{
    if (player_is_open(a) && player_words_hold(a))
        player_caption(a, a->chrome.caption, sizeof a->chrome.caption);
    else
        describe_state(a, a->chrome.caption, sizeof a->chrome.caption);
}

void chrome_lay_out(app *a)
{
    update_caption(a);
    layout_def def = {.width = (float)a->frame.width,
                      .height = (float)a->frame.height,
                      .text_scale = a->session.look.text_scale,
                      .card_width = a->session.card_open ? chrome_card_units(a) : 0.0f,
                      .halves = a->session.view.halves,
                      .story_height = chrome_story_height(a),
                      .presenting = present_is_on(a)};
    a->chrome.layout = layout_compute(&def);
    def.caption_height = chrome_caption_height(a);
    a->chrome.layout = layout_compute(&def);
}

void chrome_build(app *a)
{
    int tabs;
    const scene_class *const *table = scenes(&tabs);
    build_stage(a);
    if (a->chrome.layout.top.h >= 1.0f)
        chrome_bar(a, table, tabs);
    chrome_caption(a);
    chrome_story(a);
    clock_dock(a);
    chrome_card(a);
    panels_build(a);
    chrome_toast(a);
}

#include "app/chrome/chrome.h"

#include "app/actions/actions.h"
#include "app/chrome/chrome_parts.h"
#include "app/chrome/chrome_story.h"
#include "app/chrome/clock_dock.h"
#include "app/chrome/panels.h"
#include "app/stage/stage_input.h"
#include "app/story/present.h"

#include <math.h>
#include <stdio.h>

const char *chrome_word(const app *a, const char *id)
{
    return words_get(&a->words, id);
}

const char *chrome_word2(const app *a, const char *first, const char *second)
{
    char id[96];
    snprintf(id, sizeof id, "%s.%s", first, second);
    const char *text = a->words.get ? a->words.get(a->words.ctx, id) : NULL;
    return text ? text : second;
}

const char *chrome_time_words(const app *a, double t_min, char *out, size_t capacity)
{
    message m = view_time_message(t_min);
    words_format(&a->words, &m, out, capacity);
    return out;
}

const char *chrome_key_hint(const app *a, const char *action_id, char *out, size_t capacity)
{
    const action *act = action_find(action_id);
    char key[64];
    out[0] = '\0';
    const action_key *first = act ? action_first_key(a, act) : NULL;
    if (!first)
        return out;
    action_key_text(&a->words, *first, key, sizeof key);
    message m = message_make("hint.key");
    message_text(&m, "key", key);
    words_format(&a->words, &m, out, capacity);
    return out;
}

void chrome_run(app *a, const char *action_id)
{
    const action *act = action_find(action_id);
    if (act && (!act->enabled || act->enabled(a)))
        act->run(a);
}

// The halves of the stage take the pointer, and the focus first of all.
static void build_stage(app *a)
{
    static const char *const ids[SIDE_COUNT] = {"stage.ssri", "stage.ketamine"};
    bool pointed = false, held = false, released = false;
    for (int s = 0; s < SIDE_COUNT; s++) {
        if (!view_shows(&a->view, (side)s) || a->layout.half[s].w < 1.0f)
            continue;
        char moment[128];
        ui_area_def def = {
            .label = chrome_word(a, ids[s]),
            .value = chrome_time_words(a, view_moment_min(&a->view, (side)s), moment, sizeof moment),
            .hint = chrome_word(a, "stage.hint"),
            .focusable = true};
        ui_area_result r = ui_area(a->ui, ids[s], a->layout.half[s], &def);
        r.hovered = r.hovered && present_points(a);
        pointed = pointed || r.hovered;
        held = held || r.pressed;
        released = released || r.ended;
        stage_input(a, (side)s, &r);
    }
    stage_hold(a, held, released);
    if (!pointed)
        a->hovered[0] = '\0';
}

void chrome_toast(app *a)
{
    if (!a->toast[0])
        return;
    ui *u = a->ui;
    float pad = ui_px(u, 24.0f), margin = ui_px(u, 16.0f);
    float widest = (float)a->width - 2.0f * (pad + margin);
    float w = fminf(ui_text_width(u, a->toast, TYPE_LABEL, TEXT_MEDIUM) + 2.0f, widest);
    if (w <= 0.0f)
        return;
    float h = ui_paragraph_height(u, w, a->toast, TYPE_LABEL, TEXT_MEDIUM);
    float bottom = a->layout.stage.y + a->layout.stage.h - margin;
    rect box = {floorf(0.5f * ((float)a->width - w) - pad), fmaxf(0.0f, floorf(bottom - h - pad)),
                w + 2.0f * pad, h + pad};
    ui_layer_push(u, "toast", false);
    ui_card(u, box);
    ui_paragraph(u, (rect){box.x + pad, box.y + 0.5f * pad, w, h}, a->toast, TYPE_LABEL, TEXT_MEDIUM,
                 UI_CENTRE, ui_theme(u)->ink);
    ui_layer_pop(u);
}

void chrome_build(app *a)
{
    int tabs;
    const scene_class *const *table = scenes(&tabs);
    build_stage(a);
    if (a->layout.top.h >= 1.0f)
        chrome_bar(a, table, tabs);
    chrome_caption(a);
    chrome_story(a);
    clock_dock(a);
    chrome_card(a);
    panels_build(a);
    chrome_toast(a);
}

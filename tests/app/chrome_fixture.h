// The interface without a window or GL: real words, real fonts, the brain's own controls and description over
// an empty stage.
#ifndef NEUROTIDE_TESTS_CHROME_FIXTURE_H
#define NEUROTIDE_TESTS_CHROME_FIXTURE_H

#include "app/run/frame.h"
#include "app/story/shelf.h"
#include "app/story/story_player.h"
#include "app/words/words.h"
#include "check.h"
#include "scene/scenes.h"
#include "test_assets.h"

#include <string.h>

// Those there are, filled in by fixture_open(): no test knows how many.
static char every_language[APP_LANGS_MAX][APP_LANG_MAX];
static int language_count;

static inline void fixture_language(app *a, const char *lang)
{
    error e = {0};
    if (!app_words_load(a, lang, &e))
        fail_msg("%s", e.text);
}

static inline void fixture_open(app *a)
{
    error e = {0};
    *a = (app){.session.speed = SPEED_NORMAL,
               .session.letter_keys = true,
               .frame.width = 1280,
               .frame.height = 720,
               .player = {.chosen = -1}};
    a->session.look = (presentation){.theme = THEME_NIGHT, .text_scale = 1.0f};
    snprintf(a->parts.paths.assets, sizeof a->parts.paths.assets, "%s", test_assets());
    language_count = app_languages(a, every_language);
    fixture_language(a, "en");
    a->parts.text = platform_text_create(NEUROTIDE_ASSETS_DIR "/fonts", &e);
    if (!a->parts.text)
        fail_msg("%s", e.text);
    a->parts.text_source = platform_text_source(a->parts.text);
    a->session.view = view_state_opening();
    a->parts.treatment = treatment_create(treatment_inputs_default());
    a->parts.ui = ui_create();
    assert_non_null(a->parts.treatment);
    assert_non_null(a->parts.ui);
    static scene_class bare; // the brain without what needs GL
    const scene_class *brain = scene_of(VIEW_BRAIN);
    bare = (scene_class){.id = brain->id,
                         .view = brain->view,
                         .icon = brain->icon,
                         .set = NULL,
                         .controls = brain->controls,
                         .next_look = brain->next_look,
                         .describe = brain->describe,
                         .zoom_min = brain->zoom_min,
                         .zoom_max = brain->zoom_max,
                         .turn_max_deg_s = brain->turn_max_deg_s,
                         .zoom_max_s = brain->zoom_max_s};
    a->stage.scene = &bare;
}

static inline void fixture_close(app *a)
{
    player_close(a);
    shelf_close(a);
    ui_destroy(a->parts.ui);
    treatment_destroy(a->parts.treatment);
    platform_text_destroy(a->parts.text);
    draw2d_destroy(&a->draw);
    app_words_free(a);
}

static inline void fixture_build_once(app *a)
{
    app_build_flat(a, 0.0);
}

// Until nothing asks for another build.
static inline void fixture_build(app *a)
{
    for (int i = 0; i < 4; i++)
        fixture_build_once(a);
}

// An event and the frames until what it did is built.
static inline void fixture_event(app *a, const input_event *e)
{
    app_event(a, e);
    fixture_build_once(a);
    for (int i = 0; i < 4 && app_waits(a); i++)
        fixture_build_once(a);
}

static inline ui_widget_info fixture_widget(const app *a, const char *id)
{
    ui_widget_info w = {0};
    for (int i = 0; i < ui_widget_count(a->parts.ui); i++)
        if (ui_widget_at(a->parts.ui, i, &w) && strcmp(w.id, id) == 0)
            return w;
    fail_msg("there is no widget %s", id);
    return w;
}

static inline void fixture_pointer(app *a, input_kind kind, float x, float y)
{
    fixture_event(a, &(input_event){.kind = kind, .x = x, .y = y, .button = BUTTON_LEFT, .clicks = 1});
}

static inline void fixture_click(app *a, const char *id)
{
    rect r = fixture_widget(a, id).visible;
    float x = r.x + 0.5f * r.w, y = r.y + 0.5f * r.h;
    fixture_pointer(a, INPUT_POINTER_MOVE, x, y);
    fixture_pointer(a, INPUT_POINTER_DOWN, x, y);
    fixture_pointer(a, INPUT_POINTER_UP, x, y);
}

static inline void fixture_key(app *a, int key, unsigned mods)
{
    fixture_event(a, &(input_event){.kind = INPUT_KEY_DOWN, .key = key, .mods = mods});
}

// Whether a run of text is drawn.
static inline bool fixture_shows(const app *a, const char *text)
{
    for (size_t i = 0; i < a->draw.count; i++)
        if (a->draw.commands[i].kind == DRAW2D_TEXT &&
            strcmp(a->draw.text + a->draw.commands[i].text, text) == 0)
            return true;
    return false;
}

// Sets up and takes down one test. Every test program has one app, as a program has.
static app a;

static inline int open_app(void **state)
{
    (void)state;
    fixture_open(&a);
    return 0;
}

static inline int close_app(void **state)
{
    (void)state;
    fixture_close(&a);
    return 0;
}

static const char lesson[] = NEUROTIDE_SOURCE_DIR "/tests/app/stories/lesson.yaml";

static inline int open_lesson(void **state)
{
    (void)state;
    error e = {0};
    fixture_open(&a);
    if (!player_open(&a, lesson, &e))
        fail_msg("%s", e.text);
    return 0;
}

#endif

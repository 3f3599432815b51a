// How it is shown, panels, and the rest of the program.
#include "app/actions/action_groups.h"

#include "app/chrome/panels.h"
#include "app/run/app_core.h"
#include "app/run/picture.h"
#include "app/story/reading.h"
#include "app/words/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const float text_step = 0.1f;

// --- how it is shown

static void next_theme(app *a)
{
    a->look.theme = (theme_id)((a->look.theme + 1) % THEMES);
    app_settings_save(a);
}

static void set_text(app *a, float scale)
{
    // Whole steps, so that bigger and smaller meet again.
    scale = text_step * (float)(int)(scale / text_step + 0.5f);
    a->look.text_scale = scale < 0.8f ? 0.8f : scale > 2.0f ? 2.0f : scale;
    app_settings_save(a);
}

static void text_bigger(app *a)
{
    set_text(a, a->look.text_scale + text_step);
}

static void text_smaller(app *a)
{
    set_text(a, a->look.text_scale - text_step);
}

static void text_normal(app *a)
{
    set_text(a, 1.0f);
}

// The next that can be shown; why another cannot is said.
static void next_language(app *a)
{
    char langs[APP_LANGS_MAX][APP_LANG_MAX];
    int count = app_languages(a, langs), now = 0;
    for (int i = 0; i < count; i++)
        if (strcmp(langs[i], a->look.lang) == 0)
            now = i;
    for (int i = 1; i < count; i++) {
        error e = {0};
        if (app_set_language(a, langs[(now + i) % count], &e)) {
            app_settings_save(a);
            return;
        }
        app_toast_text(a, e.text);
    }
}

static void motion(app *a)
{
    a->look.reduce_motion = !a->look.reduce_motion;
    app_settings_save(a);
}

static void letter_keys(app *a)
{
    a->letter_keys = !a->letter_keys;
    app_toast(a, a->letter_keys ? "toast.letters_on" : "toast.letters_off");
    app_settings_save(a);
}

static void fullscreen(app *a)
{
    if (a->window)
        window_set_fullscreen(a->window, !window_is_fullscreen(a->window));
}

static bool has_window(const app *a)
{
    return a->window != NULL;
}

// --- panels and the rest

static void card(app *a)
{
    a->card_open = !a->card_open;
}

static void help(app *a)
{
    panels_show(a, OVERLAY_HELP);
}

static void about(app *a)
{
    panels_show(a, OVERLAY_ABOUT);
}

static void sure(app *a)
{
    if (a->overlay == OVERLAY_SURE)
        panels_close(a);
    else
        reading_go_cards(a);
}

static void glossary_words(app *a)
{
    if (a->overlay == OVERLAY_GLOSSARY)
        panels_close(a);
    else
        reading_go(a, OVERLAY_GLOSSARY, "", "");
}

static void menu(app *a)
{
    panels_show(a, OVERLAY_MENU);
}

static void close_panel(app *a)
{
    if (a->overlay == OVERLAY_FIRST_RUN) {
        a->first_run_done = true;
        a->first_run_waits = false;
        app_settings_save(a);
    }
    panels_close(a);
    a->problems.count = a->problems.dropped = 0; // they were read
    a->player.problems.count = a->player.problems.dropped = 0;
}

static bool has_panel(const app *a)
{
    return a->overlay != OVERLAY_NONE;
}

static void copy_state(app *a)
{
    char text[VIEW_STRING_MAX];
    view_state tidy = view_state_rounded(&a->view);
    view_state_print(&tidy, text, sizeof text);
    if (a->window && window_set_clipboard(a->window, text))
        app_toast(a, "toast.state_copied");
}

static void paste_state(app *a)
{
    char *text = a->window ? window_clipboard(a->window) : NULL;
    if (text)
        app_paste_state(a, text);
    else
        app_toast(a, "toast.state_nothing");
    free(text);
}

static void save_picture(app *a)
{
    char path[PATH_MAX_BYTES];
    error e = {0};
    bool saved = picture_save(a, path, &e);
    message m = message_make(saved ? "toast.picture_saved" : "toast.picture_not_saved");
    message_text(&m, "path", path);
    message_text(&m, "why", e.text);
    if (a->overlay == OVERLAY_MENU)
        panels_close(a); // the confirmation is to be seen
    app_toast_message(a, &m);
}

static void quit(app *a)
{
    a->quit = true;
}

// --- the table

static const action table[] = {
    {"state.copy", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'c', MOD_CTRL}}, copy_state, has_window},
    {"state.paste", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'v', MOD_CTRL}}, paste_state, has_window},

    {"state.picture", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'s', MOD_CTRL}}, save_picture, has_window},

    {"read.sure", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'e', 0}}, sure, NULL},
    {"read.glossary", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'d', 0}}, glossary_words, NULL},

    {"app.card", CONTEXT_STAGE, {{'c', 0}}, card, NULL},
    {"app.theme", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'t', 0}}, next_theme, NULL},
    {"app.text_larger",
     CONTEXT_STAGE | CONTEXT_OVERLAY,
     {{'+', MOD_CTRL}, {'=', MOD_CTRL}},
     text_bigger,
     NULL},
    {"app.text_smaller", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'-', MOD_CTRL}}, text_smaller, NULL},
    {"app.text_normal", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'0', MOD_CTRL}}, text_normal, NULL},
    {"app.language", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'l', MOD_CTRL}}, next_language, NULL},
    {"app.motion", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'m', 0}}, motion, NULL},
    {"app.letters", CONTEXT_STAGE | CONTEXT_OVERLAY, {{KEY_F2, 0}}, letter_keys, NULL},
    {"app.fullscreen", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'f', 0}, {KEY_F11, 0}}, fullscreen, has_window},
    {"app.help", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'?', 0}, {KEY_F1, 0}}, help, NULL},
    {"app.about", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'i', 0}}, about, NULL},
    {"app.menu", CONTEXT_STAGE | CONTEXT_OVERLAY, {{KEY_F10, 0}}, menu, NULL},
    {"app.close", CONTEXT_OVERLAY, {{KEY_ESCAPE, 0}}, close_panel, has_panel},
    {"app.quit", CONTEXT_STAGE | CONTEXT_OVERLAY | CONTEXT_BLANKED, {{'q', MOD_CTRL}}, quit, NULL},
};

const action_group action_app = {table, sizeof table / sizeof table[0]};

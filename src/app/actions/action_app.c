#include "app/actions/action_app.h"

#include "app/stage/overlay.h"
#include "app/stage/visit.h"
#include "app/state/notice.h"
#include "app/state/requests.h"
#include "app/state/session.h"
#include "app/story/reading.h"
#include "app/words/remember.h"
#include "app/words/words.h"
#include "view/view_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const float text_step = 0.1f;

// --- how it is shown

static void set_look(app *a, const presentation *look)
{
    session_set_look(a, look);
    remember_save(a);
}

static void next_theme(app *a)
{
    presentation look = a->session.look;
    look.theme = (theme_id)((look.theme + 1) % THEMES);
    set_look(a, &look);
}

static void set_text(app *a, float scale)
{
    // Whole steps, so that bigger and smaller meet again.
    presentation look = a->session.look;
    look.text_scale = presentation_text_within(text_step * (float)(int)(scale / text_step + 0.5f));
    set_look(a, &look);
}

static void text_bigger(app *a)
{
    set_text(a, a->session.look.text_scale + text_step);
}

static void text_smaller(app *a)
{
    set_text(a, a->session.look.text_scale - text_step);
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
        if (strcmp(langs[i], a->session.look.lang) == 0)
            now = i;
    for (int i = 1; i < count; i++) {
        error e = {0};
        if (app_set_language(a, langs[(now + i) % count], &e)) {
            remember_save(a);
            return;
        }
        notice_text(a, e.text);
    }
}

static void motion(app *a)
{
    presentation look = a->session.look;
    look.reduce_motion = !look.reduce_motion;
    set_look(a, &look);
}

static void letter_keys(app *a)
{
    session_set_letter_keys(a, !a->session.letter_keys);
    notice_toast(a, a->session.letter_keys ? "toast.letters_on" : "toast.letters_off");
    remember_save(a);
}

static void fullscreen(app *a)
{
    if (a->parts.window)
        window_set_fullscreen(a->parts.window, !window_is_fullscreen(a->parts.window));
}

static bool has_window(const app *a)
{
    return a->parts.window != NULL;
}

// --- panels and the rest

static void card(app *a)
{
    session_set_card_open(a, !a->session.card_open);
}

static void help(app *a)
{
    overlay_toggle(a, OVERLAY_HELP);
}

static void about(app *a)
{
    overlay_toggle(a, OVERLAY_ABOUT);
}

static void sure(app *a)
{
    if (a->stage.overlay == OVERLAY_SURE)
        overlay_close(a);
    else
        reading_go_cards(a);
}

static void glossary_words(app *a)
{
    if (a->stage.overlay == OVERLAY_GLOSSARY)
        overlay_close(a);
    else
        reading_go(a, OVERLAY_GLOSSARY, "", "");
}

static void menu(app *a)
{
    overlay_toggle(a, OVERLAY_MENU);
}

static bool has_panel(const app *a)
{
    return a->stage.overlay != OVERLAY_NONE;
}

static void copy_state(app *a)
{
    char text[VIEW_STRING_MAX];
    view_state tidy = view_state_rounded(&a->session.view);
    view_state_print(&tidy, text, sizeof text);
    if (a->parts.window && window_set_clipboard(a->parts.window, text))
        notice_toast(a, "toast.state_copied");
}

static void paste_state(app *a)
{
    char *text = a->parts.window ? window_clipboard(a->parts.window) : NULL;
    if (text)
        visit_paste(a, text);
    else
        notice_toast(a, "toast.state_nothing");
    free(text);
}

static void quit(app *a)
{
    request_quit(a);
}

// --- the table

static const action table[] = {
    {"state.copy", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'c', MOD_CTRL, 0}}, copy_state, has_window},
    {"state.paste", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'v', MOD_CTRL, 0}}, paste_state, has_window},

    {"state.picture", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'s', MOD_CTRL, 0}}, request_picture, has_window},

    {"read.sure", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'e', 0, 0}}, sure, NULL},
    {"read.glossary", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'d', 0, 0}}, glossary_words, NULL},

    {"app.card", CONTEXT_STAGE, {{'c', 0, 0}}, card, NULL},
    {"app.theme", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'t', 0, 0}}, next_theme, NULL},
    {"app.text_larger",
     CONTEXT_STAGE | CONTEXT_OVERLAY,
     {{'+', MOD_CTRL, 0}, {'=', MOD_CTRL, 0}},
     text_bigger,
     NULL},
    {"app.text_smaller", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'-', MOD_CTRL, 0}}, text_smaller, NULL},
    {"app.text_normal", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'0', MOD_CTRL, 0}}, text_normal, NULL},
    {"app.language", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'l', MOD_CTRL, 0}}, next_language, NULL},
    {"app.motion", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'m', 0, 0}}, motion, NULL},
    {"app.letters", CONTEXT_STAGE | CONTEXT_OVERLAY, {{KEY_F2, 0, 0}}, letter_keys, NULL},
    {"app.fullscreen",
     CONTEXT_STAGE | CONTEXT_OVERLAY,
     {{'f', 0, 0}, {KEY_F11, 0, 0}},
     fullscreen,
     has_window},
    {"app.help", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'?', 0, 0}, {KEY_F1, 0, 0}}, help, NULL},
    {"app.about", CONTEXT_STAGE | CONTEXT_OVERLAY, {{'i', 0, 0}}, about, NULL},
    {"app.menu", CONTEXT_STAGE | CONTEXT_OVERLAY, {{KEY_F10, 0, 0}}, menu, NULL},
    // Page keys lead back to the story, which a remote has no other key for.
    {"app.close",
     CONTEXT_OVERLAY | CONTEXT_REMOTE_PANEL,
     {{KEY_ESCAPE, 0, CONTEXT_OVERLAY},
      {KEY_PAGE_DOWN, 0, CONTEXT_REMOTE_PANEL},
      {KEY_PAGE_UP, 0, CONTEXT_REMOTE_PANEL}},
     overlay_dismiss,
     has_panel},
    {"app.quit", CONTEXT_STAGE | CONTEXT_OVERLAY | CONTEXT_BLANKED, {{'q', MOD_CTRL, 0}}, quit, NULL},
};

const action_group action_app = {table, sizeof table / sizeof table[0]};

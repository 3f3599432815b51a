#include "app/words/remember.h"

#include "app/words/words.h"

#include <stdio.h>
#include <string.h>

void remember_read(app *a, const options *o)
{
    remember_state *r = &a->remember;
    settings *s = &r->kept;
    *s = settings_default();
    r->off = o->mode != RUN_WINDOW || o->script_path;
    r->broken = o->mode == RUN_WINDOW && !settings_load(a->paths.settings, s);
    a->look = s->look;
    if (o->has_theme)
        a->look.theme = o->theme;
    if (o->has_text_size)
        a->look.text_scale = o->text_scale;
    if (o->has_reduce_motion)
        a->look.reduce_motion = o->reduce_motion;
    if (o->lang)
        snprintf(a->look.lang, sizeof a->look.lang, "%s", o->lang);
    r->seen = a->look;
    a->letter_keys = s->letter_keys;
    a->first_run_done = s->first_run_done;
    memcpy(a->present.presenter.wanted, s->stage_screen, sizeof s->stage_screen);
}

static void save(app *a)
{
    error e = {0};
    if (settings_save(a->paths.settings, &a->remember.kept, &e) || a->remember.failed)
        return;
    a->remember.failed = true; // once is enough
    fprintf(stderr, "neurotide: %s\n", e.text);
    char why[ERROR_TEXT_MAX + PATH_MAX_BYTES];
    message cause = message_make(app_cause_id(e.cause)), m = message_make("error.settings_not_saved");
    message_text(&cause, "place", a->paths.settings);
    words_format(&a->words, &cause, why, sizeof why);
    message_text(&m, "why", why);
    app_toast_message(a, &m);
}

// The file that cannot be set aside stays as it is: a person may have written it by hand.
static void mend_settings(app *a)
{
    char aside[PATH_MAX_BYTES] = "";
    error e = {0};
    bool done = settings_set_aside(a->paths.settings, aside, sizeof aside, &e);
    message m = message_make(done ? "error.settings_set_aside" : "error.settings_stay");
    message_text(&m, "file", aside);
    message_text(&m, "folder", a->paths.settings);
    app_problem(a, &m);
    if (done) {
        save(a);
    } else {
        fprintf(stderr, "neurotide: %s\n", e.text);
        a->remember.off = true;
    }
}

static void read_crisis_line(app *a)
{
    if (settings_crisis_line(a->paths.settings, a->crisis_line, sizeof a->crisis_line))
        return;
    message m = message_make("error.crisis_line");
    message_text(&m, "folder", a->paths.settings);
    message_number(&m, "count", (double)sizeof a->crisis_line - 1.0, 0);
    app_problem(a, &m);
}

void remember_mend(app *a, const options *o)
{
    if (o->lang) // it may be one that cannot be shown
        memcpy(a->remember.seen.lang, a->look.lang, sizeof a->look.lang);
    if (o->mode != RUN_WINDOW)
        return;
    if (a->remember.broken && a->remember.off)
        fprintf(stderr, "neurotide: %s/settings.yaml has mistakes; the script leaves it as it is.\n",
                a->paths.settings);
    else if (a->remember.broken)
        mend_settings(a);
    read_crisis_line(a);
}

static void take_changes(app *a)
{
    const presentation *now = &a->look;
    presentation *seen = &a->remember.seen;
    settings *kept = &a->remember.kept;
    if (now->theme != seen->theme)
        kept->look.theme = now->theme;
    if (now->text_scale != seen->text_scale)
        kept->look.text_scale = now->text_scale;
    if (now->reduce_motion != seen->reduce_motion)
        kept->look.reduce_motion = now->reduce_motion;
    if (strcmp(now->lang, seen->lang) != 0)
        memcpy(kept->look.lang, now->lang, sizeof now->lang);
    *seen = *now;
    kept->letter_keys = a->letter_keys;
    kept->first_run_done = a->first_run_done;
    memcpy(kept->stage_screen, a->present.presenter.wanted, sizeof kept->stage_screen);
}

void app_settings_save(app *a)
{
    if (a->kiosk.on || a->remember.off)
        return;
    take_changes(a);
    save(a);
}

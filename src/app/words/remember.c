#include "app/words/remember.h"

#include "app/state/notice.h"
#include "app/state/session.h"
#include "app/state/settings.h"
#include "app/words/words.h"

#include <stdio.h>
#include <string.h>

void remember_read(app *a, const options *o)
{
    remember_state *r = &a->remember;
    settings *s = &r->kept;
    *s = settings_default();
    r->off = o->mode != RUN_WINDOW || o->script_path;
    r->broken = o->mode == RUN_WINDOW && !settings_load(a->parts.paths.settings, s);
    presentation look = s->look;
    if (o->has_theme)
        look.theme = o->theme;
    if (o->has_text_size)
        look.text_scale = o->text_scale;
    if (o->has_reduce_motion)
        look.reduce_motion = o->reduce_motion;
    if (o->lang)
        snprintf(look.lang, sizeof look.lang, "%s", o->lang);
    r->seen = look;
    session_set_look(a, &look);
    session_set_letter_keys(a, s->letter_keys);
    session_set_first_run_done(a, s->first_run_done);
    session_set_stage_screen(a, s->stage_screen);
}

static void save(app *a)
{
    error e = {0};
    if (settings_save(a->parts.paths.settings, &a->remember.kept, &e) || a->remember.failed)
        return;
    a->remember.failed = true; // once is enough
    fprintf(stderr, "neurotide: %s\n", e.text);
    char why[ERROR_TEXT_MAX + PATH_MAX_BYTES];
    message cause = message_make(app_cause_id(e.cause)), m = message_make("error.settings_not_saved");
    message_text(&cause, "place", a->parts.paths.settings);
    words_format(&a->texts.words, &cause, why, sizeof why);
    message_text(&m, "why", why);
    notice_message(a, &m);
}

// The file that cannot be set aside stays as it is: a person may have written it by hand.
static void mend_settings(app *a)
{
    char aside[PATH_MAX_BYTES] = "";
    error e = {0};
    bool done = settings_set_aside(a->parts.paths.settings, aside, sizeof aside, &e);
    message m = message_make(done ? "error.settings_set_aside" : "error.settings_stay");
    message_text(&m, "file", aside);
    message_text(&m, "folder", a->parts.paths.settings);
    notice_problem_message(a, &m);
    if (done) {
        save(a);
    } else {
        fprintf(stderr, "neurotide: %s\n", e.text);
        a->remember.off = true;
    }
}

static void read_crisis_line(app *a)
{
    if (settings_crisis_line(a->parts.paths.settings, a->texts.crisis_line, sizeof a->texts.crisis_line))
        return;
    message m = message_make("error.crisis_line");
    message_text(&m, "folder", a->parts.paths.settings);
    message_number(&m, "count", (double)sizeof a->texts.crisis_line - 1.0, 0);
    notice_problem_message(a, &m);
}

void remember_mend(app *a, const options *o)
{
    if (o->lang) // it may be one that cannot be shown
        memcpy(a->remember.seen.lang, a->session.look.lang, sizeof a->session.look.lang);
    if (o->mode != RUN_WINDOW)
        return;
    if (a->remember.broken && a->remember.off)
        fprintf(stderr, "neurotide: %s/settings.yaml has mistakes; the script leaves it as it is.\n",
                a->parts.paths.settings);
    else if (a->remember.broken)
        mend_settings(a);
    read_crisis_line(a);
}

static void take_changes(app *a)
{
    const presentation *now = &a->session.look;
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
    kept->letter_keys = a->session.letter_keys;
    kept->first_run_done = a->session.first_run_done;
    memcpy(kept->stage_screen, a->session.stage_screen, sizeof kept->stage_screen);
}

void remember_save(app *a)
{
    if (a->kiosk.on || a->remember.off)
        return;
    take_changes(a);
    save(a);
}

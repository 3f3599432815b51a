#include "app/words/remember.h"

#include "app/state/notice.h"
#include "app/state/session.h"
#include "app/words/settings_file.h"
#include "app/words/words.h"

#include <stdio.h>
#include <string.h>

// Compared with one another these tell what was chosen in between.
static settings settings_now(const app *a)
{
    const session *now = &a->session;
    settings s = {.look = now->look,
                  .theme_chosen = true,
                  .motion_chosen = true,
                  .letter_keys = now->letter_keys,
                  .first_run_done = now->first_run_done};
    memcpy(s.stage_screen, now->stage_screen, sizeof s.stage_screen);
    return s;
}

static void follow_wishes(const app *a, const settings *s, presentation *look)
{
    if (s->theme_chosen && s->motion_chosen)
        return;
    host_wishes w = host_wishes_now(&a->parts.host);
    if (!s->theme_chosen && w.more_contrast)
        look->theme = THEME_CONTRAST;
    if (!s->motion_chosen && w.less_motion)
        look->reduce_motion = true;
}

void remember_read(app *a, const options *o)
{
    remember_state *r = &a->remember;
    settings *s = &r->kept;
    *s = settings_default();
    r->off = o->mode != RUN_WINDOW || o->script_path;
    r->broken = o->mode == RUN_WINDOW && !settings_load(&a->parts.host, a->parts.paths.settings, s);
    presentation look = s->look;
    if (o->mode == RUN_WINDOW) // pictures are the same for everybody
        follow_wishes(a, s, &look);
    if (o->has_theme)
        look.theme = o->theme;
    if (o->has_text_size)
        look.text_scale = o->text_scale;
    if (o->has_reduce_motion)
        look.reduce_motion = o->reduce_motion;
    if (o->lang)
        snprintf(look.lang, sizeof look.lang, "%s", o->lang);
    session_set_look(a, &look);
    session_set_letter_keys(a, s->letter_keys);
    session_set_first_run_done(a, s->first_run_done);
    session_set_stage_screen(a, s->stage_screen);
    r->seen = settings_now(a);
}

static void tell_not_saved(app *a, const error *e)
{
    if (a->remember.failed)
        return;
    a->remember.failed = true; // once is enough
    fprintf(stderr, "neurotide: %s\n", e->text);
    char why[ERROR_TEXT_MAX + PATH_MAX_BYTES];
    message cause = message_make(app_cause_id(e->cause)), m = message_make("error.settings_not_saved");
    message_text(&cause, "place", a->parts.paths.settings);
    words_format(&a->texts.words, &cause, why, sizeof why);
    message_text(&m, "why", why);
    notice_message(a, &m);
}

static bool save(app *a, const settings *s, unsigned changes, bool *broken)
{
    remember_state *r = &a->remember;
    error e = {0};
    if (settings_save(&a->parts.host, a->parts.paths.settings, s, changes, &r->kept, broken, &e)) {
        r->unsaved = 0;
        return true;
    }
    if (!*broken)
        tell_not_saved(a, &e);
    return false;
}

// What is sound in a broken file is saved in its place. The file that cannot be set aside stays as it is: a
// person may have written it by hand.
static void mend_settings(app *a, void (*tell)(app *a, const message *m))
{
    char aside[PATH_MAX_BYTES] = "";
    error e = {0};
    bool done = settings_set_aside(&a->parts.host, a->parts.paths.settings, aside, sizeof aside, &e),
         again = false;
    message m = message_make(done ? "error.settings_set_aside" : "error.settings_stay");
    message_text(&m, "file", aside);
    message_text(&m, "folder", a->parts.paths.settings);
    tell(a, &m);
    if (done) {
        settings sound = a->remember.kept;
        save(a, &sound, SETTINGS_ALL, &again);
    } else {
        fprintf(stderr, "neurotide: %s\n", e.text);
        a->remember.off = true;
    }
}

static void read_crisis_line(app *a)
{
    if (settings_crisis_line(&a->parts.host, a->parts.paths.settings, a->texts.crisis_line,
                             sizeof a->texts.crisis_line))
        return;
    message m = message_make("error.crisis_line");
    message_text(&m, "folder", a->parts.paths.settings);
    message_number(&m, "count", (double)sizeof a->texts.crisis_line - 1.0, 0);
    notice_problem_message(a, &m);
}

void remember_mend(app *a, const options *o)
{
    // The language is the system's or the one of an option, or stands in for one that cannot be shown: no
    // choice of the person's.
    memcpy(a->remember.seen.look.lang, a->session.look.lang, sizeof a->session.look.lang);
    if (o->mode != RUN_WINDOW)
        return;
    if (a->remember.broken && a->remember.off)
        fprintf(stderr, "neurotide: %s/settings.yaml has mistakes; the script leaves it as it is.\n",
                a->parts.paths.settings);
    else if (a->remember.broken)
        mend_settings(a, notice_problem_message);
    read_crisis_line(a);
}

void remember_save(app *a)
{
    remember_state *r = &a->remember;
    if (a->kiosk.on || r->off)
        return;
    settings now = settings_now(a);
    bool broken = false;
    r->unsaved |= settings_changes(&r->seen, &now);
    r->seen = now;
    if (r->unsaved && !save(a, &now, r->unsaved, &broken) && broken)
        mend_settings(a, notice_message);
}

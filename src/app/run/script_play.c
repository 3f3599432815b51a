#include "app/run/script_play.h"

#include "app/run/script.h"
#include "app/stage/describe.h"
#include "app/state/requests.h"

#include "app/actions/actions.h"
#include "app/run/frame.h"
#include "app/run/picture.h"
#include "view/view_text.h"

#include <math.h>
#include <stdio.h>

static void tell(script *s, const char *sentence)
{
    fprintf(stderr, "neurotide: %s\n", sentence);
    script_fail(s);
}

static void play_event(app *a, const script_command *c)
{
    input_event e = c->event;
    if (c->share) {
        e.x *= (float)a->frame.width;
        e.y *= (float)a->frame.height;
        e.dx *= (float)a->frame.width;
        e.dy *= (float)a->frame.height;
    }
    app_event(a, &e);
}

static void play_size(app *a, const script_command *c)
{
    if (a->parts.window)
        window_set_size(a->parts.window, c->event.width, c->event.height);
    else
        app_event(a, &c->event);
}

static void play_action(script *s, app *a, const char *id)
{
    const action *act = action_find(id);
    error e;
    if (!act) {
        error_set(&e, "The script asks for the action %s, which does not exist; the help lists them.", id);
        tell(s, e.text);
    } else if (!act->enabled || act->enabled(a)) {
        act->run(a);
        request_redraw(a);
    }
}

static void play_still(script *s, app *a, const char *path)
{
    error e = {0};
    if (!picture_write(a, path, &e))
        tell(s, e.text);
}

static void play(script *s, app *a, const script_command *c)
{
    char text[CHROME_CAPTION_MAX], string[VIEW_STRING_MAX];
    switch (c->kind) {
    case SCRIPT_EVENT:
        play_event(a, c);
        return;
    case SCRIPT_SIZE:
        play_size(a, c);
        return;
    case SCRIPT_ACTION:
        play_action(s, a, c->text);
        return;
    case SCRIPT_STILL:
        play_still(s, a, c->text);
        return;
    case SCRIPT_STATE:
        view_state_print(&a->session.view, string, sizeof string);
        puts(string);
        break;
    case SCRIPT_DESCRIBE:
        describe_state(a, text, sizeof text);
        puts(text);
        break;
    case SCRIPT_SAY:
        puts(c->text);
        break;
    case SCRIPT_QUIT:
        request_quit(a);
        return;
    }
    fflush(stdout); // what listens on a pipe hears it now
}

void script_play(script *s, app *a, double time_s)
{
    const script_command *c;
    while (!a->asked.quit && !app_waits(a) && (c = script_next(s, time_s)) != NULL)
        play(s, a, c);
}

static bool fit_target(app *a, gfx_target **t, error *e)
{
    int width = 0, height = 0;
    if (*t)
        gfx_target_size(*t, &width, &height);
    if (width == a->frame.width && height == a->frame.height)
        return true;
    gfx_target_destroy(a->parts.gfx, *t);
    *t = gfx_target_create(
        a->parts.gfx,
        &(gfx_target_def){.label = "script", .width = a->frame.width, .height = a->frame.height}, e);
    return *t != NULL;
}

bool script_run_offscreen(script *s, app *a, error *e)
{
    const double step_s = 1.0 / 60.0;
    gfx_target *t = NULL;
    bool good = true;
    for (long frame = 0; good && !a->asked.quit && script_next_time(s) < HUGE_VAL; frame++) {
        a->frame.now_s = (double)frame * step_s;
        script_play(s, a, a->frame.now_s);
        while (app_waits(a) && !a->asked.quit) { // what is due at the same time is done before time goes on
            app_settle(a);
            script_play(s, a, a->frame.now_s);
        }
        good = fit_target(a, &t, e);
        if (good)
            app_tick(a, step_s, t);
    }
    gfx_target_destroy(a->parts.gfx, t);
    return good;
}

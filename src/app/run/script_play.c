#include "app/run/script.h"

#include "app/actions/actions.h"
#include "app/run/app_core.h"
#include "app/run/picture.h"
#include "app/run/script_build.h"

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
        e.x *= (float)a->width;
        e.y *= (float)a->height;
        e.dx *= (float)a->width;
        e.dy *= (float)a->height;
    }
    app_event(a, &e);
}

static void play_size(app *a, const script_command *c)
{
    if (a->window)
        window_set_size(a->window, c->event.width, c->event.height);
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
        a->dirty = true;
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
    char text[APP_CAPTION_MAX], string[VIEW_STRING_MAX];
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
        view_state_print(&a->view, string, sizeof string);
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
        a->quit = true;
        return;
    }
    fflush(stdout); // what listens on a pipe hears it now
}

void script_play(script *s, app *a, double time_s)
{
    const script_command *c;
    while (!a->quit && (c = script_next(s, time_s)) != NULL)
        play(s, a, c);
}

static bool fit_target(app *a, gfx_target **t, error *e)
{
    int width = 0, height = 0;
    if (*t)
        gfx_target_size(*t, &width, &height);
    if (width == a->width && height == a->height)
        return true;
    gfx_target_destroy(a->gfx, *t);
    *t = gfx_target_create(a->gfx,
                           &(gfx_target_def){.label = "script", .width = a->width, .height = a->height}, e);
    return *t != NULL;
}

bool script_run_offscreen(script *s, app *a, error *e)
{
    const double step_s = 1.0 / 60.0;
    gfx_target *t = NULL;
    bool good = true;
    for (long frame = 0; good && !a->quit && script_next_time(s) < HUGE_VAL; frame++) {
        a->now_s = (double)frame * step_s;
        script_play(s, a, a->now_s);
        good = fit_target(a, &t, e);
        if (good)
            app_tick(a, step_s, t);
    }
    gfx_target_destroy(a->gfx, t);
    return good;
}

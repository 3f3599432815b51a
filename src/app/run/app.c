#include "app/run/app.h"

#include "app/chrome/narrate.h"
#include "app/chrome/presenter_view.h"
#include "app/run/address.h"
#include "app/stage/overlay.h"
#include "app/stage/scene_host.h"
#include "app/stage/stage.h"
#include "app/state/assets.h"
#include "app/state/notice.h"
#include "app/state/session.h"
#include "app/story/shelf.h"
#include "app/story/story_player.h"
#include "app/words/remember.h"
#include "app/words/words.h"
#include "scene/scenes.h"
#include "view/view_text.h"

#include <stdio.h>
#include <string.h>

static void tell(const char *sentence)
{
    fprintf(stderr, "neurotide: %s\n", sentence);
}

static void tell_problems(const view_problems *p)
{
    for (int i = 0; i < p->count; i++)
        tell(p->text[i]);
}

static bool open_text(app *a, error *e)
{
    char folder[PATH_MAX_BYTES];
    if (!path_join(folder, a->parts.paths.assets, "fonts")) {
        error_set(e, "The path of the fonts is too long; move the program to a folder with a shorter name.");
        return false;
    }
    a->parts.text = platform_text_create(folder, e);
    if (!a->parts.text)
        return false;
    a->parts.text_source = platform_text_source(a->parts.text);
    return true;
}

// A language that was remembered from another version, or whose script cannot be shown, is no reason not to
// begin.
static bool load_words(app *a, const options *o, error *e)
{
    if (app_words_load(a, a->session.look.lang, e))
        return true;
    char found[APP_LANG_MAX];
    bool asked_for_nothing = o->lang && !app_find_language(a, o->lang, found);
    if (asked_for_nothing || strcmp(a->session.look.lang, "en") == 0)
        return false;
    tell(e->text);
    if (o->mode == RUN_WINDOW)
        notice_text(a, e->text);
    return app_words_load(a, "en", e);
}

// In a window a story that cannot be shown is told and the stage is there all the same; a picture of
// something else than what was asked for would mislead.
static bool begin_story(app *a, const options *o, error *e)
{
    if (!o->story || o->kiosk || player_open(a, o->story, e))
        return true;
    if (o->mode != RUN_WINDOW)
        return false;
    tell(e->text);
    if (a->notice.story_problems.count == 0)
        notice_problem(a, e->text);
    overlay_open(a, OVERLAY_PROBLEMS);
    return true;
}

bool app_begin(app *a, const options *o, const host *h, error *e)
{
    memset(a, 0, sizeof *a);
    a->parts.host = *h;
    session_set_speed(a, SPEED_NORMAL);
    narrate_switch(a, o->narrate);
    player_close(a); // none is open
    if (!scenes_check(e) || !paths_find(&a->parts.paths, e))
        return false;
    remember_read(a, o);
    bool draws = o->mode != RUN_DESCRIBE || o->script_path; // a script plays on a stage
    if ((draws && !open_text(a, e)) || !load_words(a, o, e) || !app_words_safe(a, e))
        return false;
    view_state v = view_state_opening();
    view_problems problems = {0};
    char room[VIEW_STRING_MAX];
    const char *given = address_begin(h, o->state, room);
    if (given)
        view_state_parse(given, &v, &problems);
    notice_problems_set(a, &problems);
    session_set_view(a, &v);
    remember_mend(a, o);
    if (a->notice.problems.count > 0)
        overlay_open(a, OVERLAY_PROBLEMS);
    tell_problems(&a->notice.problems);
    a->parts.treatment =
        treatment_create((treatment_inputs){a->session.view.ketamine_mg_per_kg, a->session.view.ssri_target});
    if (!a->parts.treatment) {
        error_set_memory(e, "the models");
        return false;
    }
    return scene_host_set(a, v.scene) && begin_story(a, o, e);
}

static bool read_shader(void *ctx, const char *name, char **bytes, size_t *length, error *e)
{
    return assets_read(((const app *)ctx)->parts.paths.shaders, name, bytes, length, e);
}

bool app_begin_picture(app *a, int width, int height, error *e)
{
    a->frame.width = width;
    a->frame.height = height;
    gfx_def def = {.shaders = {.ctx = a, .read = read_shader}, .text = a->parts.text_source};
    a->parts.gfx = gfx_create(&def, e);
    if (!a->parts.gfx || !scene_host_open(a, e))
        return false;
    a->parts.ui = ui_create();
    a->parts.picture = stage_create(a->parts.gfx);
    if (a->parts.ui && a->parts.picture)
        return true;
    error_set_memory(e, "the interface");
    return false;
}

void app_end(app *a)
{
    stage_destroy(a->parts.picture);
    scene_host_close(a);
    ui_destroy(a->parts.ui);
    if (a->parts.gfx)
        gfx_destroy(a->parts.gfx);
    platform_text_destroy(a->parts.text);
    draw2d_destroy(&a->draw);
    treatment_destroy(a->parts.treatment);
    player_close(a);
    shelf_close(a);
    app_words_free(a);
    presenter_view_end(a);
    memset(a, 0, sizeof *a);
}

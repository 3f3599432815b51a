#include "app/run/app_core.h"

#include "app/chrome/chrome_parts.h"
#include "app/stage/live.h"
#include "app/stage/stage_input.h"
#include "app/story/reading.h"
#include "app/story/story_player.h"
#include "app/words/remember.h"
#include "app/words/words.h"
#include "base/utf8.h"
#include "platform/files.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
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

static void list_problem(app *a, const char *text)
{
    view_problems *p = &a->problems;
    if (p->count < VIEW_PROBLEMS)
        snprintf(p->text[p->count++], VIEW_PROBLEM_TEXT, "%.*s", VIEW_PROBLEM_TEXT - 1, text);
    else
        p->dropped++;
    a->overlay = OVERLAY_PROBLEMS;
}

void app_problem(app *a, const message *m)
{
    char text[VIEW_PROBLEM_TEXT];
    words_format(&a->words, m, text, sizeof text);
    list_problem(a, text);
}

// A state string names any magnification of the design; this version may not have it yet.
static void keep_to_known_scene(app *a)
{
    if (scene_of(a->view.scene))
        return;
    message m = message_make("error.scene_missing");
    app_problem(a, &m);
    view_state kept = a->view;
    view_state v = view_state_default(VIEW_BRAIN);
    v.t_min = kept.t_min;
    memcpy(v.pinned, kept.pinned, sizeof v.pinned);
    memcpy(v.pin_min, kept.pin_min, sizeof v.pin_min);
    v.halves = kept.halves;
    v.ketamine_mg_per_kg = kept.ketamine_mg_per_kg;
    v.ssri_target = kept.ssri_target;
    a->view = v;
}

static bool open_text(app *a, error *e)
{
    char folder[PATH_MAX_BYTES];
    if (!path_join(folder, a->paths.assets, "fonts")) {
        error_set(e, "The path of the fonts is too long; move the program to a folder with a shorter name.");
        return false;
    }
    a->text = platform_text_create(folder, e);
    if (!a->text)
        return false;
    a->text_source = platform_text_source(a->text);
    return true;
}

// A language that was remembered from another version, or whose script cannot be shown, is no reason not to
// begin.
static bool load_words(app *a, const options *o, error *e)
{
    if (app_words_load(a, a->look.lang, e))
        return true;
    bool asked_for_nothing = o->lang && !app_has_language(a, o->lang);
    if (asked_for_nothing || strcmp(a->look.lang, "en") == 0)
        return false;
    tell(e->text);
    if (o->mode == RUN_WINDOW)
        app_toast_text(a, e->text);
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
    if (a->player.problems.count == 0)
        list_problem(a, e->text);
    a->overlay = OVERLAY_PROBLEMS;
    return true;
}

bool app_begin(app *a, const options *o, error *e)
{
    *a = (app){.speed = SPEED_NORMAL, .narrate = o->narrate, .dirty = true, .player = {.chosen = -1}};
    if (!paths_find(&a->paths, e))
        return false;
    remember_read(a, o);
    bool draws = o->mode == RUN_WINDOW || o->mode == RUN_STILL || o->mode == RUN_BENCH;
    if ((draws && !open_text(a, e)) || !load_words(a, o, e) || !app_words_safe(a, e))
        return false;
    a->view = view_state_opening();
    if (o->state && !view_state_parse(o->state, &a->view, &a->problems))
        a->overlay = OVERLAY_PROBLEMS;
    keep_to_known_scene(a);
    remember_mend(a, o);
    tell_problems(&a->problems);
    a->treatment = treatment_create((treatment_inputs){a->view.ketamine_mg_per_kg, a->view.ssri_target});
    if (!a->treatment) {
        error_set_memory(e, "the models");
        return false;
    }
    a->scene = scene_of(a->view.scene);
    return begin_story(a, o, e);
}

static bool read_under(const char *folder, const char *name, char **bytes, size_t *length, error *e)
{
    enum { ASSET_LIMIT = 64 << 20 };
    char path[PATH_MAX_BYTES];
    if (!path_join(path, folder, name)) {
        error_set(e, "The path of %s is too long; move the program to a folder with a shorter name.", name);
        return false;
    }
    if (file_read(path, ASSET_LIMIT, bytes, length, NULL))
        return true;
    error_set(e, "%s is missing or cannot be read; build or install the program again.", path);
    return false;
}

static bool read_shader(void *ctx, const char *name, char **bytes, size_t *length, error *e)
{
    return read_under(((app *)ctx)->paths.shaders, name, bytes, length, e);
}

static bool read_asset(void *ctx, const char *name, char **bytes, size_t *length, error *e)
{
    return read_under(((app *)ctx)->paths.assets, name, bytes, length, e);
}

static bool open_scene(app *a, error *e)
{
    scene_def def = {.gfx = a->gfx, .assets = {.ctx = a, .read = read_asset}};
    a->scene_data = a->scene->create(&def, e);
    if (!a->scene_data)
        return false;
    a->scene->set(a->scene_data, &a->view, a->treatment);
    live_show_run(a);
    return true;
}

bool app_begin_picture(app *a, int width, int height, error *e)
{
    a->width = width;
    a->height = height;
    gfx_def def = {.shaders = {.ctx = a, .read = read_shader}, .text = a->text_source};
    a->gfx = gfx_create(&def, e);
    if (!a->gfx || !open_scene(a, e))
        return false;
    a->ui = ui_create();
    a->stage = stage_create(a->gfx);
    if (a->ui && a->stage)
        return true;
    error_set_memory(e, "the interface");
    return false;
}

void app_end(app *a)
{
    stage_destroy(a->stage);
    if (a->scene_data)
        a->scene->destroy(a->scene_data);
    ui_destroy(a->ui);
    if (a->gfx)
        gfx_destroy(a->gfx);
    platform_text_destroy(a->text);
    draw2d_destroy(&a->draw);
    treatment_destroy(a->treatment);
    player_close(a);
    reading_close(a);
    app_words_free(a);
    *a = (app){0};
}

void app_apply_inputs(app *a)
{
    treatment_inputs now = treatment_inputs_of(a->treatment);
    if (now.ketamine_mg_per_kg != a->view.ketamine_mg_per_kg || now.ssri_target != a->view.ssri_target)
        treatment_tabulate(a->treatment, (treatment_inputs){a->view.ketamine_mg_per_kg, a->view.ssri_target});
    if (!a->scene_data)
        return;
    live_notice_jump(a);
    a->scene->set(a->scene_data, &a->view, a->treatment);
}

bool app_set_scene(app *a, view_scene s)
{
    const scene_class *c = scene_of(s);
    if (!c || c == a->scene)
        return c != NULL;
    if (!a->scene_data) { // nothing is drawn yet
        a->scene = c;
        a->view.scene = s;
        return true;
    }
    void *before = a->scene_data;
    const scene_class *class_before = a->scene;
    a->scene = c;
    error e = {0};
    a->view.scene = s;
    a->view.camera = view_state_default(s).camera;
    a->view.pick[0] = '\0';
    if (!open_scene(a, &e)) {
        tell(e.text);
        a->scene = class_before;
        a->scene_data = before;
        a->view.scene = class_before->view;
        return false;
    }
    class_before->destroy(before);
    live_scene_changed(a, (int)s - (int)class_before->view);
    return true;
}

static bool set_scene_after(app *a, view_scene s, double run_s)
{
    double before = a->view.run_s;
    a->view.run_s = run_s;
    if (app_set_scene(a, s))
        return true;
    a->view.run_s = before;
    return false;
}

bool app_visit_scene(app *a, view_scene s)
{
    return s == a->view.scene || set_scene_after(a, s, view_state_default(s).run_s);
}

void app_reset(app *a)
{
    view_state target = view_state_opening();
    if (a->view.scene != target.scene)
        target = view_state_default(a->view.scene);
    a->playing = false;
    a->speed = SPEED_NORMAL;
    stage_stand(a);
    app_go(a, &target);
}

void app_toast(app *a, const char *text_id)
{
    message m = message_make(text_id);
    app_toast_message(a, &m);
}

static void show_toast(app *a)
{
    a->toasts++;
    a->toast_left_s = fmax(4.0, 0.075 * (double)utf8_count(a->toast)); // time to read it
    a->dirty = true;
}

void app_toast_message(app *a, const message *m)
{
    words_format(&a->words, m, a->toast, sizeof a->toast);
    show_toast(a);
}

void app_toast_text(app *a, const char *text)
{
    snprintf(a->toast, sizeof a->toast, "%.*s", (int)sizeof a->toast - 1, text);
    show_toast(a);
}

// The first line that is meant as a view, in the caller's room; what is too long for one stays too long.
// False when there is none.
static bool find_view(const char *text, char out[VIEW_STRING_MAX + 2])
{
    while (!view_state_is_meant(text)) {
        text += strcspn(text, "\r\n");
        text += strspn(text, "\r\n");
        if (!*text)
            return false;
    }
    size_t length = strcspn(text, "\r\n");
    length = length < VIEW_STRING_MAX + 1 ? length : VIEW_STRING_MAX + 1;
    memcpy(out, text, length);
    out[length] = '\0';
    return true;
}

void app_paste_state(app *a, const char *text)
{
    char found[VIEW_STRING_MAX + 2];
    view_state v, plain = view_state_default(VIEW_BRAIN);
    view_problems problems = {0};
    if (!find_view(text, found)) {
        app_toast(a, "toast.state_nothing");
        return;
    }
    bool right = view_state_parse(found, &v, &problems);
    if (!right && view_state_equal(&v, &plain)) { // nothing of it could be used: what is shown stays
        a->problems = problems;
        a->overlay = OVERLAY_PROBLEMS;
        return;
    }
    view_state before = a->view;
    a->view = v;
    a->problems = problems;
    keep_to_known_scene(a);
    v = a->view;
    a->view = before;
    if (!set_scene_after(a, v.scene, v.run_s))
        return;
    a->playing = false;
    app_go(a, &v);
    if (!right || a->problems.count > 0) {
        a->overlay = OVERLAY_PROBLEMS;
        return;
    }
    app_toast(a, "toast.state_pasted");
    if (a->overlay == OVERLAY_PROBLEMS) // of an earlier one
        chrome_run(a, "app.close");
}

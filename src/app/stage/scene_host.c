#include "app/stage/scene_host.h"

#include "app/stage/fade.h"
#include "app/stage/live.h"
#include "app/stage/stage.h"
#include "app/state/assets.h"
#include "app/state/notice.h"
#include "app/state/requests.h"
#include "app/state/session.h"
#include "scene/scenes.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

static const double rest_after_s = 0.15; // stillness before the picture is refined

static bool read_asset(void *ctx, const char *name, char **bytes, size_t *length, error *e)
{
    return assets_read(((const app *)ctx)->parts.paths.assets, name, bytes, length, e);
}

bool scene_host_open(app *a, error *e)
{
    stage_state *s = &a->stage;
    scene_def def = {.gfx = a->parts.gfx, .assets = {.ctx = a, .read = read_asset}};
    s->scene_data = s->scene->create(&def, e);
    if (!s->scene_data)
        return false;
    s->scene->set(s->scene_data, &a->session.view, a->parts.treatment);
    live_show_run(a);
    return true;
}

// What was borrowed from the scene ends with it.
static void forget_names(app *a)
{
    a->stage.names.count = 0;
    a->stage.on_name = false;
    a->stage.hovered[0] = '\0';
}

void scene_host_close(app *a)
{
    forget_names(a);
    if (a->stage.scene_data)
        a->stage.scene->destroy(a->stage.scene_data);
    a->stage.scene_data = NULL;
}

void scene_host_apply(app *a)
{
    const view_state *v = &a->session.view;
    treatment_inputs now = treatment_inputs_of(a->parts.treatment);
    if (now.ketamine_mg_per_kg != v->ketamine_mg_per_kg || now.ssri_target != v->ssri_target)
        treatment_tabulate(a->parts.treatment, (treatment_inputs){v->ketamine_mg_per_kg, v->ssri_target});
    if (!a->stage.scene_data)
        return;
    live_notice_jump(a);
    a->stage.scene->set(a->stage.scene_data, v, a->parts.treatment);
}

// In the person's words; what exactly failed, which is in none of them, is for standard error.
static bool refuse(app *a, const view_state *view_before, void *before, const error *e)
{
    fprintf(stderr, "neurotide: %s\n", e->text);
    a->stage.scene = scene_of(view_before->scene);
    a->stage.scene_data = before;
    session_set_view(a, view_before);
    notice_toast(a, e->cause == ERROR_NO_MEMORY ? "error.scene_memory" : "error.scene_not_made");
    return false;
}

bool scene_host_set(app *a, view_scene s)
{
    const scene_class *c = scene_of(s);
    if (c == a->stage.scene)
        return true;
    const view_state view_before = a->session.view;
    view_state v = view_before;
    v.scene = s;
    const scene_class *class_before = a->stage.scene;
    void *before = a->stage.scene_data;
    a->stage.scene = c;
    if (!before) { // nothing is drawn yet
        session_set_view(a, &v);
        return true;
    }
    v.camera = view_state_default(s).camera;
    v.pick[0] = '\0';
    session_set_view(a, &v);
    error e = {0};
    if (!scene_host_open(a, &e))
        return refuse(a, &view_before, before, &e);
    forget_names(a);
    class_before->destroy(before);
    live_scene_changed(a, (int)s - (int)class_before->view);
    return true;
}

// --- pictures

void scene_host_act(app *a, int asked)
{
    if (a->stage.scene->act)
        a->stage.scene->act(a->stage.scene_data, asked);
    request_redraw(a);
}

scene_frame scene_host_frame(app *a)
{
    scene_frame f = {.gfx = a->parts.gfx,
                     .draw = &a->draw,
                     .text = &a->parts.text_source,
                     .words = &a->texts.words,
                     .theme = theme_get(a->session.look.theme),
                     .view = &a->session.view,
                     .treatment = a->parts.treatment,
                     .stage = a->chrome.layout.stage,
                     .unit = a->chrome.layout.unit,
                     .text_scale = a->session.look.text_scale,
                     .reduce_motion = a->session.look.reduce_motion,
                     .labels = a->session.view.labels,
                     .hovered = a->stage.hovered[0] ? a->stage.hovered : NULL};
    memcpy(f.half, a->chrome.layout.half, sizeof f.half);
    return f;
}

// Drawing never changes a model: looked at before and after, in debug builds only.
static uint64_t models_of(const app *a)
{
#ifdef NDEBUG
    (void)a;
    return 0;
#else
    return a->stage.scene->fingerprint ? a->stage.scene->fingerprint(a->stage.scene_data) : 0;
#endif
}

static void check_models(const app *a, uint64_t before)
{
    (void)before;
    (void)a;
    assert(models_of(a) == before);
}

void scene_host_draw_flat(app *a)
{
    a->stage.names.count = 0;
    if (!a->stage.scene_data)
        return;
    scene_frame f = scene_host_frame(a);
    uint64_t models = models_of(a);
    draw2d_push_clip(&a->draw, a->chrome.layout.stage);
    a->draw.alpha = fade_overlay_alpha(a);
    f.names = &a->stage.names;
    a->stage.scene->draw2d(a->stage.scene_data, &f);
    a->draw.alpha = 1.0f;
    draw2d_pop_clip(&a->draw);
    check_models(a, models);
}

static picture_key key_of(const app *a)
{
    const stage_state *s = &a->stage;
    picture_key k = {.stage = a->chrome.layout.stage,
                     .theme = a->session.look.theme,
                     .revision = s->scene->revision ? s->scene->revision(s->scene_data) : 0};
    snprintf(k.hovered, sizeof k.hovered, "%s", s->hovered);
    return k;
}

bool scene_host_picture_changed(const app *a)
{
    picture_key now = key_of(a);
    const picture_key *drawn = &a->stage.drawn_key;
    bool same_place = now.stage.x == drawn->stage.x && now.stage.y == drawn->stage.y &&
                      now.stage.w == drawn->stage.w && now.stage.h == drawn->stage.h;
    return !same_place || now.theme != drawn->theme || now.revision != drawn->revision ||
           strcmp(now.hovered, drawn->hovered) != 0 ||
           !view_state_equal(&a->session.view, &a->stage.drawn_view);
}

void scene_host_picture_drawn(app *a)
{
    a->stage.drawn_view = a->session.view;
    a->stage.drawn_key = key_of(a);
    a->stage.rested_s = 0.0;
}

scene_host_picture scene_host_draw(app *a, double dt_s, error *e)
{
    stage_state *s = &a->stage;
    scene_frame f = scene_host_frame(a);
    uint64_t models = models_of(a);
    bool drawn;
    if (scene_host_picture_changed(a) || s->live.stepped) {
        scene_host_picture_drawn(a);
        stage_restart(a->parts.picture);
        drawn = stage_draw_moving(a->parts.picture, s->scene, s->scene_data, &f, e);
    } else {
        s->rested_s += dt_s;
        if (s->rested_s < rest_after_s || stage_is_finished(a->parts.picture))
            return PICTURE_SAME;
        drawn = stage_draw_resting(a->parts.picture, s->scene, s->scene_data, &f, e);
    }
    check_models(a, models);
    return drawn ? PICTURE_NEW : PICTURE_FAILED;
}

bool scene_host_draw_still(app *a, error *e)
{
    scene_frame f = scene_host_frame(a);
    stage_restart(a->parts.picture);
    do {
        if (!stage_draw_resting(a->parts.picture, a->stage.scene, a->stage.scene_data, &f, e))
            return false;
    } while (!stage_is_finished(a->parts.picture));
    return true;
}

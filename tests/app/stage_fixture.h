// The whole picture without a window or GL: the real magnifications on a recording in place of a graphics
// card, and the interface around them.
#ifndef NEUROTIDE_TESTS_STAGE_FIXTURE_H
#define NEUROTIDE_TESTS_STAGE_FIXTURE_H

#include "app/stage/scene_host.h"
#include "scene/scenes.h"
#include "ui/layout_check.h"

#include "app/stage/live.h"
#include "chrome_fixture.h"
#include "platform/files.h"
#include "view/view_text.h"

static inline bool fixture_read(const char *folder, const char *name, char **bytes, size_t *length, error *e)
{
    char path[PATH_MAX_BYTES];
    return path_join(path, folder, name) && file_read(path, 64 << 20, bytes, length, e);
}

static inline bool fixture_shader(void *ctx, const char *name, char **bytes, size_t *length, error *e)
{
    (void)ctx;
    return fixture_read(NEUROTIDE_SOURCE_DIR "/shaders", name, bytes, length, e);
}

static inline bool fixture_asset(void *ctx, const char *name, char **bytes, size_t *length, error *e)
{
    (void)ctx;
    return fixture_read(NEUROTIDE_ASSETS_DIR, name, bytes, length, e);
}

// One real magnification in place of the bare brain; the one before goes.
static inline void fixture_show(view_scene scene)
{
    error e = {0};
    if (a.stage.scene_data)
        a.stage.scene->destroy(a.stage.scene_data);
    if (!a.parts.gfx)
        a.parts.gfx =
            gfx_create_recording(&(gfx_def){.shaders = {NULL, fixture_shader}, .text = a.parts.text_source});
    assert_non_null(a.parts.gfx);
    a.stage.scene = scene_of(scene);
    a.session.view = view_state_default(scene);
    a.stage.scene_data =
        a.stage.scene->create(&(scene_def){.gfx = a.parts.gfx, .assets = {.read = fixture_asset}}, &e);
    if (!a.stage.scene_data)
        fail_msg("%s", e.text);
    a.stage.scene->set(a.stage.scene_data, &a.session.view, a.parts.treatment);
    live_show_run(&a);
}

static inline void fixture_state(const char *state)
{
    view_problems problems = {0};
    if (!view_state_parse(state, &a.session.view, &problems))
        fail_msg("%s: %s", state, problems.text[0]);
    scene_host_apply(&a);
}

static inline void fixture_hide(void)
{
    if (a.stage.scene_data)
        a.stage.scene->destroy(a.stage.scene_data);
    a.stage.scene_data = NULL;
    gfx_destroy(a.parts.gfx);
    a.parts.gfx = NULL;
}

static inline int open_stage(void **state)
{
    return open_app(state);
}

static inline int close_stage(void **state)
{
    fixture_hide();
    return close_app(state);
}

#endif

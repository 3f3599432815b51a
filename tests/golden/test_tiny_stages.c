// Every magnification on stages down to a single pixel: what has no room is left out, and never asks for a
// rectangle of negative size or for a number that is none.
#include "scene/scenes.h"
#include "scene_fixture.h"

#include "gfx/gl_api.h"

#include <math.h>

static scene_fixture *open_scene(const scene_class *class, fixture_gpu gpu)
{
    return scene_fixture_open(&(fixture_def){.scene = class,
                                             .gpu = gpu,
                                             .language = "en",
                                             .files = {class->id, "time", "brain", "interface"},
                                             .asset = NEUROTIDE_BRAIN_ASSET});
}

static void draw(scene_fixture *f, const view_state *v, float width, float height, float text_scale,
                 float scale, int lod)
{
    scene_frame frame = scene_fixture_stage(f, v, width, height, text_scale, THEME_NIGHT);
    frame.unit = fmaxf(frame.unit, 0.02f);
    frame.quality.lod = lod;
    int w = (int)fmaxf(1.0f, roundf(width * scale)), h = (int)fmaxf(1.0f, roundf(height * scale));
    error e = {0};
    gfx_target *t = gfx_target_create(
        f->g, &(gfx_target_def){.label = "tiny", .width = w, .height = h, .depth = true}, &e);
    if (!t)
        fail_msg("%s", e.text);
    gfx_begin(f->g, t, 0, 0);
    f->class->draw3d(f->scene, &frame, scale);
    f->class->draw2d(f->scene, &frame);
    gfx_draw2d(f->g, &f->draw, w, h);
    gfx_target_destroy(f->g, t);
}

// --- what is asked for

// The width and height behind a word of a line, both at least 0; true where the word is not there.
static bool sizes_are_sizes(const char *line, const char *word)
{
    const char *at = strstr(line, word);
    double r[4];
    if (!at)
        return true;
    if (sscanf(at + strlen(word), "%lf %lf %lf %lf", &r[0], &r[1], &r[2], &r[3]) != 4)
        return false;
    for (int i = 0; i < 4; i++)
        if (!isfinite(r[i]))
            return false;
    return r[2] >= 0.0 && r[3] >= 0.0;
}

static bool is_number(const char *line)
{
    static const char *const none[] = {" nan", " -nan", " inf", " -inf"};
    for (int i = 0; i < 4; i++) {
        const char *at = strstr(line, none[i]);
        if (at && (at[strlen(none[i])] == ' ' || at[strlen(none[i])] == '\0'))
            return false;
    }
    return true;
}

// Line by line: a sanitizer measures all of a string whenever something is looked for in it.
static void check_recording(const char *text, const char *what)
{
    static const char *const before[] = {"viewport", "  box", "  gradient", " clip"};
    char line[4096];
    for (const char *at = text; *at;) {
        const char *end = strchr(at, '\n');
        size_t length = end ? (size_t)(end - at) : 0;
        assert_true(length < sizeof line);
        memcpy(line, at, length);
        line[length] = '\0';
        bool right = end && is_number(line);
        for (size_t i = 0; right && i < sizeof before / sizeof before[0]; i++)
            right = sizes_are_sizes(line, before[i]);
        if (!right)
            fail_msg("%s: %.*s", what, end ? (int)length : 40, at);
        at = end + 1;
    }
}

static void check_asked(const scene_class *class)
{
    static const float sides[] = {1.0f, 5.0f, 34.0f, 89.0f, 149.0f, 233.0f, 610.0f};
    enum { SIDES = sizeof sides / sizeof sides[0] };
    scene_fixture *f = open_scene(class, FIXTURE_RECORDING);
    for (int pass = 0; pass < 4; pass++) {
        view_state v = view_state_default(class->view);
        v.halves = (view_halves)(pass % 3);
        v.labels = true;
        const char *first = class->pick_step ? class->pick_step(f->scene, "", 1) : NULL;
        snprintf(v.pick, sizeof v.pick, "%s", pass == 3 && first ? first : "");
        v.camera.zoom = pass == 3 ? class->zoom_max : v.camera.zoom;
        class->set(f->scene, &v, f->model);
        for (int i = 0; i < SIDES * SIDES; i++) {
            float w = sides[i / SIDES], h = sides[i % SIDES], text = pass % 2 ? 2.0f : 1.0f;
            char what[96];
            snprintf(what, sizeof what, "%s %gx%g, pass %d", class->id, (double)w, (double)h, pass);
            gfx_recording_clear(f->g);
            draw(f, &v, w, h, text, 1.0f, pass % 3);
            check_recording(gfx_recording(f->g), what);
        }
    }
    scene_fixture_close(f);
}

static void no_stage_is_too_small(void **state)
{
    (void)state;
    int count = 0;
    const scene_class *const *all = scenes(&count);
    for (int i = 0; i < count; i++)
        check_asked(all[i]);
}

// --- what the driver says of it

static void check_drawn(const scene_class *class, fixture_gpu gpu)
{
    static const float sides[] = {1.0f, 40.0f, 110.0f, 149.0f};
    enum { SIDES = sizeof sides / sizeof sides[0] };
    scene_fixture *f = open_scene(class, gpu);
    view_state v = view_state_default(class->view);
    class->set(f->scene, &v, f->model);
    for (int i = 0; i < SIDES * SIDES; i++) {
        float w = sides[i / SIDES], h = sides[i % SIDES];
        draw(f, &v, w, h, 1.0f, i % 2 ? 0.5f : 1.0f, 2);
        unsigned code = glGetError();
        if (code != GL_NO_ERROR)
            fail_msg("%s %gx%g: GL error 0x%04x", class->id, (double)w, (double)h, code);
    }
    scene_fixture_close(f);
}

static void check_all_drawn(fixture_gpu gpu)
{
    int count = 0;
    const scene_class *const *all = scenes(&count);
    for (int i = 0; i < count; i++)
        check_drawn(all[i], gpu);
}

static void opengl_takes_all_of_it(void **state)
{
    (void)state;
    check_all_drawn(FIXTURE_GL);
}

static void so_does_opengl_es(void **state)
{
    (void)state;
    check_all_drawn(FIXTURE_ES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_stage_is_too_small),
        cmocka_unit_test(opengl_takes_all_of_it),
        cmocka_unit_test(so_does_opengl_es),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

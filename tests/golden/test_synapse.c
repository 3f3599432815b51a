// The magnification "synapse": small pictures against stored ones, beside the exact state of the models they
// show, and the flat overlay at every size.
#include "picture.h"
#include "scene_fixture.h"

#include "scene/synapse/synapse.h"
#include "scene/synapse/synapse_names.h"
#include "scene/synapse/synapse_plan.h"

enum { WIDTH = 512, HEIGHT = 256 };

static const double weeks4 = 4.0 * 7.0 * 24.0 * 60.0;

// Words as long as the real ones, so that no language file is needed.
static const char *word(void *ctx, const char *id)
{
    (void)ctx;
    static const struct {
        const char *end, *text;
    } table[] = {{"slow_waits", "{factor} times slower than life, pauses shortened"},
                 {"slow_brief", "{factor} times slower"},
                 {"tall_brief", "Height x {factor}"},
                 {"seen_brief", "Exaggerated"},
                 {".slow", "{factor} times slower than life"},
                 {".tall", "Cleft drawn {factor} times too high, parts enlarged"},
                 {".seen", "Exaggerated to be seen: plugs, NMDA x {factor}"},
                 {".interneuron", "Glutamate synapse on a brake cell"},
                 {"kind.serotonin", "Serotonin synapse"},
                 {"trace.glutamate", "Free glutamate, mM"},
                 {"trace.serotonin", "Free serotonin, uM"},
                 {"trace.current", "Current, % of before"},
                 {"trace.quick", "pause between releases, shortened"},
                 {"trace.bound", "Receptors holding serotonin, %"},
                 {"trace.voltage", "Membrane voltage, mV"},
                 {"trace.before", "before the dose"},
                 {"scale.nm", "{length} nm"},
                 {"scale.um", "{length} um"},
                 {"sert.short", "Serotonin pump (SERT)"},
                 {"receptor.short", "Serotonin receptor"},
                 {".short", "Receiving cell"},
                 {".what", "It opens for a moment when it holds a molecule, and passes the message on."},
                 {"number.decimal", "."},
                 {"side.ssri", "SSRI"},
                 {"side.ketamine", "Ketamine"},
                 {"badge.pin", "Shown at {time}"},
                 {"time.min", "{count} minutes"},
                 {"time.w", "{count} weeks"}};
    size_t n = strlen(id);
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        size_t k = strlen(table[i].end);
        if (n >= k && strcmp(id + n - k, table[i].end) == 0)
            return table[i].text;
    }
    return n > 6 ? id + n - 6 : id;
}

typedef struct rig {
    scene_fixture *f;
    synapse *scene; // the fixture's
    view_state view;
} rig;

static rig *rig_open(fixture_gpu gpu)
{
    rig *r = calloc(1, sizeof *r);
    assert_non_null(r);
    r->f = scene_fixture_open(&(fixture_def){.scene = &synapse_class, .gpu = gpu, .word = word});
    r->scene = r->f->scene;
    r->view = view_state_default(VIEW_SYNAPSE);
    r->view.pinned[SIDE_SSRI] = r->view.pinned[SIDE_KETAMINE] = true;
    r->view.pin_min[SIDE_SSRI] = weeks4;
    r->view.pin_min[SIDE_KETAMINE] = 40.0;
    return r;
}

static void rig_close(rig *r)
{
    scene_fixture_close(r->f);
    free(r);
}

static void run(rig *r)
{
    synapse_class.set(r->scene, &r->view, r->f->model);
    for (long i = 0; i < lround(60.0 * r->view.run_s); i++)
        synapse_class.advance(r->scene, 1.0 / 60.0);
}

static scene_frame frame_of(rig *r, float width, float height, float text_scale, theme_id look)
{
    scene_frame f = scene_fixture_stage(r->f, &r->view, width, height, text_scale, look);
    f.labels = true;
    return f;
}

static image render(rig *r, theme_id look)
{
    run(r);
    scene_frame f = frame_of(r, WIDTH, HEIGHT, 1.0f, look);
    uint64_t before = synapse_glutamate_hash(r->scene->glutamate);
    image out = scene_fixture_picture(r->f, &f);
    assert_true(synapse_glutamate_hash(r->scene->glutamate) == before); // drawing changes no model
    return out;
}

static void check_picture(const char *name, theme_id look, double t_min, bool es)
{
    rig *r = rig_open(es ? FIXTURE_ES : FIXTURE_GL);
    if (t_min >= 0.0) {
        r->view.pinned[SIDE_SSRI] = r->view.pinned[SIDE_KETAMINE] = false;
        r->view.t_min = t_min;
    }
    image now = render(r, look);
    picture_check(&now, name, es);
    image_destroy(&now);
    rig_close(r);
}

static void at_work_in_the_dark(void **state)
{
    (void)state;
    check_picture("synapse_at_work_night", THEME_NIGHT, -1.0, false);
}

static void before_the_dose_in_daylight(void **state)
{
    (void)state;
    check_picture("synapse_before_daylight", THEME_DAYLIGHT, 0.0, false);
}

static void opengl_es_draws_the_same(void **state)
{
    (void)state;
    check_picture("synapse_at_work_night", THEME_NIGHT, -1.0, true);
}

// --- the flat overlay

static void check_texts(rig *r, const scene_frame *f, const char *what)
{
    for (size_t i = 0; i < r->f->draw.count; i++) {
        const draw2d_command *a = &r->f->draw.commands[i];
        if (a->kind != DRAW2D_TEXT)
            continue;
        const char *text = r->f->draw.text + a->text;
        rect inside = rect_intersect(a->box, f->stage);
        if (inside.w < a->box.w - 1.0f || inside.h < a->box.h - 1.0f)
            fail_msg("%s: \"%s\" leaves the stage", what, text);
        if (a->text_px < 12.0f)
            fail_msg("%s: \"%s\" is smaller than 12 px", what, text);
        if (strstr(text, "\xE2\x80\xA6"))
            fail_msg("%s: \"%s\" is cut", what, text);
        for (size_t k = i + 1; k < r->f->draw.count; k++) {
            const draw2d_command *b = &r->f->draw.commands[k];
            rect less = {b->box.x, b->box.y + 0.15f * b->box.h, b->box.w, 0.7f * b->box.h};
            if (b->kind == DRAW2D_TEXT && fixture_overlap(a->box, less))
                fail_msg("%s: \"%s\" and \"%s\" overlap", what, text, r->f->draw.text + b->text);
        }
    }
}

// Pumps and receptors are what the picture is about: while it is seen whole, words keep off them.
static void check_keys(rig *r, const scene_frame *f, const char *what)
{
    synapse_plan plan = synapse_plan_make(f);
    for (int s = 0; s < SIDE_COUNT; s++) {
        if (f->half[s].w <= 0.0f)
            continue;
        rect keys[SYNAPSE_KEYS];
        camera c = synapse_camera_window(&plan, f, (side)s, r->scene->sight[s].focus);
        int count = synapse_key_rects(r->scene, &c, (side)s, keys);
        assert_true(count > 4);
        for (size_t i = 0; i < r->f->draw.count; i++) {
            const draw2d_command *a = &r->f->draw.commands[i];
            for (int k = 0; k < count && a->kind == DRAW2D_TEXT; k++)
                if (fixture_overlap(a->box, rect_intersect(keys[k], plan.picture[s])))
                    fail_msg("%s: \"%s\" lies on a machine", what, r->f->draw.text + a->text);
        }
    }
}

static void words_keep_off_pumps_and_receptors_at_every_size(void **state)
{
    (void)state;
    rig *r = rig_open(FIXTURE_RECORDING);
    static const double moments[] = {0.0, 40.0, 120.0, 1440.0};
    for (size_t m = 0; m < sizeof moments / sizeof moments[0]; m++) {
        r->view.pinned[SIDE_SSRI] = r->view.pinned[SIDE_KETAMINE] = m == 1;
        r->view.t_min = moments[m];
        run(r);
        static const float sizes[][3] = {{640.0f, 203.0f, 1.0f},   {960.0f, 395.0f, 1.0f},
                                         {1280.0f, 476.0f, 1.0f},  {1280.0f, 313.0f, 2.0f},
                                         {1280.0f, 500.0f, 0.8f},  {1920.0f, 714.0f, 1.0f},
                                         {3840.0f, 1430.0f, 1.0f}, {720.0f, 920.0f, 1.0f}};
        for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
            for (int still = 0; still < 2; still++) {
                scene_frame f = frame_of(r, sizes[i][0], sizes[i][1], sizes[i][2], THEME_NIGHT);
                f.reduce_motion = still;
                synapse_class.draw2d(r->scene, &f);
                char what[96];
                snprintf(what, sizeof what, "%gx%g text %g moment %g", (double)sizes[i][0],
                         (double)sizes[i][1], (double)sizes[i][2], moments[m]);
                check_texts(r, &f, what);
                check_keys(r, &f, what);
            }
    }
    rig_close(r);
}

static void no_text_overlaps_another_or_leaves_the_stage_at_any_size(void **state)
{
    (void)state;
    rig *r = rig_open(FIXTURE_RECORDING);
    run(r);
    static const float sizes[][3] = {
        {640.0f, 200.0f, 1.0f},  {960.0f, 330.0f, 1.0f},  {960.0f, 300.0f, 2.0f},   {1280.0f, 480.0f, 1.0f},
        {1920.0f, 740.0f, 1.0f}, {1920.0f, 740.0f, 2.0f}, {3840.0f, 1480.0f, 1.0f}, {720.0f, 880.0f, 1.0f},
        {720.0f, 800.0f, 2.0f},  {2520.0f, 700.0f, 1.4f}, {880.0f, 360.0f, 1.0f}};
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
        for (int turn = 0; turn < 8; turn++) {
            r->view.camera.yaw_deg = 20.0 * turn - 80.0;
            r->view.camera.pitch_deg = 9.0 * turn - 20.0;
            r->view.camera.zoom = turn % 3 == 2 ? 4.0 : 1.0;
            r->view.halves = turn == 5 ? VIEW_KETAMINE : VIEW_BOTH;
            scene_frame f = frame_of(r, sizes[i][0], sizes[i][1], sizes[i][2], THEME_NIGHT);
            f.reduce_motion = turn == 6;
            synapse_class.draw2d(r->scene, &f);
            char what[96];
            snprintf(what, sizeof what, "%gx%g text %g turn %d", (double)sizes[i][0], (double)sizes[i][1],
                     (double)sizes[i][2], turn);
            check_texts(r, &f, what);
        }
    rig_close(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(at_work_in_the_dark),
        cmocka_unit_test(before_the_dose_in_daylight),
        cmocka_unit_test(opengl_es_draws_the_same),
        cmocka_unit_test(words_keep_off_pumps_and_receptors_at_every_size),
        cmocka_unit_test(no_text_overlaps_another_or_leaves_the_stage_at_any_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// Small pictures of the circuit against stored ones, beside the exact state of the models they show.
#include "picture.h"
#include "scene_fixture.h"

#include "scene/circuit/circuit.h"
#include "scene/circuit/circuit_scene.h"

enum { WIDTH = 640, HEIGHT = 260 };

typedef struct golden {
    const char *name;
    double t_min;
    theme_id theme;
    uint64_t model[SIDE_COUNT]; // circuit_fingerprint() of both sides
} golden;

static const golden at_work = {
    "circuit_40min_night", 40.0, THEME_NIGHT, {0x6122decf1683300b, 0x3be2ab84a959ee29}};
static const golden before = {
    "circuit_before_daylight", 0.0, THEME_DAYLIGHT, {0x6122decf1683300b, 0x6122decf1683300b}};

static image render(scene_fixture *f, const golden *g)
{
    view_state v = view_state_default(VIEW_CIRCUIT);
    v.t_min = g->t_min;
    circuit_class.set(f->scene, &v, f->model);
    circuit_class.finish(f->scene);
    for (long i = 0; i < lround(60.0 * v.run_s); i++)
        circuit_class.advance(f->scene, 1.0 / 60.0);
    scene_frame frame = scene_fixture_stage(f, &v, WIDTH, HEIGHT, 1.0f, g->theme);
    return scene_fixture_picture(f, &frame);
}

static void check_golden(const golden *g, fixture_gpu gpu)
{
    scene_fixture *f = scene_fixture_open(&(fixture_def){
        .scene = &circuit_class, .gpu = gpu, .language = "en", .files = {"circuit", "time", "brain"}});
    image now = render(f, g);
    const circuit_scene *c = f->scene;
    for (int s = 0; s < SIDE_COUNT; s++) {
        uint64_t print = circuit_fingerprint(c->model[s]);
        if (print != g->model[s])
            fail_msg("%s: side %d: the model's fingerprint is 0x%016llx", g->name, s,
                     (unsigned long long)print);
    }
    picture_check(&now, g->name, gpu == FIXTURE_ES);
    image_destroy(&now);
    scene_fixture_close(f);
}

static void forty_minutes_in_the_dark(void **state)
{
    (void)state;
    check_golden(&at_work, FIXTURE_GL);
}

static void before_the_dose_in_daylight(void **state)
{
    (void)state;
    check_golden(&before, FIXTURE_GL);
}

static void opengl_es_draws_the_same_pictures(void **state)
{
    (void)state;
    check_golden(&at_work, FIXTURE_ES);
    check_golden(&before, FIXTURE_ES);
}

// How warm the light of a half is: the burst's glutamate and the busy pyramidal cells.
static double warmth(const image *p, int half)
{
    double sum = 0.0;
    for (int y = 0; y < p->height; y++)
        for (int x = half * p->width / 2; x < (half + 1) * p->width / 2; x++) {
            const uint8_t *c = p->data + ((size_t)y * (size_t)p->width + (size_t)x) * 3;
            sum += fmax(0.0, (double)c[0] - (double)c[2]);
        }
    return sum;
}

static void at_a_glance_the_halves_differ_at_work_and_not_before(void **state)
{
    (void)state;
    scene_fixture *f = scene_fixture_open(&(fixture_def){
        .scene = &circuit_class, .gpu = FIXTURE_GL, .language = "en", .files = {"circuit", "time", "brain"}});
    image now = render(f, &at_work);
    assert_true(warmth(&now, 1) > 2.0 * warmth(&now, 0));
    image_destroy(&now);
    golden weeks = {"", 14.0 * 1440.0, THEME_NIGHT, {0, 0}};
    image later = render(f, &weeks);
    size_t far = 0;
    for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH / 2; x++) {
            const uint8_t *at = later.data + ((size_t)y * WIDTH + (size_t)x) * 3;
            far += abs(at[0] - at[3 * WIDTH / 2]) > 12;
        }
    assert_true(far < WIDTH * HEIGHT / 2000); // rounding along edges only
    image_destroy(&later);
    scene_fixture_close(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forty_minutes_in_the_dark),
        cmocka_unit_test(before_the_dose_in_daylight),
        cmocka_unit_test(opengl_es_draws_the_same_pictures),
        cmocka_unit_test(at_a_glance_the_halves_differ_at_work_and_not_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

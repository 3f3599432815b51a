// Small pictures of the growing dendrites against stored ones, and the story at a glance: where it is green.
#include "picture.h"
#include "scene/growth_fixture.h"

enum { WIDTH = 640, HEIGHT = 260, SAMPLES = 4 };

static const double day = 24.0 * 60.0;

static image render(growth_fixture *f, double t_min, theme_id look)
{
    view_state v = view_state_default(VIEW_GROWTH);
    v.t_min = t_min;
    f->scene->state.known = false; // as when a picture is opened: no easing
    scene_frame frame = growth_fixture_frame(f, &v, WIDTH, HEIGHT, 1.0f, look);
    gfx_target_def one = {.label = "sample", .width = WIDTH, .height = HEIGHT, .depth = true};
    gfx_target_def all = {.label = "sum", .width = WIDTH, .height = HEIGHT, .precise = true};
    error e = {0};
    gfx_target *sample = gfx_target_create(f->g, &one, &e), *sum = gfx_target_create(f->g, &all, &e);
    if (!sample || !sum)
        fail_msg("%s", e.text);
    static const float jitter[SAMPLES][2] = {
        {-0.25f, -0.125f}, {0.25f, 0.125f}, {-0.125f, 0.25f}, {0.125f, -0.25f}};
    for (int i = 0; i < SAMPLES; i++) {
        frame.quality = (scene_quality){.lod = 0, .jitter = {jitter[i][0], jitter[i][1]}};
        gfx_begin(f->g, sample, 0, 0);
        growth_class.draw3d(f->scene, &frame, 1.0f);
        gfx_accumulate(f->g, sum, sample, i);
    }
    image out = {0};
    if (!gfx_read(f->g, sum, &out, &e))
        fail_msg("%s", e.text);
    gfx_target_destroy(f->g, sample);
    gfx_target_destroy(f->g, sum);
    return out;
}

static void check_both(fixture_gpu gpu)
{
    growth_fixture *f = growth_fixture_open_on("en", gpu);
    image night = render(f, 4.0 * day, THEME_NIGHT), daylight = render(f, 28.0 * day, THEME_DAYLIGHT);
    picture_check(&night, "growth_4d_night", gpu == FIXTURE_ES);
    picture_check(&daylight, "growth_4w_daylight", gpu == FIXTURE_ES);
    image_destroy(&night);
    image_destroy(&daylight);
    growth_fixture_close(f);
}

static void four_days_in_the_dark_and_four_weeks_in_daylight(void **state)
{
    (void)state;
    check_both(FIXTURE_GL);
}

static void opengl_es_draws_the_same_pictures(void **state)
{
    (void)state;
    check_both(FIXTURE_ES);
}

// Pixels of the growth colour on each half.
static void count_green(growth_fixture *f, double t_min, size_t green[SIDE_COUNT])
{
    image p = render(f, t_min, THEME_NIGHT);
    green[0] = green[1] = 0;
    for (int y = 0; y < p.height; y++)
        for (int x = 0; x < p.width; x++) {
            const uint8_t *c = p.data + ((size_t)y * (size_t)p.width + (size_t)x) * 3;
            green[x >= p.width / 2] += c[1] > 70 && c[1] > c[0] + 30 && c[1] > c[2] + 10;
        }
    image_destroy(&p);
}

static void at_a_glance_nothing_then_the_right_then_the_left(void **state)
{
    (void)state;
    growth_fixture *f = growth_fixture_open_on("en", FIXTURE_GL);
    size_t green[SIDE_COUNT];
    count_green(f, 0.0, green);
    assert_int_equal(green[SIDE_SSRI] + green[SIDE_KETAMINE], 0);
    count_green(f, 40.0, green);
    assert_int_equal(green[SIDE_SSRI] + green[SIDE_KETAMINE], 0);
    count_green(f, 4.0 * day, green);
    assert_true(green[SIDE_KETAMINE] > 100 && green[SIDE_KETAMINE] > 5 * green[SIDE_SSRI]);
    count_green(f, 28.0 * day, green);
    assert_true(green[SIDE_SSRI] > 100 && green[SIDE_SSRI] > 2 * green[SIDE_KETAMINE]);
    growth_fixture_close(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(four_days_in_the_dark_and_four_weeks_in_daylight),
        cmocka_unit_test(opengl_es_draws_the_same_pictures),
        cmocka_unit_test(at_a_glance_nothing_then_the_right_then_the_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

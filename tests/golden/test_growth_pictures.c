// Small pictures of the growing dendrites against stored ones, and the story at a glance: where it is green.
#include "picture.h"
#include "scene/growth/growth_fixture.h"

enum { WIDTH = 640, HEIGHT = 260 };

static const double day = 24.0 * 60.0;

static image render(scene_fixture *f, double t_min, theme_id look)
{
    view_state v = view_state_default(VIEW_GROWTH);
    v.t_min = t_min;
    growth *g = f->scene;
    g->state.known = false; // as when a picture is opened: no easing
    scene_frame frame = scene_fixture_frame(f, &v, WIDTH, HEIGHT, 1.0f, look);
    return scene_fixture_picture(f, &frame);
}

static void check_both(fixture_gpu gpu)
{
    scene_fixture *f = growth_fixture_open_on("en", gpu);
    image night = render(f, 4.0 * day, THEME_NIGHT), daylight = render(f, 28.0 * day, THEME_DAYLIGHT);
    picture_check(&night, "growth_4d_night", gpu == FIXTURE_ES);
    picture_check(&daylight, "growth_4w_daylight", gpu == FIXTURE_ES);
    image_destroy(&night);
    image_destroy(&daylight);
    scene_fixture_close(f);
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
static void count_green(scene_fixture *f, double t_min, size_t green[SIDE_COUNT])
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
    scene_fixture *f = growth_fixture_open_on("en", FIXTURE_GL);
    size_t green[SIDE_COUNT];
    count_green(f, 0.0, green);
    assert_int_equal(green[SIDE_SSRI] + green[SIDE_KETAMINE], 0);
    count_green(f, 40.0, green);
    assert_int_equal(green[SIDE_SSRI] + green[SIDE_KETAMINE], 0);
    count_green(f, 4.0 * day, green);
    assert_true(green[SIDE_KETAMINE] > 100 && green[SIDE_KETAMINE] > 5 * green[SIDE_SSRI]);
    count_green(f, 28.0 * day, green);
    assert_true(green[SIDE_SSRI] > 100 && green[SIDE_SSRI] > 2 * green[SIDE_KETAMINE]);
    scene_fixture_close(f);
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

// The flash meter on made-up sequences whose verdict WCAG 2.3.1 gives.
#include "check.h"
#include "flash/flash_meter.h"

#include <stdlib.h>
#include <string.h>

enum { WIDTH = 872, HEIGHT = 512, FRAMES_A_SECOND = 60 };

typedef struct shade {
    int r, g, b;
} shade;

static const shade white = {255, 255, 255}, red = {255, 0, 0}, grey = {150, 150, 150};

// A square of the screen that passes between two shades.
typedef struct square {
    int x, y, side;
    shade from, to;
    double hz;      // flashes a second
    double duty;    // share of a flash in which `to` is shown
    double ramp;    // share of a flash that each passage takes; 0: at once
    double start_s; // before it nothing moves
    int grain;      // px of a checkerboard of which one half flashes against the other; 0: all together
} square;

static square square_of(double hz, int side)
{
    return (square){.x = 300, .y = 200, .side = side, .to = white, .hz = hz, .duty = 0.5};
}

// How far the square is from `from` to `to` at a time, 0..1.
static double progress(const square *q, double t)
{
    if (t < q->start_s)
        return 0.0;
    double phase = fmod((t - q->start_s) * q->hz + 1e-9, 1.0);
    if (q->ramp <= 0.0)
        return phase < q->duty ? 1.0 : 0.0;
    double up = fmin(1.0, phase / q->ramp), down = fmin(1.0, fmax(0.0, (phase - q->duty) / q->ramp));
    return up - down;
}

static void paint(image *img, const square *q, double t)
{
    double p = progress(q, t);
    for (int y = q->y; y < q->y + q->side && y < img->height; y++)
        for (int x = q->x; x < q->x + q->side && x < img->width; x++) {
            double here = q->grain > 0 && ((x / q->grain + y / q->grain) & 1) ? 1.0 - p : p;
            uint8_t *c = img->data + ((size_t)y * (size_t)img->width + (size_t)x) * 3;
            c[0] = (uint8_t)(q->from.r + here * (q->to.r - q->from.r) + 0.5);
            c[1] = (uint8_t)(q->from.g + here * (q->to.g - q->from.g) + 0.5);
            c[2] = (uint8_t)(q->from.b + here * (q->to.b - q->from.b) + 0.5);
        }
}

static flash_meter *play(const square *squares, int count, double seconds)
{
    flash_meter *m = flash_meter_create(WIDTH, HEIGHT);
    image img = {0};
    assert_non_null(m);
    assert_true(image_create(&img, WIDTH, HEIGHT, 3));
    for (int f = 0; f < (int)(seconds * FRAMES_A_SECOND); f++) {
        double t = (double)f / FRAMES_A_SECOND;
        for (int i = 0; i < count; i++)
            paint(&img, &squares[i], t);
        flash_meter_take(m, &img, t);
    }
    image_destroy(&img);
    return m;
}

static bool passes(const square *squares, int count, double seconds)
{
    flash_meter *m = play(squares, count, seconds);
    bool pass = flash_meter_passes(m);
    flash_meter_destroy(m);
    return pass;
}

// 25 % of 341x256 px is a square of 147.7 px.
enum { AREA_SIDE = 152, SMALL_SIDE = 144 };

static void a_square_that_flashes_four_times_a_second_fails(void **state)
{
    (void)state;
    square q = square_of(4.0, AREA_SIDE);
    flash_meter *m = play(&q, 1, 1.5);
    assert_false(flash_meter_passes(m));
    flash_found f = flash_meter_found(m, FLASH_GENERAL);
    check_near(f.share, 0.2647, 0.001); // 152 px squared of 341x256
    assert_int_equal(f.transitions, 8);
    assert_true(f.x <= 300 && f.x + FLASH_WIDE + FLASH_CELL >= 452 && f.y <= 200 && f.y + FLASH_HIGH >= 352);
    assert_int_equal(flash_meter_found(m, FLASH_RED).transitions, 0);
    flash_meter_destroy(m);
}

static void three_flashes_a_second_pass(void **state)
{
    (void)state;
    square q = square_of(3.0, AREA_SIDE);
    flash_meter *m = play(&q, 1, 3.0);
    assert_true(flash_meter_passes(m));
    assert_int_equal(flash_meter_found(m, FLASH_GENERAL).transitions, 6);
    flash_meter_destroy(m);
}

static void less_than_a_quarter_of_the_window_passes_at_any_rate(void **state)
{
    (void)state;
    square q = square_of(10.0, SMALL_SIDE);
    assert_true(passes(&q, 1, 2.0));
}

static void scattered_places_within_one_window_add_up(void **state)
{
    (void)state;
    square two[] = {square_of(5.0, 108), square_of(5.0, 108)};
    two[1].x = 300 + 220; // both within 341 px
    two[1].start_s = 0.1; // and not together
    assert_false(passes(two, 2, 2.0));
    two[1].x = 300 + 400;
    assert_true(passes(two, 2, 2.0));
}

static void a_swell_counts_by_its_turns_not_by_its_length(void **state)
{
    (void)state;
    square swell = square_of(0.5, 500);
    swell.ramp = 0.5;
    assert_true(passes(&swell, 1, 4.0));
    swell.hz = 4.0; // the same swell eight times as fast is a flash
    assert_false(passes(&swell, 1, 2.0));
}

static void less_than_a_tenth_of_luminance_is_no_flash(void **state)
{
    (void)state;
    square q = square_of(10.0, 500);
    q.to = (shade){88, 88, 88}; // relative luminance 0.098
    assert_true(passes(&q, 1, 2.0));
    q.to = (shade){90, 90, 90}; // 0.102
    assert_false(passes(&q, 1, 2.0));
}

static void between_bright_shades_there_is_no_flash(void **state)
{
    (void)state;
    square q = square_of(10.0, 500);
    q.from = (shade){232, 232, 232}; // 0.807, a fifth of luminance below white
    assert_true(passes(&q, 1, 2.0));
    q.from = (shade){228, 228, 228}; // 0.776
    assert_false(passes(&q, 1, 2.0));
}

static void small_steps_in_one_direction_add_up_to_one_transition(void **state)
{
    (void)state;
    // 20 steps of 0.05 each within half a second, up and down again, once a second.
    square q = square_of(1.0, 500);
    q.ramp = 0.4;
    flash_meter *m = play(&q, 1, 2.0);
    assert_int_equal(flash_meter_found(m, FLASH_GENERAL).transitions, 2);
    flash_meter_destroy(m);
}

static void short_flashes_count_like_long_ones(void **state)
{
    (void)state;
    square q = square_of(4.0, AREA_SIDE);
    q.duty = 0.07; // one frame of sixty
    assert_false(passes(&q, 1, 2.0));
}

static void a_burst_of_flashes_within_any_second_is_found(void **state)
{
    (void)state;
    square q = square_of(5.0, AREA_SIDE);
    q.start_s = 1.35; // and 0.9 s of it only
    assert_false(passes(&q, 1, 2.25));
}

static void a_grain_finer_than_a_tenth_of_a_degree_does_not_flash(void **state)
{
    (void)state;
    square q = square_of(10.0, 500);
    q.grain = 2;
    assert_true(passes(&q, 1, 2.0));
    q.grain = 16;
    assert_false(passes(&q, 1, 2.0));
}

static void saturated_red_fails_where_grey_of_its_luminance_passes(void **state)
{
    (void)state;
    square q = square_of(4.0, AREA_SIDE);
    q.from = (shade){110, 0, 0}; // 0.033 of luminance
    q.to = (shade){160, 0, 0};   // 0.075: no general flash
    flash_meter *m = play(&q, 1, 2.0);
    assert_int_equal(flash_meter_found(m, FLASH_GENERAL).transitions, 0);
    assert_true(flash_meter_found(m, FLASH_RED).share > FLASH_AREA);
    assert_false(flash_meter_passes(m));
    flash_meter_destroy(m);
    q.from = (shade){60, 60, 60};
    q.to = (shade){75, 75, 75};
    assert_true(passes(&q, 1, 2.0));
}

static void three_red_flashes_a_second_are_too_many_and_two_are_not(void **state)
{
    (void)state;
    square q = square_of(3.0, AREA_SIDE);
    q.to = red;
    assert_false(passes(&q, 1, 2.0));
    q.hz = 2.0;
    assert_true(passes(&q, 1, 3.0));
}

static void red_that_is_not_saturated_is_no_red_flash(void **state)
{
    (void)state;
    square q = square_of(3.0, AREA_SIDE);
    q.to = (shade){232, 116, 59}; // R / (R + G + B) is 0.77: the orange of the ketamine side
    flash_meter *m = play(&q, 1, 2.0);
    assert_int_equal(flash_meter_found(m, FLASH_RED).transitions, 0);
    flash_meter_destroy(m);
}

static void stillness_finds_nothing(void **state)
{
    (void)state;
    square q = square_of(0.0, 700);
    q.from = q.to = grey;
    flash_meter *m = play(&q, 1, 1.0);
    assert_int_equal(flash_meter_found(m, FLASH_GENERAL).transitions, 0);
    check_near(flash_meter_found(m, FLASH_GENERAL).share, 0.0, 0.0);
    flash_meter_destroy(m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_square_that_flashes_four_times_a_second_fails),
        cmocka_unit_test(three_flashes_a_second_pass),
        cmocka_unit_test(less_than_a_quarter_of_the_window_passes_at_any_rate),
        cmocka_unit_test(scattered_places_within_one_window_add_up),
        cmocka_unit_test(a_swell_counts_by_its_turns_not_by_its_length),
        cmocka_unit_test(less_than_a_tenth_of_luminance_is_no_flash),
        cmocka_unit_test(between_bright_shades_there_is_no_flash),
        cmocka_unit_test(small_steps_in_one_direction_add_up_to_one_transition),
        cmocka_unit_test(short_flashes_count_like_long_ones),
        cmocka_unit_test(a_burst_of_flashes_within_any_second_is_found),
        cmocka_unit_test(a_grain_finer_than_a_tenth_of_a_degree_does_not_flash),
        cmocka_unit_test(saturated_red_fails_where_grey_of_its_luminance_passes),
        cmocka_unit_test(three_red_flashes_a_second_are_too_many_and_two_are_not),
        cmocka_unit_test(red_that_is_not_saturated_is_no_red_flash),
        cmocka_unit_test(stillness_finds_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

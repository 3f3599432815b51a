// The orbit camera: where it looks from, that it fits, and that projecting and picking agree.
#include "scene/kit/camera.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static camera_def def_of(double yaw, double pitch, double zoom)
{
    return (camera_def){.view = {.yaw_deg = yaw, .pitch_deg = pitch, .zoom = zoom},
                        .frame = {100.0f, 50.0f, 800.0f, 600.0f},
                        .fit = {120.0f, 60.0f, 760.0f, 560.0f},
                        .centre_mm = {0.0f, -17.0f, 5.0f},
                        .radius_mm = 95.0f,
                        .width_mm = 180.0f,
                        .height_mm = 160.0f};
}

static void near_to(float a, float b, float tolerance)
{
    if (!(fabsf(a - b) <= tolerance))
        fail_msg("%g is not within %g of %g", (double)a, (double)tolerance, (double)b);
}

static void projected(const camera *c, float x, float y, float z, float px[2])
{
    const float mm[3] = {x, y, z};
    assert_true(camera_project(c, mm, px, NULL));
}

static void yaw_0_looks_from_the_left_side_with_the_front_at_the_left(void **state)
{
    (void)state;
    camera_def d = def_of(0.0, 0.0, 1.0);
    camera c = camera_make(&d);
    const float left[3] = {-1.0f, 0.0f, 0.0f};
    near_to(camera_facing(&c, left), 1.0f, 1e-6f);
    float front[2], back[2], top[2], centre[2];
    projected(&c, 0.0f, 60.0f, 5.0f, front);
    projected(&c, 0.0f, -90.0f, 5.0f, back);
    projected(&c, 0.0f, -17.0f, 75.0f, top);
    projected(&c, 0.0f, -17.0f, 5.0f, centre);
    assert_true(front[0] < centre[0] && centre[0] < back[0]);
    assert_true(top[1] < centre[1]);
}

static void yaw_90_looks_from_the_front_with_the_subjects_left_at_the_right(void **state)
{
    (void)state;
    camera_def d = def_of(90.0, 0.0, 1.0);
    camera c = camera_make(&d);
    const float front[3] = {0.0f, 1.0f, 0.0f};
    near_to(camera_facing(&c, front), 1.0f, 1e-6f);
    float left[2], right[2];
    projected(&c, -40.0f, 0.0f, 0.0f, left);
    projected(&c, 40.0f, 0.0f, 0.0f, right);
    assert_true(left[0] > right[0]);
}

static void positive_pitch_looks_from_above(void **state)
{
    (void)state;
    camera_def d = def_of(0.0, 60.0, 1.0);
    camera c = camera_make(&d);
    const float above[3] = {0.0f, 0.0f, 1.0f};
    assert_true(camera_facing(&c, above) > 0.8f);
}

static void subject_fits_at_zoom_1_and_centre_is_in_the_middle_of_fit(void **state)
{
    (void)state;
    camera_def d = def_of(0.0, 0.0, 1.0);
    camera c = camera_make(&d);
    float px[2];
    projected(&c, 0.0f, -17.0f, 5.0f, px);
    near_to(px[0], 500.0f, 1e-2f);
    near_to(px[1], 340.0f, 1e-2f);
    projected(&c, 0.0f, -17.0f, 5.0f + 80.0f, px);
    near_to(px[1], 60.0f, 0.5f); // 160 mm fill the 560 px
}

static void pan_moves_the_centre_by_half_frame_heights(void **state)
{
    (void)state;
    camera_def d = def_of(30.0, 10.0, 3.0);
    d.view.pan_x = 0.5;
    d.view.pan_y = 0.25;
    camera c = camera_make(&d);
    float px[2];
    projected(&c, 0.0f, -17.0f, 5.0f, px);
    near_to(px[0], 500.0f + 150.0f, 1e-2f);
    near_to(px[1], 340.0f - 75.0f, 1e-2f);
}

static void clip_space(const camera *c, const float p[3], float out[4])
{
    for (int r = 0; r < 4; r++)
        out[r] = c->view_projection[r] * p[0] + c->view_projection[4 + r] * p[1] +
                 c->view_projection[8 + r] * p[2] + c->view_projection[12 + r];
}

static void matrix_projection_and_ray_agree_at_every_orientation_and_zoom(void **state)
{
    (void)state;
    for (int i = 0; i < 200; i++) {
        camera_def d = def_of(-180.0 + 1.8 * i, -85.0 + 0.85 * i, 0.5 + 0.0575 * i);
        d.view.pan_x = 0.003 * i;
        camera c = camera_make(&d);
        const float p[3] = {30.0f - 0.3f * (float)i, -80.0f + 0.7f * (float)i, 40.0f - 0.2f * (float)i};
        float px[2], clip[4];
        projected(&c, p[0], p[1], p[2], px);
        clip_space(&c, p, clip);
        near_to(d.frame.x + 0.5f * d.frame.w * (clip[0] / clip[3] + 1.0f), px[0], 0.05f);
        near_to(d.frame.y + 0.5f * d.frame.h * (1.0f - clip[1] / clip[3]), px[1], 0.05f);

        float origin[3], direction[3], along = 0.0f, off = 0.0f;
        camera_ray(&c, px[0], px[1], origin, direction);
        for (int k = 0; k < 3; k++)
            along += (p[k] - origin[k]) * direction[k];
        for (int k = 0; k < 3; k++) {
            float miss = p[k] - origin[k] - along * direction[k];
            off += miss * miss;
        }
        assert_true(sqrtf(off) < 0.01f); // mm
    }
}

static void near_plane_never_cuts_the_subject_at_any_zoom(void **state)
{
    (void)state;
    for (int zoom = 1; zoom <= 12; zoom++) {
        camera_def d = def_of(25.0, 15.0, zoom);
        camera c = camera_make(&d);
        float p[3], clip[4];
        for (int k = 0; k < 3; k++)
            p[k] = d.centre_mm[k] + d.radius_mm * c.toward[k];
        clip_space(&c, p, clip);
        assert_true(clip[2] > -clip[3] && clip[2] < clip[3]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(yaw_0_looks_from_the_left_side_with_the_front_at_the_left),
        cmocka_unit_test(yaw_90_looks_from_the_front_with_the_subjects_left_at_the_right),
        cmocka_unit_test(positive_pitch_looks_from_above),
        cmocka_unit_test(subject_fits_at_zoom_1_and_centre_is_in_the_middle_of_fit),
        cmocka_unit_test(pan_moves_the_centre_by_half_frame_heights),
        cmocka_unit_test(matrix_projection_and_ray_agree_at_every_orientation_and_zoom),
        cmocka_unit_test(near_plane_never_cuts_the_subject_at_any_zoom),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

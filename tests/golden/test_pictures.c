// Small pictures of the brain against stored ones: the light, the colours and the meshes are where they were.
// The tolerance allows for rasterisers that round otherwise; what the model holds is compared exactly, beside
// it.
#include "brain_fixture.h"
#include "picture.h"

#include "base/fnv.h"

enum { WIDTH = 448, HEIGHT = 224 };

typedef struct golden {
    const char *name;
    theme_id theme;
    view_look look;
    double pinned_min[SIDE_COUNT]; // below 0: follows the clock
    double t_min;
    const char *pick;
    uint64_t model; // FNV-1a of the levels in whole hundredths and of the counts
} golden;

static const double weeks4 = 4.0 * 7.0 * 24.0 * 60.0;

static image render(scene_fixture *f, const golden *g)
{
    view_state v = view_state_opening();
    v.look = g->look;
    v.t_min = g->t_min;
    for (int s = 0; s < SIDE_COUNT; s++) {
        v.pinned[s] = g->pinned_min[s] >= 0.0;
        v.pin_min[s] = fmax(g->pinned_min[s], 0.0);
    }
    snprintf(v.pick, sizeof v.pick, "%s", g->pick);
    scene_frame frame = scene_fixture_frame(f, &v, WIDTH, HEIGHT, 1.0f, g->theme);
    return scene_fixture_picture(f, &frame);
}

static uint64_t model_hash(const scene_fixture *f, const golden *g)
{
    uint64_t h = FNV1A64_START;
    for (int s = 0; s < SIDE_COUNT; s++) {
        double t = g->pinned_min[s] >= 0.0 ? g->pinned_min[s] : g->t_min, x[ATLAS_NODES];
        treatment_engagement(f->model, (side)s, t, x);
        uint8_t whole[ATLAS_NODES + 1];
        for (int n = 0; n < ATLAS_NODES; n++)
            whole[n] = (uint8_t)lrint(100.0 * x[n]);
        whole[ATLAS_NODES] = (uint8_t)treatment_engaged_count(f->model, (side)s, t);
        h = fnv1a64(h, whole, sizeof whole);
    }
    return h;
}

static void check_golden(const golden *g, bool es)
{
    scene_fixture *f = brain_fixture_open(es ? FIXTURE_ES : FIXTURE_GL);
    image now = render(f, g);
    picture_check(&now, g->name, es);
    uint64_t model = model_hash(f, g);
    if (model != g->model)
        fail_msg("%s: the model's hash is 0x%016llx", g->name, (unsigned long long)model);
    image_destroy(&now);
    scene_fixture_close(f);
}

static golden opening(void)
{
    return (golden){"brain_glass_night", THEME_NIGHT, VIEW_GLASS, {weeks4, 40.0}, 0.0, "",
                    0xd24fd6b5cd61a64e};
}

static golden solid(void)
{
    return (golden){"brain_solid_daylight", THEME_DAYLIGHT, VIEW_SOLID, {-1.0, -1.0}, 20.0, "",
                    0x91a7efb93ca7fba6};
}

static golden inside(void)
{
    return (golden){"brain_inside_contrast", THEME_CONTRAST, VIEW_INSIDE, {weeks4, 40.0}, 0.0, "pga",
                    0xd24fd6b5cd61a64e};
}

static void glass_in_the_dark_is_the_articles_diagram(void **state)
{
    (void)state;
    golden g = opening();
    check_golden(&g, false);
}

static void solid_in_daylight(void **state)
{
    (void)state;
    golden g = solid();
    check_golden(&g, false);
}

static void inside_in_contrast_with_a_region_picked(void **state)
{
    (void)state;
    golden g = inside();
    check_golden(&g, false);
}

static void opengl_es_draws_the_same_pictures(void **state)
{
    (void)state;
    golden all[] = {opening(), solid(), inside()};
    for (int i = 0; i < 3; i++)
        check_golden(&all[i], true);
}

// At a glance: bright and rose pixels on the right, few on the left.
static void at_a_glance_left_a_few_deep_centres_right_nearly_everything(void **state)
{
    (void)state;
    scene_fixture *f = brain_fixture_open(FIXTURE_GL);
    golden g = opening();
    image p = render(f, &g);
    size_t engaged[SIDE_COUNT] = {0};
    for (int y = 0; y < p.height; y++)
        for (int x = 0; x < p.width; x++) {
            const uint8_t *c = p.data + ((size_t)y * (size_t)p.width + (size_t)x) * 3;
            engaged[x >= p.width / 2] += c[0] > 110 && c[0] > c[1] + 25;
        }
    assert_true(engaged[SIDE_SSRI] > 400);
    assert_true(engaged[SIDE_KETAMINE] > 5 * engaged[SIDE_SSRI]);
    image_destroy(&p);
    scene_fixture_close(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(glass_in_the_dark_is_the_articles_diagram),
        cmocka_unit_test(solid_in_daylight),
        cmocka_unit_test(inside_in_contrast_with_a_region_picked),
        cmocka_unit_test(opengl_es_draws_the_same_pictures),
        cmocka_unit_test(at_a_glance_left_a_few_deep_centres_right_nearly_everything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// What spikes and choices do to the drawn cells: a pulse swells the axon where it passes, and what is picked
// stands out because all else gives way.
#include "scene_fixture.h"

#include "scene/circuit/circuit.h"
#include "scene/circuit/circuit_plan.h"
#include "scene/circuit/circuit_scene.h"

// --- one straight tube under the real shader

enum { LONG_UM = 200, RADIUS_UM = 3, PX_A_UM = 4, WIDTH = 2 * LONG_UM, HEIGHT = 40 * PX_A_UM };
enum { DENDRITE = 1, AXON = 3 };

typedef struct tube_corner {
    float at[3];
    int8_t tangent[4];
    float radius, path;
    uint8_t cell, part, shade, halo;
} tube_corner;

static gfx_mesh *straight_tube(gfx *g, uint8_t part)
{
    static tube_corner corners[2 * (LONG_UM + 1)];
    static uint32_t indices[6 * LONG_UM];
    for (int i = 0; i <= LONG_UM; i++)
        for (int edge = 0; edge < 2; edge++)
            corners[2 * i + edge] = (tube_corner){.at = {(float)i, 0.0f, 0.0f},
                                                  .tangent = {127, 0, 0, edge ? 127 : -127},
                                                  .radius = RADIUS_UM,
                                                  .path = (float)i,
                                                  .part = part,
                                                  .shade = 255,
                                                  .halo = 255};
    for (uint32_t i = 0; i < LONG_UM; i++) {
        const uint32_t two[6] = {2 * i, 2 * i + 1, 2 * i + 2, 2 * i + 2, 2 * i + 1, 2 * i + 3};
        memcpy(indices + 6 * i, two, sizeof two);
    }
    gfx_mesh_def d = {.label = "straight tube",
                      .vertices = corners,
                      .vertex_count = sizeof corners / sizeof corners[0],
                      .vertex_bytes = sizeof corners[0],
                      .attributes = {{"a_position", GFX_F32, 3, false, offsetof(tube_corner, at)},
                                     {"a_tangent", GFX_I8, 4, true, offsetof(tube_corner, tangent)},
                                     {"a_form", GFX_F32, 2, false, offsetof(tube_corner, radius)},
                                     {"a_cell", GFX_U8, 2, false, offsetof(tube_corner, cell)},
                                     {"a_shade", GFX_U8, 2, true, offsetof(tube_corner, shade)}},
                      .attribute_count = 5,
                      .indices = indices,
                      .index_count = sizeof indices / sizeof indices[0]};
    error e = {0};
    gfx_mesh *mesh = gfx_mesh_create(g, &d, &e);
    if (!mesh)
        fail_msg("%s", e.text);
    return mesh;
}

// The tube from the side, white on black, with a spike of this age on it.
static image tube_picture(gfx *g, uint8_t part, float age_ms)
{
    static const float projection[16] = {
        [0] = 2.0f / LONG_UM, [5] = 2.0f * PX_A_UM / HEIGHT, [10] = 0.001f, [12] = -1.0f, [15] = 1.0f};
    static const float eye[3] = {0.5f * LONG_UM, 0.0f, 1e5f}, none[4] = {0.0f}, edge[1] = {1e3f};
    static const float travel[3] = {CIRCUIT_PULSE_UM_A_MS, 24.0f, 9.0f}, least[1] = {0.01f};
    static const float white[6] = {1.0f, 1.0f, 1.0f, 1.0f, 1.0f, 1.0f};
    float spikes[CIRCUIT_PATCH_CELLS][4], cells[CIRCUIT_PATCH_CELLS][4];
    for (int i = 0; i < CIRCUIT_PATCH_CELLS; i++)
        for (int k = 0; k < 4; k++) {
            spikes[i][k] = i == 0 && k == 0 ? age_ms : 1e6f;
            cells[i][k] = k == 1 ? 1.0f : 0.0f;
        }
    const gfx_uniform uniforms[] = {{"u_view_projection", GFX_MAT4, 1, projection},
                                    {"u_eye", GFX_VEC3, 1, eye},
                                    {"u_depth", GFX_VEC4, 1, none},
                                    {"u_spike", GFX_VEC4, CIRCUIT_PATCH_CELLS, spikes[0]},
                                    {"u_cell", GFX_VEC4, CIRCUIT_PATCH_CELLS, cells[0]},
                                    {"u_tonic", GFX_VEC2, 1, none},
                                    {"u_rest", GFX_VEC3, 2, white},
                                    {"u_active", GFX_VEC3, 2, white},
                                    {"u_pulse", GFX_VEC3, 2, white},
                                    {"u_fog", GFX_VEC4, 1, none},
                                    {"u_edge", GFX_FLOAT, 1, edge},
                                    {"u_travel", GFX_VEC3, 1, travel},
                                    {"u_least", GFX_FLOAT, 1, least},
                                    {"u_key_colour", GFX_VEC3, 1, white},
                                    {"u_sky", GFX_VEC3, 1, white},
                                    {"u_ground", GFX_VEC3, 1, white},
                                    {"u_rim_colour", GFX_VEC3, 1, white}};
    error e = {0};
    gfx_shader *shader = gfx_shader_create(g, "circuit_tube", &e);
    gfx_target *t = gfx_target_create(
        g, &(gfx_target_def){.label = "tube", .width = WIDTH, .height = HEIGHT, .depth = true}, &e);
    if (!shader || !t)
        fail_msg("%s", e.text);
    gfx_mesh *mesh = straight_tube(g, part);
    gfx_begin(g, t, 0, 0);
    gfx_clear(g, colour_hex(0x000000));
    gfx_draw_def d = gfx_draw_default(shader, mesh);
    d.cull = GFX_CULL_NONE;
    d.uniforms = uniforms;
    d.uniform_count = sizeof uniforms / sizeof uniforms[0];
    gfx_draw(g, &d);
    image out = {0};
    if (!gfx_read(g, t, &out, &e))
        fail_msg("%s", e.text);
    gfx_mesh_destroy(g, mesh);
    gfx_target_destroy(g, t);
    gfx_shader_destroy(g, shader);
    return out;
}

// How thick the tube stands at a place along it, um.
static double thickness(const image *p, int um)
{
    int x = um * p->width / LONG_UM, count = 0;
    for (int y = 0; y < p->height; y++)
        count += p->data[((size_t)y * (size_t)p->width + (size_t)x) * 3] > 10;
    return (double)count / PX_A_UM;
}

static void check_swelling(fixture_gpu gpu)
{
    scene_fixture *f = scene_fixture_open(
        &(fixture_def){.scene = &circuit_class, .gpu = gpu, .language = "en", .files = {"circuit"}});
    const double rest = 2.0 * RADIUS_UM;
    const float age_ms = 100.5f / CIRCUIT_PULSE_UM_A_MS; // its front is just behind 100 um
    image quiet = tube_picture(f->g, AXON, 1e6f), pulse = tube_picture(f->g, AXON, age_ms);
    image dendrite = tube_picture(f->g, DENDRITE, age_ms);
    for (int um = 10; um < LONG_UM; um += 10) {
        check_near(thickness(&quiet, um), rest, 0.6);
        check_near(thickness(&dendrite, um), rest, 0.6);
    }
    check_near(thickness(&pulse, 120), rest, 0.6); // it has not come so far
    assert_true(thickness(&pulse, 99) > 1.6 * rest);
    assert_true(thickness(&pulse, 76) > 1.2 * rest && thickness(&pulse, 76) < thickness(&pulse, 99));
    check_near(thickness(&pulse, 10), rest, 0.8); // it has passed
    image_destroy(&quiet);
    image_destroy(&pulse);
    image_destroy(&dendrite);
    scene_fixture_close(f);
}

static void a_pulse_swells_the_axon_where_it_passes(void **state)
{
    (void)state;
    check_swelling(FIXTURE_GL);
    check_swelling(FIXTURE_ES);
}

// --- what is picked

static view_state picking(const char *pick)
{
    view_state v = view_state_default(VIEW_CIRCUIT);
    v.t_min = 40.0;
    v.halves = VIEW_SSRI;
    snprintf(v.pick, sizeof v.pick, "%s", pick);
    return v;
}

// Of the light that the cells throw against the bare stage, within a half: how far they stand out from it.
static double standing_out(scene_fixture *f, const char *pick)
{
    view_state v = picking(pick);
    scene_frame frame = scene_fixture_frame(f, &v, 480.0f, 320.0f, 1.0f, THEME_NIGHT);
    image p = scene_fixture_picture(f, &frame);
    double sum = 0.0;
    for (int y = 0; y < p.height; y++)
        for (int x = 1; x < p.width; x++) {
            const uint8_t *at = p.data + ((size_t)y * (size_t)p.width + (size_t)x) * 3;
            for (int k = 0; k < 3; k++)
                sum += abs(at[k] - at[k - 3]);
        }
    image_destroy(&p);
    return sum;
}

static void what_is_picked_stands_out_because_all_else_gives_way(void **state)
{
    (void)state;
    scene_fixture *f = scene_fixture_open(
        &(fixture_def){.scene = &circuit_class, .gpu = FIXTURE_GL, .language = "en", .files = {"circuit"}});
    double all = standing_out(f, ""), plot = standing_out(f, "raster");
    check_near(plot / all, 1.0, 0.01); // a plot is no cell
    static const char *const picks[] = {"pyramidal.3", "axon.7", "interneuron.33"};
    for (int i = 0; i < 3; i++) {
        double picked = standing_out(f, picks[i]);
        if (picked > 0.8 * all)
            fail_msg("%s: the rest stands out by %.2f of before", picks[i], picked / all);
    }
    scene_fixture_close(f);
}

// The second figure of a drawn cell in a recording: how much it matters now, 0..1.
static float emphasis(const char *recording, int cell)
{
    const char *at = strstr(recording, "u_cell=[");
    assert_non_null(at);
    at += strlen("u_cell=[");
    float value = -1.0f;
    for (int i = 0; i <= 4 * cell + 1; i++) {
        char *end = NULL;
        value = strtof(at, &end);
        assert_true(end != at);
        at = end;
    }
    return value;
}

static void the_picked_cell_and_those_it_reaches_matter_and_no_other(void **state)
{
    (void)state;
    scene_fixture *f = scene_fixture_open(&(fixture_def){
        .scene = &circuit_class, .gpu = FIXTURE_RECORDING, .language = "en", .files = {"circuit"}});
    for (int chosen = -1; chosen < CIRCUIT_PATCH_CELLS; chosen++) {
        char pick[24] = "";
        if (chosen >= 0)
            snprintf(pick, sizeof pick, "axon.%d", chosen);
        view_state v = picking(pick);
        scene_frame frame = scene_fixture_frame(f, &v, 480.0f, 320.0f, 1.0f, THEME_NIGHT);
        gfx_recording_clear(f->g);
        circuit_class.draw3d(f->scene, &frame, 1.0f);
        const circuit_patch *patch = ((const circuit_scene *)f->scene)->patch;
        for (int i = 0; i < CIRCUIT_PATCH_CELLS; i++) {
            bool matters = chosen < 0 || i == chosen;
            for (int k = 0; chosen >= 0 && k < patch->cells[chosen].output_count; k++)
                matters = matters || patch->cells[chosen].outputs[k] == i;
            float e = emphasis(gfx_recording(f->g), i);
            assert_true(matters ? e == 1.0f : e < 0.6f);
        }
    }
    scene_fixture_close(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pulse_swells_the_axon_where_it_passes),
        cmocka_unit_test(what_is_picked_stands_out_because_all_else_gives_way),
        cmocka_unit_test(the_picked_cell_and_those_it_reaches_matter_and_no_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

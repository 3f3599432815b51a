// The live circuit as a scene: when it starts anew and when it lives on, drawing that changes nothing, an
// overlay that stays in its halves at every size, parts that can be named.
#include "check.h"

#include "scene/circuit.h"
#include "scene/circuit_plan.h"
#include "scene/circuit_scene.h"

#include <stdlib.h>
#include <string.h>

static bool read_shader(void *ctx, const char *name, char **bytes, size_t *length, error *e)
{
    (void)ctx;
    char path[512];
    snprintf(path, sizeof path, NEUROTIDE_SOURCE_DIR "/shaders/%s", name);
    FILE *file = fopen(path, "rb");
    if (!file) {
        error_set(e, "%s is not there.", path);
        return false;
    }
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    *bytes = calloc(1, (size_t)size + 1);
    *length = *bytes ? fread(*bytes, 1, (size_t)size, file) : 0;
    fclose(file);
    return *length == (size_t)size;
}

static const char *word(void *ctx, const char *id)
{
    (void)ctx;
    return strcmp(id, "circuit.badge.slower") == 0 ? "{factor} times slower than life" : id;
}

typedef struct fixture {
    gfx *g;
    circuit_scene *scene;
    treatment *model;
    draw2d draw;
    text_source text;
    words words;
} fixture;

static int open_scene(void **state)
{
    fixture *f = calloc(1, sizeof *f);
    error e = {0};
    f->text = text_source_blocks();
    f->words = (words){NULL, word};
    gfx_def def = {.shaders = {NULL, read_shader}, .text = f->text};
    f->g = gfx_create_recording(&def);
    f->scene = circuit_class.create(&(scene_def){.gfx = f->g}, &e);
    f->model = treatment_create(treatment_inputs_default());
    *state = f;
    return f->scene && f->model ? 0 : -1;
}

static int close_scene(void **state)
{
    fixture *f = *state;
    circuit_class.destroy(f->scene);
    treatment_destroy(f->model);
    draw2d_destroy(&f->draw);
    gfx_destroy(f->g);
    free(f);
    return 0;
}

static view_state view_at(double t_min)
{
    view_state v = view_state_default(VIEW_CIRCUIT);
    v.t_min = t_min;
    return v;
}

static void set(fixture *f, const view_state *v)
{
    circuit_class.set(f->scene, v, f->model);
}

static void live(fixture *f, int frames)
{
    for (int i = 0; i < frames; i++)
        circuit_class.advance(f->scene, 1.0 / 60.0);
}

static uint64_t print_of(const fixture *f, side s)
{
    return circuit_fingerprint(f->scene->model[s]);
}

static void a_frame_is_one_model_millisecond(void **state)
{
    fixture *f = *state;
    view_state v = view_at(40.0);
    set(f, &v);
    live(f, 60);
    check_near(circuit_time_ms(f->scene->model[SIDE_KETAMINE]), CIRCUIT_MS_A_SECOND, 0.0);
}

// Without the drug both halves are the same patch with the same spikes.
static void without_the_drug_the_halves_are_identical(void **state)
{
    fixture *f = *state;
    static const double moments[] = {0.0, 14.0 * 1440.0};
    for (int i = 0; i < 2; i++) {
        view_state v = view_at(moments[i]);
        set(f, &v);
        live(f, 240);
        assert_true(print_of(f, SIDE_SSRI) == print_of(f, SIDE_KETAMINE));
    }
}

static void at_forty_minutes_the_halves_differ(void **state)
{
    fixture *f = *state;
    view_state v = view_at(40.0);
    set(f, &v);
    live(f, 600);
    double left = (double)circuit_spike_count(f->scene->model[SIDE_SSRI], CIRCUIT_PYRAMIDAL);
    double right = (double)circuit_spike_count(f->scene->model[SIDE_KETAMINE], CIRCUIT_PYRAMIDAL);
    assert_true(right > 1.4 * left);
}

// A picture does not depend on how one came to its moment.
static void a_jump_of_the_moment_starts_from_the_stationary_state(void **state)
{
    fixture *f = *state;
    view_state v = view_at(0.0);
    set(f, &v);
    live(f, 30);
    v = view_at(40.0);
    set(f, &v);
    uint64_t jumped = print_of(f, SIDE_KETAMINE);
    circuit *fresh = circuit_create((circuit_def){v.seed, circuit_drive_of(&v, f->model, SIDE_KETAMINE)});
    assert_non_null(fresh);
    assert_true(jumped == circuit_fingerprint(fresh));
    circuit_destroy(fresh);
}

static void a_moving_clock_is_lived_through(void **state)
{
    fixture *f = *state;
    view_state v = view_at(20.0);
    set(f, &v);
    live(f, 30);
    v.t_min = 20.5;
    set(f, &v);
    check_near(circuit_time_ms(f->scene->model[SIDE_KETAMINE]), 30.0, 0.0);
    circuit_drive want = circuit_drive_of(&v, f->model, SIDE_KETAMINE);
    check_near(circuit_def_of(f->scene->model[SIDE_KETAMINE]).drive.block_interneuron, want.block_interneuron,
               1e-12);
}

static void a_block_by_hand_is_lived_through_but_shown_at_once_while_time_stands_still(void **state)
{
    fixture *f = *state;
    view_state v = view_at(40.0);
    set(f, &v);
    live(f, 30);
    v.block = VIEW_BLOCK_NONE;
    set(f, &v);
    check_near(circuit_time_ms(f->scene->model[SIDE_KETAMINE]), 30.0, 0.0);
    for (int i = 0; i < 20; i++)
        set(f, &v);
    v.block = VIEW_BLOCK_BOTH;
    set(f, &v);
    check_near(circuit_time_ms(f->scene->model[SIDE_KETAMINE]), 0.0, 0.0);
    check_near(circuit_time_ms(f->scene->model[SIDE_SSRI]), 30.0, 0.0); // nothing changed there
}

static void another_seed_is_another_patch_on_both_sides(void **state)
{
    fixture *f = *state;
    view_state v = view_at(40.0);
    set(f, &v);
    uint16_t was = f->scene->patch->cells[0].model_cell, was_next = f->scene->patch->cells[1].model_cell;
    v.seed = 8;
    set(f, &v);
    assert_true(f->scene->patch->cells[0].model_cell != was ||
                f->scene->patch->cells[1].model_cell != was_next);
    for (int s = 0; s < SIDE_COUNT; s++)
        assert_int_equal(circuit_def_of(f->scene->model[s]).seed, 8);
}

// --- drawing

static scene_frame frame_of(fixture *f, const view_state *v, float width, float height, float text_scale,
                            theme_id look)
{
    draw2d_begin(&f->draw, width, height);
    scene_frame frame = {.gfx = f->g,
                         .draw = &f->draw,
                         .text = &f->text,
                         .words = &f->words,
                         .theme = theme_get(look),
                         .view = v,
                         .treatment = f->model,
                         .stage = {0.0f, 0.0f, width, height},
                         .unit = fminf(height / 740.0f, width / 1100.0f),
                         .text_scale = text_scale,
                         .labels = v->labels};
    bool tall = width < 0.9f * height;
    for (int s = 0; s < SIDE_COUNT; s++) {
        float w = floorf(0.5f * width), h = floorf(0.5f * height);
        if (!view_shows(v, (side)s))
            continue;
        frame.half[s] = v->halves != VIEW_BOTH ? frame.stage
                        : tall                 ? (rect){0.0f, (float)s * h, width, h}
                                               : (rect){(float)s * w, 0.0f, w, height};
    }
    return frame;
}

static void drawing_changes_nothing(void **state)
{
    fixture *f = *state;
    view_state v = view_at(40.0);
    set(f, &v);
    live(f, 40);
    uint64_t before[SIDE_COUNT] = {print_of(f, SIDE_SSRI), print_of(f, SIDE_KETAMINE)};
    scene_frame frame = frame_of(f, &v, 1280.0f, 500.0f, 1.0f, THEME_NIGHT);
    gfx_begin(f->g, NULL, 1280, 500);
    circuit_class.draw3d(f->scene, &frame, 1.0f);
    circuit_class.draw2d(f->scene, &frame);
    assert_non_null(strstr(gfx_recording(f->g), "circuit.tubes"));
    for (int s = 0; s < SIDE_COUNT; s++)
        assert_true(before[s] == print_of(f, (side)s));
}

static const float sizes[][2] = {{1920.0f, 727.0f}, {1280.0f, 480.0f}, {960.0f, 380.0f},
                                 {640.0f, 195.0f},  {720.0f, 860.0f},  {3840.0f, 1450.0f}};
enum { SIZES = sizeof sizes / sizeof sizes[0] };

static void plots_share_one_time_axis_and_stand_in_their_half(void **state)
{
    fixture *f = *state;
    for (int i = 0; i < SIZES; i++)
        for (int text = 0; text < 2; text++)
            for (int halves = 0; halves < 3; halves++) {
                view_state v = view_at(40.0);
                v.halves = (view_halves)halves;
                scene_frame frame =
                    frame_of(f, &v, sizes[i][0], sizes[i][1], text ? 1.6f : 1.0f, THEME_NIGHT);
                for (int s = 0; s < SIDE_COUNT; s++) {
                    if (frame.half[s].w <= 0.0f)
                        continue;
                    circuit_plan p = circuit_plan_of(&frame, (side)s);
                    const rect *h = &frame.half[s];
                    const rect *parts[] = {&p.patch, &p.raster, &p.glutamate, &p.axis, &p.names};
                    for (int k = 0; k < 5; k++) {
                        assert_true(parts[k]->w > 20.0f && parts[k]->h > 8.0f);
                        assert_true(parts[k]->x >= h->x && parts[k]->x + parts[k]->w <= h->x + h->w + 0.5f);
                        assert_true(parts[k]->y >= h->y && parts[k]->y + parts[k]->h <= h->y + h->h + 0.5f);
                    }
                    check_near((double)p.raster.x, (double)p.glutamate.x, 0.0);
                    check_near((double)p.raster.w, (double)p.glutamate.w, 0.0);
                    check_near((double)p.raster.w, (double)p.axis.w, 0.0);
                    assert_true(p.patch.h > 0.28f * h->h); // the cells stay the picture
                }
            }
}

static void texts_stay_on_the_stage_and_above_the_floor(void **state)
{
    fixture *f = *state;
    view_state v = view_at(40.0);
    set(f, &v);
    for (int i = 0; i < SIZES; i++)
        for (int look = 0; look < THEMES; look++) {
            scene_frame frame = frame_of(f, &v, sizes[i][0], sizes[i][1], 1.0f, (theme_id)look);
            circuit_class.draw2d(f->scene, &frame);
            for (size_t k = 0; k < f->draw.count; k++) {
                const draw2d_command *c = &f->draw.commands[k];
                if (c->kind != DRAW2D_TEXT)
                    continue;
                assert_true(c->text_px >= 12.0f);
                assert_true(c->box.x >= -1.0f && c->box.x + c->box.w <= sizes[i][0] + 1.0f);
                assert_true(c->box.y >= -2.0f && c->box.y + c->box.h <= sizes[i][1] + 2.0f);
            }
        }
}

// --- picking

static void every_id_names_one_thing(void **state)
{
    fixture *f = *state;
    const char *first = circuit_class.pick_step(f->scene, NULL, 1), *id = first;
    int count = 0;
    do {
        circuit_choice c = circuit_choice_of(id);
        assert_int_not_equal(c.thing, CIRCUIT_NOTHING);
        assert_string_equal(circuit_choice_id(f->scene, c), id);
        assert_true(strlen(id) < VIEW_PICK_MAX);
        const char *next = circuit_class.pick_step(f->scene, id, 1);
        assert_string_equal(circuit_class.pick_step(f->scene, next, -1), id);
        id = next;
        count++;
    } while (strcmp(id, first) != 0 && count < 50);
    assert_int_equal(count, CIRCUIT_THINGS - 1);
    static const char *const wrong[] = {"",          "axon",     "axon.",        "axon.40",        "axon.007",
                                        "apical.31", "raster.1", "pyramidal.30", "interneuron.29", "dlp",
                                        "axon.1x",   "."};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        assert_int_equal(circuit_choice_of(wrong[i]).thing, CIRCUIT_NOTHING);
}

static void pointing_finds_the_cell_that_is_drawn_there(void **state)
{
    fixture *f = *state;
    view_state v = view_at(40.0);
    set(f, &v);
    scene_frame frame = frame_of(f, &v, 1920.0f, 727.0f, 1.0f, THEME_NIGHT);
    int hits = 0;
    for (int i = 0; i < CIRCUIT_PATCH_CELLS; i++) {
        float px[2];
        camera c = circuit_camera_window(&frame, SIDE_KETAMINE);
        assert_true(camera_project(&c, f->scene->patch->cells[i].centre, px, NULL));
        const char *id = circuit_class.pick(f->scene, &frame, px[0], px[1]);
        assert_non_null(id);
        circuit_choice found = circuit_choice_of(id);
        assert_true(found.thing == CIRCUIT_PYRAMID || found.thing == CIRCUIT_BRAKE);
        hits += found.cell == i;
    }
    assert_true(hits >= CIRCUIT_PATCH_CELLS - 6); // some stand behind others
    circuit_plan p = circuit_plan_of(&frame, SIDE_SSRI);
    assert_string_equal(circuit_class.pick(f->scene, &frame, p.raster.x + 5.0f, p.raster.y + 5.0f), "raster");
    assert_string_equal(circuit_class.pick(f->scene, &frame, p.rates.x + 5.0f, p.rates.y + 5.0f), "rates");
    assert_string_equal(circuit_class.pick(f->scene, &frame, p.glutamate.x + 5.0f, p.glutamate.y + 5.0f),
                        "glutamate");
}

int main(void)
{
#define IN_A_SCENE(test) cmocka_unit_test_setup_teardown(test, open_scene, close_scene)
    const struct CMUnitTest tests[] = {
        IN_A_SCENE(a_frame_is_one_model_millisecond),
        IN_A_SCENE(without_the_drug_the_halves_are_identical),
        IN_A_SCENE(at_forty_minutes_the_halves_differ),
        IN_A_SCENE(a_jump_of_the_moment_starts_from_the_stationary_state),
        IN_A_SCENE(a_moving_clock_is_lived_through),
        IN_A_SCENE(a_block_by_hand_is_lived_through_but_shown_at_once_while_time_stands_still),
        IN_A_SCENE(another_seed_is_another_patch_on_both_sides),
        IN_A_SCENE(drawing_changes_nothing),
        IN_A_SCENE(plots_share_one_time_axis_and_stand_in_their_half),
        IN_A_SCENE(texts_stay_on_the_stage_and_above_the_floor),
        IN_A_SCENE(every_id_names_one_thing),
        IN_A_SCENE(pointing_finds_the_cell_that_is_drawn_there),
    };
#undef IN_A_SCENE
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// The live circuit as a scene: when it starts anew and when it lives on, drawing that changes nothing, an
// overlay that stays in its halves at every size, parts that can be named.
#include "scene_fixture.h"

#include "scene/circuit/circuit.h"
#include "scene/circuit/circuit_plan.h"
#include "scene/circuit/circuit_scene.h"

// The words of the language's own files, so that their lengths are the real ones.
static scene_fixture *open_in(const char *language)
{
    return scene_fixture_open(&(fixture_def){.scene = &circuit_class,
                                             .language = language,
                                             .files = {"circuit", "interface", "time", "clock", "brain"}});
}

static int open_scene(void **state)
{
    *state = open_in("en");
    return 0;
}

static int close_scene(void **state)
{
    scene_fixture_close(*state);
    return 0;
}

static circuit_scene *scene_of_fixture(const scene_fixture *f)
{
    return f->scene;
}

static view_state view_at(double t_min)
{
    view_state v = view_state_default(VIEW_CIRCUIT);
    v.t_min = t_min;
    return v;
}

// As for a picture: all at once.
static void set(scene_fixture *f, const view_state *v)
{
    circuit_class.set(f->scene, v, f->model);
    circuit_class.finish(f->scene);
}

static void live(scene_fixture *f, int frames)
{
    for (int i = 0; i < frames; i++)
        circuit_class.advance(f->scene, 1.0 / 60.0);
}

static uint64_t print_of(const scene_fixture *f, side s)
{
    return circuit_fingerprint(scene_of_fixture(f)->model[s]);
}

static void a_frame_is_one_model_millisecond(void **state)
{
    scene_fixture *f = *state;
    view_state v = view_at(40.0);
    set(f, &v);
    live(f, 60);
    check_near(circuit_time_ms(scene_of_fixture(f)->model[SIDE_KETAMINE]), CIRCUIT_MS_A_SECOND, 0.0);
}

// Without the drug both halves are the same patch with the same spikes.
static void without_the_drug_the_halves_are_identical(void **state)
{
    scene_fixture *f = *state;
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
    scene_fixture *f = *state;
    view_state v = view_at(40.0);
    set(f, &v);
    live(f, 600);
    double left = (double)circuit_spike_count(scene_of_fixture(f)->model[SIDE_SSRI], CIRCUIT_PYRAMIDAL);
    double right = (double)circuit_spike_count(scene_of_fixture(f)->model[SIDE_KETAMINE], CIRCUIT_PYRAMIDAL);
    assert_true(right > 1.4 * left);
}

// A picture does not depend on how one came to its moment.
static void a_jump_of_the_moment_starts_from_the_stationary_state(void **state)
{
    scene_fixture *f = *state;
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

// Two weeks on the drug is gone: whatever was looked at before, the halves then show the same spikes.
static void after_a_jump_both_sides_are_in_step(void **state)
{
    scene_fixture *f = *state;
    view_state v = view_at(40.0);
    set(f, &v);
    live(f, 77);
    v = view_at(14.0 * 1440.0);
    set(f, &v);
    live(f, 60);
    assert_true(print_of(f, SIDE_SSRI) == print_of(f, SIDE_KETAMINE));
}

static void a_moving_clock_is_lived_through(void **state)
{
    scene_fixture *f = *state;
    view_state v = view_at(20.0);
    set(f, &v);
    live(f, 30);
    v.t_min = 20.5;
    set(f, &v);
    check_near(circuit_time_ms(scene_of_fixture(f)->model[SIDE_KETAMINE]), 30.0, 0.0);
    circuit_drive want = circuit_drive_of(&v, f->model, SIDE_KETAMINE);
    check_near(circuit_def_of(scene_of_fixture(f)->model[SIDE_KETAMINE]).drive.block_interneuron,
               want.block_interneuron, 1e-12);
}

static void a_block_by_hand_is_lived_through_but_begun_with_after_a_restart(void **state)
{
    scene_fixture *f = *state;
    view_state v = view_at(40.0);
    set(f, &v);
    live(f, 30);
    v.block = VIEW_BLOCK_NONE;
    set(f, &v);
    check_near(circuit_time_ms(scene_of_fixture(f)->model[SIDE_KETAMINE]), 30.0, 0.0);
    v.block = VIEW_BLOCK_BOTH;
    circuit_class.restart(f->scene, 0.0);
    set(f, &v);
    check_near(circuit_time_ms(scene_of_fixture(f)->model[SIDE_KETAMINE]), 0.0, 0.0);
    // The other side begins anew too, to stay in step, and alike: nothing changed there.
    check_near(circuit_time_ms(scene_of_fixture(f)->model[SIDE_SSRI]), 0.0, 0.0);
}

// --- a jump while frames go on

// Model steps that were made so far for the moment to come.
static int64_t steps_made(const circuit_scene *c, bool ended)
{
    int64_t sum = 0;
    for (int s = 0; s < SIDE_COUNT; s++) {
        sum += circuit_steps(c->making.start[s]);
        if (ended || c->making.begun)
            sum += circuit_steps(ended ? c->model[s] : c->making.next[s]);
    }
    return sum;
}

// One tick; the steps it made.
static int64_t tick(circuit_scene *c, bool *more)
{
    int64_t before = steps_made(c, false);
    *more = circuit_class.settle(c, 1.0 / 60.0);
    return steps_made(c, *more && !c->making.on) - before;
}

static bool shows_fresh(const scene_fixture *f, const view_state *v, double run_s)
{
    bool same = true;
    for (int s = 0; s < SIDE_COUNT; s++) {
        circuit *fresh = circuit_create((circuit_def){v->seed, circuit_drive_of(v, f->model, (side)s)});
        assert_non_null(fresh);
        circuit_run(fresh, (int)lround(60.0 * run_s) * CIRCUIT_STEPS_A_FRAME);
        same = same && circuit_fingerprint(fresh) == print_of(f, (side)s);
        circuit_destroy(fresh);
    }
    return same;
}

// However far the jump: no tick makes more than its share of model steps, what was shown stays meanwhile, and
// what comes of it is what a picture of the moment shows.
static void no_tick_of_a_jump_makes_more_than_its_share(void **state)
{
    scene_fixture *f = *state;
    circuit_scene *c = scene_of_fixture(f);
    static const struct {
        double t_min, run_s; // run_s < 0: no restart
        uint32_t seed;
        bool inhibition;
        int ticks;
    } jumps[] = {{40.0, -1.0, 7, true, 4},    {20160.0, -1.0, 7, true, 4}, {40.0, 4.0, 7, true, 6},
                 {120.0, 30.0, 7, false, 23}, {40.0, -1.0, 8, true, 8},    {0.0, 6.0, 9, true, 11}};
    view_state v = view_at(0.0);
    set(f, &v);
    for (size_t i = 0; i < sizeof jumps / sizeof jumps[0]; i++) {
        live(f, 3);
        uint64_t shown = print_of(f, SIDE_KETAMINE);
        v.t_min = jumps[i].t_min;
        v.seed = jumps[i].seed;
        v.inhibition = jumps[i].inhibition;
        if (jumps[i].run_s >= 0.0)
            circuit_class.restart(c, jumps[i].run_s);
        circuit_class.set(c, &v, f->model);
        int ticks = 0;
        for (bool more = true; more; ticks += more) {
            if (c->making.on)
                assert_true(print_of(f, SIDE_KETAMINE) == shown);
            assert_true(tick(c, &more) <= CIRCUIT_STEPS_A_TICK);
            circuit_class.set(c, &v, f->model); // as in every frame
        }
        assert_in_range(ticks, jumps[i].ticks, jumps[i].ticks + 1);
        assert_true(shows_fresh(f, &v, fmax(jumps[i].run_s, 0.0)));
        assert_int_equal(c->seed, v.seed);
    }
}

// A hand that drags the clock through jumps in every frame: what is shown keeps coming after, and ends where
// the hand ends.
static void under_a_dragged_clock_the_picture_keeps_coming_after(void **state)
{
    scene_fixture *f = *state;
    circuit_scene *c = scene_of_fixture(f);
    view_state v = view_at(0.0);
    set(f, &v);
    int changes = 0;
    bool more = false;
    for (int i = 0; i <= 60; i++) {
        uint64_t shown = print_of(f, SIDE_KETAMINE);
        v.t_min = i % 2 ? 40.0 + i : 0.0;
        circuit_class.set(c, &v, f->model);
        assert_true(tick(c, &more) <= CIRCUIT_STEPS_A_TICK);
        changes += print_of(f, SIDE_KETAMINE) != shown;
    }
    assert_in_range(changes, 10, 20);
    for (more = true; more;)
        tick(c, &more);
    assert_true(shows_fresh(f, &v, 0.0));
}

// What is made for one moment is left where it is begun anew for another.
static void a_picture_in_the_midst_of_a_jump_is_of_the_new_moment(void **state)
{
    scene_fixture *f = *state;
    circuit_scene *c = scene_of_fixture(f);
    bool more;
    view_state v = view_at(0.0);
    set(f, &v);
    v.t_min = 40.0;
    circuit_class.set(c, &v, f->model);
    tick(c, &more);
    v.t_min = 120.0;
    circuit_class.set(c, &v, f->model);
    circuit_class.finish(c);
    assert_true(shows_fresh(f, &v, 0.0));
    assert_false(circuit_class.settle(c, 1.0 / 60.0));
    v.t_min = 40.0;
    circuit_class.set(c, &v, f->model);
    tick(c, &more);
    v.t_min = 300.0;
    circuit_class.restart(c, 1.5);
    circuit_class.set(c, &v, f->model);
    circuit_class.finish(c);
    assert_true(shows_fresh(f, &v, 1.5));
}

static void another_seed_is_another_patch_on_both_sides(void **state)
{
    scene_fixture *f = *state;
    view_state v = view_at(40.0);
    set(f, &v);
    uint16_t was = scene_of_fixture(f)->patch->cells[0].model_cell,
             was_next = scene_of_fixture(f)->patch->cells[1].model_cell;
    v.seed = 8;
    set(f, &v);
    assert_true(scene_of_fixture(f)->patch->cells[0].model_cell != was ||
                scene_of_fixture(f)->patch->cells[1].model_cell != was_next);
    for (int s = 0; s < SIDE_COUNT; s++)
        assert_int_equal(circuit_def_of(scene_of_fixture(f)->model[s]).seed, 8);
}

// --- drawing

static void drawing_changes_nothing(void **state)
{
    scene_fixture *f = *state;
    view_state v = view_at(40.0);
    set(f, &v);
    live(f, 40);
    uint64_t before[SIDE_COUNT] = {print_of(f, SIDE_SSRI), print_of(f, SIDE_KETAMINE)};
    scene_frame frame = scene_fixture_stage(f, &v, 1280.0f, 500.0f, 1.0f, THEME_NIGHT);
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
    scene_fixture *f = *state;
    for (int i = 0; i < SIZES; i++)
        for (int text = 0; text < 2; text++)
            for (int halves = 0; halves < 3; halves++) {
                view_state v = view_at(40.0);
                v.halves = (view_halves)halves;
                scene_frame frame =
                    scene_fixture_stage(f, &v, sizes[i][0], sizes[i][1], text ? 1.6f : 1.0f, THEME_NIGHT);
                for (int s = 0; s < SIDE_COUNT; s++) {
                    if (frame.half[s].w <= 0.0f)
                        continue;
                    circuit_plan p = circuit_plan_of(&frame, (side)s);
                    const rect *h = &frame.half[s];
                    const rect *parts[] = {&p.patch,     &p.raster[0], &p.raster[1],
                                           &p.glutamate, &p.axis,      &p.names};
                    for (int k = 0; k < 6; k++) {
                        assert_true(parts[k]->w > 20.0f && parts[k]->h > 8.0f);
                        assert_true(parts[k]->x >= h->x && parts[k]->x + parts[k]->w <= h->x + h->w + 0.5f);
                        assert_true(parts[k]->y >= h->y && parts[k]->y + parts[k]->h <= h->y + h->h + 0.5f);
                    }
                    for (int k = 0; k < CIRCUIT_POPULATIONS; k++) {
                        check_near((double)p.raster[k].x, (double)p.glutamate.x, 0.0);
                        check_near((double)p.raster[k].w, (double)p.glutamate.w, 0.0);
                        check_near((double)p.rates[k].w, (double)p.glutamate.w, 0.0);
                        assert_true(p.full == (p.rates[k].h > 0.0f));
                    }
                    check_near((double)p.axis.w, (double)p.glutamate.w, 0.0);
                    assert_true(p.patch.h > 0.28f * h->h); // the cells stay the picture
                }
            }
}

static void no_text_overlaps_another_or_leaves_the_stage_in(const char *language)
{
    static const float scales[] = {0.8f, 1.0f, 1.6f};
    scene_fixture *f = open_in(language);
    for (int k = 0; k < 9; k++)
        for (int i = 0; i < SIZES; i++) {
            view_state v = view_at(k % 2 ? 40.0 : 14.0 * 1440.0);
            v.halves = k == 4 ? VIEW_KETAMINE : k == 7 ? VIEW_SSRI : VIEW_BOTH;
            v.camera.yaw_deg = k == 5 ? 40.0 : 0.0;
            v.camera.zoom = k == 6 ? 2.5 : 1.0;
            v.block = k == 8 ? VIEW_BLOCK_NONE : VIEW_BLOCK_BOTH;
            set(f, &v);
            scene_frame frame =
                scene_fixture_stage(f, &v, sizes[i][0], sizes[i][1], scales[k % 3], THEME_NIGHT);
            circuit_class.draw2d(f->scene, &frame);
            char what[96];
            snprintf(what, sizeof what, "%s %gx%g, picture %d", language, (double)sizes[i][0],
                     (double)sizes[i][1], k);
            fixture_check_texts(f, &frame, what);
        }
    scene_fixture_close(f);
}

static void no_text_overlaps_another_or_leaves_the_stage_at_any_size(void **state)
{
    (void)state;
    no_text_overlaps_another_or_leaves_the_stage_in("en");
    no_text_overlaps_another_or_leaves_the_stage_in("es");
}

// Figures alone say nothing: each stands with the name of what it is, at every size and text size.
static void every_row_has_its_name(void **state)
{
    scene_fixture *f = *state;
    static const float smallest[][3] = {{960.0f, 252.0f, 2.0f},  {640.0f, 195.0f, 1.0f},
                                        {1280.0f, 300.0f, 2.0f}, {1280.0f, 480.0f, 1.0f},
                                        {720.0f, 160.0f, 2.0f},  {960.0f, 230.0f, 1.6f}};
    for (size_t i = 0; i < sizeof smallest / sizeof smallest[0]; i++) {
        view_state v = view_at(40.0);
        set(f, &v);
        scene_frame frame =
            scene_fixture_stage(f, &v, smallest[i][0], smallest[i][1], smallest[i][2], THEME_NIGHT);
        circuit_class.draw2d(f->scene, &frame);
        for (int s = 0; s < SIDE_COUNT; s++) {
            circuit_plan p = circuit_plan_of(&frame, (side)s);
            for (int row = 0; row <= CIRCUIT_POPULATIONS; row++) {
                const char *name = circuit_plot_name(&frame, p.brief, row);
                bool found = false;
                for (size_t k = 0; k < f->draw.count; k++) {
                    const draw2d_command *c = &f->draw.commands[k];
                    found = found || (c->kind == DRAW2D_TEXT && strcmp(f->draw.text + c->text, name) == 0 &&
                                      rect_contains(p.names, c->box.x + 1.0f, c->box.y + 0.5f * c->box.h));
                }
                if (!found)
                    fail_msg("%gx%g: no \"%s\"", (double)smallest[i][0], (double)smallest[i][1], name);
            }
        }
    }
}

// Arrows among the figures of a half: each is a rate that has changed.
static int arrows(const scene_fixture *f, const scene_frame *frame, side s)
{
    circuit_plan p = circuit_plan_of(frame, s);
    int count = 0;
    for (size_t k = 0; k < f->draw.count; k++) {
        const draw2d_command *c = &f->draw.commands[k];
        count += c->kind == DRAW2D_TEXT && strstr(f->draw.text + c->text, "\xE2\x86\x92") &&
                 rect_contains(p.names, c->box.x + 1.0f, c->box.y + 0.5f * c->box.h);
    }
    return count;
}

static void a_changed_rate_says_from_what(void **state)
{
    scene_fixture *f = *state;
    static const struct {
        double t_min;
        int changed;
    } moments[] = {{0.0, 0}, {40.0, CIRCUIT_POPULATIONS}, {40320.0, 0}};
    for (size_t i = 0; i < sizeof moments / sizeof moments[0]; i++) {
        view_state v = view_at(moments[i].t_min);
        set(f, &v);
        scene_frame frame = scene_fixture_stage(f, &v, 1280.0f, 480.0f, 1.0f, THEME_NIGHT);
        circuit_class.draw2d(f->scene, &frame);
        assert_int_equal(arrows(f, &frame, SIDE_SSRI), 0);
        assert_int_equal(arrows(f, &frame, SIDE_KETAMINE), moments[i].changed);
    }
}

// --- picking

static void every_id_names_one_thing(void **state)
{
    scene_fixture *f = *state;
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
    scene_fixture *f = *state;
    view_state v = view_at(40.0);
    set(f, &v);
    scene_frame frame = scene_fixture_stage(f, &v, 1920.0f, 727.0f, 1.0f, THEME_NIGHT);
    int hits = 0;
    for (int i = 0; i < CIRCUIT_PATCH_CELLS; i++) {
        float px[2];
        camera c = circuit_camera_window(&frame, SIDE_KETAMINE);
        assert_true(camera_project(&c, scene_of_fixture(f)->patch->cells[i].centre, px, NULL));
        const char *id = circuit_class.pick(f->scene, &frame, px[0], px[1]);
        assert_non_null(id);
        circuit_choice found = circuit_choice_of(id);
        assert_true(found.thing == CIRCUIT_PYRAMID || found.thing == CIRCUIT_BRAKE);
        hits += found.cell == i;
    }
    assert_true(hits >= CIRCUIT_PATCH_CELLS - 6); // some stand behind others
    circuit_plan p = circuit_plan_of(&frame, SIDE_SSRI);
    for (int k = 0; k < CIRCUIT_POPULATIONS; k++) {
        const rect *raster = &p.raster[k], *rates = &p.rates[k];
        assert_string_equal(circuit_class.pick(f->scene, &frame, raster->x + 5.0f, raster->y + 5.0f),
                            "raster");
        assert_string_equal(circuit_class.pick(f->scene, &frame, rates->x + 5.0f, rates->y + 5.0f), "rates");
    }
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
        IN_A_SCENE(after_a_jump_both_sides_are_in_step),
        IN_A_SCENE(a_moving_clock_is_lived_through),
        IN_A_SCENE(a_block_by_hand_is_lived_through_but_begun_with_after_a_restart),
        IN_A_SCENE(no_tick_of_a_jump_makes_more_than_its_share),
        IN_A_SCENE(under_a_dragged_clock_the_picture_keeps_coming_after),
        IN_A_SCENE(a_picture_in_the_midst_of_a_jump_is_of_the_new_moment),
        IN_A_SCENE(another_seed_is_another_patch_on_both_sides),
        IN_A_SCENE(drawing_changes_nothing),
        IN_A_SCENE(plots_share_one_time_axis_and_stand_in_their_half),
        cmocka_unit_test(no_text_overlaps_another_or_leaves_the_stage_at_any_size),
        IN_A_SCENE(every_row_has_its_name),
        IN_A_SCENE(a_changed_rate_says_from_what),
        IN_A_SCENE(every_id_names_one_thing),
        IN_A_SCENE(pointing_finds_the_cell_that_is_drawn_there),
    };
#undef IN_A_SCENE
    return cmocka_run_group_tests(tests, NULL, NULL);
}

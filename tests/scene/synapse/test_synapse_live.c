// The models behind the picture: every molecule drawn is one of theirs, a jump of the clock starts them anew,
// a running clock leads them on, and what is done on demand happens at once.
#include "check.h"

#include "scene/synapse/synapse.h"
#include "scene/synapse/synapse_live.h"
#include "scene/synapse/synapse_machine.h"
#include "scene/synapse/synapse_machines.h"
#include "scene/synapse/synapse_names.h"
#include "scene/synapse/synapse_pick.h"
#include "scene/synapse/synapse_plan.h"
#include "scene/synapse/synapse_state.h"
#include "view/view_clock.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double tick_s = 1.0 / 60.0, weeks4 = 28.0 * 24.0 * 60.0;

typedef struct rig {
    gfx *g;
    synapse *scene;
    treatment *model;
    view_state view;
} rig;

static rig rig_open(void)
{
    gfx_def def = {.text = text_source_blocks()};
    rig r = {.g = gfx_create_recording(&def), .view = view_state_default(VIEW_SYNAPSE)};
    scene_def sd = {.gfx = r.g};
    error e = {0};
    r.scene = synapse_class.create(&sd, &e);
    if (!r.scene)
        fail_msg("%s", e.text);
    r.model = treatment_create(treatment_inputs_default());
    return r;
}

static void rig_close(rig *r)
{
    synapse_class.destroy(r->scene);
    treatment_destroy(r->model);
    gfx_destroy(r->g);
}

// Both halves of a small stage. Valid as long as the rig.
static scene_frame frame_of(const rig *r)
{
    static const words none = {NULL, NULL};
    static text_source text;
    text = text_source_blocks();
    return (scene_frame){.gfx = r->g,
                         .text = &text,
                         .words = &none,
                         .theme = theme_get(THEME_NIGHT),
                         .view = &r->view,
                         .treatment = r->model,
                         .stage = {0, 0, 1280, 480},
                         .half = {{0, 0, 640, 480}, {640, 0, 640, 480}},
                         .unit = 0.667f,
                         .text_scale = 1.0f};
}

static void set(rig *r, double t_min)
{
    r->view.t_min = t_min;
    synapse_class.set(r->scene, &r->view, r->model);
}

static void advance(rig *r, int ticks)
{
    for (int i = 0; i < ticks; i++)
        synapse_class.advance(r->scene, tick_s);
}

static int machines(const rig *r, side s, synapse_kind kind, bool drugged)
{
    int n = 0;
    for (int i = 0; i < r->scene->sight[s].machine_count; i++) {
        const synapse_machine *m = &r->scene->sight[s].machines[i];
        n += m->kind == kind && (!drugged || m->drug_in);
    }
    return n;
}

static void every_molecule_drawn_is_one_of_the_models(void **state)
{
    (void)state;
    rig r = rig_open();
    set(&r, weeks4);
    // Where each molecule was in the last steps, by its id.
    static float was[SYNAPSE_MOLECULES][SYNAPSE_LOOK_EVERY][3];
    for (int tick = 0; tick < 70; tick++) {
        advance(&r, 1);
        diffusion_molecules m = synapse_serotonin_molecules(r.scene->serotonin);
        for (int i = 0; i < m.count; i++)
            synapse_place(SIDE_SSRI, m.x[i], m.y[i], m.z[i],
                          was[m.id[i] % SYNAPSE_MOLECULES][tick % SYNAPSE_LOOK_EVERY]);
    }
    diffusion_molecules m = synapse_serotonin_molecules(r.scene->serotonin);
    const synapse_sight *g = &r.scene->sight[SIDE_SSRI];
    assert_int_equal(g->molecule_count, m.count);
    assert_true(m.count > 100);
    for (int i = 0; i < m.count; i++) {
        const float *at = g->molecules[i];
        bool there = false;
        for (int k = 0; k < SYNAPSE_LOOK_EVERY; k++)
            there = there || memcmp(at, was[m.id[i] % SYNAPSE_MOLECULES][k], sizeof was[0][0]) == 0;
        assert_true(there);
        assert_true(at[2] <= SYNAPSE_CEILING + 1e-5f && at[2] >= SYNAPSE_FLOOR - 1e-5f);
    }
    assert_int_equal(r.scene->sight[SIDE_KETAMINE].molecule_count,
                     synapse_glutamate_molecules(r.scene->glutamate).count);
    assert_int_equal(machines(&r, SIDE_SSRI, SYNAPSE_DRAWN_SERT, false), SYNAPSE_SERTS);
    assert_int_equal(machines(&r, SIDE_KETAMINE, SYNAPSE_DRAWN_NMDA, false), SYNAPSE_NMDA);
    rig_close(&r);
}

static void molecules_are_looked_at_in_turn_and_all_at_once_in_a_new_picture(void **state)
{
    (void)state;
    rig r = rig_open();
    set(&r, weeks4);
    advance(&r, 70);
    static float before[SYNAPSE_MOLECULES][3];
    const synapse_sight *g = &r.scene->sight[SIDE_SSRI];
    int moved = 0, kept = 0;
    for (int i = 0; i < g->molecule_count; i++)
        memcpy(before[i], g->molecules[i], sizeof before[i]);
    int count = g->molecule_count;
    advance(&r, 1);
    for (int i = 0; i < count && i < g->molecule_count; i++) {
        bool same = memcmp(before[i], g->molecules[i], sizeof before[i]) == 0;
        moved += !same;
        kept += same;
    }
    assert_true(moved > 0 && kept > 3 * moved);
    set(&r, 0.0);
    diffusion_molecules m = synapse_serotonin_molecules(r.scene->serotonin);
    for (int i = 0; i < m.count; i++) {
        float at[3];
        synapse_place(SIDE_SSRI, m.x[i], m.y[i], m.z[i], at);
        assert_memory_equal(at, g->molecules[i], sizeof at);
    }
    rig_close(&r);
}

static void plugs_stand_where_the_moment_says(void **state)
{
    (void)state;
    rig r = rig_open();
    set(&r, 0.0);
    assert_int_equal(machines(&r, SIDE_SSRI, SYNAPSE_DRAWN_SERT, true), 0);
    assert_int_equal(machines(&r, SIDE_KETAMINE, SYNAPSE_DRAWN_NMDA, true), 0);
    set(&r, 40.0);
    assert_true(machines(&r, SIDE_KETAMINE, SYNAPSE_DRAWN_NMDA, true) > 3);
    set(&r, weeks4);
    assert_int_equal(machines(&r, SIDE_SSRI, SYNAPSE_DRAWN_SERT, true), 80);
    assert_int_equal(machines(&r, SIDE_KETAMINE, SYNAPSE_DRAWN_NMDA, true), 0);
    rig_close(&r);
}

static void a_jump_gives_the_same_picture_from_wherever_one_came(void **state)
{
    (void)state;
    rig a = rig_open(), b = rig_open();
    set(&a, 0.0);
    advance(&a, 33);
    set(&a, weeks4);
    set(&a, 40.0);
    set(&b, 40.0);
    assert_true(synapse_glutamate_hash(a.scene->glutamate) == synapse_glutamate_hash(b.scene->glutamate));
    assert_true(synapse_serotonin_hash(a.scene->serotonin) == synapse_serotonin_hash(b.scene->serotonin));
    rig_close(&a);
    rig_close(&b);
}

static void a_running_clock_leads_the_models_on(void **state)
{
    (void)state;
    rig r = rig_open();
    set(&r, 40.0);
    double axis = view_axis_of_time(40.0);
    for (int i = 1; i <= 60; i++) {
        advance(&r, 1);
        set(&r, view_time_of_axis(axis + i / (60.0 * 15.0))); // the fastest clock: the axis in 15 s
    }
    check_near(synapse_glutamate_state_of(r.scene->glutamate).display_s, 1.0, 1e-9);
    check_near(synapse_serotonin_state_of(r.scene->serotonin).display_s, 1.0, 1e-9);
    rig_close(&r);
}

static void each_side_starts_anew_for_its_own_reasons(void **state)
{
    (void)state;
    rig r = rig_open();
    set(&r, 40.0);
    advance(&r, 30);
    r.view.true_scale = true;
    set(&r, 40.0);
    check_near(synapse_glutamate_state_of(r.scene->glutamate).display_s, 0.0, 1e-9);
    check_near(synapse_serotonin_state_of(r.scene->serotonin).display_s, 0.5, 1e-9);
    rig_close(&r);
}

// What changes what is simulated gives the picture that one finds who comes with it from the start.
static void every_change_of_what_is_simulated_starts_it_anew(void **state)
{
    (void)state;
    for (int change = 0; change < 4; change++) {
        rig came = rig_open(), fresh = rig_open();
        set(&came, 40.0);
        advance(&came, 30);
        view_state v = came.view;
        v.seed += change == 0;
        v.mg = change == 1 ? !v.mg : v.mg;
        v.target = change == 2 ? VIEW_PYRAMIDAL : v.target;
        v.true_scale = change == 3 ? !v.true_scale : v.true_scale;
        came.view = fresh.view = v;
        set(&came, 40.0);
        set(&fresh, 40.0);
        for (int i = 0; i < 2; i++) {
            const synapse_sight *a = &came.scene->sight[SIDE_KETAMINE],
                                *b = &fresh.scene->sight[SIDE_KETAMINE];
            assert_int_equal(a->molecule_count, b->molecule_count);
            assert_true(synapse_glutamate_hash(came.scene->glutamate) ==
                        synapse_glutamate_hash(fresh.scene->glutamate));
            advance(&came, 10);
            advance(&fresh, 10);
        }
        rig_close(&came);
        rig_close(&fresh);
    }
}

static void a_release_on_demand_shows_at_once_and_only_once_at_a_time(void **state)
{
    (void)state;
    rig r = rig_open();
    set(&r, 0.0);
    while (synapse_glutamate_state_of(r.scene->glutamate).since_release_s < 0.7 ||
           synapse_serotonin_state_of(r.scene->serotonin).since_release_s < 0.7)
        advance(&r, 1);
    int before = r.scene->sight[SIDE_KETAMINE].molecule_count;
    unsigned revision = synapse_class.revision(r.scene);
    synapse_live_release(r.scene);
    assert_int_equal(r.scene->sight[SIDE_KETAMINE].molecule_count, before + SYNAPSE_VESICLE);
    assert_true(synapse_class.revision(r.scene) != revision);
    // A second press in the same moment is no second flash.
    synapse_live_release(r.scene);
    assert_int_equal(r.scene->sight[SIDE_KETAMINE].molecule_count, before + SYNAPSE_VESICLE);
    rig_close(&r);
}

static void a_release_while_nothing_moves_moves_no_machine(void **state)
{
    (void)state;
    rig r = rig_open();
    set(&r, weeks4);
    advance(&r, 117);
    static synapse_machine before[SYNAPSE_MACHINES];
    const synapse_sight *g = &r.scene->sight[SIDE_SSRI];
    memcpy(before, g->machines, sizeof before);
    synapse_live_release(r.scene);
    for (int i = 0; i < g->machine_count; i++) {
        assert_true(g->machines[i].turned == before[i].turned);
        assert_true(g->machines[i].plugged == before[i].plugged);
    }
    rig_close(&r);
}

static void a_closer_look_turns_to_a_pore_and_not_to_what_moves_or_is_far(void **state)
{
    (void)state;
    rig r = rig_open();
    set(&r, 40.0);
    const synapse_sight *g = &r.scene->sight[SIDE_KETAMINE];
    float resting[3];
    memcpy(resting, g->focus, sizeof resting);
    static const char *const none[] = {"glutamate", "uptake.2", "astrocyte", "sert.4"};
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
        strcpy(r.view.pick, none[i]);
        set(&r, 40.0);
        for (int k = 0; k < 3; k++)
            check_near((double)g->focus[k], (double)resting[k], 1e-6);
    }
    strcpy(r.view.pick, "nmda.3");
    set(&r, 40.0);
    const synapse_machine *m = &g->machines[synapse_machine_index(SYNAPSE_NAME_NMDA, 2)];
    check_near((double)g->focus[0], (double)m->at[0], 1e-6);
    check_near((double)g->focus[1], (double)m->at[1], 1e-6);
    assert_true(g->focus[2] > SYNAPSE_FLOOR && g->focus[2] < SYNAPSE_FLOOR + 0.2f);
    rig_close(&r);
}

static void magnesium_leaves_a_depolarised_membrane(void **state)
{
    (void)state;
    rig r = rig_open();
    set(&r, 0.0);
    int held = synapse_glutamate_state_of(r.scene->glutamate).magnesium_held;
    assert_true(held > SYNAPSE_NMDA / 2);
    synapse_live_depolarise(r.scene);
    advance(&r, 120);
    assert_true(synapse_glutamate_state_of(r.scene->glutamate).magnesium_held < held);
    rig_close(&r);
}

static void the_glutamate_synapse_is_only_turned_and_shows_nmda_receptors_in_front(void **state)
{
    (void)state;
    rig r = rig_open();
    int in_front = 0;
    for (uint32_t seed = 1; seed <= 12; seed++) {
        r.view.seed = seed;
        set(&r, 0.0);
        const synapse_sight *g = &r.scene->sight[SIDE_KETAMINE];
        for (int i = 0; i < SYNAPSE_RECEPTORS; i++) {
            synapse_receptor there = synapse_glutamate_receptor(r.scene->glutamate, i);
            const float *at = g->machines[i].at;
            double drawn = hypot((double)at[0], (double)(at[1] - SYNAPSE_AXIS_Y));
            check_near(drawn * synapse_um_per_unit(SIDE_KETAMINE), hypot((double)there.x, (double)there.y),
                       1e-5);
            in_front += i >= SYNAPSE_AMPA && at[1] < -0.25f;
        }
        diffusion_molecules m = synapse_glutamate_molecules(r.scene->glutamate);
        for (int i = 0; i < m.count; i++) {
            double drawn = hypot((double)g->molecules[i][0], (double)(g->molecules[i][1] - SYNAPSE_AXIS_Y));
            check_near(drawn * synapse_um_per_unit(SIDE_KETAMINE), hypot((double)m.x[i], (double)m.y[i]),
                       1e-5);
        }
    }
    assert_true(in_front >= 12 * 3); // evenly spread there would be two
    rig_close(&r);
}

static void glutamate_is_taken_up_at_the_rim_of_the_model(void **state)
{
    (void)state;
    rig r = rig_open();
    set(&r, 0.0);
    const synapse_sight *g = &r.scene->sight[SIDE_KETAMINE];
    assert_int_equal(machines(&r, SIDE_KETAMINE, SYNAPSE_DRAWN_UPTAKE, false), SYNAPSE_UPTAKES);
    float busiest = 0.0f;
    for (int tick = 0; tick < 200; tick++) {
        advance(&r, 1);
        for (int i = 0; i < SYNAPSE_UPTAKES; i++) {
            const synapse_machine *m = &g->machines[SYNAPSE_RECEPTORS + i];
            check_near(hypot((double)m->at[0], (double)(m->at[1] - SYNAPSE_AXIS_Y)) *
                           synapse_um_per_unit(SIDE_KETAMINE),
                       SYNAPSE_GLUTAMATE_RIM_UM, 1e-3);
            busiest = fmaxf(busiest, m->bound);
            assert_false(m->held); // no molecule is drawn that is not one of the model's
            message said =
                synapse_state_message(r.scene, SIDE_KETAMINE, (synapse_choice){SYNAPSE_NAME_UPTAKE, i});
            assert_string_equal(said.id,
                                m->bound > 0.5f ? "synapse.state.uptake.near" : "synapse.state.uptake.free");
        }
    }
    assert_true(busiest > 0.5f);
    rig_close(&r);
}

static void open_pumps_carry_molecules_into_the_cell_and_plugged_ones_none(void **state)
{
    (void)state;
    rig r = rig_open();
    set(&r, weeks4);
    int carried = 0;
    float highest = -1.0f, lowest = 1.0f;
    for (int tick = 0; tick < 120; tick++) {
        advance(&r, 1);
        for (int i = 0; i < SYNAPSE_SERTS; i++) {
            const synapse_machine *m = &r.scene->sight[SIDE_SSRI].machines[i];
            float at[3], size;
            if (!synapse_passenger(m, at, &size))
                continue;
            assert_true(m->plugged <= 0.5f && size >= 0.0f && size <= 1.0f);
            highest = fmaxf(highest, at[2]);
            lowest = fminf(lowest, at[2]);
            carried++;
        }
    }
    assert_true(carried > 200);
    assert_true(lowest < SYNAPSE_CEILING - 0.1f && highest > SYNAPSE_CEILING + SYNAPSE_MEMBRANE);
    rig_close(&r);
}

static void parts_are_found_where_they_are_drawn(void **state)
{
    (void)state;
    rig r = rig_open();
    r.view.pinned[SIDE_SSRI] = true;
    r.view.pin_min[SIDE_SSRI] = weeks4;
    set(&r, 40.0);
    scene_frame f = frame_of(&r);
    static const synapse_name sure[] = {SYNAPSE_NAME_SSRI, SYNAPSE_NAME_KETAMINE, SYNAPSE_NAME_BOUTON,
                                        SYNAPSE_NAME_DENSITY, SYNAPSE_NAME_VESICLE};
    static const synapse_name numbered[] = {SYNAPSE_NAME_SERT, SYNAPSE_NAME_NMDA, SYNAPSE_NAME_UPTAKE};
    for (size_t i = 0; i < sizeof sure / sizeof sure[0]; i++) {
        side s = synapse_name_on(sure[i], SIDE_KETAMINE) ? SIDE_KETAMINE : SIDE_SSRI;
        float at[3], px[2];
        synapse_plan plan = synapse_plan_make(&f);
        assert_true(synapse_where(r.scene, s, (synapse_choice){sure[i], -1}, at));
        camera c = synapse_camera_window(&plan, &f, s, r.scene->sight[s].focus);
        assert_true(camera_project(&c, at, px, NULL));
        const char *id = synapse_class.pick(r.scene, &f, px[0], px[1]);
        if (!id)
            fail_msg("nothing where %s is drawn", synapse_name_id(sure[i]));
        assert_string_equal(id, synapse_name_id(sure[i]));
    }
    for (size_t i = 0; i < sizeof numbered / sizeof numbered[0]; i++) {
        side s = synapse_name_on(numbered[i], SIDE_KETAMINE) ? SIDE_KETAMINE : SIDE_SSRI;
        float at[3], px[2];
        synapse_plan plan = synapse_plan_make(&f);
        assert_true(synapse_where(r.scene, s, (synapse_choice){numbered[i], -1}, at));
        camera c = synapse_camera_window(&plan, &f, s, r.scene->sight[s].focus);
        assert_true(camera_project(&c, at, px, NULL));
        synapse_choice found;
        assert_true(synapse_choice_read(synapse_class.pick(r.scene, &f, px[0], px[1]), &found));
        assert_int_equal(found.name, numbered[i]);
        assert_true(found.number >= 0);
    }
    rig_close(&r);
}

// The pump nearest to the viewer, or farthest from him, alone with a plug.
static void plug_one(synapse_sight *g, bool nearest)
{
    synapse_machine *chosen = NULL;
    for (int i = 0; i < g->machine_count; i++) {
        synapse_machine *m = &g->machines[i];
        if (m->kind != SYNAPSE_DRAWN_SERT)
            continue;
        m->drug_in = false;
        if (!chosen || (nearest ? m->at[1] < chosen->at[1] : m->at[1] > chosen->at[1]))
            chosen = m;
    }
    assert_non_null(chosen);
    chosen->drug_in = true;
}

static void a_plug_behind_other_pumps_is_not_seen(void **state)
{
    (void)state;
    rig r = rig_open();
    set(&r, weeks4);
    scene_frame f = frame_of(&r);
    synapse_plan plan = synapse_plan_make(&f);
    synapse_sight *g = &r.scene->sight[SIDE_SSRI];
    camera c = synapse_camera_window(&plan, &f, SIDE_SSRI, g->focus);
    for (int nearest = 0; nearest < 2; nearest++) {
        float at[3], px[2];
        plug_one(g, nearest);
        assert_true(synapse_where(r.scene, SIDE_SSRI, (synapse_choice){SYNAPSE_NAME_SSRI, -1}, at));
        assert_true(camera_project(&c, at, px, NULL));
        assert_int_equal(synapse_guest_seen(g, &c, px[0], px[1], SYNAPSE_NAME_SSRI), nearest);
    }
    rig_close(&r);
}

static bool writes(const draw2d *list, const char *text)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->commands[i].kind == DRAW2D_TEXT && strcmp(list->text + list->commands[i].text, text) == 0)
            return true;
    return false;
}

// The scale of free serotonin holds all of its course: up to 0.8 at the usual targets, up to 1.6 above them.
static void the_serotonin_scale_holds_its_curve(void **state)
{
    (void)state;
    static const double targets[] = {0.5, 0.80, 0.81, 0.9}, tops[] = {0.8, 0.8, 1.6, 1.6};
    rig r = rig_open();
    draw2d list = {0};
    for (int i = 0; i < 4; i++) {
        treatment_tabulate(r.model, (treatment_inputs){0.5, targets[i]});
        set(&r, 2.0 * weeks4);
        double most = 0.0;
        for (int k = 0; k < SYNAPSE_HISTORY; k++)
            most = fmax(most, synapse_serotonin_past(r.scene->serotonin, k).now.serotonin_uM);
        assert_true(most < 1.02 * tops[i]);
        scene_frame f = frame_of(&r);
        f.draw = &list;
        draw2d_begin(&list, 1280.0f, 480.0f);
        synapse_class.draw2d(r.scene, &f);
        assert_int_equal(writes(&list, "synapse.tick.highest"), tops[i] > 1.0);
        assert_int_equal(writes(&list, "synapse.tick.most"), tops[i] < 1.0);
    }
    draw2d_destroy(&list);
    rig_close(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_molecule_drawn_is_one_of_the_models),
        cmocka_unit_test(molecules_are_looked_at_in_turn_and_all_at_once_in_a_new_picture),
        cmocka_unit_test(plugs_stand_where_the_moment_says),
        cmocka_unit_test(a_jump_gives_the_same_picture_from_wherever_one_came),
        cmocka_unit_test(a_running_clock_leads_the_models_on),
        cmocka_unit_test(each_side_starts_anew_for_its_own_reasons),
        cmocka_unit_test(every_change_of_what_is_simulated_starts_it_anew),
        cmocka_unit_test(a_release_on_demand_shows_at_once_and_only_once_at_a_time),
        cmocka_unit_test(a_release_while_nothing_moves_moves_no_machine),
        cmocka_unit_test(a_closer_look_turns_to_a_pore_and_not_to_what_moves_or_is_far),
        cmocka_unit_test(magnesium_leaves_a_depolarised_membrane),
        cmocka_unit_test(the_glutamate_synapse_is_only_turned_and_shows_nmda_receptors_in_front),
        cmocka_unit_test(the_serotonin_scale_holds_its_curve),
        cmocka_unit_test(a_plug_behind_other_pumps_is_not_seen),
        cmocka_unit_test(glutamate_is_taken_up_at_the_rim_of_the_model),
        cmocka_unit_test(open_pumps_carry_molecules_into_the_cell_and_plugged_ones_none),
        cmocka_unit_test(parts_are_found_where_they_are_drawn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

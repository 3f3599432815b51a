// From any part of a magnification, and from its name on the stage, to its evidence card and back.
#include "app/story/present.h"
#include "app/story/shelf.h"
#include "app/story/story_player.h"
#include "stage_fixture.h"

static const char *next_part(const char *id)
{
    return a.stage.scene->pick_step(a.stage.scene_data, id, 1);
}

static void each_scene(void (*at)(void))
{
    for (int s = 0; s < VIEW_SCENES; s++) {
        fixture_show((view_scene)s);
        fixture_build(&a);
        at();
    }
}

// Every part that keys can pick.
static void parts_here(void)
{
    enum { PARTS_MOST = 2000 };
    char first[VIEW_PICK_MAX] = "", id[VIEW_PICK_MAX] = "";
    int count = 0;
    for (; count < PARTS_MOST; count++) {
        const char *next = next_part(id);
        if (!next || strcmp(next, first) == 0)
            break;
        snprintf(id, sizeof id, "%s", next);
        if (count == 0)
            memcpy(first, id, sizeof first);
        if (!evidence_for_part(a.reading.cards, a.stage.scene->id, id))
            fail_msg("%s.%s has no card", a.stage.scene->id, id);
    }
    // The four have many; a further magnification may have one.
    assert_in_range(count, a.stage.scene->view <= VIEW_GROWTH ? 3 : 1, PARTS_MOST - 1);
}

static void every_part_has_a_card(void **state)
{
    (void)state;
    shelf_open(&a);
    each_scene(parts_here);
}

static void keys_here(void)
{
    fixture_key(&a, KEY_ENTER, 0); // picks the first part
    fixture_build(&a);
    assert_true(a.session.view.pick[0]);
    view_state before = a.session.view;
    fixture_key(&a, 'e', 0);
    fixture_build(&a);
    const evidence_card *own = evidence_for_part(a.reading.cards, a.stage.scene->id, a.session.view.pick);
    assert_int_equal(a.stage.overlay, OVERLAY_SURE);
    assert_string_equal(a.reading.here.card, own->id);
    fixture_key(&a, KEY_ESCAPE, 0);
    fixture_build(&a);
    assert_int_equal(a.stage.overlay, OVERLAY_NONE);
    assert_true(view_state_equal(&a.session.view, &before));
}

static void keys_lead_from_a_part_to_its_card_and_back(void **state)
{
    (void)state;
    each_scene(keys_here);
}

static void click(float x, float y)
{
    fixture_pointer(&a, INPUT_POINTER_MOVE, x, y);
    fixture_build(&a);
    fixture_pointer(&a, INPUT_POINTER_DOWN, x, y);
    fixture_pointer(&a, INPUT_POINTER_UP, x, y);
    fixture_build(&a);
}

// The name number `i` as it stands while nothing is picked or pointed at. (What was picked before may have
// left a taller caption, so places are asked for anew.)
static scene_name name_at_rest(int i)
{
    a.session.view.pick[0] = '\0';
    fixture_pointer(&a, INPUT_POINTER_MOVE, a.chrome.layout.dock.x + 2.0f, a.chrome.layout.dock.y + 2.0f);
    fixture_build(&a);
    assert_in_range(i, 0, a.stage.names.count - 1);
    return a.stage.names.at[i];
}

// Every name that is drawn, pressed where it stands.
static void names_here(void)
{
    int count = a.stage.names.count;
    assert_in_range(count, a.stage.scene->view <= VIEW_GROWTH ? 4 : 0, SCENE_NAMES_MAX - 1);
    for (int i = 0; i < count; i++) {
        scene_name n = name_at_rest(i);
        click(n.box.x + 0.5f * n.box.w, n.box.y + 0.5f * n.box.h);
        if (strcmp(a.session.view.pick, n.id) != 0)
            fail_msg("%s: the name of %s picks \"%s\"", a.stage.scene->id, n.id, a.session.view.pick);
        fixture_click(&a, "bar.sure");
        fixture_build(&a);
        assert_string_equal(a.reading.here.card,
                            evidence_for_part(a.reading.cards, a.stage.scene->id, n.id)->id);
        fixture_click(&a, "panel.close");
        fixture_build(&a);
        assert_int_equal(a.stage.overlay, OVERLAY_NONE);
    }
}

static void a_name_on_the_stage_is_a_way_to_its_card(void **state)
{
    (void)state;
    each_scene(names_here);
}

// Under a pointer that rests nothing changes from build to build, wherever names step aside.
static void rest_here(void)
{
    int count = a.stage.names.count;
    for (int i = 0; i < count; i++) {
        scene_name n = name_at_rest(i);
        fixture_pointer(&a, INPUT_POINTER_MOVE, n.box.x + 0.5f * n.box.w, n.box.y + 0.5f * n.box.h);
        fixture_build(&a);
        for (int k = 0; k < 10; k++) {
            assert_string_equal(a.stage.hovered, n.id);
            fixture_build_once(&a);
        }
    }
}

static void names_do_not_jump_under_a_pointer_that_rests(void **state)
{
    (void)state;
    each_scene(rest_here);
}

// While presenting, a pointer that only lies on a part brings nothing up; one that a hand moves does.
static void a_pointer_that_lies_there_names_nothing_in_a_talk(void **state)
{
    (void)state;
    error e = {0};
    fixture_show(VIEW_BRAIN);
    if (!player_open(&a, lesson, &e))
        fail_msg("%s", e.text);
    a.frame.now_s = 10.0;
    present_start(&a);
    fixture_build(&a);
    rect r = a.stage.names.at[0].box;
    const char *id = a.stage.names.at[0].id;
    float x = r.x + 0.3f * r.w, y = r.y + 0.5f * r.h;
    fixture_pointer(&a, INPUT_POINTER_MOVE, x, y);
    present_advance(&a, 0.0);
    fixture_build(&a);
    assert_string_equal(a.stage.hovered, "");
    for (int i = 0; i < 6; i++) {
        a.frame.now_s += 0.05;
        fixture_pointer(&a, INPUT_POINTER_MOVE, x + (float)i, y);
    }
    fixture_build(&a);
    assert_string_equal(a.stage.hovered, id);
    a.frame.now_s += 4.0;
    present_advance(&a, 0.0);
    fixture_build(&a);
    assert_string_equal(a.stage.hovered, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_part_has_a_card, open_stage, close_stage),
        cmocka_unit_test_setup_teardown(keys_lead_from_a_part_to_its_card_and_back, open_stage, close_stage),
        cmocka_unit_test_setup_teardown(a_name_on_the_stage_is_a_way_to_its_card, open_stage, close_stage),
        cmocka_unit_test_setup_teardown(names_do_not_jump_under_a_pointer_that_rests, open_stage,
                                        close_stage),
        cmocka_unit_test_setup_teardown(a_pointer_that_lies_there_names_nothing_in_a_talk, open_stage,
                                        close_stage),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

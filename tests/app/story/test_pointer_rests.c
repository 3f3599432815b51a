// A pointer that nobody moves is not in the way of a talk.
#include "app/story/present.h"
#include "chrome_fixture.h"

static void pass(double seconds)
{
    for (double t = 0.0; t < seconds; t += 0.1) {
        a.frame.now_s += 0.1;
        present_advance(&a, 0.1);
    }
}

// A hand moves the pointer on and on; a single move may be a window's.
static void move(void)
{
    for (int i = 0; i < 5; i++) {
        pass(0.1);
        app_event(&a, &(input_event){.kind = INPUT_POINTER_MOVE, .x = 300.0f + (float)i, .y = 200});
    }
    pass(0.1);
}

static void while_presenting_the_pointer_hides_until_a_hand_moves_it(void **state)
{
    (void)state;
    fixture_build(&a);
    a.frame.now_s = 100.0;
    move();
    pass(10.0);
    assert_false(a.present.pointer_hidden); // nobody presents
    fixture_key(&a, KEY_F5, 0);
    assert_true(a.present.on);
    pass(5.0);
    assert_true(a.present.pointer_hidden);
    move();
    assert_false(a.present.pointer_hidden);
    pass(5.0);
    assert_true(a.present.pointer_hidden);
    fixture_key(&a, KEY_ESCAPE, 0);
    assert_false(a.present.on);
    pass(0.2);
    assert_false(a.present.pointer_hidden);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(while_presenting_the_pointer_hides_until_a_hand_moves_it, open_lesson,
                                        close_app),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// What the window system says and what the program hears.
#include "check.h"
#include "platform/sdl/events.h"

#include <string.h>

static event_reader reader(void)
{
    return (event_reader){.width = 1600, .height = 800, .px_per_unit = 2};
}

static SDL_Event key(Uint32 type, SDL_Keycode sym, SDL_Scancode place, Uint16 mod)
{
    SDL_Event e = {.type = type};
    e.key.type = type;
    e.key.keysym = (SDL_Keysym){.sym = sym, .scancode = place, .mod = mod};
    return e;
}

static SDL_Event touch(Uint32 type, SDL_FingerID id, float x, float y, Uint32 ms)
{
    SDL_Event e = {.type = type};
    e.tfinger.type = type;
    e.tfinger.fingerId = id;
    e.tfinger.timestamp = ms;
    e.tfinger.x = x;
    e.tfinger.y = y;
    return e;
}

// The one event that `e` became; fails when there is none or more.
static input_event only(event_reader *r, SDL_Event e, const char *text)
{
    input_event out = {0}, more;
    events_read(r, &e, text);
    assert_true(events_next(r, &out));
    assert_false(events_next(r, &more));
    return out;
}

static void nothing(event_reader *r, SDL_Event e)
{
    input_event out;
    events_read(r, &e, NULL);
    assert_false(events_next(r, &out));
}

static void a_key_is_the_character_it_types(void **state)
{
    (void)state;
    event_reader r = reader();
    // '?' on a keyboard of the United States, on a German and on a Spanish one
    assert_int_equal(only(&r, key(SDL_KEYDOWN, '/', SDL_SCANCODE_SLASH, KMOD_LSHIFT), "?").key, '?');
    assert_int_equal(only(&r, key(SDL_KEYDOWN, 0xDF, SDL_SCANCODE_MINUS, KMOD_LSHIFT), "?").key, '?');
    assert_int_equal(only(&r, key(SDL_KEYDOWN, '\'', SDL_SCANCODE_MINUS, KMOD_LSHIFT), "?").key, '?');
    // digits of a French keyboard need the shift key
    assert_int_equal(only(&r, key(SDL_KEYDOWN, '&', SDL_SCANCODE_1, KMOD_LSHIFT), "1").key, '1');
    assert_int_equal(only(&r, key(SDL_KEYDOWN, 'f', SDL_SCANCODE_F, KMOD_CAPS), "F").key, 'f');
}

static void a_key_without_a_character_is_what_is_printed_on_it(void **state)
{
    (void)state;
    event_reader r = reader();
    input_event e = only(&r, key(SDL_KEYDOWN, 'c', SDL_SCANCODE_C, KMOD_RCTRL), NULL);
    assert_int_equal(e.key, 'c');
    assert_int_equal(e.mods, MOD_CTRL);
    // a Russian layout: the letter on the same key of a Latin one
    assert_int_equal(only(&r, key(SDL_KEYDOWN, 0x441, SDL_SCANCODE_C, 0), "\xD1\x81").key, 'c');
    assert_int_equal(only(&r, key(SDL_KEYDOWN, SDLK_KP_PLUS, SDL_SCANCODE_KP_PLUS, 0), NULL).key, '+');
    assert_int_equal(only(&r, key(SDL_KEYDOWN, SDLK_KP_6, SDL_SCANCODE_KP_6, 0), NULL).key, KEY_RIGHT);
    assert_int_equal(only(&r, key(SDL_KEYDOWN, SDLK_KP_6, SDL_SCANCODE_KP_6, KMOD_NUM), "6").key, '6');
}

static void presenter_remotes_and_named_keys_are_known(void **state)
{
    (void)state;
    event_reader r = reader();
    assert_int_equal(only(&r, key(SDL_KEYDOWN, SDLK_PAGEDOWN, SDL_SCANCODE_PAGEDOWN, 0), NULL).key,
                     KEY_PAGE_DOWN);
    assert_int_equal(only(&r, key(SDL_KEYDOWN, SDLK_F5, SDL_SCANCODE_F5, 0), NULL).key, KEY_F5);
    assert_int_equal(only(&r, key(SDL_KEYDOWN, SDLK_ESCAPE, SDL_SCANCODE_ESCAPE, 0), NULL).key, KEY_ESCAPE);
    input_event e = only(&r, key(SDL_KEYDOWN, SDLK_TAB, SDL_SCANCODE_TAB, KMOD_LSHIFT), NULL);
    assert_int_equal(e.key, KEY_TAB);
    assert_int_equal(e.mods, MOD_SHIFT);
    nothing(&r, key(SDL_KEYDOWN, SDLK_LSHIFT, SDL_SCANCODE_LSHIFT, KMOD_LSHIFT));
}

static void a_release_names_the_key_that_went_down(void **state)
{
    (void)state;
    event_reader r = reader();
    only(&r, key(SDL_KEYDOWN, '/', SDL_SCANCODE_SLASH, KMOD_LSHIFT), "?");
    input_event up = only(&r, key(SDL_KEYUP, '/', SDL_SCANCODE_SLASH, 0), NULL); // shift was let go first
    assert_int_equal(up.kind, INPUT_KEY_UP);
    assert_int_equal(up.key, '?');
}

static void the_pointer_is_in_physical_pixels_and_carries_held_keys(void **state)
{
    (void)state;
    event_reader r = reader();
    nothing(&r, key(SDL_KEYDOWN, SDLK_LCTRL, SDL_SCANCODE_LCTRL, KMOD_LCTRL));
    SDL_Event move = {.type = SDL_MOUSEMOTION};
    move.motion.x = 100;
    move.motion.y = 30;
    input_event e = only(&r, move, NULL);
    assert_int_equal(e.kind, INPUT_POINTER_MOVE);
    check_near(e.x, 200, 0);
    check_near(e.y, 60, 0);
    assert_int_equal(e.mods, MOD_CTRL);
    SDL_Event lost = {.type = SDL_WINDOWEVENT};
    lost.window.event = SDL_WINDOWEVENT_FOCUS_LOST;
    nothing(&r, lost);
    assert_int_equal(only(&r, move, NULL).mods, 0);
}

static void the_wheel_zooms_where_the_pointer_is_in_fractions(void **state)
{
    (void)state;
    event_reader r = reader();
    r.x = 12;
    r.y = 34;
    SDL_Event wheel = {.type = SDL_MOUSEWHEEL};
    wheel.wheel.y = 0;
    wheel.wheel.preciseY = 0.25f;
    input_event e = only(&r, wheel, NULL);
    assert_int_equal(e.kind, INPUT_WHEEL);
    check_near(e.amount, 0.25, 1e-6);
    check_near(e.x, 12, 0);
    wheel.wheel.direction = SDL_MOUSEWHEEL_FLIPPED;
    check_near(only(&r, wheel, NULL).amount, -0.25, 1e-6);
}

static void one_finger_is_a_pointer_and_two_taps_are_a_double_click(void **state)
{
    (void)state;
    event_reader r = reader();
    input_event e = only(&r, touch(SDL_FINGERDOWN, 5, 0.5f, 0.25f, 1000), NULL);
    assert_int_equal(e.kind, INPUT_POINTER_DOWN);
    assert_true(e.touch);
    assert_int_equal(e.button, BUTTON_LEFT);
    assert_int_equal(e.clicks, 1);
    check_near(e.x, 800, 0);
    check_near(e.y, 200, 0);
    assert_int_equal(only(&r, touch(SDL_FINGERUP, 5, 0.5f, 0.25f, 1050), NULL).kind, INPUT_POINTER_UP);
    assert_int_equal(only(&r, touch(SDL_FINGERDOWN, 6, 0.505f, 0.25f, 1200), NULL).clicks, 2);
}

static void two_fingers_pinch_and_the_first_press_is_taken_back(void **state)
{
    (void)state;
    event_reader r = reader();
    only(&r, touch(SDL_FINGERDOWN, 1, 0.25f, 0.5f, 0), NULL);
    input_event e = only(&r, touch(SDL_FINGERDOWN, 2, 0.5f, 0.5f, 10), NULL);
    assert_int_equal(e.kind, INPUT_POINTER_LEAVE);
    assert_true(e.touch);
    e = only(&r, touch(SDL_FINGERMOTION, 2, 0.75f, 0.5f, 20), NULL); // 400 px apart become 800
    assert_int_equal(e.kind, INPUT_PINCH);
    check_near(e.amount, 2, 1e-5);
    check_near(e.x, 800, 1e-3);
    check_near(e.dx, 200, 1e-3);
    check_near(e.dy, 0, 1e-3);
    // the finger that stays does not drag
    nothing(&r, touch(SDL_FINGERUP, 1, 0.25f, 0.5f, 30));
    nothing(&r, touch(SDL_FINGERMOTION, 2, 0.1f, 0.1f, 40));
    nothing(&r, touch(SDL_FINGERUP, 2, 0.1f, 0.1f, 50));
    assert_int_equal(only(&r, touch(SDL_FINGERDOWN, 3, 0.9f, 0.9f, 9000), NULL).kind, INPUT_POINTER_DOWN);
}

static void a_mouse_made_up_from_a_finger_is_not_heard(void **state)
{
    (void)state;
    event_reader r = reader();
    SDL_Event e = {.type = SDL_MOUSEMOTION};
    e.motion.which = SDL_TOUCH_MOUSEID;
    nothing(&r, e);
    e = (SDL_Event){.type = SDL_MOUSEBUTTONDOWN};
    e.button.which = SDL_TOUCH_MOUSEID;
    e.button.button = SDL_BUTTON_LEFT;
    nothing(&r, e);
}

static void more_fingers_than_two_change_nothing(void **state)
{
    (void)state;
    event_reader r = reader();
    for (SDL_FingerID id = 0; id < 10; id++) {
        SDL_Event e = touch(SDL_FINGERDOWN, id, 0.1f * (float)id, 0.5f, 0);
        events_read(&r, &e, NULL);
    }
    assert_int_equal(r.finger_count, EVENTS_FINGERS);
    for (SDL_FingerID id = 0; id < 10; id++) {
        SDL_Event e = touch(SDL_FINGERUP, id, 0.1f * (float)id, 0.5f, 0);
        events_read(&r, &e, NULL);
    }
    assert_int_equal(r.finger_count, 0);
    assert_false(r.pinching);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_key_is_the_character_it_types),
        cmocka_unit_test(a_key_without_a_character_is_what_is_printed_on_it),
        cmocka_unit_test(presenter_remotes_and_named_keys_are_known),
        cmocka_unit_test(a_release_names_the_key_that_went_down),
        cmocka_unit_test(the_pointer_is_in_physical_pixels_and_carries_held_keys),
        cmocka_unit_test(the_wheel_zooms_where_the_pointer_is_in_fractions),
        cmocka_unit_test(one_finger_is_a_pointer_and_two_taps_are_a_double_click),
        cmocka_unit_test(two_fingers_pinch_and_the_first_press_is_taken_back),
        cmocka_unit_test(a_mouse_made_up_from_a_finger_is_not_heard),
        cmocka_unit_test(more_fingers_than_two_change_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

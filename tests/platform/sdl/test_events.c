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

static SDL_Event touch(Uint32 type, SDL_FingerID id, float x, float y)
{
    SDL_Event e = {.type = type};
    e.tfinger.type = type;
    e.tfinger.fingerId = id;
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
    // more than one character is a word of an input method, and no key
    assert_int_equal(only(&r, key(SDL_KEYDOWN, 'q', SDL_SCANCODE_Q, 0), "ab").key, 'q');
}

static void a_key_without_a_character_is_what_is_printed_on_it(void **state)
{
    (void)state;
    event_reader r = reader();
    input_event e = only(&r, key(SDL_KEYDOWN, 'c', SDL_SCANCODE_C, KMOD_RCTRL), NULL);
    assert_int_equal(e.key, 'c');
    assert_int_equal(e.mods, MOD_CTRL);
    assert_int_equal(only(&r, key(SDL_KEYDOWN, SDLK_KP_PLUS, SDL_SCANCODE_KP_PLUS, 0), NULL).key, '+');
    assert_int_equal(only(&r, key(SDL_KEYDOWN, SDLK_KP_6, SDL_SCANCODE_KP_6, 0), NULL).key, KEY_RIGHT);
    assert_int_equal(only(&r, key(SDL_KEYDOWN, SDLK_KP_6, SDL_SCANCODE_KP_6, KMOD_NUM), "6").key, '6');
}

// Without NumLock the number pad is what is printed below its digits; nothing is in its middle.
static void the_number_pad_moves_where_numlock_is_off(void **state)
{
    (void)state;
    static const struct {
        SDL_Keycode sym;
        int key;
    } pad[] = {{SDLK_KP_1, KEY_END},       {SDLK_KP_2, KEY_DOWN},    {SDLK_KP_3, KEY_PAGE_DOWN},
               {SDLK_KP_4, KEY_LEFT},      {SDLK_KP_6, KEY_RIGHT},   {SDLK_KP_7, KEY_HOME},
               {SDLK_KP_8, KEY_UP},        {SDLK_KP_9, KEY_PAGE_UP}, {SDLK_KP_PLUS, '+'},
               {SDLK_KP_MINUS, '-'},       {SDLK_KP_MULTIPLY, '*'},  {SDLK_KP_DIVIDE, '/'},
               {SDLK_KP_ENTER, KEY_ENTER}, {SDLK_KP_5, KEY_NONE}};
    for (size_t i = 0; i < sizeof pad / sizeof pad[0]; i++) {
        event_reader r = reader();
        SDL_Event e = key(SDL_KEYDOWN, pad[i].sym, SDL_GetScancodeFromKey(pad[i].sym), 0);
        input_event out = {0};
        events_read(&r, &e, NULL);
        events_next(&r, &out);
        assert_int_equal(out.key, pad[i].key);
    }
}

static void sign_and_place(SDL_Keycode sym, SDL_Scancode code, const char *text, int sign, int place)
{
    event_reader r = reader();
    input_event e = only(&r, key(SDL_KEYDOWN, sym, code, 0), text);
    assert_int_equal(e.key, sign);
    assert_int_equal(e.place, place);
    e = only(&r, key(SDL_KEYUP, sym, code, 0), NULL);
    assert_int_equal(e.key, sign);
    assert_int_equal(e.place, place);
}

static void a_key_tells_its_sign_and_its_place(void **state)
{
    (void)state;
    sign_and_place('.', SDL_SCANCODE_PERIOD, ".", '.', '.');               // United States
    sign_and_place(':', SDL_SCANCODE_PERIOD, ":", ':', '.');               // French
    sign_and_place('&', SDL_SCANCODE_1, "&", '&', '1');                    // French
    sign_and_place(0xE9, SDL_SCANCODE_2, "\xC3\xA9", 0xE9, '2');           // French
    sign_and_place('z', SDL_SCANCODE_Y, "z", 'z', 'y');                    // German
    sign_and_place(0xFC, SDL_SCANCODE_LEFTBRACKET, "\xC3\xBC", 0xFC, '['); // German
    sign_and_place(0xB4, SDL_SCANCODE_EQUALS, NULL, 0xB4, '=');            // German, a dead key
    sign_and_place(0xE7, SDL_SCANCODE_PERIOD, "\xC3\xA7", 0xE7, '.');      // Turkish
    sign_and_place(0x131, SDL_SCANCODE_I, "\xC4\xB1", 0x131, 'i');         // Turkish
    sign_and_place(0x441, SDL_SCANCODE_C, "\xD1\x81", 0x441, 'c');         // Russian
    sign_and_place(0x441, SDL_SCANCODE_C, NULL, 0x441, 'c');               // no text, as with Ctrl
    sign_and_place(SDLK_RIGHT, SDL_SCANCODE_RIGHT, NULL, KEY_RIGHT, KEY_RIGHT);
    sign_and_place(' ', SDL_SCANCODE_SPACE, " ", ' ', ' ');
}

static void what_AltGr_types_is_a_sign_without_Alt(void **state)
{
    (void)state;
    event_reader r = reader();
    input_event e = only(&r, key(SDL_KEYDOWN, '8', SDL_SCANCODE_8, KMOD_RALT), "[");
    assert_int_equal(e.key, '[');
    assert_int_equal(e.mods, 0);
    e = only(&r, key(SDL_KEYDOWN, '8', SDL_SCANCODE_8, KMOD_LALT), "8");
    assert_int_equal(e.mods, MOD_ALT);
    e = only(&r, key(SDL_KEYDOWN, SDLK_RIGHT, SDL_SCANCODE_RIGHT, KMOD_RALT), NULL);
    assert_int_equal(e.mods, MOD_ALT);
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
    assert_int_equal(only(&r, lost, NULL).kind, INPUT_FOCUS_LOST);
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

static void fingers_are_told_by_id_and_place(void **state)
{
    (void)state;
    event_reader r = reader();
    input_event e = only(&r, touch(SDL_FINGERDOWN, 5, 0.5f, 0.25f), NULL);
    assert_int_equal(e.kind, INPUT_FINGER_DOWN);
    assert_int_equal(e.finger, 5);
    assert_true(e.touch);
    check_near(e.x, 800, 0);
    check_near(e.y, 200, 0);
    assert_int_equal(only(&r, touch(SDL_FINGERMOTION, 5, 0.5f, 0.25f), NULL).kind, INPUT_FINGER_MOVE);
    assert_int_equal(only(&r, touch(SDL_FINGERUP, 5, 0.5f, 0.25f), NULL).kind, INPUT_FINGER_UP);
}

static SDL_Event button(Uint32 type)
{
    SDL_Event e = {.type = type};
    e.button.type = type;
    e.button.button = SDL_BUTTON_LEFT;
    return e;
}

static SDL_Event of_window(Uint8 what)
{
    SDL_Event e = {.type = SDL_WINDOWEVENT};
    e.window.event = what;
    return e;
}

static void the_pointer_has_left_when_no_button_is_held(void **state)
{
    (void)state;
    event_reader r = reader();
    input_event e;
    assert_int_equal(only(&r, of_window(SDL_WINDOWEVENT_LEAVE), NULL).kind, INPUT_POINTER_LEAVE);
    only(&r, button(SDL_MOUSEBUTTONDOWN), NULL);
    nothing(&r, of_window(SDL_WINDOWEVENT_LEAVE));
    SDL_Event up = button(SDL_MOUSEBUTTONUP);
    events_read(&r, &up, NULL);
    assert_true(events_next(&r, &e));
    assert_int_equal(e.kind, INPUT_POINTER_UP);
    assert_true(events_next(&r, &e));
    assert_int_equal(e.kind, INPUT_POINTER_LEAVE);
    // back before the release
    only(&r, button(SDL_MOUSEBUTTONDOWN), NULL);
    nothing(&r, of_window(SDL_WINDOWEVENT_LEAVE));
    nothing(&r, of_window(SDL_WINDOWEVENT_ENTER));
    assert_int_equal(only(&r, button(SDL_MOUSEBUTTONUP), NULL).kind, INPUT_POINTER_UP);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_key_is_the_character_it_types),
        cmocka_unit_test(a_key_without_a_character_is_what_is_printed_on_it),
        cmocka_unit_test(the_number_pad_moves_where_numlock_is_off),
        cmocka_unit_test(a_key_tells_its_sign_and_its_place),
        cmocka_unit_test(what_AltGr_types_is_a_sign_without_Alt),
        cmocka_unit_test(presenter_remotes_and_named_keys_are_known),
        cmocka_unit_test(a_release_names_the_key_that_went_down),
        cmocka_unit_test(the_pointer_is_in_physical_pixels_and_carries_held_keys),
        cmocka_unit_test(the_wheel_zooms_where_the_pointer_is_in_fractions),
        cmocka_unit_test(fingers_are_told_by_id_and_place),
        cmocka_unit_test(the_pointer_has_left_when_no_button_is_held),
        cmocka_unit_test(a_mouse_made_up_from_a_finger_is_not_heard),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

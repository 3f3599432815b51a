// The table of magnifications: what it says holds together, and every scene has its default, its name and its
// keys.
#include "view/view_keys.h"
#include "view/view_state.h"
#include "view/view_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

static void the_table_holds_together(void **state)
{
    (void)state;
    error e = {0};
    if (!view_keys_check(&e))
        fail_msg("%s", e.text);
}

// Each key of a scene's own, with each of its choices, in each scene.
static void own_keys_come_back_from_every_scene(void **state)
{
    (void)state;
    static const struct {
        const char *key, *choices[8];
    } own[] = {
#define VIEW_SCENE(NAME, id, yaw, pitch, run, KEYS) KEYS
#define VIEW_KEY(type, member, name, initial, expected, ...) {name, {__VA_ARGS__}},
#include "view/view_scenes.def"
    };
    for (view_scene s = 0; s < VIEW_SCENES; s++)
        for (size_t i = 0; i < sizeof own / sizeof own[0]; i++)
            for (int c = 0; c < 8 && own[i].choices[c]; c++) {
                char text[VIEW_STRING_MAX], again[VIEW_STRING_MAX];
                view_state v, back, usual = view_state_default(s);
                snprintf(text, sizeof text, "v1,scene=%s,%s=%s", view_scene_id(s), own[i].key,
                         own[i].choices[c]);
                assert_true(view_state_parse(text, &v, NULL));
                view_state_print(&v, again, sizeof again);
                assert_true(view_state_parse(again, &back, NULL));
                assert_true(view_state_equal(&v, &back));
                bool said = strstr(again, own[i].key) && strstr(again, own[i].choices[c]);
                assert_true(said || view_state_equal(&v, &usual));
            }
}

// Strings of the first version go on looking as they did.
static void keys_are_printed_in_one_order_and_each_once(void **state)
{
    (void)state;
    static const char *const first[] = {"scene",    "t",     "tssri",      "tketamine", "view",
                                        "ketamine", "ssri",  "run",        "seed",      "cam",
                                        "labels",   "pick",  "look",       "target",    "mg",
                                        "scale",    "block", "inhibition", "start",     "rapamycin"};
    enum { FIRST = sizeof first / sizeof first[0] };
    bool seen[VIEW_KEYS] = {0};
    for (int place = 0; place < VIEW_KEYS; place++) {
        view_key_id key = view_key_printed(place);
        assert_in_range(key, 0, VIEW_KEYS - 1);
        assert_false(seen[key]);
        seen[key] = true;
        if (place < FIRST)
            assert_string_equal(view_key_name(key), first[place]);
    }
}

static void the_longest_string_has_room(void **state)
{
    (void)state;
    size_t most = strlen("v1");
    for (view_key_id k = 0; k < VIEW_KEYS; k++)
        most += strlen(view_key_name(k)) + 2 + (k <= VIEW_KEY_PICK ? 32 : VIEW_KEY_NAME_MAX);
    assert_true(most < VIEW_STRING_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_table_holds_together),
        cmocka_unit_test(own_keys_come_back_from_every_scene),
        cmocka_unit_test(keys_are_printed_in_one_order_and_each_once),
        cmocka_unit_test(the_longest_string_has_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

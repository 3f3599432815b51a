// The state string: what is read, what is said about mistakes, and that printing and reading are inverse.
#include "view/view_clock.h"
#include "view/view_number.h"
#include "view/view_state.h"
#include "view/view_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WEEK_MIN (7.0 * 24.0 * 60.0)

static view_state read_well(const char *text)
{
    view_state v;
    view_problems p;
    if (!view_state_parse(text, &v, &p))
        fail_msg("%s: %s", text, p.text[0]);
    assert_int_equal(p.count, 0);
    return v;
}

// Reads a string with exactly one mistake; the sentence about it is `says`.
static view_state read_badly(const char *text, const char *says)
{
    view_state v;
    view_problems p;
    assert_false(view_state_parse(text, &v, &p));
    assert_int_equal(p.count, 1);
    assert_string_equal(p.text[0], says);
    return v;
}

static void assert_same(const view_state *a, const view_state *b)
{
    char x[VIEW_STRING_MAX], y[VIEW_STRING_MAX];
    view_state_print(a, x, sizeof x);
    view_state_print(b, y, sizeof y);
    if (!view_state_equal(a, b))
        fail_msg("%s differs from %s", x, y);
}

static void assert_prints(const char *text, const char *expected)
{
    char out[VIEW_STRING_MAX];
    view_state v = read_well(text);
    assert_int_equal(view_state_print(&v, out, sizeof out), strlen(expected));
    assert_string_equal(out, expected);
}

static void what_is_left_out_has_its_default(void **state)
{
    (void)state;
    view_state v = read_well("v1"), brain = view_state_default(VIEW_BRAIN);
    assert_same(&v, &brain);
    assert_true(v.t_min == 0.0 && v.ketamine_mg_per_kg == 0.5 && v.ssri_target == 0.8 && v.seed == 7);
    assert_true(v.labels && v.mg && v.inhibition && !v.true_scale && !v.stressed && !v.rapamycin);
    assert_true(v.look == VIEW_GLASS && v.halves == VIEW_BOTH && v.block == VIEW_BLOCK_BOTH);
    assert_true(v.target == VIEW_INTERNEURON && !v.pick[0] && !v.pinned[0] && !v.pinned[1]);
    for (view_scene s = VIEW_BRAIN; s < VIEW_SCENES; s++) {
        char text[64];
        snprintf(text, sizeof text, "v1,scene=%s", view_scene_id(s));
        view_state d = view_state_default(s);
        v = read_well(text);
        assert_same(&v, &d);
    }
}

static void the_opening_is_the_articles_diagram(void **state)
{
    (void)state;
    view_state opening = view_state_opening(), v = read_well("v1,scene=brain,tssri=4w,tketamine=40min");
    assert_same(&v, &opening);
    assert_true(view_moment_min(&v, SIDE_SSRI) == 4.0 * WEEK_MIN &&
                view_moment_min(&v, SIDE_KETAMINE) == 40.0);
}

static void every_key_is_read(void **state)
{
    (void)state;
    view_state v = read_well("v1,scene=synapse,t=2h,tssri=4w,view=ketamine,ketamine=0.25,ssri=0.9,run=1.5,"
                             "seed=4294967295,cam=-12.5:8:2:0.25:-1,labels=off,pick=nmda.3,look=inside,"
                             "target=pyramidal,mg=off,scale=true,block=none,inhibition=off,start=stressed,"
                             "rapamycin=on");
    assert_true(v.scene == VIEW_SYNAPSE && v.t_min == 120.0 && v.pinned[SIDE_SSRI] &&
                !v.pinned[SIDE_KETAMINE]);
    assert_true(v.pin_min[SIDE_SSRI] == 4.0 * WEEK_MIN && v.halves == VIEW_KETAMINE);
    assert_true(v.ketamine_mg_per_kg == 0.25 && v.ssri_target == 0.9 && v.run_s == 1.5);
    assert_true(v.seed == UINT32_MAX && v.camera.yaw_deg == -12.5 && v.camera.pitch_deg == 8.0);
    assert_true(v.camera.zoom == 2.0 && v.camera.pan_x == 0.25 && v.camera.pan_y == -1.0);
    assert_string_equal(v.pick, "nmda.3");
    assert_true(!v.labels && v.look == VIEW_INSIDE && v.target == VIEW_PYRAMIDAL && !v.mg && v.true_scale);
    assert_true(v.block == VIEW_BLOCK_NONE && !v.inhibition && v.stressed && v.rapamycin);
}

static void moments_take_five_units(void **state)
{
    (void)state;
    assert_true(read_well("v1,t=30s").t_min == 0.5);
    assert_true(read_well("v1,t=40min").t_min == 40.0);
    assert_true(read_well("v1,t=1.5h").t_min == 90.0);
    assert_true(read_well("v1,t=2d").t_min == 2880.0);
    assert_true(read_well("v1,t=8w").t_min == 8.0 * WEEK_MIN);
    assert_true(read_well("v1,t=0min").t_min == 0.0);
    assert_true(read_well("v1,t=0").t_min == 0.0);
}

static void blanks_and_line_ends_do_not_matter(void **state)
{
    (void)state;
    view_state a = read_well("  v1 ,\n\tscene = circuit ,\r\n t= 2h \n"),
               b = read_well("v1,scene=circuit,t=2h");
    assert_same(&a, &b);
}

static void order_of_keys_does_not_matter(void **state)
{
    (void)state;
    view_state a = read_well("v1,run=2,t=2h,scene=circuit"), b = read_well("v1,scene=circuit,t=2h,run=2");
    assert_same(&a, &b);
    // The camera's default belongs to the scene, wherever in the string the scene stands.
    view_state c = read_well("v1,t=2h,scene=synapse"), d = view_state_default(VIEW_SYNAPSE);
    assert_true(c.camera.yaw_deg == d.camera.yaw_deg && c.run_s == d.run_s);
}

static void each_mistake_gets_one_sentence(void **state)
{
    (void)state;
    read_badly("v1,t=9w", "t=9w: expected 0 or a number with s, min, h, d or w, up to 8w; using 0");
    read_badly("v1,t=40", "t=40: expected 0 or a number with s, min, h, d or w, up to 8w; using 0");
    read_badly("v1,t=-1h", "t=-1h: expected 0 or a number with s, min, h, d or w, up to 8w; using 0");
    read_badly("v1,tssri=soon",
               "tssri=soon: expected 0 or a number with s, min, h, d or w, up to 8w; using none");
    read_badly("v1,kitamine=1", "kitamine=1: unknown key; did you mean ketamine? left out");
    read_badly("v1,Scene=circuit", "Scene=circuit: unknown key; did you mean scene? left out");
    read_badly("v1,wallpaper=red", "wallpaper=red: unknown key; left out");
    read_badly("v1,look=glas", "look=glas: expected glass, solid or inside; using glass");
    read_badly("v1,ketamine=1.01", "ketamine=1.01: expected a number from 0 to 1 (mg/kg); using 0.5");
    read_badly("v1,ketamine=nan", "ketamine=nan: expected a number from 0 to 1 (mg/kg); using 0.5");
    read_badly("v1,ketamine=0x1", "ketamine=0x1: expected a number from 0 to 1 (mg/kg); using 0.5");
    read_badly("v1,ssri=.91", "ssri=.91: expected a number from 0 to 0.9 (occupancy); using 0.8");
    read_badly("v1,scene=circuit,run=-1", "run=-1: expected a number from 0 to 3600 (seconds); using 4");
    read_badly("v1,seed=4294967296",
               "seed=4294967296: expected a whole number from 0 to 4294967295; using 7");
    read_badly("v1,seed=", "seed=: expected a whole number from 0 to 4294967295; using 7");
    read_badly("v1,cam=1:2",
               "cam=1:2: expected yaw:pitch:zoom or yaw:pitch:zoom:x:y (-180 to 180, -89 to 89, "
               "0.5 to 12, -1 to 1); using -10:8:1");
    read_badly(
        "v1,pick=DLP",
        "pick=DLP: expected an id of up to 23 lower-case letters, digits, '_', '.' or '-'; using none");
    read_badly("v1,pick=abcdefghijklmnopqrstuvwx",
               "pick=abcdefghijklmnopqrstuvwx: expected an id of up to 23 "
               "lower-case letters, digits, '_', '.' or '-'; using none");
    read_badly("v1,brain", "brain: expected key=value; left out");
    read_badly("v1,t=2h,,seed=8", "nothing between two commas or at the end: expected key=value; left out");
    read_badly("v1,pick=caf\xC3\xA9",
               "pick=caf??: expected plain ASCII characters only (byte 0xC3 is none); left out");
    read_badly("v1,pick=a\x01",
               "pick=a?: expected plain ASCII characters only (byte 0x01 is none); left out");
}

static void cameras_outside_their_limits_are_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {"181:0:1",    "0:90:1",    "0:0:0.49",    "0:0:12.1",   "0:0:1:1.1:0",
                                      "0:0:1:0:-2", "0:0:1:0.5", "0:0:1:0:0:0", "0:0:1:0:0:", "::",
                                      "a:b:c",      "",          "0:0:1 2"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        char text[80];
        view_state v, usual = view_state_default(VIEW_BRAIN);
        snprintf(text, sizeof text, "v1,cam=%s", bad[i]);
        assert_false(view_state_parse(text, &v, NULL));
        assert_same(&v, &usual);
    }
}

static void a_mistake_leaves_the_rest_as_written(void **state)
{
    (void)state;
    view_state v = read_badly("v1,scene=circuit,t=9w,seed=8",
                              "t=9w: expected 0 or a number with s, min, h, d or w, up to 8w; using 0");
    assert_true(v.scene == VIEW_CIRCUIT && v.t_min == 0.0 && v.seed == 8);
}

static void a_key_given_twice_counts_the_first_time(void **state)
{
    (void)state;
    view_state v = read_badly("v1,seed=8,seed=9", "seed=9: seed is given twice; using the first");
    assert_int_equal(v.seed, 8);
    v = read_badly("v1,scene=growth,scene=circuit", "scene=circuit: scene is given twice; using the first");
    view_state growth = view_state_default(VIEW_GROWTH);
    assert_same(&v, &growth);
}

static void the_version_comes_first(void **state)
{
    (void)state;
    view_state usual = view_state_default(VIEW_BRAIN);
    view_state v =
        read_badly("v2,seed=8", "v2: expected v1, the version this program reads; using the default view");
    assert_same(&v, &usual);
    v = read_badly("", "(empty): expected v1 at the start; reading on as v1");
    assert_same(&v, &usual);
    v = read_badly("seed=8,t=2h", "seed=8: expected v1 at the start; reading on as v1");
    assert_true(v.seed == 8 && v.t_min == 120.0);
    assert_false(view_state_parse(NULL, &v, NULL));
    assert_same(&v, &usual);
}

static void absurd_lengths_are_refused(void **state)
{
    (void)state;
    char text[VIEW_STRING_MAX + 2] = "v1,seed=8,pick=";
    view_state v;
    view_problems p;
    memset(text + strlen(text), 'a', VIEW_STRING_MAX - strlen(text));
    assert_int_equal(strlen(text), VIEW_STRING_MAX); // just not too long: only the pick is at fault
    assert_false(view_state_parse(text, &v, &p));
    assert_int_equal(v.seed, 8);
    assert_int_equal(p.count, 1);
    text[VIEW_STRING_MAX] = 'a';
    v = read_badly(text, "the state string is longer than 1024 characters; using the default view");
    assert_int_equal(v.seed, 7);
}

static void many_mistakes_are_counted(void **state)
{
    (void)state;
    char text[VIEW_STRING_MAX] = "v1";
    view_state v;
    view_problems p;
    for (int i = 0; i < VIEW_PROBLEMS + 5; i++)
        strcat(text, ",t=never");
    assert_false(view_state_parse(text, &v, &p));
    assert_int_equal(p.count, VIEW_PROBLEMS);
    assert_int_equal(p.dropped, 5);
}

static void the_shortest_string_is_printed(void **state)
{
    (void)state;
    assert_prints("v1,scene=brain,t=0,seed=7,labels=on", "v1");
    assert_prints("v1,t=60min", "v1,t=1h");
    assert_prints("v1,t=24h", "v1,t=1d");
    assert_prints("v1,t=1.5h", "v1,t=90min");
    assert_prints("v1,t=2598s", "v1,t=43.3min");
    assert_prints("v1,t=0.5min", "v1,t=30s");
    assert_prints("v1,tssri=28d,tketamine=0.0", "v1,tssri=4w,tketamine=0");
    assert_prints("v1,ketamine=0.10", "v1,ketamine=0.1");
    assert_prints("v1,ketamine=1e-7", "v1,ketamine=1e-7");
    assert_prints("v1,ketamine=.00012", "v1,ketamine=0.00012");
    assert_prints("v1,scene=circuit,run=4", "v1,scene=circuit");
    assert_prints("v1,run=3600", "v1,run=3600");
    assert_prints("v1,cam=-10:8:1:0:0", "v1");
    assert_prints("v1,cam=-0.0:12:1.50", "v1,cam=0:12:1.5");
    assert_prints("v1,cam=-10:8:1:0:0.5", "v1,cam=-10:8:1:0:0.5");
    assert_prints("v1,look=inside,pick=pcc,scene=brain", "v1,pick=pcc,look=inside");
}

static uint64_t next_random(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return *seed >> 11;
}

static double random_between(uint64_t *seed, double low, double high)
{
    double share = (double)next_random(seed) / 9007199254740992.0;
    // Now and then a round number, as people write them.
    double v = low + (high - low) * share;
    return next_random(seed) % 4 ? v : fmin(high, fmax(low, round(v * 10.0) / 10.0));
}

static double random_moment(uint64_t *seed)
{
    switch (next_random(seed) % 4) {
    case 0:
        return 0.0;
    case 1:
        return (double)(next_random(seed) % 80641);
    default:
        return view_time_of_axis(random_between(seed, 0.0, 1.0));
    }
}

static view_state random_state(uint64_t *seed)
{
    view_state v = view_state_default((view_scene)(next_random(seed) % VIEW_SCENES));
    v.t_min = random_moment(seed);
    for (int s = 0; s < SIDE_COUNT; s++) {
        v.pinned[s] = next_random(seed) % 2;
        v.pin_min[s] = v.pinned[s] ? random_moment(seed) : 0.0;
    }
    v.halves = (view_halves)(next_random(seed) % 3);
    v.ketamine_mg_per_kg = random_between(seed, 0.0, 1.0);
    v.ssri_target = random_between(seed, 0.0, 0.9);
    v.run_s = random_between(seed, 0.0, 3600.0);
    v.seed = (uint32_t)next_random(seed);
    v.camera = (view_camera){random_between(seed, -180.0, 180.0), random_between(seed, -89.0, 89.0),
                             random_between(seed, 0.5, 12.0), random_between(seed, -1.0, 1.0),
                             random_between(seed, -1.0, 1.0)};
    if (next_random(seed) % 2)
        v.camera.pan_x = v.camera.pan_y = 0.0;
    v.labels = next_random(seed) % 2;
    size_t length = next_random(seed) % VIEW_PICK_MAX;
    for (size_t i = 0; i < length; i++)
        v.pick[i] = "abcdefghijklmnopqrstuvwxyz0123456789_.-"[next_random(seed) % 39];
    v.look = (view_look)(next_random(seed) % VIEW_LOOKS);
    v.target = (view_target)(next_random(seed) % 2);
    v.mg = next_random(seed) % 2;
    v.true_scale = next_random(seed) % 2;
    v.block = (view_block)(next_random(seed) % 4);
    v.inhibition = next_random(seed) % 2;
    v.stressed = next_random(seed) % 2;
    v.rapamycin = next_random(seed) % 2;
    return v;
}

static uint64_t test_seed(void)
{
    const char *given = getenv("NEUROTIDE_TEST_SEED");
    uint64_t seed = given ? strtoull(given, NULL, 10) : 20240131u;
    print_message("NEUROTIDE_TEST_SEED=%llu\n", (unsigned long long)seed);
    return seed;
}

static void printing_and_reading_are_inverse(void **state)
{
    (void)state;
    uint64_t seed = test_seed();
    size_t longest = 0;
    for (int i = 0; i < 5000; i++) {
        char text[VIEW_STRING_MAX], again[VIEW_STRING_MAX];
        view_state v = random_state(&seed);
        size_t length = view_state_print(&v, text, sizeof text);
        view_state back = read_well(text);
        assert_same(&v, &back);
        view_state_print(&back, again, sizeof again);
        assert_string_equal(text, again);
        longest = length > longest ? length : longest;
    }
    print_message("longest: %zu characters\n", longest);
    assert_true(longest < VIEW_STRING_MAX / 2);
}

static void the_largest_state_fits(void **state)
{
    (void)state;
    view_state v = view_state_default(VIEW_CIRCUIT);
    v.t_min = v.pin_min[0] = v.pin_min[1] = 1.2345678901234567e-300;
    v.pinned[0] = v.pinned[1] = true;
    v.halves = VIEW_KETAMINE;
    v.ketamine_mg_per_kg = v.ssri_target = v.run_s = 1.2345678901234567e-301;
    v.seed = UINT32_MAX;
    v.camera = (view_camera){-1.2345678901234567e-300, -1.2345678901234567e-300, 1.2345678901234567,
                             -1.2345678901234567e-300, -1.2345678901234567e-300};
    memset(v.pick, 'x', VIEW_PICK_MAX - 1);
    v.look = VIEW_INSIDE;
    v.target = VIEW_PYRAMIDAL;
    v.block = VIEW_BLOCK_INTERNEURON;
    v.labels = v.mg = v.inhibition = false;
    v.true_scale = v.stressed = v.rapamycin = true;
    char text[VIEW_STRING_MAX];
    assert_true(view_state_print(&v, text, sizeof text) < VIEW_STRING_MAX);
    view_state back = read_well(text);
    assert_same(&v, &back);
}

static void a_small_buffer_takes_whole_pairs(void **state)
{
    (void)state;
    view_state v = read_well("v1,scene=growth,t=2h,seed=8");
    for (size_t capacity = 1; capacity < 40; capacity++) {
        char text[40];
        memset(text, '#', sizeof text);
        size_t length = view_state_print(&v, text, capacity);
        assert_true(length < capacity && text[length] == '\0');
        if (length)
            read_well(text);
    }
    assert_int_equal(view_state_print(&v, NULL, 0), 0);
}

// A state that no reader could have made, as of a bug elsewhere.
static void values_of_no_enumeration_print_as_their_first(void **state)
{
    (void)state;
    view_state broken = view_state_default(VIEW_BRAIN), back;
    view_problems problems = {0};
    char text[VIEW_STRING_MAX];
    broken.halves = (view_halves)3;
    broken.look = (view_look)4;
    broken.target = (view_target)99;
    broken.block = (view_block)1000000;
    view_state_print(&broken, text, sizeof text);
    assert_null(strstr(text, "null"));
    assert_true(view_state_parse(text, &back, &problems));
    broken.scene = (view_scene)77;
    view_state_print(&broken, text, sizeof text);
    assert_true(view_state_parse(text, &back, &problems));
}

static void numbers_are_plain_decimals(void **state)
{
    (void)state;
    static const char *const bad[] = {"",    ".",    "-",  "e5", "1e999", "nan",
                                      "inf", "0x10", " 1", "1 ", "1..2",  "1,5"};
    double v = 0.0;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        assert_false(view_number_read(bad[i], &v));
    assert_true(view_number_read("+1.", &v) && v == 1.0);
    assert_true(view_number_read("-.5e1", &v) && v == -5.0);
    assert_true(view_number_read("4.9e-324", &v) && v > 0.0);
}

static void any_bytes_are_safe(void **state)
{
    (void)state;
    static const char *const bits[] = {"v1",  ",",    "=",  "scene", "cam", "t",    "1e999", ":",
                                       "min", "\xff", "\n", "-",     "0.5", "pick", "%s%n",  "w"};
    uint64_t seed = test_seed();
    for (int i = 0; i < 5000; i++) {
        char text[VIEW_STRING_MAX + 64] = "", print[VIEW_STRING_MAX];
        view_state v;
        view_problems p;
        for (uint64_t n = next_random(&seed) % 40; n; n--)
            strcat(text, bits[next_random(&seed) % 16]);
        bool well = view_state_parse(text, &v, &p);
        assert_true(well == (p.count == 0));
        for (int k = 0; k < p.count; k++)
            for (const char *c = p.text[k]; *c; c++)
                assert_true(*c >= ' ' && *c <= '~');
        view_state_print(&v, print, sizeof print);
        view_state back = read_well(print);
        assert_same(&v, &back);
    }
}

static void rounded_states_read_like_written_by_hand(void **state)
{
    (void)state;
    char text[VIEW_STRING_MAX];
    view_state v = view_state_default(VIEW_BRAIN);
    v.t_min = 43.29384729;
    v.ketamine_mg_per_kg = 0.3333333;
    v.camera = (view_camera){-12.3456, 7.777, 1.23456, 0.0012, 0.0};
    v = view_state_rounded(&v);
    view_state_print(&v, text, sizeof text);
    assert_string_equal(text, "v1,t=43.3min,ketamine=0.33,cam=-12.3:7.8:1.23");
    uint64_t seed = test_seed();
    for (int i = 0; i < 1000; i++) {
        view_state r = random_state(&seed), once = view_state_rounded(&r), twice = view_state_rounded(&once);
        assert_same(&once, &twice);
        assert_true(fabs(once.t_min - r.t_min) <= 0.0051 * r.t_min + 0.0001);
        view_state_print(&once, text, sizeof text);
        read_well(text); // nothing is rounded out of its range
    }
}

// A control edits a copy; meanwhile the hand may have turned the stage.
static void an_edit_takes_over_only_what_it_changed(void **state)
{
    (void)state;
    view_state before = view_state_opening(), after = before, now = before;
    after.ketamine_mg_per_kg = 0.75;
    after.pinned[SIDE_SSRI] = false;
    now.camera.yaw_deg = 33.0;
    now.t_min = 90.0;
    view_state v = view_state_edited(&now, &before, &after);
    assert_true(v.ketamine_mg_per_kg == 0.75 && !v.pinned[SIDE_SSRI] && v.pinned[SIDE_KETAMINE]);
    assert_true(v.camera.yaw_deg == 33.0 && v.t_min == 90.0);
    v = view_state_edited(&before, &before, &after);
    assert_true(view_state_equal(&v, &after));
    // every key of the state string is one that an edit can change
    const char *all =
        "v1,scene=growth,t=2h,tssri=1d,tketamine=3d,view=ssri,ketamine=0.2,ssri=0.3,run=4,seed=5,"
        "cam=1:2:3:0.1:0.2,labels=off,pick=dlp.l,look=solid,target=pyramidal,mg=off,scale=true,"
        "block=none,inhibition=off,start=stressed,rapamycin=on";
    assert_true(view_state_parse(all, &after, NULL));
    v = view_state_edited(&before, &before, &after);
    assert_true(view_state_equal(&v, &after));
    v = view_state_edited(&after, &after, &before);
    assert_true(view_state_equal(&v, &before));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_edit_takes_over_only_what_it_changed),
        cmocka_unit_test(what_is_left_out_has_its_default),
        cmocka_unit_test(the_opening_is_the_articles_diagram),
        cmocka_unit_test(every_key_is_read),
        cmocka_unit_test(moments_take_five_units),
        cmocka_unit_test(blanks_and_line_ends_do_not_matter),
        cmocka_unit_test(order_of_keys_does_not_matter),
        cmocka_unit_test(each_mistake_gets_one_sentence),
        cmocka_unit_test(cameras_outside_their_limits_are_refused),
        cmocka_unit_test(a_mistake_leaves_the_rest_as_written),
        cmocka_unit_test(a_key_given_twice_counts_the_first_time),
        cmocka_unit_test(the_version_comes_first),
        cmocka_unit_test(absurd_lengths_are_refused),
        cmocka_unit_test(many_mistakes_are_counted),
        cmocka_unit_test(the_shortest_string_is_printed),
        cmocka_unit_test(printing_and_reading_are_inverse),
        cmocka_unit_test(the_largest_state_fits),
        cmocka_unit_test(a_small_buffer_takes_whole_pairs),
        cmocka_unit_test(values_of_no_enumeration_print_as_their_first),
        cmocka_unit_test(numbers_are_plain_decimals),
        cmocka_unit_test(any_bytes_are_safe),
        cmocka_unit_test(rounded_states_read_like_written_by_hand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

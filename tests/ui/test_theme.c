#include "rig.h"

#include <math.h>

static void every_theme_is_found_by_name(void **state)
{
    (void)state;
    for (int i = 0; i < THEMES; i++) {
        theme_id found = THEMES;
        assert_true(theme_find(theme_get((theme_id)i)->id, &found));
        assert_int_equal(found, i);
    }
    theme_id untouched = THEME_CONTRAST;
    assert_false(theme_find("sepia", &untouched));
    assert_false(theme_find(NULL, &untouched));
    assert_int_equal(untouched, THEME_CONTRAST);
}

// WCAG 2: black on white is 21, a colour on itself 1, #767676 on white the well-known 4.54.
static void contrast_follows_wcag(void **state)
{
    (void)state;
    colour black = colour_hex(0x000000), white = colour_hex(0xFFFFFF), grey = colour_hex(0x767676);
    assert_true(fabsf(theme_contrast(black, white) - 21.0f) < 0.01f);
    assert_true(fabsf(theme_contrast(grey, grey) - 1.0f) < 1e-6f);
    assert_true(fabsf(theme_contrast(grey, white) - 4.54f) < 0.01f);
    assert_true(theme_contrast(white, grey) == theme_contrast(grey, white));
}

static void check_contrast(const theme *t, const char *what, colour ink, colour ground, float least)
{
    float c = theme_contrast(ink, ground);
    if (c < least)
        print_error("%s: %s has %.2f:1, needs %.1f:1\n", t->id, what, (double)c, (double)least);
    assert_true(c >= least);
}

static void text_is_readable_in_every_theme(void **state)
{
    (void)state;
    for (int i = 0; i < THEMES; i++) {
        const theme *t = theme_get((theme_id)i);
        float least = i == THEME_CONTRAST ? 7.0f : 4.5f;
        const colour grounds[4] = {t->stage, t->stage_lift, t->card, t->field};
        for (int g = 0; g < 4; g++) {
            check_contrast(t, "ink", t->ink, grounds[g], least);
            check_contrast(t, "quiet ink", t->quiet_ink, grounds[g], least);
        }
        for (int g = 0; g < 3; g++) {
            check_contrast(t, "SSRI text", t->side_text[SIDE_SSRI], grounds[g], least);
            check_contrast(t, "ketamine text", t->side_text[SIDE_KETAMINE], grounds[g], least);
            check_contrast(t, "glutamate text", t->glutamate_text, grounds[g], least);
            check_contrast(t, "focus ring", t->focus, grounds[g], 3.0f);
        }
        check_contrast(t, "text on a filled button", t->card, t->ink, least);
    }
}

// WCAG 1.4.11: what means something as a shape.
static void shapes_stand_out_from_the_stage(void **state)
{
    (void)state;
    for (int i = 0; i < THEMES; i++) {
        const theme *t = theme_get((theme_id)i);
        const colour shapes[5] = {t->side[0], t->side[1], t->glutamate, t->gaba, t->growth};
        for (int k = 0; k < 5; k++) {
            check_contrast(t, "category", shapes[k], t->stage, 3.0f);
            check_contrast(t, "category", shapes[k], t->card, 3.0f);
        }
    }
}

static void tokens_are_those_of_the_design(void **state)
{
    (void)state;
    const theme *n = theme_get(THEME_NIGHT), *d = theme_get(THEME_DAYLIGHT), *c = theme_get(THEME_CONTRAST);
    const struct {
        colour is;
        unsigned must;
    } tokens[] = {
        {n->stage, 0x0B1020},  {n->stage_lift, 0x141B33}, {n->card, 0x161D33},
        {n->ink, 0xF2F4F8},    {n->quiet_ink, 0xA9B3C7},  {n->side[SIDE_SSRI], 0x56B4E9},
        {n->growth, 0x2FBF91}, {n->gaba, 0xCC79A7},       {n->side[SIDE_KETAMINE], 0xE8743B},
        {d->stage, 0xF7F8FA},  {d->card, 0xFFFFFF},       {d->side_text[SIDE_SSRI], 0x005A8F},
        {d->growth, 0x00795B}, {d->gaba, 0xA8487D},       {d->side_text[SIDE_KETAMINE], 0xB04A00},
        {d->focus, 0x0B1020},  {d->glutamate, 0xB97A00},  {d->glutamate_text, 0x8A5A00},
        {c->stage, 0x000000},  {c->card, 0x000000},       {c->side[SIDE_KETAMINE], 0xFF9E5E},
        {c->focus, 0xFFFF00},  {c->growth, 0x5CFFC4},     {c->glutamate, 0xFFD166},
    };
    for (size_t i = 0; i < sizeof tokens / sizeof *tokens; i++) {
        colour must = colour_hex(tokens[i].must);
        assert_memory_equal(&tokens[i].is, &must, sizeof must);
    }
    assert_true(c->card_rule_width == 2.0f && c->card_rule.a == 1.0f && n->card_rule.a == 0.0f);
    assert_true(n->focus_width == 3.0f && c->focus_width == 4.0f);
}

static double linear(float c)
{
    return c <= 0.04045f ? (double)c / 12.92 : pow(((double)c + 0.055) / 1.055, 2.4);
}

// OKLab (Ottosson 2020): perceived lightness, chroma, hue in degrees.
static void oklch(colour c, double out[3])
{
    double r = linear(c.r), g = linear(c.g), b = linear(c.b);
    double l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    double m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    double s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    double a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
    double bb = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
    out[0] = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
    out[1] = hypot(a, bb);
    out[2] = atan2(bb, a) * 57.29577951308232;
}

static void engagement_is_always_brighter_for_more(void **state)
{
    (void)state;
    double before[3], now[3];
    oklch(theme_engagement(0.0f), before);
    for (int i = 1; i <= 200; i++) {
        oklch(theme_engagement((float)i / 200.0f), now);
        assert_true(now[0] > before[0]);
        memcpy(before, now, sizeof now);
    }
    // Equal steps look equal: no stop is more than a third off the mean step.
    const colour *stops = theme_engagement_stops();
    double first[3], last[3];
    oklch(stops[0], first);
    oklch(stops[THEME_ENGAGEMENT_STOPS - 1], last);
    double mean = (last[0] - first[0]) / (THEME_ENGAGEMENT_STOPS - 1);
    for (int i = 1; i < THEME_ENGAGEMENT_STOPS; i++) {
        oklch(stops[i - 1], before);
        oklch(stops[i], now);
        assert_true(fabs(now[0] - before[0] - mean) < mean / 3.0);
    }
}

static double hue_between(double a, double b)
{
    double d = fmod(fabs(a - b), 360.0);
    return d > 180.0 ? 360.0 - d : d;
}

static void engagement_hues_belong_to_neither_side(void **state)
{
    (void)state;
    for (int i = 0; i <= 100; i++) {
        double c[3];
        oklch(theme_engagement((float)i / 100.0f), c);
        if (c[1] < 0.08)
            continue; // nearly grey: no hue to be mistaken
        for (int k = 0; k < THEMES * SIDE_COUNT; k++) {
            double s[3];
            oklch(theme_get((theme_id)(k / 2))->side[k % 2], s);
            assert_true(hue_between(c[2], s[2]) > 25.0);
        }
    }
}

static void engagement_takes_any_level(void **state)
{
    (void)state;
    const colour *stops = theme_engagement_stops();
    colour low = theme_engagement(-3.0f), high = theme_engagement(7.0f), none = theme_engagement(NAN);
    assert_memory_equal(&low, &stops[0], sizeof low);
    assert_memory_equal(&none, &stops[0], sizeof none);
    assert_memory_equal(&high, &stops[THEME_ENGAGEMENT_STOPS - 1], sizeof high);
}

static void type_never_falls_below_12_px(void **state)
{
    (void)state;
    assert_true(theme_type_px(TYPE_TITLE, 1.0f, 1.0f) == 48.0f);
    assert_true(theme_type_px(TYPE_CAPTION, 1.0f, 1.0f) == 36.0f);
    assert_true(theme_type_px(TYPE_STRIP, 1.0f, 1.0f) == 36.0f);
    assert_true(fabsf(theme_type_px(TYPE_STRIP, 1.0f, 2.0f) - theme_type_px(TYPE_LABEL, 1.0f, 2.0f)) < 0.01f);
    assert_true(theme_type_px(TYPE_LABEL, 1.0f, 1.0f) == 28.0f);
    assert_true(theme_type_px(TYPE_SMALL, 1.0f, 2.0f) == 44.0f);
    assert_true(theme_type_px(TYPE_SMALL, 0.33f, 0.8f) == 12.0f);
    assert_true(theme_type_px(TYPE_SMALL, NAN, 1.0f) == 12.0f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_theme_is_found_by_name),
        cmocka_unit_test(contrast_follows_wcag),
        cmocka_unit_test(text_is_readable_in_every_theme),
        cmocka_unit_test(shapes_stand_out_from_the_stage),
        cmocka_unit_test(tokens_are_those_of_the_design),
        cmocka_unit_test(engagement_is_always_brighter_for_more),
        cmocka_unit_test(engagement_hues_belong_to_neither_side),
        cmocka_unit_test(engagement_takes_any_level),
        cmocka_unit_test(type_never_falls_below_12_px),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// Any surface, any events, any memory: nothing crashes, nothing leaks, nothing grows.
#include "rig.h"

#include <math.h>
#include <time.h>

typedef struct app {
    double value;
    int choice, pressed;
    bool on, modal;
} app;

static const char *const options[4] = {"one", "two", "three", "a longer fourth"};

static void everything(rig *r, app *a, int rows)
{
    ui *u = rig_begin(r);
    float w = r->frame.width, t = ui_target_px(u);
    ui_area(u, "stage", (rect){0, t, w * 0.6f, r->frame.height},
            &(ui_area_def){.label = "stage", .focusable = true});
    for (int i = 1; i < ICON_COUNT; i++) {
        char id[24];
        snprintf(id, sizeof id, "icon%d", i);
        const ui_button_def def = {.label = "name",
                                   .icon = (icon_id)i,
                                   .icon_only = i % 2,
                                   .look = (ui_button_look)(i % 4),
                                   .selected = i % 3 == 0,
                                   .hint = "a hint that is a little longer",
                                   .disabled_why = i % 5 == 0 ? "because" : NULL};
        if (ui_button(u, id, (rect){t * (float)(i - 1), 0, t, t}, &def)) {
            a->pressed++;
            a->modal = i % 7 == 0 ? true : a->modal;
        }
    }
    float x = w * 0.62f, y = t;
    ui_card(u, (rect){x, y, w * 0.36f, 8.0f * t});
    ui_slider(u, "slider", (rect){x, y, w * 0.3f, 2.0f * t},
              &(ui_slider_def){.label = "s", .value_text = "1.5 mg", .low = -1, .high = 1, .step = 0.1},
              &a->value);
    ui_choice(u, "choice", (rect){x, y + 2.0f * t, w * 0.3f, t}, "choice", options, 4, &a->choice);
    ui_toggle(u, "toggle", (rect){x, y + 4.0f * t, w * 0.3f, t}, "toggle", "hint", &a->on);
    ui_entry(u, "entry", (rect){x, y + 5.0f * t, w * 0.3f, t}, ICON_PLAY, "entry", "note");
    ui_terms(u, (rect){x, y + 5.0f * t, w * 0.3f, t}, "one term", TYPE_LABEL, TEXT_REGULAR,
             &(ui_term){"term", 4, 4, "term", "what it is"}, 1);
    rect inner =
        ui_scroll_begin(u, "list", "List", (rect){x, y + 6.0f * t, w * 0.3f, 4.0f * t}, t * (float)rows);
    for (int i = 0; i < rows; i++) {
        char id[24];
        snprintf(id, sizeof id, "row%d", i);
        const char *const caps[2] = {"Ctrl", "C"};
        ui_list_row(u, id, (rect){inner.x, inner.y + t * (float)i, inner.w, t}, "do something", caps, 2,
                    NULL);
    }
    ui_scroll_end(u);
    if (a->modal) {
        ui_layer_push(u, "panel", true);
        ui_card(u, (rect){w * 0.2f, t, w * 0.6f, 4.0f * t});
        if (ui_button(u, "close", (rect){w * 0.25f, 2.0f * t, t, t}, &(ui_button_def){.label = "x"}) ||
            ui_layer_dismissed(u))
            a->modal = false;
        ui_layer_pop(u);
    }
    rig_end(r);
    ui_focus f;
    if (ui_focused(r->ui, &f))
        assert_true(f.id[0] && f.role[0]);
    assert_true(a->choice >= 0 && a->choice < 4);
    assert_true(a->value >= -1.0 && a->value <= 1.0);
}

static void any_surface_is_drawn(void **state)
{
    (void)state;
    static const float sizes[][2] = {{1, 1},       {0, 0},    {8000, 200}, {200, 8000},       {640, 360},
                                     {3840, 2160}, {-5, 100}, {NAN, NAN},  {INFINITY, 100.0f}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        for (int k = 0; k < 4; k++) {
            rig *r = rig_create(sizes[i][0], sizes[i][1], k == 3 ? NAN : sizes[i][1] / 1080.0f);
            r->frame.text_scale = k == 1 ? 2.0f : k == 2 ? NAN : 1.0f;
            r->frame.dt_s = k == 2 ? NAN : 0.02;
            r->frame.theme = theme_get((theme_id)(k % THEMES));
            app a = {.modal = k == 1};
            for (int n = 0; n < 3; n++) {
                everything(r, &a, 10);
                rig_key(r, KEY_TAB);
                rig_click(r, 0.5f, 0.5f);
            }
            rig_destroy(r);
        }
    }
}

static void an_empty_build_takes_nothing(void **state)
{
    (void)state;
    rig *r = rig_create(100, 100, 1);
    rig_begin(r);
    rig_end(r);
    assert_false(rig_key(r, KEY_TAB));
    assert_false(rig_key(r, KEY_ENTER));
    assert_false(rig_move(r, 5, 5) || rig_down(r, 5, 5) || rig_up(r, 5, 5));
    assert_false(ui_wants_pointer(r->ui));
    assert_int_equal(ui_widget_count(r->ui), 0);
    ui_widget_info w;
    assert_false(ui_widget_at(r->ui, 0, &w) || ui_widget_at(r->ui, -1, &w));
    rig_destroy(r);
}

static void hundreds_of_widgets_are_found(void **state)
{
    (void)state;
    rig *r = rig_create(2000, 2000, 1);
    app a = {0};
    everything(r, &a, 700);
    for (int i = 0; i < 720; i++)
        rig_key(r, KEY_TAB);
    everything(r, &a, 700);
    assert_true(rig_focus(r)[0]);
    assert_true(ui_widget_count(r->ui) > 700);
    rig_destroy(r);
}

static void events_that_are_no_numbers_are_ignored(void **state)
{
    (void)state;
    rig *r = rig_create(400, 300, 0.3f);
    app a = {0};
    everything(r, &a, 4);
    for (int kind = 0; kind <= INPUT_CLOSE; kind++) {
        input_event e = {.kind = (input_kind)kind, .x = NAN, .y = 5, .amount = 1, .button = BUTTON_LEFT};
        assert_false(ui_event(r->ui, &e));
        e = (input_event){
            .kind = (input_kind)kind, .x = 5, .y = 5, .amount = INFINITY, .button = BUTTON_LEFT};
        assert_false(ui_event(r->ui, &e));
    }
    everything(r, &a, 4);
    assert_int_equal(a.pressed, 0);
    rig_destroy(r);
}

static void sixteen_layers_and_more(void **state)
{
    (void)state;
    rig *r = rig_create(400, 300, 1);
    for (int n = 0; n < 3; n++) {
        ui *u = rig_begin(r);
        for (int i = 0; i < 40; i++) {
            char id[24];
            snprintf(id, sizeof id, "layer%d", i);
            ui_layer_push(u, id, i % 2);
            ui_button(u, id, (rect){(float)i * 5.0f, 0, 50, 50}, &(ui_button_def){.label = "b"});
        }
        for (int i = 0; i < 40; i++)
            ui_layer_pop(u);
        rig_end(r);
        rig_key(r, KEY_TAB);
    }
    rig_destroy(r);
}

static void a_flood_between_two_builds_is_survived(void **state)
{
    (void)state;
    rig *r = rig_create(400, 300, 0.3f);
    app a = {0};
    everything(r, &a, 4);
    for (int i = 0; i < 5000; i++) {
        rig_click(r, (float)(i % 400), (float)(i % 300));
        rig_key(r, i % 2 ? KEY_LEFT : KEY_RIGHT);
    }
    for (int i = 0; i < 50; i++)
        everything(r, &a, 4);
    rig_destroy(r);
}

// After a warm-up neither the display list nor the ui asks for memory again: the pointers stay where they
// are.
static void memory_does_not_grow(void **state)
{
    (void)state;
    rig *r = rig_create(1280, 720, 0.667f);
    app a = {0};
    r->frame.dt_s = 0.016;
    for (int i = 0; i < 10; i++)
        everything(r, &a, 30);
    size_t commands = r->draw.capacity, text = r->draw.text_capacity;
    const void *list = r->draw.commands;
    for (int i = 0; i < 2000; i++) {
        rig_move(r, (float)(i % 1280), (float)(i % 720));
        everything(r, &a, 30);
    }
    assert_true(r->draw.capacity == commands && r->draw.text_capacity == text && r->draw.commands == list);
    rig_destroy(r);
}

// --- fuzz

static uint32_t next(uint32_t *s)
{
    *s ^= *s << 13;
    *s ^= *s >> 17;
    *s ^= *s << 5;
    return *s;
}

static input_event random_event(uint32_t *s, float width, float height)
{
    static const int keys[] = {KEY_TAB,     KEY_ENTER,     ' ',      KEY_LEFT, KEY_RIGHT,  KEY_UP, KEY_DOWN,
                               KEY_PAGE_UP, KEY_PAGE_DOWN, KEY_HOME, KEY_END,  KEY_ESCAPE, 'x'};
    input_event e = {.kind = (input_kind)(next(s) % (INPUT_CLOSE + 1)),
                     .key = keys[next(s) % (sizeof keys / sizeof *keys)],
                     .mods = next(s) % 4 ? 0 : next(s) % 16,
                     .repeat = next(s) % 8 == 0,
                     .touch = next(s) % 4 == 0,
                     .x = (float)(next(s) % 1100) / 1000.0f * width,
                     .y = (float)(next(s) % 1100) / 1000.0f * height,
                     .dx = (float)(next(s) % 100) - 50.0f,
                     .dy = (float)(next(s) % 100) - 50.0f,
                     .amount = (float)(next(s) % 40) / 10.0f - 1.0f,
                     .button = 1 + (int)(next(s) % 3),
                     .clicks = (int)(next(s) % 3)};
    if (next(s) % 3 == 0)
        e.kind = INPUT_KEY_DOWN;
    return e;
}

static void random_events_do_no_harm(void **state)
{
    (void)state;
    const char *given = getenv("UI_FUZZ_SEED");
    uint32_t seed = given ? (uint32_t)strtoul(given, NULL, 10) : (uint32_t)time(NULL);
    print_message("UI_FUZZ_SEED=%u\n", (unsigned)seed);
    uint32_t s = seed ? seed : 1;
    rig *r = rig_create(900, 500, 0.46f);
    app a = {0};
    for (int i = 0; i < 4000; i++) {
        r->frame.dt_s = next(&s) % 5 ? (double)(next(&s) % 100) / 1000.0 : 0.0;
        if (next(&s) % 200 == 0) {
            r->frame.width = (float)(1 + next(&s) % 2000);
            r->frame.height = (float)(1 + next(&s) % 1500);
            r->frame.unit = r->frame.height / 1080.0f;
            r->frame.text_scale = 0.8f + 0.3f * (float)(next(&s) % 5);
        }
        everything(r, &a, (int)(next(&s) % 20));
        for (uint32_t n = next(&s) % 6; n > 0; n--) {
            input_event e = random_event(&s, r->frame.width, r->frame.height);
            bool foretold = e.kind == INPUT_KEY_DOWN && ui_takes_key(r->ui, &e);
            bool taken = ui_event(r->ui, &e);
            if (e.kind == INPUT_KEY_DOWN)
                assert_true(taken == foretold);
        }
    }
    rig_destroy(r);
}

#ifdef NDEBUG
static void an_id_used_twice_is_ignored(void **state)
{
    (void)state;
    rig *r = rig_create(400, 300, 1);
    int first = 0, second = 0;
    for (int i = 0; i < 2; i++) {
        ui *u = rig_begin(r);
        first += ui_button(u, "same", (rect){0, 0, 50, 50}, &(ui_button_def){.label = "a"});
        second += ui_button(u, "same", (rect){100, 0, 50, 50}, &(ui_button_def){.label = "b"});
        rig_end(r);
        rig_click(r, 110, 10);
        rig_click(r, 10, 10);
    }
    assert_int_equal(ui_widget_count(r->ui), 1);
    assert_int_equal(first, 1);
    assert_int_equal(second, 0);
    rig_destroy(r);
}
#endif

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_surface_is_drawn),
        cmocka_unit_test(an_empty_build_takes_nothing),
        cmocka_unit_test(hundreds_of_widgets_are_found),
        cmocka_unit_test(events_that_are_no_numbers_are_ignored),
        cmocka_unit_test(sixteen_layers_and_more),
        cmocka_unit_test(a_flood_between_two_builds_is_survived),
        cmocka_unit_test(memory_does_not_grow),
        cmocka_unit_test(random_events_do_no_harm),
#ifdef NDEBUG
        cmocka_unit_test(an_id_used_twice_is_ignored),
#endif
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// The presenter's window: which screen takes what, and what it shows at every size.
#include "app/chrome/presenter_view.h"
#include "app/run/hearing.h"
#include "app/state/screens.h"
#include "app/story/presenter.h"
#include "app/story/story_player.h"
#include "app/words/settings_file.h"
#include "chrome_fixture.h"

#include <stdlib.h>
#include <unistd.h>

// --- screens of our own

static const monitor desk[] = {{"Laptop", 0, 0, 1920, 1080}, {"Projector", 1920, 0, 1280, 720}};
static const monitor mirrored[] = {{"Laptop", 0, 0, 1280, 720}, {"Projector", 0, 0, 1280, 720}};
typedef struct screens_there {
    const monitor *list;
    int count;
} screens_there;

static int list(void *ctx, monitor out[MONITORS_MAX])
{
    const screens_there *there = ctx;
    memcpy(out, there->list, (size_t)there->count * sizeof *out);
    return there->count;
}

static screens found(const monitor *m, int count, int x, int y, const char *wanted)
{
    screens_there there = {m, count};
    monitor_source source = {.ctx = &there, .list = list};
    return screens_find(&source, x, y, wanted);
}

static void the_presenter_gets_the_screen_that_the_stage_is_not_on(void **state)
{
    (void)state;
    screens s = found(desk, 2, 2500, 300, "");
    assert_int_equal(s.of_stage, 1);
    assert_int_equal(s.of_presenter, 0);
    s = found(desk, 2, 100, 300, "");
    assert_int_equal(s.of_stage, 0);
    assert_int_equal(s.of_presenter, 1);
    screen_place p = screens_presenter_place(&s);
    assert_true(p.x >= 1920 && p.x + p.width <= 1920 + 1280 && p.y >= 0 && p.y + p.height <= 720);
}

static void a_screen_is_chosen_by_name_and_a_missing_one_is_left_out_of_account(void **state)
{
    (void)state;
    screens s = found(desk, 2, 100, 300, "Projector");
    assert_int_equal(s.of_stage, 1);
    assert_int_equal(s.of_presenter, 0);
    assert_int_equal(found(desk, 2, 100, 300, "Beamer").of_stage, 0);
}

static void one_screen_or_a_mirrored_one_takes_both(void **state)
{
    (void)state;
    const monitor *both[] = {desk, mirrored};
    for (int i = 0; i < 2; i++) {
        screens s = found(both[i], 1 + i, 100, 100, "");
        assert_int_equal(s.of_stage, s.of_presenter);
        screen_place p = screens_presenter_place(&s);
        assert_true(p.x > 0 && p.y > 0 && p.x + p.width <= s.list[0].width &&
                    p.y + p.height <= s.list[0].height);
    }
    screens none = found(desk, 0, 0, 0, "Laptop");
    assert_true(screens_presenter_place(&none).width > 0);
}

// --- what it shows

static int open_window(void **state)
{
    open_lesson(state);
    fixture_build(&a);
    presenter_state *p = &a.present.presenter;
    p->ui = ui_create();
    p->width = 1280;
    p->height = 720;
    p->text_scale = 1.0f;
    p->screens = found(desk, 2, 100, 100, "");
    return p->ui ? 0 : -1;
}

static int close_window(void **state)
{
    ui_destroy(a.present.presenter.ui);
    presenter_view_end(&a);
    return close_app(state);
}

static void build(void)
{
    for (int i = 0; i < 3; i++)
        presenter_view_build(&a, 0.016);
}

// Whether every word of a text is drawn, whatever its lines and the cells of its digits.
static bool shows(const char *text)
{
    static char all[8192];
    all[0] = '\0';
    bool in_number = false;
    const draw2d *d = &a.chrome.presenter.draw;
    for (size_t i = 0; i < d->count; i++)
        if (d->commands[i].kind == DRAW2D_TEXT) {
            const char *run = d->text + d->commands[i].text;
            bool digit = *run >= '0' && *run <= '9' && !run[1];
            if (!digit && !in_number)
                strncat(all, " ", sizeof all - strlen(all) - 1);
            strncat(all, run, sizeof all - strlen(all) - 1);
            in_number = digit;
        }
    return strstr(all, text) != NULL;
}

static void this_step_the_next_and_the_notes_are_shown(void **state)
{
    (void)state;
    build();
    assert_true(shows("side by side"));
    assert_true(shows("Say who you are."));
    assert_true(shows("Nothing has been taken yet. Which of the two")); // the next
    assert_true(shows("0:00 of 3:00"));
    player_next(&a);
    build();
    assert_true(shows("Let them guess"));
    assert_true(shows("Within two hours")); // the answer comes next
    player_jump(&a, 2);
    build();
    assert_true(shows("End of the story"));
    a.present.elapsed_s = 5 * 60.0 + 7.0;
    build();
    assert_true(shows("5:07"));
    assert_true(shows("2 minutes behind the plan"));
}

static void the_time_of_day_is_named(void **state)
{
    (void)state;
    build();
    assert_true(shows("Time "));
    fixture_language(&a, "es");
    a.present.presenter.width = 600;
    a.present.presenter.height = 900;
    build();
    assert_true(shows("Hora "));
}

static void its_text_size_is_its_own(void **state)
{
    (void)state;
    presenter_state *p = &a.present.presenter;
    char there; // for a window that is open
    p->window = (window *)(void *)&there;
    const input_event plus = {.kind = INPUT_KEY_DOWN, .window = 1, .key = '+', .mods = MOD_CTRL};
    app_event(&a, &plus);
    check_near(p->text_scale, 1.1, 1e-6);
    check_near(a.session.look.text_scale, 1.0, 0.0);
    for (int i = 0; i < 20; i++)
        app_event(&a, &plus);
    check_near(p->text_scale, 2.0, 1e-6);
    app_event(&a, &(input_event){.kind = INPUT_KEY_DOWN, .window = 1, .key = '0', .mods = MOD_CTRL});
    check_near(p->text_scale, 1.0, 0.0);
    int step = a.player.step; // the stage's keys are the stage's
    app_event(&a, &(input_event){.kind = INPUT_KEY_DOWN, .window = 1, .key = KEY_PAGE_DOWN});
    assert_int_equal(a.player.step, step + 1);
    p->window = NULL;
}

static monitor_source source_of(screens_there *there)
{
    return (monitor_source){.ctx = there, .list = list};
}

static char settings_folder[] = "/tmp/neurotide-presenter-XXXXXX";

static settings remembered(void)
{
    settings s;
    assert_true(settings_load(&a.parts.host, a.parts.paths.settings, &s));
    return s;
}

static void the_chosen_screen_is_remembered_by_its_name(void **state)
{
    (void)state;
    screens_there there = {desk, 2};
    presenter_state *p = &a.present.presenter;
    assert_non_null(mkdtemp(settings_folder));
    a.parts.host = host_of_system();
    snprintf(a.parts.paths.settings, sizeof a.parts.paths.settings, "%s", settings_folder);
    p->monitors = source_of(&there);
    presenter_stage_to(&a, 1);
    assert_string_equal(remembered().stage_screen, "Projector");
    assert_int_equal(p->screens.of_stage, 1);
    assert_int_equal(p->screens.of_presenter, 0);
    presenter_stage_to(&a, p->screens.of_presenter); // as the swap key does
    assert_string_equal(remembered().stage_screen, "Laptop");

    // the projector is not there today: another screen takes the stage, and the choice is kept
    presenter_stage_to(&a, 1);
    there.count = 1;
    p->screens = screens_find(&p->monitors, 100, 100, a.session.stage_screen);
    assert_int_equal(p->screens.of_stage, 0);
    assert_false(screens_have(&p->screens, a.session.stage_screen));
    assert_string_equal(remembered().stage_screen, "Projector");

    char file[PATH_MAX_BYTES];
    path_join(file, settings_folder, "settings.yaml");
    remove(file);
    rmdir(settings_folder);
    host_close(&a.parts.host);
}

static void it_fits_at_every_size(void **state)
{
    (void)state;
    static const int sizes[][2] = {{1920, 1080}, {1280, 720}, {960, 600}, {704, 360}, {600, 900}, {1, 1}};
    presenter_state *p = &a.present.presenter;
    for (int l = 0; l < language_count; l++) {
        fixture_language(&a, every_language[l]);
        for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
            for (int scale = 1; scale <= 2; scale++) {
                p->width = sizes[i][0];
                p->height = sizes[i][1];
                p->text_scale = (float)scale;
                build();
                if (p->width < 100 || (scale == 2 && p->width < 960))
                    continue;
                assert_int_equal(ui_ellipsis_count(p->ui), 0);
                for (int n = 0; n < ui_widget_count(p->ui); n++) {
                    ui_widget_info w;
                    ui_widget_at(p->ui, n, &w);
                    if (w.box.x < -0.6f || w.box.x + w.box.w > (float)p->width + 0.6f || w.box.y < -0.6f ||
                        w.box.y + w.box.h > (float)p->height + 0.6f)
                        fail_msg("%s leaves the window at %d x %d", w.id, p->width, p->height);
                }
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_presenter_gets_the_screen_that_the_stage_is_not_on),
        cmocka_unit_test(a_screen_is_chosen_by_name_and_a_missing_one_is_left_out_of_account),
        cmocka_unit_test(one_screen_or_a_mirrored_one_takes_both),
        cmocka_unit_test_setup_teardown(this_step_the_next_and_the_notes_are_shown, open_window,
                                        close_window),
        cmocka_unit_test_setup_teardown(the_time_of_day_is_named, open_window, close_window),
        cmocka_unit_test_setup_teardown(its_text_size_is_its_own, open_window, close_window),
        cmocka_unit_test_setup_teardown(the_chosen_screen_is_remembered_by_its_name, open_window,
                                        close_window),
        cmocka_unit_test_setup_teardown(it_fits_at_every_size, open_window, close_window),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

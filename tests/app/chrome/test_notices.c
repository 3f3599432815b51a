// Licences and notices in full: About shows every file that the build gathered, word for word, and nothing
// else.
#include "app/chrome/chrome_words.h"
#include "app/chrome/panel_notices.h"
#include "chrome_fixture.h"

#include <dirent.h>

#define NOTICES_FOLDER NEUROTIDE_ASSETS_DIR "/notices"

enum { NOTICE_BYTES = 1 << 17 };

static void open_about(void)
{
    snprintf(a.parts.paths.assets, sizeof a.parts.paths.assets, "%s", NEUROTIDE_ASSETS_DIR);
    a.stage.overlay = OVERLAY_ABOUT;
    fixture_build(&a);
}

static void open_notice(const char *id)
{
    ui_focus_set(a.parts.ui, id);
    fixture_build(&a);
    fixture_key(&a, KEY_TAB, MOD_SHIFT); // reached by a key
    fixture_key(&a, KEY_TAB, 0);
    fixture_key(&a, KEY_ENTER, 0);
    fixture_build(&a);
    assert_string_equal(panel_notice_open(&a), id);
}

static void every_notice_of_the_build_can_be_read_whole(void **state)
{
    (void)state;
    static char bytes[NOTICE_BYTES];
    int count = 0, rows = 0;
    DIR *d = opendir(NOTICES_FOLDER);
    assert_non_null(d);
    open_about();
    ui_widget_info w;
    for (int i = 0; ui_widget_at(a.parts.ui, i, &w); i++)
        rows += strncmp(w.id, "notice.", 7) == 0;
    for (struct dirent *e; (e = readdir(d));) {
        char id[300], path[600];
        if (e->d_name[0] == '.')
            continue;
        snprintf(id, sizeof id, "notice.%.*s", (int)strcspn(e->d_name, "."), e->d_name);
        snprintf(path, sizeof path, NOTICES_FOLDER "/%s", e->d_name);
        FILE *f = fopen(path, "rb");
        assert_non_null(f);
        size_t length = fread(bytes, 1, sizeof bytes - 1, f);
        bytes[length] = '\0';
        fclose(f);
        open_about();
        open_notice(id);
        assert_string_equal(a.chrome.notice.text, bytes);
        assert_true(a.chrome.panel_content > 2.0f * ui_line_height(a.parts.ui, TYPE_SMALL));
        fixture_key(&a, KEY_ESCAPE, 0);
        fixture_build(&a);
        count++;
    }
    closedir(d);
    assert_true(count >= 14);
    assert_int_equal(rows, count);
}

static void the_first_lines_stand_in_the_panel_and_the_rest_is_scrolled_to(void **state)
{
    (void)state;
    open_about();
    open_notice("notice.neurotide");
    assert_true(fixture_shows(&a, "MIT License"));
    assert_false(fixture_shows(&a, "This choice of licences is the project's default."));
    ui_focus_set(a.parts.ui, "panel.scroll.notice.neurotide");
    fixture_build(&a);
    fixture_key(&a, KEY_END, 0);
    fixture_build(&a);
    assert_true(fixture_shows(&a, "replace it."));
    assert_false(fixture_shows(&a, "MIT License"));
}

static void escape_and_back_lead_to_the_list_and_opening_about_again_too(void **state)
{
    (void)state;
    open_about();
    open_notice("notice.inter");
    fixture_key(&a, KEY_ESCAPE, 0);
    fixture_build(&a);
    assert_int_equal(a.stage.overlay, OVERLAY_ABOUT);
    assert_string_equal(panel_notice_open(&a), "");
    open_notice("notice.sdl");
    fixture_click(&a, "notice.back");
    fixture_build(&a);
    assert_string_equal(panel_notice_open(&a), "");
    open_notice("notice.atlas");
    a.stage.overlay = OVERLAY_NONE;
    fixture_build(&a);
    open_about();
    assert_string_equal(panel_notice_open(&a), "");
}

// A line that is longer than the panel is wide is broken, never shrunk or cut.
static void long_lines_are_broken(void **state)
{
    (void)state;
    open_about();
    open_notice("notice.cglm");
    float before = a.chrome.panel_content;
    memset(a.chrome.notice.text, 'x', 3000);
    for (int i = 9; i < 3000; i += 10)
        a.chrome.notice.text[i] = ' ';
    memcpy(a.chrome.notice.text + 505, "\xE2\x80\xA6\xE2\x80\xA6\xE2\x80\xA6",
           9); // across the end of a stretch
    a.chrome.notice.text[3000] = '\0';
    fixture_build(&a);
    fixture_build(&a);
    assert_true(a.chrome.panel_content > 5.0f * ui_line_height(a.parts.ui, TYPE_SMALL));
    assert_true(a.chrome.panel_content != before);
}

static void a_missing_notice_is_told(void **state)
{
    (void)state;
    open_about();
    snprintf(a.parts.paths.assets, sizeof a.parts.paths.assets, "/nowhere");
    open_notice("notice.zlib");
    assert_non_null(strstr(a.chrome.notice.text, "/nowhere/notices/zlib.txt"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_notice_of_the_build_can_be_read_whole, open_app, close_app),
        cmocka_unit_test_setup_teardown(the_first_lines_stand_in_the_panel_and_the_rest_is_scrolled_to,
                                        open_app, close_app),
        cmocka_unit_test_setup_teardown(escape_and_back_lead_to_the_list_and_opening_about_again_too,
                                        open_app, close_app),
        cmocka_unit_test_setup_teardown(long_lines_are_broken, open_app, close_app),
        cmocka_unit_test_setup_teardown(a_missing_notice_is_told, open_app, close_app),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

// The interface around the stage: nothing overlaps or is cut at any size, and what is pressed and dragged
// does what it says.
#include "app/chrome_parts.h"
#include "app/clock_curves.h"
#include "app/clock_plot.h"
#include "app/narrate.h"
#include "chrome_fixture.h"

#include <stdlib.h>

static app a;

static int open_app(void **state)
{
    (void)state;
    fixture_open(&a);
    return 0;
}

static int close_app(void **state)
{
    (void)state;
    fixture_close(&a);
    return 0;
}

// --- at every size

typedef struct place {
    int width, height;
    float text_scale;
} place;

// 200 % text is promised from 960 x 540, 100 % below.
static const place places[] = {
    {640, 360, 0.8f},   {640, 360, 1.0f},   {960, 540, 1.0f},   {960, 540, 2.0f},   {960, 600, 0.8f},
    {960, 600, 1.0f},   {960, 600, 1.5f},   {960, 600, 2.0f},   {1024, 768, 2.0f},  {1280, 720, 0.8f},
    {1280, 720, 1.0f},  {1280, 720, 2.0f},  {720, 1280, 0.8f},  {720, 1280, 1.0f},  {720, 1280, 2.0f},
    {1920, 1080, 0.8f}, {1920, 1080, 1.0f}, {1920, 1080, 2.0f}, {2560, 1080, 1.0f}, {3840, 2160, 1.0f},
};
enum { PLACES = sizeof places / sizeof places[0] };

static bool overlap(rect x, rect y)
{
    rect i = rect_intersect(x, y);
    return i.w > 0.6f && i.h > 0.6f;
}

static const char *where(void)
{
    static char text[128];
    snprintf(text, sizeof text, "%d x %d, text %.0f %%, %s, panel %d, card %d", a.width, a.height,
             100.0 * (double)a.look.text_scale, a.look.lang, (int)a.overlay, a.card_open);
    return text;
}

// Scroll boxes hold other widgets; nothing else may lie over anything of its own layer.
static void check_widgets(void)
{
    rect surface = {0.0f, 0.0f, (float)a.width, (float)a.height};
    int count = ui_widget_count(a.ui), top = 0;
    for (int i = 0; i < count; i++) {
        ui_widget_info x, y;
        ui_widget_at(a.ui, i, &x);
        top = x.layer > top ? x.layer : top;
        bool box = strcmp(x.role, "scroll") == 0;
        bool seen = x.visible.w > 0.5f && x.visible.h > 0.5f;
        if (!seen)
            continue;
        rect cut = rect_intersect(x.visible, surface);
        if (cut.w < x.visible.w - 0.6f || cut.h < x.visible.h - 0.6f)
            fail_msg("%s leaves the surface (%s)", x.id, where());
        bool word = strcmp(x.role, "term") == 0; // as high as its line
        if (!box && !word && x.focusable && (x.box.w < 23.9f || x.box.h < 17.9f))
            fail_msg("%s is %.1f x %.1f px (%s)", x.id, (double)x.box.w, (double)x.box.h, where());
        for (int j = 0; j < i && !box; j++) {
            ui_widget_at(a.ui, j, &y);
            if (y.layer == x.layer && strcmp(y.role, "scroll") != 0 && overlap(x.visible, y.visible))
                fail_msg("%s lies over %s (%s)", x.id, y.id, where());
        }
    }
    for (size_t i = 0; i < a.draw.count; i++)
        if (a.draw.commands[i].kind == DRAW2D_TEXT && strstr(a.draw.text + a.draw.commands[i].text, "\u2026"))
            fail_msg("\"%s\" is cut (%s)", a.draw.text + a.draw.commands[i].text, where());
    assert_int_equal(ui_ellipsis_count(a.ui), 0);
}

static bool is_text_in(const draw2d_command *c, rect r)
{
    return c->kind == DRAW2D_TEXT && overlap(rect_intersect(c->box, c->clip), r);
}

// No two runs of text lie over each other within the bar, the caption or the dock.
static void check_texts(rect part)
{
    for (size_t i = 0; i < a.draw.count; i++) {
        const draw2d_command *x = &a.draw.commands[i];
        if (!is_text_in(x, part))
            continue;
        if (x->box.x < -0.6f || x->box.x + x->box.w > (float)a.width + 0.6f)
            fail_msg("\"%s\" leaves the surface (%s)", a.draw.text + x->text, where());
        for (size_t j = 0; j < i; j++) {
            const draw2d_command *y = &a.draw.commands[j];
            rect tight_x = rect_inset(x->box, 0.16f * x->box.h),
                 tight_y = rect_inset(y->box, 0.16f * y->box.h);
            if (is_text_in(y, part) && overlap(tight_x, tight_y))
                fail_msg("\"%s\" lies over \"%s\" (%s)", a.draw.text + x->text, a.draw.text + y->text,
                         where());
        }
    }
}

static void set_place(const place *p)
{
    a.width = p->width;
    a.height = p->height;
    a.look.text_scale = p->text_scale;
}

static void check_here(void)
{
    fixture_build(&a);
    check_widgets();
    if (a.overlay != OVERLAY_NONE)
        return;
    check_texts(a.layout.top);
    check_texts(a.layout.dock);
    if (!a.card_open)
        check_texts(a.layout.caption);
}

static void each_place(void (*at)(void))
{
    for (int l = 0; l < LANGUAGES; l++) {
        fixture_language(&a, every_language[l]);
        for (int i = 0; i < PLACES; i++) {
            set_place(&places[i]);
            at();
        }
    }
}

static void stage_moments(void)
{
    static const char *const states[] = {"v1,scene=brain,tssri=4w,tketamine=40min",
                                         "v1,t=119min",
                                         "v1",
                                         "v1,t=8w,ssri=0,ketamine=0",
                                         "v1,tssri=119min,tketamine=47h",
                                         "v1,tssri=0,tketamine=13d",
                                         "v1,t=3h,tssri=2w,view=ssri"};
    for (size_t i = 0; i < sizeof states / sizeof states[0]; i++) {
        view_state_parse(states[i], &a.view, NULL);
        app_apply_inputs(&a);
        check_here();
    }
}

static void bar_caption_and_clock_fit_everywhere(void **state)
{
    (void)state;
    each_place(stage_moments);
}

static void card_here(void)
{
    a.card_open = true;
    check_here();
    for (int i = 0; i < ui_widget_count(a.ui); i++) {
        ui_widget_info w;
        ui_widget_at(a.ui, i, &w);
        if (strncmp(w.id, "card.", 5) == 0 && (w.box.x < a.layout.card.x - 0.5f || w.box.w > a.layout.card.w))
            fail_msg("%s is not on the card (%s)", w.id, where());
    }
}

static void the_card_fits_everywhere(void **state)
{
    (void)state;
    each_place(card_here);
}

static void panels_here(void)
{
    for (int o = OVERLAY_FIRST_RUN; o <= OVERLAY_PROBLEMS; o++) {
        a.overlay = (overlay)o;
        check_here();
    }
    a.overlay = OVERLAY_NONE;
}

static void panels_fit_everywhere(void **state)
{
    (void)state;
    view_state ignored;
    view_state_parse("v1,t=9w,colour=red,ketamine=17,view=left", &ignored, &a.problems);
    assert_true(a.problems.count >= 4);
    each_place(panels_here);
}

// A story's strip: an open question, its answer, exploring, and the same while presenting.
static void story_here(void)
{
    for (int on = 0; on < 2; on++) {
        a.present.on = on;
        player_jump(&a, 0);
        check_here();
        check_texts(a.layout.story);
        player_next(&a);
        check_here();
        check_texts(a.layout.story);
        player_answer(&a, 0);
        check_here();
        a.view.t_min += 1000.0;
        check_here();
        check_texts(a.layout.story);
    }
    a.present.on = false;
}

static void a_story_fits_everywhere(void **state)
{
    (void)state;
    error e = {0};
    if (!player_open(&a, NEUROTIDE_SOURCE_DIR "/tests/app/stories/lesson.yaml", &e))
        fail_msg("%s", e.text);
    each_place(story_here);
}

// Four tabs, as later versions will have them.
static void tabs_here(void)
{
    static scene_class four[VIEW_SCENES];
    static const scene_class *table[VIEW_SCENES];
    static const char *const ids[VIEW_SCENES] = {"brain", "circuit", "synapse", "growth"};
    for (int i = 0; i < VIEW_SCENES; i++) {
        four[i] = (scene_class){.id = ids[i], .view = (view_scene)i, .icon = (icon_id)(ICON_BRAIN + i)};
        table[i] = &four[i];
    }
    fixture_build(&a);
    draw2d_begin(&a.draw, (float)a.width, (float)a.height);
    ui_frame f = {.draw = &a.draw,
                  .text = &a.text_source,
                  .theme = theme_get(THEME_NIGHT),
                  .width = (float)a.width,
                  .height = (float)a.height,
                  .unit = a.layout.unit,
                  .text_scale = a.look.text_scale};
    ui_begin(a.ui, &f);
    chrome_bar(&a, table, VIEW_SCENES);
    ui_end(a.ui);
    check_widgets();
    check_texts(a.layout.top);
    for (int i = 0; i < VIEW_SCENES; i++) {
        char id[32];
        snprintf(id, sizeof id, "bar.tab.%s", ids[i]);
        fixture_widget(&a, id);
    }
    fixture_widget(&a, "bar.menu");
    fixture_widget(&a, "bar.help");
}

static void four_tabs_fit_everywhere(void **state)
{
    (void)state;
    each_place(tabs_here);
}

static void absurd_surfaces_are_survived(void **state)
{
    (void)state;
    static const place absurd[] = {{1, 1, 1.0f}, {8000, 200, 2.0f}, {200, 3000, 2.0f}, {3, 500, 0.8f}};
    for (size_t i = 0; i < sizeof absurd / sizeof absurd[0]; i++) {
        set_place(&absurd[i]);
        a.card_open = i % 2;
        for (int o = OVERLAY_NONE; o <= OVERLAY_PROBLEMS; o++) {
            a.overlay = (overlay)o;
            fixture_build(&a);
        }
    }
}

// --- the caption

// Adds the words shown in the caption strip to `out`.
static void read_caption(char *out, size_t capacity)
{
    for (size_t i = 0; i < a.draw.count; i++) {
        const draw2d_command *c = &a.draw.commands[i];
        rect strip = a.layout.caption;
        if (c->kind != DRAW2D_TEXT || c->a[1] < strip.y || c->a[1] > strip.y + strip.h ||
            strchr(a.draw.text + c->text, '/'))
            continue;
        strncat(out, a.draw.text + c->text, capacity - strlen(out) - 1);
        strncat(out, " ", capacity - strlen(out) - 1);
    }
}

static void without_spaces(const char *text, char *out)
{
    for (; *text; text++)
        if (*text != ' ')
            *out++ = *text;
    *out = '\0';
}

static void caption_here(void)
{
    char shown[2 * APP_CAPTION_MAX] = "", got[2 * APP_CAPTION_MAX], want[APP_CAPTION_MAX];
    a.view.t_min = 180.0;
    fixture_build(&a);
    float stage_h = a.layout.stage.h;
    for (int page = 0; page < 12; page++) {
        read_caption(shown, sizeof shown);
        ui_widget_info w;
        bool more = false;
        for (int i = 0; i < ui_widget_count(a.ui) && !more; i++)
            more = ui_widget_at(a.ui, i, &w) && strcmp(w.id, "caption.more") == 0;
        if (!more)
            break;
        fixture_click(&a, "caption.more");
        fixture_build(&a);
        check_near(a.layout.stage.h, stage_h, 0.0); // turning a page moves nothing
        if (a.chrome.caption_page == 0)
            break;
    }
    without_spaces(shown, got);
    without_spaces(a.caption, want);
    if (strcmp(got, want) != 0)
        fail_msg("caption shows \"%s\", not \"%s\" (%s)", shown, a.caption, where());
}

static void the_caption_is_shown_whole(void **state)
{
    (void)state;
    a.view = view_state_default(VIEW_BRAIN);
    each_place(caption_here);
}

static void run_here(void)
{
    a.view = view_state_default(VIEW_BRAIN);
    float h = 0.0f;
    for (int round = 0; round < 2; round++) {
        clock_play(&a, true);
        while (a.playing) {
            clock_advance(&a, 0.4);
            fixture_build_once(&a);
            // In the first round the strip grows as far as it needs to.
            if (round > 0)
                check_near(a.layout.stage.h, h, 0.0);
            h = a.layout.stage.h;
        }
    }
}

static void the_stage_stands_still_while_the_clock_runs(void **state)
{
    (void)state;
    each_place(run_here);
}

// --- the clock

static clock_plot_rows plot_rows(void)
{
    rect axis = fixture_widget(&a, "dock.axis").box;
    float reach = 4.0f * a.layout.unit;
    return (clock_plot_rows){.curves = {axis.x + reach, axis.y, axis.w - 2.0f * reach, 0.4f * axis.h}};
}

static float axis_x(double t_min)
{
    rect c = plot_rows().curves;
    return c.x + (float)view_axis_of_time(t_min) * c.w;
}

static void drag_axis(double from_min, double to_min)
{
    float y = plot_rows().curves.y + 10.0f;
    fixture_pointer(&a, INPUT_POINTER_MOVE, axis_x(from_min), y);
    fixture_pointer(&a, INPUT_POINTER_DOWN, axis_x(from_min), y);
    fixture_pointer(&a, INPUT_POINTER_MOVE, axis_x(sqrt(from_min * to_min)), y);
    fixture_pointer(&a, INPUT_POINTER_MOVE, axis_x(to_min), y);
    fixture_pointer(&a, INPUT_POINTER_UP, axis_x(to_min), y);
}

static void dragging_the_axis_moves_the_moment(void **state)
{
    (void)state;
    a.view = view_state_default(VIEW_BRAIN);
    fixture_build(&a);
    drag_axis(10.0, 600.0);
    check_relative(a.view.t_min, 600.0, 0.03);
    drag_axis(600.0, 41.0); // a mark close by is hit exactly
    check_near(a.view.t_min, 40.0, 0.0);
    assert_false(a.chrome.clock_held);
}

static void a_held_half_s_pin_can_be_dragged(void **state)
{
    (void)state;
    a.view = view_state_opening();
    fixture_build(&a);
    drag_axis(40.0, 600.0);
    assert_true(a.view.pinned[SIDE_SSRI] && a.view.pinned[SIDE_KETAMINE]);
    check_relative(a.view.pin_min[SIDE_KETAMINE], 600.0, 0.03);
    check_near(a.view.t_min, 0.0, 0.0);
    // Elsewhere on the axis both halves follow again.
    drag_axis(5.0, 300.0);
    assert_false(a.view.pinned[SIDE_SSRI] || a.view.pinned[SIDE_KETAMINE]);
    check_relative(a.view.t_min, 300.0, 0.03);
}

static void keys_move_the_moment_on_the_axis(void **state)
{
    (void)state;
    a.view = view_state_default(VIEW_BRAIN);
    fixture_build(&a);
    ui_focus_set(a.ui, "dock.axis");
    fixture_build(&a);
    fixture_key(&a, KEY_PAGE_DOWN, 0);
    fixture_build(&a);
    check_near(a.view.t_min, 40.0, 0.0);
    fixture_key(&a, KEY_RIGHT, 0);
    fixture_build(&a);
    double fine = view_axis_of_time(a.view.t_min) - view_axis_of_time(40.0);
    check_between(fine, 1e-4, 0.01);
    fixture_key(&a, KEY_END, 0);
    fixture_build(&a);
    check_near(a.view.t_min, TREATMENT_END_MIN, 0.0);
    fixture_key(&a, KEY_HOME, 0);
    fixture_build(&a);
    check_near(a.view.t_min, 0.0, 0.0);
}

static void buttons_play_step_and_change_speed(void **state)
{
    (void)state;
    a.view = view_state_default(VIEW_BRAIN);
    fixture_build(&a);
    fixture_click(&a, "dock.play");
    assert_true(a.playing);
    fixture_click(&a, "dock.play");
    assert_false(a.playing);
    fixture_click(&a, "dock.forward");
    check_near(a.view.t_min, 40.0, 0.0);
    fixture_click(&a, "dock.back");
    check_near(a.view.t_min, 0.0, 0.0);
    fixture_click(&a, "dock.speed");
    assert_int_equal(a.speed, SPEED_FAST);
    fixture_click(&a, "dock.speed");
    assert_int_equal(a.speed, SPEED_SLOW);
}

static bool shows(const char *text)
{
    for (size_t i = 0; i < a.draw.count; i++)
        if (a.draw.commands[i].kind == DRAW2D_TEXT &&
            strcmp(a.draw.text + a.draw.commands[i].text, text) == 0)
            return true;
    return false;
}

static void paused_is_said_in_words(void **state)
{
    (void)state;
    for (int l = 0; l < LANGUAGES; l++) {
        fixture_language(&a, every_language[l]);
        a.playing = false;
        fixture_build(&a);
        assert_true(shows(chrome_word(&a, "clock.paused")));
        a.playing = true;
        fixture_build(&a);
        assert_false(shows(chrome_word(&a, "clock.paused")));
        assert_true(shows(chrome_word(&a, "clock.playing")));
    }
}

static void curves_are_those_of_the_model(void **state)
{
    (void)state;
    clock_curves *c = &a.chrome.curves;
    clock_curves_update(c, a.treatment);
    for (double t = 2.0; t < TREATMENT_END_MIN; t *= 1.7) {
        treatment_levels l = treatment_at(a.treatment, t);
        double axis = view_axis_of_time(t);
        check_near(clock_curves_at(c->level[SIDE_SSRI], c->count, axis), l.ssri_occupancy, 0.01);
        check_near(clock_curves_at(c->level[SIDE_KETAMINE], c->count, axis), l.ketamine_relative, 0.01);
        check_near(clock_curves_at(c->effect[SIDE_SSRI], c->count, axis), l.effect[SIDE_SSRI], 0.01);
        check_near(clock_curves_at(c->effect[SIDE_KETAMINE], c->count, axis), l.effect[SIDE_KETAMINE], 0.01);
        check_near(clock_curves_at(c->dissociation, c->count, axis), l.dissociation, 0.02);
    }
    a.view.ketamine_mg_per_kg = 0.0;
    app_apply_inputs(&a);
    clock_curves_update(c, a.treatment);
    check_near(clock_curves_at(c->level[SIDE_KETAMINE], c->count, 0.4), 0.0, 1e-6);
}

// --- card and panels

static void the_card_changes_the_models_inputs(void **state)
{
    (void)state;
    a.card_open = true;
    a.view = view_state_default(VIEW_BRAIN);
    fixture_build(&a);
    ui_focus_set(a.ui, "card.ketamine");
    fixture_build(&a);
    fixture_key(&a, KEY_END, 0);
    fixture_build(&a);
    check_near(a.view.ketamine_mg_per_kg, 1.0, 0.0);
    check_near(treatment_inputs_of(a.treatment).ketamine_mg_per_kg, 1.0, 0.0);
    fixture_click(&a, "card.pin_ssri");
    assert_true(a.view.pinned[SIDE_SSRI]);
    fixture_click(&a, "card.close");
    assert_false(a.card_open);
}

static void the_first_run_panel_is_left_by_its_one_button(void **state)
{
    (void)state;
    a.overlay = OVERLAY_FIRST_RUN;
    for (int i = 0; i < PLACES; i++) {
        set_place(&places[i]);
        fixture_build(&a);
        rect seen = fixture_widget(&a, "first_run.look").visible;
        assert_true(seen.w > 40.0f && seen.h > 20.0f);
        assert_true(shows(chrome_word(&a, "first_run.look")));
    }
    fixture_click(&a, "first_run.look");
    assert_int_equal(a.overlay, OVERLAY_NONE);
    assert_true(a.first_run_done);
}

static void help_lists_every_action(void **state)
{
    (void)state;
    a.overlay = OVERLAY_HELP;
    fixture_build(&a);
    int count;
    const action *table = actions(&count);
    for (int i = 0; i < count; i++) {
        char id[96];
        snprintf(id, sizeof id, "help.%s", table[i].id);
        fixture_widget(&a, id);
        char group[64];
        snprintf(group, sizeof group, "help.group.%.*s", (int)strcspn(table[i].id, "."), table[i].id);
        assert_string_not_equal(chrome_word(&a, group), group);
    }
    fixture_click(&a, "help.clock.step_forward"); // a row does what it says, on the stage
    assert_int_equal(a.overlay, OVERLAY_NONE);
    assert_true(a.view.t_min > 0.0);
}

static void the_menu_sets_language_theme_and_text_size(void **state)
{
    (void)state;
    a.overlay = OVERLAY_MENU;
    fixture_build(&a);
    assert_true(shows("Español"));
    ui_focus_set(a.ui, "set.language");
    fixture_build(&a);
    fixture_key(&a, KEY_RIGHT, 0);
    fixture_build(&a);
    assert_string_equal(a.look.lang, "es");
    assert_true(shows(chrome_word(&a, "settings.title")));
    ui_focus_set(a.ui, "set.theme");
    fixture_build(&a);
    fixture_key(&a, KEY_RIGHT, 0);
    fixture_build(&a);
    assert_int_equal(a.look.theme, THEME_DAYLIGHT);
    ui_focus_set(a.ui, "set.text_size");
    fixture_build(&a);
    fixture_key(&a, KEY_END, 0);
    fixture_build(&a);
    check_near(a.look.text_scale, 2.0, 1e-6);
    assert_int_equal(a.overlay, OVERLAY_MENU);
}

// --- focus and narration

static void the_focus_goes_stage_bar_dock(void **state)
{
    (void)state;
    static const char *const order[] = {"stage.ssri", "stage.ketamine", "bar.tab.brain"};
    fixture_build(&a);
    ui_focus f;
    for (int i = 0; i < 3; i++) {
        fixture_key(&a, KEY_TAB, 0);
        assert_true(ui_focused(a.ui, &f));
        assert_string_equal(f.id, order[i]);
    }
    bool dock = false;
    for (int i = 0; i < 40 && !dock; i++) {
        fixture_key(&a, KEY_TAB, 0);
        dock = ui_focused(a.ui, &f) && strcmp(f.id, "dock.axis") == 0;
    }
    assert_true(dock);
}

static char *narrated(void)
{
    FILE *file = tmpfile();
    assert_non_null(file);
    narrate_to(&a, file);
    static char text[4096];
    rewind(file);
    size_t n = fread(text, 1, sizeof text - 1, file);
    text[n] = '\0';
    fclose(file);
    return text;
}

static void focus_and_caption_are_narrated_once(void **state)
{
    (void)state;
    fixture_build(&a);
    char *text = narrated();
    assert_non_null(strstr(text, "Caption: "));
    assert_non_null(strstr(text, a.caption));
    assert_string_equal(narrated(), "");
    fixture_key(&a, KEY_TAB, 0);
    text = narrated();
    assert_non_null(strstr(text, "Focus: "));
    assert_non_null(strstr(text, chrome_word(&a, "stage.ssri")));
    assert_int_equal(text[strlen(text) - 1], '\n');
    assert_null(strchr(text, '\n') + 1 < text + strlen(text) ? text : NULL); // one line
    assert_string_equal(narrated(), "");
}

static void of_a_control_that_changes_only_the_change_is_narrated(void **state)
{
    (void)state;
    a.overlay = OVERLAY_MENU;
    fixture_build(&a);
    ui_focus_set(a.ui, "set.motion");
    fixture_build(&a);
    char *text = narrated();
    assert_non_null(strstr(text, "Focus: Calm motion, switch, off"));
    fixture_key(&a, KEY_TAB, MOD_SHIFT); // reached with a key, Space presses it
    fixture_key(&a, KEY_TAB, 0);
    narrated();
    fixture_key(&a, ' ', 0);
    fixture_build(&a);
    assert_true(a.look.reduce_motion);
    assert_string_equal(narrated(), "Focus: on\n");
}

static void a_running_clock_is_narrated_at_its_marks(void **state)
{
    (void)state;
    a.view = view_state_default(VIEW_BRAIN);
    fixture_build(&a);
    fixture_key(&a, KEY_TAB, 0); // the stage has the focus, and its value runs with the clock
    narrated();
    clock_play(&a, true);
    int told = 0;
    while (a.playing) {
        clock_advance(&a, 0.1);
        fixture_build_once(&a);
        told += narrated()[0] != '\0';
    }
    int marks;
    view_marks(&marks);
    assert_int_equal(told, marks - 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(bar_caption_and_clock_fit_everywhere, open_app, close_app),
        cmocka_unit_test_setup_teardown(the_card_fits_everywhere, open_app, close_app),
        cmocka_unit_test_setup_teardown(panels_fit_everywhere, open_app, close_app),
        cmocka_unit_test_setup_teardown(a_story_fits_everywhere, open_app, close_app),
        cmocka_unit_test_setup_teardown(four_tabs_fit_everywhere, open_app, close_app),
        cmocka_unit_test_setup_teardown(absurd_surfaces_are_survived, open_app, close_app),
        cmocka_unit_test_setup_teardown(the_caption_is_shown_whole, open_app, close_app),
        cmocka_unit_test_setup_teardown(the_stage_stands_still_while_the_clock_runs, open_app, close_app),
        cmocka_unit_test_setup_teardown(dragging_the_axis_moves_the_moment, open_app, close_app),
        cmocka_unit_test_setup_teardown(a_held_half_s_pin_can_be_dragged, open_app, close_app),
        cmocka_unit_test_setup_teardown(keys_move_the_moment_on_the_axis, open_app, close_app),
        cmocka_unit_test_setup_teardown(buttons_play_step_and_change_speed, open_app, close_app),
        cmocka_unit_test_setup_teardown(paused_is_said_in_words, open_app, close_app),
        cmocka_unit_test_setup_teardown(curves_are_those_of_the_model, open_app, close_app),
        cmocka_unit_test_setup_teardown(the_card_changes_the_models_inputs, open_app, close_app),
        cmocka_unit_test_setup_teardown(the_first_run_panel_is_left_by_its_one_button, open_app, close_app),
        cmocka_unit_test_setup_teardown(help_lists_every_action, open_app, close_app),
        cmocka_unit_test_setup_teardown(the_menu_sets_language_theme_and_text_size, open_app, close_app),
        cmocka_unit_test_setup_teardown(the_focus_goes_stage_bar_dock, open_app, close_app),
        cmocka_unit_test_setup_teardown(focus_and_caption_are_narrated_once, open_app, close_app),
        cmocka_unit_test_setup_teardown(of_a_control_that_changes_only_the_change_is_narrated, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(a_running_clock_is_narrated_at_its_marks, open_app, close_app),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

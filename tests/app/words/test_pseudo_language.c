// A further language needs only files, and longer words than English ones find room: two made-up languages
// are written from the English files, one with every text doubled, one with a word too long to be broken
// well, and everything on the screen is looked at in them.
#include "app/chrome/chrome_words.h"
#include "app/story/story_player.h"
#include "app/words/languages.h"
#include "sanitized.h"
#include "stage_fixture.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LINE_MOST = 4096 };

typedef void made_text(const char *text, char *out, size_t capacity);

// --- writing the languages

static char root[] = "/tmp/neurotide-pseudo-XXXXXX";

static void doubled(const char *text, char *out, size_t capacity)
{
    snprintf(out, capacity, "%s %s", text, text);
}

// The first long word of a text stands twice in one.
static void long_worded(const char *text, char *out, size_t capacity)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    for (const char *at = text; *at; at++) {
        size_t hole = *at == '{' ? strcspn(at, "}") : 0, word = strspn(at, letters);
        if (word >= 5) {
            snprintf(out, capacity, "%.*s%.*s%s", (int)(at - text + (long)word), text, (int)word, at,
                     at + word);
            return;
        }
        at += hole ? hole : word > 1 ? word - 1 : 0;
    }
    snprintf(out, capacity, "%s", text);
}

// Marks of numbers, lists of spellings, and numbers that stand alone are no words.
static bool is_kept(const char *line)
{
    return strstr(line, "forms:") || strstr(line, "decimal") || strstr(line, "\"{value}\"");
}

static void write_file(const char *from, const char *to, made_text *make)
{
    char line[LINE_MOST], text[LINE_MOST], made[2 * LINE_MOST];
    FILE *in = fopen(from, "r"), *out = fopen(to, "w");
    assert_true(in && out);
    while (fgets(line, sizeof line, in)) {
        char *colon = strchr(line + (strchr(line, '"') ? strspn(line, " \"") : 0), ':');
        char *start = colon ? strchr(colon, '"') : NULL, *end = start ? strrchr(line, '"') : NULL;
        if (!start || end == start || line[strspn(line, " ")] == '#' || is_kept(line)) {
            fputs(line, out);
            continue;
        }
        snprintf(text, sizeof text, "%.*s", (int)(end - start - 1), start + 1);
        make(text, made, sizeof made);
        fprintf(out, "%.*s%s%s", (int)(start - line + 1), line, made, end);
    }
    fclose(in);
    fclose(out);
}

typedef struct writing {
    char from[PATH_MAX_BYTES], to[PATH_MAX_BYTES];
    made_text *make;
} writing;

static void write_one(void *ctx, const char *name)
{
    writing *w = ctx;
    char from[PATH_MAX_BYTES], to[PATH_MAX_BYTES];
    path_join(from, w->from, name);
    path_join(to, w->to, name);
    write_file(from, to, w->make);
}

static void write_folder(const char *lang, const char *below, made_text *make)
{
    writing w = {.make = make};
    snprintf(w.from, sizeof w.from, "%s/assets/text/en%s", NEUROTIDE_SOURCE_DIR, below);
    snprintf(w.to, sizeof w.to, "%s/text/%s%s", root, lang, below);
    assert_int_equal(mkdir(w.to, 0700), 0);
    files_each(w.from, ".yaml", write_one, &w);
}

static void link_to(const char *from, const char *name)
{
    char target[PATH_MAX_BYTES], at[PATH_MAX_BYTES];
    path_join(target, from, name);
    path_join(at, root, name);
    assert_int_equal(symlink(target, at), 0);
}

static const char *const made_languages[] = {"qd", "ql"};

static int write_languages(void **state)
{
    (void)state;
    char text[PATH_MAX_BYTES];
    if (!mkdtemp(root))
        return -1;
    snprintf(text, sizeof text, "%s/text", root);
    assert_int_equal(mkdir(text, 0700), 0);
    link_to(NEUROTIDE_SOURCE_DIR "/assets", "text/en");
    link_to(NEUROTIDE_SOURCE_DIR "/assets", "stories");
    link_to(NEUROTIDE_SOURCE_DIR "/assets", "evidence");
    link_to(NEUROTIDE_ASSETS_DIR, "brain.ntb");
    made_text *const make[] = {doubled, long_worded};
    for (int i = 0; i < 2; i++) {
        write_folder(made_languages[i], "", make[i]);
        write_folder(made_languages[i], "/stories", make[i]);
    }
    return 0;
}

static int remove_languages(void **state)
{
    (void)state;
    char command[PATH_MAX_BYTES];
    snprintf(command, sizeof command, "rm -r '%s'", root);
    return system(command);
}

// --- looking

typedef struct place {
    int width, height;
    float text_scale;
} place;

static const place places[] = {
    {1280, 720, 1.0f}, {960, 600, 1.0f}, {720, 1280, 1.0f}, {1920, 1080, 1.0f}, {1280, 720, 1.5f}};
enum { PLACES = sizeof places / sizeof places[0], TELLING_PLACES = 3 };

static int faults;

static void look(const char *what)
{
    fixture_build(&a);
    int found = layout_faults(a.parts.ui, &a.draw, (float)a.frame.width, (float)a.frame.height);
    if (found > 0)
        printf("  -- %s, %s, %d x %d, text %.0f %%\n", what, a.session.look.lang, a.frame.width,
               a.frame.height, 100.0 * (double)a.session.look.text_scale);
    faults += found;
}

static void each_place(void (*at)(void), int count)
{
    faults = 0;
    for (size_t l = 0; l < 2; l++) {
        fixture_language(&a, made_languages[l]);
        for (int i = 0; i < count; i += SANITIZED ? 2 : 1) { // sanitizers do not see what it looks like
            if (l == 0 && places[i].text_scale > 1.0f)
                continue; // twice as long in letters half as large again is no language
            a.frame.width = places[i].width;
            a.frame.height = places[i].height;
            a.session.look.text_scale = places[i].text_scale;
            at();
        }
    }
    assert_int_equal(faults, 0);
}

static int open_made(void **state)
{
    open_stage(state);
    snprintf(a.parts.paths.assets, sizeof a.parts.paths.assets, "%s", root);
    return 0;
}

static void panels_here(void)
{
    for (int o = OVERLAY_FIRST_RUN; o <= OVERLAY_PROBLEMS; o++) {
        char what[32];
        a.stage.overlay = (overlay)o;
        a.reading.here = (reading_place){.panel = o};
        snprintf(what, sizeof what, "panel %d", o);
        look(what);
    }
    a.stage.overlay = OVERLAY_SURE;
    snprintf(a.reading.here.card, sizeof a.reading.here.card, "brain_pattern");
    look("a card");
    a.stage.overlay = OVERLAY_GLOSSARY;
    snprintf(a.reading.here.word, sizeof a.reading.here.word, "glutamate");
    look("a word");
    a.stage.overlay = OVERLAY_NONE;
}

static void panels_hold_longer_words(void **state)
{
    (void)state;
    each_place(panels_here, PLACES);
}

static void stories_here(void)
{
    player_shipped list = player_list(&a);
    error e = {0};
    for (int i = 0; i < list.count; i++) {
        if (!player_open(&a, list.name[i], &e))
            fail_msg("%s", e.text);
        for (int step = 0; step < a.player.story->step_count; step++) {
            player_jump(&a, step);
            look(a.player.story->steps[step].id);
            player_answer(&a, 0);
            look(a.player.story->steps[step].id);
        }
        player_close(&a);
    }
}

static void captions_and_questions_of_stories_hold_longer_words(void **state)
{
    (void)state;
    fixture_show(VIEW_BRAIN);
    each_place(stories_here, TELLING_PLACES);
}

static view_scene shown;
// The telling ones; of a magnification without any, how it opens.
static const char *const states[VIEW_SCENES][4] = {
    {"v1,scene=brain,tssri=4w,tketamine=40min", "v1,scene=brain,t=3h,pick=dlp",
     "v1,scene=brain,t=8w,look=solid,view=ketamine"},
    {"v1,scene=circuit,t=40min", "v1,scene=circuit,t=2w,view=ssri",
     "v1,scene=circuit,t=40min,block=interneuron,inhibition=off"},
    {"v1,scene=synapse,t=40min", "v1,scene=synapse,tssri=4w,tketamine=40min,pick=sert",
     "v1,scene=synapse,t=0,view=ketamine,scale=true"},
    {"v1,scene=growth,t=4d", "v1,scene=growth,t=6w,pick=learning",
     "v1,scene=growth,t=4w,start=stressed,rapamycin=on,view=ketamine"}};

static void scene_here(void)
{
    char opening[64];
    snprintf(opening, sizeof opening, "v1,scene=%s", view_scene_id(shown));
    for (int i = 0; i < 4 && (i == 0 || states[shown][i]); i++) {
        const char *told = states[shown][i] ? states[shown][i] : opening;
        fixture_state(told);
        for (int card = 0; card < 2; card++) {
            a.session.card_open = card;
            look(told);
        }
    }
    a.session.card_open = false;
}

static void magnification_holds_longer_words(view_scene s)
{
    shown = s;
    fixture_show(s);
    each_place(scene_here, PLACES);
}

static void the_brain_holds_longer_words(void **state)
{
    (void)state;
    magnification_holds_longer_words(VIEW_BRAIN);
}

static void the_circuit_holds_longer_words(void **state)
{
    (void)state;
    magnification_holds_longer_words(VIEW_CIRCUIT);
}

static void the_synapse_holds_longer_words(void **state)
{
    (void)state;
    magnification_holds_longer_words(VIEW_SYNAPSE);
}

static void growth_holds_longer_words(void **state)
{
    (void)state;
    magnification_holds_longer_words(VIEW_GROWTH);
}

static void further_magnifications_hold_longer_words(void **state)
{
    (void)state;
    for (int s = VIEW_GROWTH + 1; s < VIEW_SCENES; s++)
        magnification_holds_longer_words((view_scene)s);
}

static void a_language_is_its_files(void **state)
{
    (void)state;
    languages_open(&a);
    language_list l = languages(&a);
    assert_int_equal(l.count, 3);
    assert_string_equal(l.id[1], "qd");
    assert_string_equal(l.name[1], "English English");
    fixture_language(&a, "ql");
    assert_string_equal(chrome_word(&a, "button.reset"), "ResetReset");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_language_is_its_files, open_made, close_stage),
        cmocka_unit_test_setup_teardown(panels_hold_longer_words, open_made, close_stage),
        cmocka_unit_test_setup_teardown(captions_and_questions_of_stories_hold_longer_words, open_made,
                                        close_stage),
        cmocka_unit_test_setup_teardown(the_brain_holds_longer_words, open_made, close_stage),
        cmocka_unit_test_setup_teardown(the_circuit_holds_longer_words, open_made, close_stage),
        cmocka_unit_test_setup_teardown(the_synapse_holds_longer_words, open_made, close_stage),
        cmocka_unit_test_setup_teardown(growth_holds_longer_words, open_made, close_stage),
        cmocka_unit_test_setup_teardown(further_magnifications_hold_longer_words, open_made, close_stage),
    };
    return cmocka_run_group_tests(tests, write_languages, remove_languages);
}

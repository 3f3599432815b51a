// The shipped words: every language is complete, fits the placeholders that the program fills, is well set,
// and what is said about regions and moments can be read at the age of 14.
#include "content/string_table.h"

#include "base/utf8.h"
#include "test_assets.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <ctype.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LOADED_MAX = 16, FILES_MAX = 64 };

typedef struct language {
    char name[16];
    string_table *table;
    char file[FILES_MAX][64];
    int files;
} language;

static language languages[LOADED_MAX];
static int language_count;

static char *read_all(const char *path, size_t *length)
{
    FILE *f = fopen(path, "rb");
    assert_non_null(f);
    char *bytes = malloc(1u << 20);
    assert_non_null(bytes);
    *length = fread(bytes, 1, 1u << 20, f);
    fclose(f);
    return bytes;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(a, b);
}

// The files of words in a folder below the language's ("" or "stories/").
static void list_files(language *l, const char *below)
{
    char folder[512];
    snprintf(folder, sizeof folder, "%s/text/%s/%s", test_assets(), l->name, below);
    DIR *d = opendir(folder);
    assert_non_null(d);
    for (struct dirent *e; (e = readdir(d));)
        if (strlen(e->d_name) > 5 && strcmp(e->d_name + strlen(e->d_name) - 5, ".yaml") == 0) {
            assert_true(l->files < FILES_MAX);
            snprintf(l->file[l->files++], sizeof l->file[0], "%s%.48s", below, e->d_name);
        }
    closedir(d);
}

static void load(language *l)
{
    char folder[512], path[1024];
    snprintf(folder, sizeof folder, "%s/text/%s", test_assets(), l->name);
    list_files(l, "");
    list_files(l, "stories/");
    qsort(l->file, (size_t)l->files, sizeof l->file[0], by_name);
    l->table = string_table_create();
    assert_non_null(l->table);
    for (int i = 0; i < l->files; i++) {
        content_problems p = {0};
        size_t length;
        snprintf(path, sizeof path, "%s/%s", folder, l->file[i]);
        char *bytes = read_all(path, &length);
        if (!string_table_add(l->table, path, bytes, length, &p))
            fail_msg("%s", p.text[0]);
        free(bytes);
    }
}

static int load_languages(void **state)
{
    (void)state;
    char folder[512];
    snprintf(folder, sizeof folder, "%s/text", test_assets());
    DIR *d = opendir(folder);
    if (!d)
        return -1;
    for (struct dirent *e; (e = readdir(d)) && language_count < LOADED_MAX;)
        if (e->d_name[0] != '.')
            snprintf(languages[language_count++].name, sizeof languages[0].name, "%.15s", e->d_name);
    closedir(d);
    qsort(languages, (size_t)language_count, sizeof languages[0], by_name);
    for (int i = 0; i < language_count; i++)
        load(&languages[i]);
    return 0;
}

static int free_languages(void **state)
{
    (void)state;
    for (int i = 0; i < language_count; i++)
        string_table_destroy(languages[i].table);
    return 0;
}

static const language *named(const char *name)
{
    for (int i = 0; i < language_count; i++)
        if (strcmp(languages[i].name, name) == 0)
            return &languages[i];
    return NULL;
}

static void english_and_spanish_are_there(void **state)
{
    (void)state;
    assert_non_null(named("en"));
    assert_non_null(named("es"));
    assert_string_equal(string_table_find(named("es")->table, "language.name"), "Espa\u00F1ol");
}

// One list of everything that is missing or too much, so that a translator sees it at once.
static void every_language_has_the_same_ids(void **state)
{
    (void)state;
    const string_table *en = named("en")->table;
    int missing = 0;
    for (int i = 0; i < language_count; i++) {
        const string_table *t = languages[i].table;
        for (size_t k = 0; k < string_table_count(en); k++) {
            if (!string_table_find(t, string_table_id_at(en, k))) {
                print_error("%s lacks %s\n", languages[i].name, string_table_id_at(en, k));
                missing++;
            }
        }
        for (size_t k = 0; k < string_table_count(t); k++) {
            if (!string_table_find(en, string_table_id_at(t, k))) {
                print_error("%s has %s, English has not\n", languages[i].name, string_table_id_at(t, k));
                missing++;
            }
        }
    }
    assert_int_equal(missing, 0);
}

static bool has_placeholder(const char *text, const char *name, size_t length)
{
    for (const char *at = strchr(text, '{'); at; at = strchr(at + 1, '{'))
        if (strncmp(at + 1, name, length) == 0 && at[1 + length] == '}')
            return true;
    return false;
}

static int placeholders_of_a_not_in_b(const char *lang, const char *id, const char *a, const char *b)
{
    int wrong = 0;
    for (const char *at = strchr(a, '{'); at; at = strchr(at + 1, '{')) {
        size_t length = strcspn(at + 1, "}");
        if (!has_placeholder(b, at + 1, length)) {
            print_error("%s %s: {%.*s} is not in both texts\n", lang, id, (int)length, at + 1);
            wrong++;
        }
    }
    return wrong;
}

static void every_text_has_the_same_placeholders(void **state)
{
    (void)state;
    const string_table *en = named("en")->table;
    int wrong = 0;
    for (int i = 0; i < language_count; i++) {
        for (size_t k = 0; k < string_table_count(en); k++) {
            const char *id = string_table_id_at(en, k), *a = string_table_text_at(en, k);
            const char *b = string_table_find(languages[i].table, id);
            if (b)
                wrong += placeholders_of_a_not_in_b(languages[i].name, id, a, b) +
                         placeholders_of_a_not_in_b(languages[i].name, id, b, a);
        }
    }
    assert_int_equal(wrong, 0);
}

// A form for exactly one never stands alone.
static void forms_for_one_have_a_general_form(void **state)
{
    (void)state;
    const string_table *en = named("en")->table;
    for (size_t k = 0; k < string_table_count(en); k++) {
        char id[STRING_ID_MAX + 1];
        snprintf(id, sizeof id, "%s", string_table_id_at(en, k));
        size_t length = strlen(id);
        if (length > 4 && strcmp(id + length - 4, ".one") == 0) {
            id[length - 4] = '\0';
            assert_non_null(string_table_find(en, id));
            assert_true(has_placeholder(string_table_find(en, id), "count", 5));
        }
    }
}

static bool is_command_line(const char *id)
{
    return strncmp(id, "option.", 7) == 0;
}

// What typesetting asks for; what stands on a command line keeps its plain characters.
static const char *badly_set(const char *id, const char *text)
{
    static const char *const bad[][2] = {
        {"  ", "two spaces"},
        {" .", "a space before a stop"},
        {" ,", "a space before a comma"},
        {"...", "three stops for an ellipsis"},
        {"'", "a typewriter apostrophe"},
        {"\"", "typewriter quotes"},
        {" - ", "a hyphen for a dash"},
        {" um ", "um for \u00B5m"},
        {"uM", "uM for \u00B5M"},
        {"\t", "a tab"},
    };
    static const char *const units[] = {"%", "mg/kg", "ng/mL", "mL", "mV", "ms", "\u00B5m", "\u00B5M", "Hz"};
    size_t length = strlen(text);
    if (text[0] == ' ' || text[length - 1] == ' ')
        return "a space at an end";
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        if (strstr(text, bad[i][0]) && !is_command_line(id))
            return bad[i][1];
    for (const char *at = text; *at; at++) {
        if (!isdigit((unsigned char)*at) && *at != '}')
            continue;
        const char *after = at[1] == ' ' ? at + 2 : at + 1;
        for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
            size_t n = strlen(units[i]);
            if (strncmp(after, units[i], n) == 0 && !isalpha((unsigned char)after[n]))
                return "no thin space before a unit";
        }
        if (*at != '}' && at > text && at[-1] == '-' && (at == text + 1 || at[-2] == ' '))
            return "a hyphen for a minus sign";
    }
    return NULL;
}

static void texts_are_well_set(void **state)
{
    (void)state;
    int wrong = 0;
    for (int i = 0; i < language_count; i++) {
        const string_table *t = languages[i].table;
        for (size_t k = 0; k < string_table_count(t); k++) {
            const char *id = string_table_id_at(t, k), *text = string_table_text_at(t, k);
            const char *why = badly_set(id, text);
            assert_true(utf8_valid(text, strlen(text)));
            if (why) {
                print_error("%s %s: %s: %s\n", languages[i].name, id, why, text);
                wrong++;
            }
        }
    }
    assert_int_equal(wrong, 0);
}

// --- how hard a text is to read (Kincaid et al. 1975: grade = 0.39 words per sentence + 11.8 syllables per
// word
// - 15.59; grade 8 is read at the age of 13 to 14)

static bool is_vowel(char c)
{
    return c && strchr("aeiouy", c);
}

static int syllables(const char *word, size_t length)
{
    int count = 0;
    bool before = false;
    for (size_t i = 0; i < length; i++) {
        bool vowel = is_vowel((char)tolower((unsigned char)word[i]));
        count += vowel && !before;
        before = vowel;
    }
    bool silent_e = length > 2 && word[length - 1] == 'e' && !is_vowel(word[length - 2]) &&
                    !(word[length - 2] == 'l' && !is_vowel(word[length - 3]));
    return count > 1 && silent_e ? count - 1 : count < 1 ? 1 : count;
}

typedef struct reading_level {
    int sentences, words, syllables;
} reading_level;

static void measure(reading_level *r, const char *text)
{
    for (const char *at = text; *at;) {
        size_t length = 0;
        while (isalpha((unsigned char)at[length]))
            length++;
        if (*at == '{') { // a number or name stands here
            r->words++;
            r->syllables += 2;
            at += strcspn(at, "}");
        } else if (length) {
            r->words++;
            r->syllables += syllables(at, length);
            at += length;
        } else {
            r->sentences += *at == '.' || *at == '!' || *at == '?' || *at == ';';
            at++;
        }
    }
}

static double grade(reading_level r)
{
    int sentences = r.sentences ? r.sentences : 1;
    return 0.39 * r.words / sentences + 11.8 * r.syllables / (r.words ? r.words : 1) - 15.59;
}

static double grade_of(const char *prefix, const char *suffix, double each_below)
{
    const string_table *en = named("en")->table;
    reading_level all = {0};
    int hard = 0;
    for (size_t k = 0; k < string_table_count(en); k++) {
        const char *id = string_table_id_at(en, k);
        size_t n = strlen(id), m = strlen(suffix);
        if (strncmp(id, prefix, strlen(prefix)) != 0 || n < m || strcmp(id + n - m, suffix) != 0)
            continue;
        reading_level one = {0};
        measure(&one, string_table_text_at(en, k));
        measure(&all, string_table_text_at(en, k));
        if (one.words > 4 && grade(one) > each_below) // a lead-in of a word or two is no sentence
        {
            print_error("%s reads at grade %.1f: %s\n", id, grade(one), string_table_text_at(en, k));
            hard++;
        }
    }
    assert_int_equal(hard, 0);
    assert_true(all.words > 0);
    print_message("%s*%s: grade %.1f\n", prefix, suffix, grade(all));
    return grade(all);
}

static void the_measure_knows_easy_from_hard(void **state)
{
    (void)state;
    reading_level easy = {0}, hard = {0};
    measure(&easy, "The cat sat on the mat. It was red.");
    measure(
        &hard,
        "Pharmacological characterisation of glutamatergic neurotransmission necessitates interdisciplinary "
        "investigation.");
    assert_true(grade(easy) < 2.0 && grade(hard) > 20.0);
    assert_int_equal(syllables("little", 6), 2);
    assert_int_equal(syllables("glutamate", 9), 3);
}

static void sentences_can_be_read_at_fourteen(void **state)
{
    (void)state;
    assert_true(grade_of("region.", ".what", 12.0) < 8.0);
    assert_true(grade_of("action.", ".help", 12.0) < 8.0);
    assert_true(grade_of("describe.at.", "", 12.0) < 8.0);
    assert_true(grade_of("clock.note", "", 9.0) < 9.0);
    assert_true(grade_of("glossary.", ".text", 13.0) < 8.0);
    assert_true(grade_of("story.", ".caption", 11.0) < 8.0);
    assert_true(grade_of("story.", ".question", 11.0) < 8.0);
    assert_true(grade_of("story.", ".reveal", 11.0) < 8.0);
    assert_true(grade_of("story.", ".notes", 11.0) < 8.0);
    // Names of drugs and messengers are long words.
    assert_true(grade_of("evidence.", ".claim", 22.0) < 8.0);
    assert_true(grade_of("evidence.", ".drawn", 13.0) < 8.0);
    assert_true(grade_of("evidence.", ".simplified", 13.0) < 8.0);
    assert_true(grade_of("evidence.", ".known", 17.0) < 8.5);
    // "Serotonin transporters" and "glutamate release" are the subject itself; the rest of these is plain.
    assert_true(grade_of("describe.brain.", "", 16.0) < 9.5);
}

static void the_24_regions_have_all_their_words(void **state)
{
    (void)state;
    static const char *const ids[] = {"drn", "lc",  "vta", "hyp", "tha", "amy", "hip", "nac",
                                      "cau", "put", "sga", "pga", "dac", "pcc", "dlp", "mpf",
                                      "ofc", "ins", "mot", "som", "par", "tem", "occ", "cer"};
    static const char *const parts[] = {"name", "short", "what"};
    for (int i = 0; i < language_count; i++) {
        for (size_t k = 0; k < sizeof ids / sizeof ids[0]; k++) {
            for (size_t p = 0; p < 3; p++) {
                char id[40];
                snprintf(id, sizeof id, "region.%s.%s", ids[k], parts[p]);
                const char *text = string_table_find(languages[i].table, id);
                assert_non_null(text);
                if (p == 1)
                    assert_true(utf8_count(text) <= 18); // it stands on the picture
                if (p == 2)
                    assert_true(utf8_count(text) <= 120 && text[strlen(text) - 1] == '.');
            }
        }
    }
}

static void assert_says(const char *lang, const char *id, const char *part)
{
    const char *text = string_table_find(named(lang)->table, id);
    assert_non_null(text);
    if (!strstr(text, part))
        fail_msg("%s %s does not say: %s", lang, id, part);
}

// The fixed safety wording: what must never get lost from it.
static void the_safety_text_is_whole(void **state)
{
    (void)state;
    static const char *const said[][2] = {
        {"safety.advice",
         "Educational simulation. Not medical advice; not for choosing, starting, stopping or dosing "
         "any treatment. Speak to a qualified clinician."},
        {"safety.crisis",
         "If you think about harming yourself, contact local emergency services or a crisis line now."},
        {"safety.approval", "off-label"},
        {"safety.approval", "Schedule III"},
        {"safety.approval", "(2019; alone since January 2025)"},
        {"safety.approval", "It has not been shown to prevent suicide or to reduce suicidal thoughts."},
        {"safety.approval", "at least 2 hours"},
        {"safety.approval_date", "Approvals differ by country"},
        {"safety.approval_date", "Text of 23 November 2026"},
        {"safety.risks_ketamine", "dissociation"},
        {"safety.risks_ketamine", "sedation"},
        {"safety.risks_ketamine", "slowed breathing"},
        {"safety.risks_ketamine", "bladder"},
        {"safety.risks_ketamine", "long-term safety is unknown"},
        {"safety.risks_ssri", "discontinuation symptoms"},
        {"safety.risks_ssri", "suicidal thoughts in young people"},
        {"safety.photosensitivity", "three times in any second"},
        {"safety.models", "Simple illustrative models, not clinical data."},
    };
    for (size_t i = 0; i < sizeof said / sizeof said[0]; i++)
        assert_says("en", said[i][0], said[i][1]);
}

// Neutral wording: nothing on the screen advises, and the model's quantity is called engagement.
static void nothing_advises_or_overclaims(void **state)
{
    (void)state;
    static const char *const never[] = {"you should", "we recommend", "activation", "better than",
                                        "cure",       "proven",       "miracle",    "guarantee",
                                        "safe and",   "debe ",        "curar"};
    for (int i = 0; i < language_count; i++) {
        const string_table *t = languages[i].table;
        for (size_t k = 0; k < string_table_count(t); k++)
            for (size_t n = 0; n < sizeof never / sizeof never[0]; n++)
                if (strstr(string_table_text_at(t, k), never[n]))
                    fail_msg("%s %s says \"%s\"", languages[i].name, string_table_id_at(t, k), never[n]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(english_and_spanish_are_there),
        cmocka_unit_test(every_language_has_the_same_ids),
        cmocka_unit_test(every_text_has_the_same_placeholders),
        cmocka_unit_test(forms_for_one_have_a_general_form),
        cmocka_unit_test(texts_are_well_set),
        cmocka_unit_test(the_measure_knows_easy_from_hard),
        cmocka_unit_test(sentences_can_be_read_at_fourteen),
        cmocka_unit_test(the_24_regions_have_all_their_words),
        cmocka_unit_test(the_safety_text_is_whole),
        cmocka_unit_test(nothing_advises_or_overclaims),
    };
    return cmocka_run_group_tests(tests, load_languages, free_languages);
}

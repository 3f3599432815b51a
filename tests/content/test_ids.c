// The program and its words fit: every id that the source asks for has a text, and every text is asked for.
// An id is a string of the source, or fits one with a %s in it ("region.%s.name"). The words of stories,
// cards and the glossary are asked for by these: a text of a step, card or term that is not there is asked
// for by nothing.
#include "shipped.h"

enum { PATH_BYTES = 1024, LITERALS_MAX = 20000, LITERAL_BYTES = 128 };

static char (*literals)[LITERAL_BYTES];
static int literal_count;
static const string_table *english;
static shipped all;

static bool is_id(const char *text)
{
    return strchr(text, '.') && !text[strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789_.-%")];
}

// Functions whose literal argument is certainly an id.
static bool asks_for_words(const char *before)
{
    static const char *const names[] = {"words_get(", "message_make(", "chrome_word(", "app_toast("};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *call = strstr(before, names[i]), *further;
        while (call && (further = strstr(call + 1, names[i])))
            call = further;
        if (call && !strpbrk(call + strlen(names[i]), "();"))
            return true;
    }
    return false;
}

// Words of two parts: chrome_word2(a, "tab", id) stands for "tab.%s", chrome_word2(a, id, "title") for
// "%s.title".
static int two_parts(const char *before)
{
    static const char name[] = "chrome_word2(";
    const char *call = strstr(before, name), *further;
    while (call && (further = strstr(call + 1, name)))
        call = further;
    if (!call || strpbrk(call + strlen(name), "();"))
        return 0;
    const char *comma = strchr(call, ',');
    return comma && strchr(comma + 1, ',') ? 2 : 1; // which of them the literal is
}

static int missing;

static void take_literal(const char *file, const char *before, const char *start, size_t length)
{
    char text[LITERAL_BYTES];
    if (length >= sizeof text)
        return;
    memcpy(text, start, length);
    text[length] = '\0';
    int part = two_parts(before);
    if (!part && !is_id(text))
        return;
    assert_true(literal_count < LITERALS_MAX);
    if (!part)
        memcpy(literals[literal_count++], text, length + 1);
    else if (part == 2)
        snprintf(literals[literal_count++], LITERAL_BYTES, "%%s.%.100s", text);
    else
        snprintf(literals[literal_count++], LITERAL_BYTES, "%.100s.%%s", text);
    if (!part && asks_for_words(before) && !strchr(text, '%') && !string_table_find(english, text)) {
        print_error("%s asks for %s, which has no text\n", file, text);
        missing++;
    }
}

static void read_source(const char *path)
{
    size_t length;
    char *text = shipped_read(path, &length), before[81];
    for (char *at = text; (at = strchr(at, '"'));) {
        if (at > text && at[-1] == '\'') { // the character '"'
            at++;
            continue;
        }
        char *end = at + 1;
        while (*end && *end != '"' && *end != '\n')
            end += *end == '\\' && end[1] ? 2 : 1;
        size_t back = (size_t)(at - text) < 80 ? (size_t)(at - text) : 80;
        memcpy(before, at - back, back);
        before[back] = '\0';
        take_literal(path, before, at + 1, (size_t)(end - at - 1));
        at = *end ? end + 1 : end;
    }
    free(text);
}

// Every file of that name's end in a folder and the folders in it.
static void each_file(const char *folder, const char *suffix, void (*take)(const char *path))
{
    DIR *d = opendir(folder);
    if (!d)
        return; // a file
    for (struct dirent *e; (e = readdir(d));) {
        char path[PATH_BYTES];
        size_t n = strlen(e->d_name), m = strlen(suffix);
        int length = snprintf(path, sizeof path, "%s/%s", folder, e->d_name);
        assert_true(length > 0 && (size_t)length < sizeof path);
        if (e->d_name[0] == '.')
            continue;
        if (n > m && strcmp(e->d_name + n - m, suffix) == 0)
            take(path);
        else
            each_file(path, suffix, take);
    }
    closedir(d);
}

static void read_layer(const char *folder)
{
    each_file(folder, ".c", read_source);
}

static int begin(void **state)
{
    (void)state;
    static const char *const layers[] = {"app", "scene", "ui", "view", "base", "platform", "content"};
    shipped_open(&all);
    english = shipped_language_named(&all, "en")->table;
    literals = calloc(LITERALS_MAX, sizeof *literals);
    if (!literals)
        return -1;
    for (size_t i = 0; i < sizeof layers / sizeof layers[0]; i++) {
        char folder[PATH_BYTES];
        snprintf(folder, sizeof folder, "%s/src/%s", NEUROTIDE_SOURCE_DIR, layers[i]);
        read_layer(folder);
    }
    return 0;
}

static int end(void **state)
{
    (void)state;
    shipped_close(&all);
    free(literals);
    return 0;
}

// Whether an id fits a pattern whose %s stands for one or more segments' letters.
static bool fits(const char *pattern, const char *id)
{
    const char *hole = strstr(pattern, "%s");
    if (!hole)
        return strcmp(pattern, id) == 0;
    size_t head = (size_t)(hole - pattern);
    if (strncmp(pattern, id, head) != 0)
        return false;
    for (const char *rest = id + head; *rest; rest++)
        if (fits(hole + 2, rest + 1))
            return true;
    return false;
}

static bool is_id_of(const story_text *t, const char *id)
{
    return t->id && strcmp(t->id, id) == 0;
}

static bool story_asks_for(const story *s, const char *id)
{
    bool found = is_id_of(&s->title, id) || is_id_of(&s->audience, id);
    for (int i = 0; i < s->step_count && !found; i++) {
        const story_step *step = &s->steps[i];
        found = is_id_of(&step->caption, id) || is_id_of(&step->notes, id) ||
                is_id_of(&step->question.ask, id) || is_id_of(&step->question.say, id);
        for (int k = 0; k < step->question.answer_count; k++)
            found = found || is_id_of(&step->question.answers[k], id);
    }
    return found;
}

static bool content_asks_for(const char *id)
{
    static const char *const texts[] = {"claim", "drawn", "simplified", "known"};
    static const char *const parts[] = {"term", "text", "forms"};
    char each[STRING_ID_MAX + 1];
    for (int i = 0; i < all.story_count; i++)
        if (story_asks_for(all.stories[i].story, id))
            return true;
    for (int i = 0; i < evidence_count(all.cards); i++) {
        for (size_t k = 0; k < sizeof texts / sizeof texts[0]; k++) {
            snprintf(each, sizeof each, "evidence.%s.%s", evidence_at(all.cards, i)->id, texts[k]);
            if (strcmp(each, id) == 0)
                return true;
        }
    }
    const glossary *terms = shipped_language_named(&all, "en")->terms;
    for (int i = 0; i < glossary_count(terms); i++) {
        for (size_t k = 0; k < sizeof parts / sizeof parts[0]; k++) {
            snprintf(each, sizeof each, "glossary.%s.%s", glossary_at(terms, i)->id, parts[k]);
            if (strcmp(each, id) == 0)
                return true;
        }
    }
    return false;
}

// "%s.%s" and the like, of which ids are put together, would fit everything.
static bool fits_everything(const char *pattern)
{
    static const char *const loose[] = {"%s.%s", "evidence.%s.%s", "glossary.%s.%s", "story.%s%s%s.%s",
                                        "story.%s.%s"};
    for (size_t i = 0; i < sizeof loose / sizeof loose[0]; i++)
        if (strcmp(pattern, loose[i]) == 0)
            return true;
    return false;
}

static bool is_asked_for(const char *id)
{
    for (int i = 0; i < literal_count; i++)
        if (!fits_everything(literals[i]) && fits(literals[i], id))
            return true;
    return content_asks_for(id);
}

static void every_id_asked_for_has_a_text(void **state)
{
    (void)state;
    assert_true(literal_count > 500);
    assert_int_equal(missing, 0);
}

static void every_text_is_asked_for(void **state)
{
    (void)state;
    int unused = 0;
    for (size_t i = 0; i < string_table_count(english); i++) {
        char id[STRING_ID_MAX + 1];
        snprintf(id, sizeof id, "%s", string_table_id_at(english, i));
        size_t n = strlen(id);
        if (n > 4 && strcmp(id + n - 4, ".one") == 0)
            id[n - 4] = '\0';
        // What an action does is said in the man page.
        if (!is_asked_for(id) && !fits("action.%s.help", id)) {
            print_error("nothing asks for %s\n", string_table_id_at(english, i));
            unused++;
        }
    }
    assert_int_equal(unused, 0);
}

static void texts_of_no_step_card_or_term_are_noticed(void **state)
{
    (void)state;
    assert_true(is_asked_for("story.consult.start.caption"));
    assert_false(is_asked_for("story.consult.nowhere.caption"));
    assert_false(is_asked_for("story.consult.start.answer.yes"));
    assert_true(is_asked_for("evidence.brain_pattern.known"));
    assert_false(is_asked_for("evidence.nothing.known"));
    assert_true(is_asked_for("glossary.synapse.forms"));
    assert_false(is_asked_for("glossary.nothing.forms"));
}

static void patterns_stand_for_what_is_filled_in(void **state)
{
    (void)state;
    assert_true(fits("region.%s.name", "region.dlp.name"));
    assert_false(fits("region.%s.name", "region..name"));
    assert_false(fits("region.%s.name", "region.dlp.short"));
    assert_true(fits("action.%s.label", "action.clock.play.label"));
    assert_true(fits("clock.play", "clock.play"));
    assert_false(fits("clock.play", "clock.playing"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(patterns_stand_for_what_is_filled_in),
        cmocka_unit_test(every_id_asked_for_has_a_text),
        cmocka_unit_test(texts_of_no_step_card_or_term_are_noticed),
        cmocka_unit_test(every_text_is_asked_for),
    };
    return cmocka_run_group_tests(tests, begin, end);
}

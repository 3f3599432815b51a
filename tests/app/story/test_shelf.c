// What the shelf holds borrows the words of a language, and goes with them.
#include "chrome_fixture.h"

#include "content/glossary.h"

// The table of words that a glossary was made from is freed when another language comes.
static void the_glossary_speaks_the_present_language(void **state)
{
    (void)state;
    assert_true(language_count > 1);
    for (int i = 0; i < 2 * language_count; i++) {
        fixture_language(&a, every_language[i % language_count]);
        fixture_build_once(&a);
        const glossary *g = a.reading.terms;
        assert_non_null(g);
        assert_true(glossary_count(g) > 0);
        for (int k = 0; k < glossary_count(g); k++) {
            char id[80];
            const glossary_entry *e = glossary_at(g, k);
            snprintf(id, sizeof id, "glossary.%s.term", e->id);
            assert_string_equal(e->term, words_get(&a.texts.words, id));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_glossary_speaks_the_present_language, open_app, close_app),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

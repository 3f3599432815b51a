// CITATION.cff at the root is what the Citation File Format 1.2.0 wants of it: known keys, the required ones
// there, values of the right kind. What the file says of the version is compared with the rest in
// tests/package/release.sh.
#include "content/yaml_fields.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PEOPLE_MAX = 32, BYTES_MAX = 1 << 16 };

static void told(void *ctx, const char *text)
{
    (void)ctx;
    print_message("%s\n", text);
}

static bool is_date(const char *text, size_t length)
{
    if (length != 10)
        return false;
    for (size_t i = 0; i < length; i++)
        if (i == 4 || i == 7 ? text[i] != '-' : text[i] < '0' || text[i] > '9')
            return false;
    return true;
}

static void words(const yaml_file *f, const yaml_field *field)
{
    const char *text = NULL;
    size_t length = 0;
    if (field->value)
        yaml_words(f, field->value, field->name, 2000, &text, &length);
}

// A person has a family name or an organisation a name: one of the two.
static void people(const yaml_file *f, yaml_node *list)
{
    yaml_node *entry[PEOPLE_MAX];
    int count = yaml_list(f, list, "authors", entry, PEOPLE_MAX);
    for (int i = 0; i < count; i++) {
        yaml_field fields[] = {{.name = "family-names"}, {.name = "given-names"}, {.name = "name"},
                               {.name = "affiliation"},  {.name = "email"},       {.name = "orcid"},
                               {.name = "website"},      {.name = "alias"}};
        const int known = (int)(sizeof fields / sizeof fields[0]);
        if (!yaml_fields_read(f, entry[i], "an author", fields, known))
            continue;
        for (int k = 0; k < known; k++)
            words(f, &fields[k]);
        if (!fields[0].value == !fields[2].value)
            yaml_file_problem(f, entry[i], "an author has either family-names or a name");
    }
}

static void reference(const yaml_file *f, yaml_node *entry)
{
    yaml_field fields[] = {{.name = "type", .required = true},
                           {.name = "title", .required = true},
                           {.name = "authors", .required = true},
                           {.name = "journal"},
                           {.name = "volume"},
                           {.name = "issue"},
                           {.name = "start"},
                           {.name = "end"},
                           {.name = "year"},
                           {.name = "doi"},
                           {.name = "notes"}};
    double year;
    if (!yaml_fields_read(f, entry, "a reference", fields, (int)(sizeof fields / sizeof fields[0])))
        return;
    if (fields[2].value)
        people(f, fields[2].value);
    if (fields[8].value)
        yaml_number(f, fields[8].value, "year", 1800, 2200, &year);
    words(f, &fields[1]);
    words(f, &fields[9]);
}

static int problems_in(const char *text, size_t length)
{
    content_problems problems = {.tell = told};
    yaml_file *f = yaml_file_open("CITATION.cff", text, length, &problems);
    yaml_node *entry[PEOPLE_MAX];
    enum { VERSION, MESSAGE, TITLE, AUTHORS, TYPE, RELEASED, KEYWORDS, REFERENCES, REST };
    yaml_field fields[] = {{.name = "cff-version", .required = true},
                           {.name = "message", .required = true},
                           {.name = "title", .required = true},
                           {.name = "authors", .required = true},
                           {.name = "type"},
                           {.name = "date-released"},
                           {.name = "keywords"},
                           {.name = "references"},
                           {.name = "abstract"},
                           {.name = "version"},
                           {.name = "license"},
                           {.name = "url"},
                           {.name = "repository-code"},
                           {.name = "doi"}};
    static const char *const types[] = {"software", "dataset"};
    static const char *const versions[] = {"1.2.0"};
    if (f &&
        yaml_fields_read(f, yaml_file_root(f), "the file", fields, (int)(sizeof fields / sizeof fields[0]))) {
        const char *date = NULL;
        size_t bytes = 0;
        yaml_choice(f, fields[VERSION].value, "cff-version", versions, 1);
        words(f, &fields[MESSAGE]);
        words(f, &fields[TITLE]);
        if (fields[AUTHORS].value)
            people(f, fields[AUTHORS].value);
        if (fields[TYPE].value)
            yaml_choice(f, fields[TYPE].value, "type", types, 2);
        if (fields[RELEASED].value &&
            yaml_words(f, fields[RELEASED].value, "date-released", 64, &date, &bytes) &&
            !is_date(date, bytes))
            yaml_file_problem(f, fields[RELEASED].value, "date-released: expected YEAR-MONTH-DAY");
        if (fields[KEYWORDS].value)
            yaml_list(f, fields[KEYWORDS].value, "keywords", entry, PEOPLE_MAX);
        int count = fields[REFERENCES].value
                        ? yaml_list(f, fields[REFERENCES].value, "references", entry, PEOPLE_MAX)
                        : 0;
        for (int i = 0; i < count; i++)
            reference(f, entry[i]);
        for (int i = REST; i < (int)(sizeof fields / sizeof fields[0]); i++)
            words(f, &fields[i]);
    }
    if (f)
        yaml_file_close(f);
    return problems.count;
}

static void the_citation_file_is_well_formed(void **state)
{
    (void)state;
    static char bytes[BYTES_MAX];
    FILE *f = fopen(NEUROTIDE_SOURCE_DIR "/CITATION.cff", "rb");
    assert_non_null(f);
    size_t length = fread(bytes, 1, sizeof bytes, f);
    fclose(f);
    assert_true(length < sizeof bytes);
    assert_int_equal(problems_in(bytes, length), 0);
}

static int problems_of(const char *text)
{
    return problems_in(text, strlen(text));
}

static void mistakes_in_it_are_found(void **state)
{
    (void)state;
#define HEAD "cff-version: 1.2.0\nmessage: m\ntitle: t\n"
#define WHO "authors:\n  - name: n\n"
    assert_int_equal(problems_of(HEAD WHO), 0);
    assert_int_equal(problems_of(HEAD), 1);
    assert_int_equal(problems_of("cff-version: 1.1.0\nmessage: m\ntitle: t\n" WHO), 1);
    assert_int_equal(problems_of(HEAD WHO "licence: MIT\n"), 1);
    assert_int_equal(problems_of(HEAD WHO "date-released: 30.11.2026\n"), 1);
    assert_int_equal(problems_of(HEAD "authors:\n  - given-names: Ada\n"), 1);
    assert_int_equal(problems_of(HEAD "authors:\n  - family-names: Lovelace\n    name: n\n"), 1);
    assert_int_equal(problems_of(HEAD WHO "type: program\n"), 1);
    assert_int_equal(problems_of(HEAD WHO "references:\n  - type: article\n    title: t\n"), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_citation_file_is_well_formed),
        cmocka_unit_test(mistakes_in_it_are_found),
    };
    return cmocka_run_group_tests_name("citation", tests, NULL, NULL);
}

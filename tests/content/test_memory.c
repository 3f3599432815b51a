// Memory ends at every place in turn: each reader says so in those words, never that the file has a mistake,
// and nothing of what it kept is lost. Allocations of the YAML library, which does not survive them, do not
// fail.
#include "content/evidence.h"
#include "content/story.h"
#include "content/story_read.h"
#include "content/string_table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

void *__real_malloc(size_t bytes);
void *__real_calloc(size_t count, size_t bytes);
void *__real_realloc(void *block, size_t bytes);
void *__wrap_malloc(size_t bytes);
void *__wrap_calloc(size_t count, size_t bytes);
void *__wrap_realloc(void *block, size_t bytes);

static long allocations, fails_at = -1; // -1: none; the allocation of that number fails, and only that

static bool fails(void)
{
    return allocations++ == fails_at;
}

void *__wrap_malloc(size_t bytes)
{
    return fails() ? NULL : __real_malloc(bytes);
}

void *__wrap_calloc(size_t count, size_t bytes)
{
    return fails() ? NULL : __real_calloc(count, bytes);
}

void *__wrap_realloc(void *block, size_t bytes)
{
    return fails() ? NULL : __real_realloc(block, bytes);
}

static void assert_told_as_memory(const content_problems *p)
{
    assert_true(p->no_memory);
    for (int i = 0; p->count > 1 && i < p->count; i++)
        print_error("told: %s\n", p->text[i]);
    assert_int_equal(p->count, 1);
    assert_string_equal(
        p->text[0], "f.yaml:1:1: there is not enough memory to read it; close other programs and try again");
}

// Calls `read` with the first, the second, ... allocation failing until one is not reached any more. `read`
// returns whether all was right.
static void with_each_allocation_failing(bool (*read)(content_problems *p))
{
    bool reached = true;
    for (long i = 0; reached; i++) {
        content_problems p = {0};
        allocations = 0;
        fails_at = i;
        bool good = read(&p);
        reached = allocations > i;
        fails_at = -1;
        assert_true(good == !reached);
        if (reached)
            assert_told_as_memory(&p);
        else
            assert_int_equal(p.count, 0);
    }
}

// Without a table there is nothing to read into: its maker tells that.
static bool read_words(content_problems *p)
{
    static const char text[] = "a:\n  b: \"x\"\n  c: y\nd: z\n";
    long kept = fails_at;
    fails_at = -1;
    string_table *t = string_table_create();
    allocations = 0;
    fails_at = kept;
    bool good = string_table_add(t, "f.yaml", text, sizeof text - 1, p);
    string_table_destroy(t);
    return good;
}

static bool read_cards(content_problems *p)
{
    static const char text[] = "format: 1\ncards:\n- id: a\n  sure: debated\n  reviewed: 2026-11-23\n"
                               "  sources: [A study, Another]\n  shown: [b.c, d.e]\n";
    long kept = fails_at;
    fails_at = -1;
    evidence *e = evidence_create();
    allocations = 0;
    fails_at = kept;
    bool good = evidence_add(e, "f.yaml", text, sizeof text - 1, p);
    evidence_destroy(e);
    return good;
}

static bool read_story(content_problems *p)
{
    static const char text[] =
        "format: 1\ntitle: A\naudience: B\nsteps:\n- id: c\n  state: v1\n  caption: D\n  notes: E\n"
        "  question:\n    ask: F\n    answers: [G, H]\n    reveal: v1\n    say: I\n";
    story *s = story_open("f.yaml", text, sizeof text - 1, NULL, p);
    bool good = s != NULL;
    story_destroy(s);
    return good;
}

static void words_tell_lack_of_memory(void **state)
{
    (void)state;
    with_each_allocation_failing(read_words);
}

static void cards_tell_lack_of_memory(void **state)
{
    (void)state;
    with_each_allocation_failing(read_cards);
}

static void stories_tell_lack_of_memory(void **state)
{
    (void)state;
    with_each_allocation_failing(read_story);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_tell_lack_of_memory),
        cmocka_unit_test(cards_tell_lack_of_memory),
        cmocka_unit_test(stories_tell_lack_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

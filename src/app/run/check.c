#include "app/run/check.h"

#include "app/run/help.h"
#include "app/words/library.h"
#include "app/words/words.h"
#include "content/story_read.h"
#include "platform/files.h"

#include <stdio.h>
#include <stdlib.h>

static void print_problem(void *ctx, const char *text)
{
    (void)ctx;
    puts(text);
}

static void print_sum(const app *a, const char *path, int steps, int mistakes)
{
    char line[PATH_MAX_BYTES + 200];
    message m = message_make(mistakes ? "check.mistakes" : "check.sound");
    message_text(&m, "file", path);
    message_number(&m, "count", mistakes ? mistakes : steps, 0);
    words_format(&a->texts.words, &m, line, sizeof line);
    puts(line);
}

static bool check(const app *a, const char *path, error *e)
{
    char *bytes = NULL;
    size_t length = 0;
    library l;
    content_problems problems = {.tell = print_problem};
    bool good =
        library_open(&l, a->parts.paths.assets, e) && file_read(path, STORY_BYTES_MAX, &bytes, &length, e);
    if (good) {
        story_refs refs = library_refs(&l);
        story *s = story_open(path, bytes, length, &refs, &problems);
        print_sum(a, path, s ? s->step_count : 0, problems.count + problems.dropped);
        good = problems.count == 0;
        story_destroy(s);
    }
    free(bytes);
    library_close(&l);
    return good;
}

int check_print(const options *o)
{
    app a = {0};
    error e = {0};
    bool good = help_words(&a, o, &e) && check(&a, o->check_path, &e);
    if (e.text[0])
        fprintf(stderr, "neurotide: %s\n", e.text);
    app_words_free(&a);
    return good ? 0 : 1;
}

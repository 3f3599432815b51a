#include "app/run/script.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct script {
    script_command *commands;
    int count, capacity, next;
    bool failed;
};

script *script_create(void)
{
    return calloc(1, sizeof(script));
}

static char *copy_text(const char *text)
{
    size_t size = strlen(text) + 1;
    char *copy = malloc(size);
    if (copy)
        memcpy(copy, text, size);
    return copy;
}

bool script_add(script *s, script_command c)
{
    if (s->count == SCRIPT_COMMANDS_MOST)
        return false;
    if (s->count == s->capacity) {
        int capacity = s->capacity ? 2 * s->capacity : 64;
        script_command *more = realloc(s->commands, (size_t)capacity * sizeof *more);
        if (!more)
            return false;
        s->commands = more;
        s->capacity = capacity;
    }
    char *text = c.text ? copy_text(c.text) : NULL;
    if (c.text && !text)
        return false;
    c.text = text;
    s->commands[s->count++] = c;
    return true;
}

void script_destroy(script *s)
{
    if (!s)
        return;
    for (int i = 0; i < s->count; i++)
        free((char *)s->commands[i].text);
    free(s->commands);
    free(s);
}

const script_command *script_next(script *s, double time_s)
{
    bool due = s->next < s->count && s->commands[s->next].time_s <= time_s;
    return due ? &s->commands[s->next++] : NULL;
}

double script_next_time(const script *s)
{
    return s->next < s->count ? s->commands[s->next].time_s : HUGE_VAL;
}

bool script_failed(const script *s)
{
    return s->failed;
}

void script_fail(script *s)
{
    s->failed = true;
}

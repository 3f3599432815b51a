#include "base/message.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

message message_make(const char *id)
{
    return (message){.id = id};
}

static message_arg *add(message *m, const char *name, message_arg_kind kind)
{
    if (m->arg_count == MESSAGE_ARGS)
        return NULL;
    message_arg *a = &m->args[m->arg_count++];
    *a = (message_arg){.name = name, .kind = kind};
    return a;
}

void message_number(message *m, const char *name, double number, int decimals)
{
    message_arg *a = add(m, name, MESSAGE_NUMBER);
    if (a) {
        a->number = number;
        a->decimals = decimals;
    }
}

void message_word(message *m, const char *name, const char *id)
{
    message_arg *a = add(m, name, MESSAGE_WORD);
    if (a)
        a->word = id;
}

void message_text(message *m, const char *name, const char *text)
{
    message_arg *a = add(m, name, MESSAGE_TEXT);
    if (a)
        a->word = text;
}

const char *words_get(const words *w, const char *id)
{
    return words_get_or(w, id, id);
}

const char *words_get_or(const words *w, const char *id, const char *otherwise)
{
    const char *text = w->get ? w->get(w->ctx, id) : NULL;
    return text ? text : otherwise;
}

typedef struct sink {
    char *out;
    size_t used, capacity;
} sink;

static void put(sink *s, const char *bytes, size_t count)
{
    if (s->used + count + 1 > s->capacity) {
        count = s->capacity - s->used - 1;
        while (count && ((unsigned char)bytes[count] & 0xC0u) == 0x80u)
            count--;
        s->capacity = s->used + count + 1; // nothing follows a cut
    }
    memcpy(s->out + s->used, bytes, count);
    s->used += count;
}

static void put_number(sink *s, const words *w, double number, int decimals)
{
    char digits[64];
    snprintf(digits, sizeof digits, "%.*f", decimals, number);
    const char *start = digits[0] == '-' ? digits + 1 : digits;
    bool rounds_to_zero = start[strspn(start, "0.")] == '\0';
    const char *minus = start != digits && !rounds_to_zero ? "\xE2\x88\x92" : "";
    const char *mark = w->get ? w->get(w->ctx, "number.decimal") : NULL;
    put(s, minus, strlen(minus));
    for (const char *c = start; *c; c++) {
        if (*c == '.' && mark)
            put(s, mark, strlen(mark));
        else
            put(s, c, 1);
    }
}

static void put_arg(sink *s, const words *w, const message_arg *a)
{
    if (a->kind == MESSAGE_NUMBER) {
        put_number(s, w, a->number, a->decimals);
        return;
    }
    const char *text = a->kind == MESSAGE_WORD ? words_get(w, a->word) : a->word;
    put(s, text, strlen(text));
}

static const message_arg *find_arg(const message *m, const char *name, size_t length)
{
    for (int i = 0; i < m->arg_count; i++)
        if (strlen(m->args[i].name) == length && memcmp(m->args[i].name, name, length) == 0)
            return &m->args[i];
    return NULL;
}

static const char *template_of(const words *w, const message *m)
{
    const message_arg *count = find_arg(m, "count", 5);
    if (count && count->kind == MESSAGE_NUMBER && count->decimals == 0 && count->number == 1.0) {
        char id[160];
        snprintf(id, sizeof id, "%s.one", m->id);
        const char *text = w->get ? w->get(w->ctx, id) : NULL;
        if (text)
            return text;
    }
    return words_get(w, m->id);
}

size_t words_format(const words *w, const message *m, char *out, size_t capacity)
{
    if (!capacity)
        return 0;
    out[0] = '\0';
    if (!m->id)
        return 0;
    sink s = {.out = out, .capacity = capacity};
    const char *at = template_of(w, m);
    while (*at) {
        const char *close = *at == '{' ? strchr(at, '}') : NULL;
        const message_arg *a = close ? find_arg(m, at + 1, (size_t)(close - at - 1)) : NULL;
        if (a) {
            put_arg(&s, w, a);
            at = close + 1;
        } else {
            size_t plain = 1 + strcspn(at + 1, "{");
            put(&s, at, plain);
            at += plain;
        }
    }
    out[s.used] = '\0';
    return s.used;
}

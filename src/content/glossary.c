#include "content/glossary.h"

#include "base/utf8.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ENTRIES_MAX = 300, FORMS_MAX = 1200, ID_MAX = GLOSSARY_ID_MAX };

typedef struct spelling {
    const char *start; // inside the list of forms
    size_t length;
    int entry;
} spelling;

struct glossary {
    glossary_entry entries[ENTRIES_MAX];
    char ids[ENTRIES_MAX][ID_MAX];
    int count;
    spelling forms[FORMS_MAX];
    int form_count;
};

// Small letters of Latin (with those of Western Europe), Greek and Cyrillic.
static uint32_t small(uint32_t c)
{
    if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9) ||
        (c >= 0x410 && c <= 0x42F))
        return c + 32;
    return c >= 0x400 && c <= 0x40F ? c + 80 : c;
}

static bool is_letter(uint32_t c)
{
    c = small(c);
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 0xDF && c != 0xF7 && c < 0x2000);
}

static int compare(const char *a, const char *b)
{
    while (*a && *b) {
        uint32_t x = small(utf8_next(&a)), y = small(utf8_next(&b));
        if (x != y)
            return x < y ? -1 : 1;
    }
    return (*a != '\0') - (*b != '\0');
}

static int by_term(const void *a, const void *b)
{
    const glossary_entry *x = a, *y = b;
    int order = compare(x->term, y->term);
    return order ? order : strcmp(x->id, y->id);
}

static const char *text_of(const string_table *t, const char *id, const char *what)
{
    char whole[ID_MAX + 24];
    snprintf(whole, sizeof whole, "glossary.%s.%s", id, what);
    return string_table_get(t, whole);
}

// The ids of a table that have the form glossary.<id>.term and are not there yet.
static void take_ids(glossary *g, const string_table *t)
{
    static const char head[] = "glossary.", tail[] = ".term";
    for (size_t i = 0; i < string_table_count(t) && g->count < ENTRIES_MAX; i++) {
        const char *whole = string_table_id_at(t, i);
        size_t n = strlen(whole), around = sizeof head - 1 + sizeof tail - 1;
        if (n <= around || n - around >= ID_MAX || strncmp(whole, head, sizeof head - 1) != 0 ||
            strcmp(whole + n - (sizeof tail - 1), tail) != 0)
            continue;
        char *id = g->ids[g->count];
        memcpy(id, whole + sizeof head - 1, n - around);
        id[n - around] = '\0';
        glossary_entry e = {id, text_of(t, id, "term"), text_of(t, id, "text")};
        if (e.term && e.text && glossary_find(g, id) < 0)
            g->entries[g->count++] = e;
    }
}

static void take_forms(glossary *g, int entry, const char *list)
{
    while (list && *list && g->form_count < FORMS_MAX) {
        list += strspn(list, " \n");
        size_t whole = strcspn(list, ","), length = whole;
        while (length > 0 && strchr(" \n", list[length - 1]))
            length--;
        if (length > 0)
            g->forms[g->form_count++] = (spelling){list, length, entry};
        list += whole + (list[whole] == ',');
    }
}

glossary *glossary_create(const string_table *t)
{
    glossary *g = calloc(1, sizeof *g);
    if (!g)
        return NULL;
    take_ids(g, t);
    qsort(g->entries, (size_t)g->count, sizeof g->entries[0], by_term);
    for (int i = 0; i < g->count; i++)
        take_forms(g, i, text_of(t, g->entries[i].id, "forms"));
    return g;
}

void glossary_destroy(glossary *g)
{
    free(g);
}

const char *glossary_title(void)
{
    return "glossary.title";
}

int glossary_count(const glossary *g)
{
    return g->count;
}

const glossary_entry *glossary_at(const glossary *g, int index)
{
    return index >= 0 && index < g->count ? &g->entries[index] : NULL;
}

int glossary_find(const glossary *g, const char *id)
{
    for (int i = 0; i < g->count; i++)
        if (strcmp(g->entries[i].id, id) == 0)
            return i;
    return -1;
}

// Bytes of the text that a spelling takes at this place; 0 when it does not stand here as whole words.
static size_t stands_at(const spelling *s, const char *text)
{
    const char *at = text, *form = s->start, *form_end = s->start + s->length;
    while (form < form_end) {
        if (!*at)
            return 0;
        uint32_t a = utf8_next(&at), b = utf8_next(&form);
        // a line may be broken inside a term
        if (small(a) != small(b) && !(b == ' ' && (a == '\n' || a == 0xA0 || a == 0x202F)))
            return 0;
    }
    const char *next = at;
    return *next && is_letter(utf8_next(&next)) ? 0 : (size_t)(at - text);
}

static bool is_listed(const glossary_span *spans, int count, int entry)
{
    for (int i = 0; i < count; i++)
        if (spans[i].entry == entry)
            return true;
    return false;
}

int glossary_spans(const glossary *g, const char *text, glossary_span *out, int capacity)
{
    int count = 0;
    bool inside = false; // a word began before this place
    for (const char *at = text; *at && count < capacity;) {
        glossary_span best = {0};
        for (int i = 0; !inside && i < g->form_count; i++) {
            size_t length = stands_at(&g->forms[i], at);
            if (length > best.length)
                best = (glossary_span){(size_t)(at - text), length, g->forms[i].entry};
        }
        if (best.length) {
            if (!is_listed(out, count, best.entry))
                out[count++] = best;
            at += best.length;
        } else {
            inside = is_letter(utf8_next(&at));
        }
    }
    return count;
}

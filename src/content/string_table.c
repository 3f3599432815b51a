#include "content/string_table.h"

#include "content/yaml_file.h"

#include <libfyaml.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct entry {
    char *id;   // owned, followed in the same block by the text
    char *text; // inside that block
} entry;

struct string_table {
    entry *entries;
    size_t count, capacity;
    uint32_t *slots; // index + 1 of an entry, 0 for none; a power of two, at most half full
    size_t slot_count;
    const string_table *fallback;
};

string_table *string_table_create(void)
{
    return calloc(1, sizeof(string_table));
}

void string_table_destroy(string_table *t)
{
    if (!t)
        return;
    for (size_t i = 0; i < t->count; i++)
        free(t->entries[i].id);
    free(t->entries);
    free(t->slots);
    free(t);
}

// FNV-1a, 32 bits.
static uint32_t hash(const char *id)
{
    uint32_t h = 2166136261u;
    for (; *id; id++)
        h = (h ^ (unsigned char)*id) * 16777619u;
    return h;
}

// The slot that holds an id, or the empty one where it belongs. There is always an empty one.
static size_t slot_of(const string_table *t, const char *id)
{
    size_t mask = t->slot_count - 1, at = hash(id) & mask;
    while (t->slots[at] && strcmp(t->entries[t->slots[at] - 1].id, id) != 0)
        at = (at + 1) & mask;
    return at;
}

static bool grow(string_table *t)
{
    if (t->count < t->capacity)
        return true;
    size_t capacity = t->capacity ? t->capacity * 2 : 256;
    entry *entries = realloc(t->entries, capacity * sizeof *entries);
    if (!entries)
        return false;
    t->entries = entries;
    uint32_t *slots = calloc(capacity * 2, sizeof *slots);
    if (!slots)
        return false;
    free(t->slots);
    t->slots = slots;
    t->slot_count = capacity * 2;
    t->capacity = capacity;
    for (size_t i = 0; i < t->count; i++)
        t->slots[slot_of(t, t->entries[i].id)] = (uint32_t)i + 1;
    return true;
}

static bool put(string_table *t, const char *id, const char *text, size_t length)
{
    size_t id_bytes = strlen(id) + 1;
    char *block = grow(t) ? malloc(id_bytes + length + 1) : NULL;
    if (!block)
        return false;
    memcpy(block, id, id_bytes);
    memcpy(block + id_bytes, text, length);
    block[id_bytes + length] = '\0';
    t->entries[t->count] = (entry){.id = block, .text = block + id_bytes};
    t->slots[slot_of(t, block)] = (uint32_t)++t->count;
    return true;
}

typedef struct adding {
    string_table *table;
    const yaml_file *file;
    char id[STRING_ID_MAX + 1];
} adding;

static bool id_letters_only(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (!text[i] || !strchr("abcdefghijklmnopqrstuvwxyz0123456789_.-", text[i]))
            return false;
    return length > 0;
}

// Every { opens a {name} of lower-case letters, digits and '_'; a } stands only at its end.
static bool placeholders_sound(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '}')
            return false;
        if (text[i] != '{')
            continue;
        size_t start = ++i;
        while (i < length && text[i] && strchr("abcdefghijklmnopqrstuvwxyz0123456789_", text[i]))
            i++;
        if (i == start || i == length || text[i] != '}')
            return false;
    }
    return true;
}

static void take_text(adding *a, yaml_node *key, yaml_node *value)
{
    const char *text;
    size_t length;
    string_table *t = a->table;
    if (!yaml_file_text(a->file, value ? value : key, &text, &length))
        return;
    length = value ? length : 0;
    const char *wrong = NULL;
    if (length == 0)
        wrong = "expected a text, not nothing";
    else if (length > STRING_TEXT_MAX)
        wrong = "the text is too long (at most 8192 bytes)";
    else if (!placeholders_sound(text, length))
        wrong = "expected every { to open a {name} and every } to close one";
    else if (t->count && string_table_find(t, a->id))
        wrong = "this id was given before; the first text counts";
    else if (t->count >= STRING_ENTRIES_MAX)
        wrong = "too many texts (at most 20000)";
    else if (!put(t, a->id, text, length))
        yaml_file_no_memory(a->file);
    if (wrong)
        yaml_file_problem(a->file, key, "%s: %s", a->id, wrong);
}

static void take_map(adding *a, yaml_node *map, size_t id_length, int depth)
{
    void *iterator = NULL;
    struct fy_node_pair *pair;
    while ((pair = fy_node_mapping_iterate(map, &iterator))) {
        yaml_node *key = fy_node_pair_key(pair), *value = fy_node_pair_value(pair);
        const char *name;
        size_t length;
        if (!yaml_file_text(a->file, key, &name, &length))
            continue;
        size_t dot = id_length ? 1 : 0;
        if (!id_letters_only(name, length) || id_length + dot + length > STRING_ID_MAX) {
            char quoted[CONTENT_QUOTE];
            yaml_file_problem(a->file, key, "%s: expected an id of a-z, 0-9, '_', '-' and '.', not too long",
                              content_quote(name, length, quoted));
            continue;
        }
        if (dot)
            a->id[id_length] = '.';
        memcpy(a->id + id_length + dot, name, length);
        size_t end = id_length + dot + length;
        a->id[end] = '\0';
        if (value && fy_node_is_mapping(value) && depth < YAML_DEPTH_MAX) {
            take_map(a, value, end, depth + 1);
        } else if (value && !fy_node_is_scalar(value)) {
            yaml_file_problem(a->file, key, "%s: expected a text or further ids below it", a->id);
        } else {
            take_text(a, key, value);
        }
    }
}

bool string_table_add(string_table *t, const char *file_name, const char *bytes, size_t length,
                      content_problems *problems)
{
    content_problems local = {0};
    content_problems *p = problems ? problems : &local;
    int before = p->count + p->dropped;
    yaml_file *f = yaml_file_open(file_name, bytes, length, p);
    yaml_node *root = f ? yaml_file_root(f) : NULL;
    adding a = {.table = t, .file = f};
    if (root && fy_node_is_mapping(root))
        take_map(&a, root, 0, 1);
    else if (root)
        yaml_file_problem(f, root,
                          "expected ids with texts (clock: ... on the first line); the file is left out");
    yaml_file_close(f);
    return p->count + p->dropped == before;
}

void string_table_set_fallback(string_table *t, const string_table *fallback)
{
    t->fallback = fallback;
}

const char *string_table_find(const string_table *t, const char *id)
{
    if (!t->count)
        return NULL;
    uint32_t index = t->slots[slot_of(t, id)];
    return index ? t->entries[index - 1].text : NULL;
}

const char *string_table_get(const string_table *t, const char *id)
{
    const char *text = string_table_find(t, id);
    return text || !t->fallback ? text : string_table_find(t->fallback, id);
}

static const char *words_of_table(void *ctx, const char *id)
{
    return string_table_get(ctx, id);
}

words string_table_words(const string_table *t)
{
    // `get` only reads; words.ctx is not const because other sources may need to change theirs.
    union {
        const string_table *in;
        void *out;
    } ctx = {.in = t};
    return (words){.ctx = ctx.out, .get = words_of_table};
}

size_t string_table_count(const string_table *t)
{
    return t->count;
}

const char *string_table_id_at(const string_table *t, size_t index)
{
    return t->entries[index].id;
}

const char *string_table_text_at(const string_table *t, size_t index)
{
    return t->entries[index].text;
}

#include "content/yaml_fields.h"

#include "view/view_number.h"

#include <libfyaml.h>
#include <stdio.h>
#include <string.h>

enum { WORD_MAX = 40 };

static int least_of(int a, int b, int c)
{
    int ab = a < b ? a : b;
    return ab < c ? ab : c;
}

// Optimal string alignment: insertions, deletions, changes and swaps of neighbours.
static int slips_between(const char *a, const char *b)
{
    int rows[3][WORD_MAX + 1];
    int n = (int)strlen(a), m = (int)strlen(b);
    if (n > WORD_MAX || m > WORD_MAX)
        return WORD_MAX;
    for (int j = 0; j <= m; j++)
        rows[0][j] = j;
    for (int i = 1; i <= n; i++) {
        int *row = rows[i % 3], *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
        row[0] = i;
        for (int j = 1; j <= m; j++) {
            row[j] = least_of(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1]));
            bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped && before[j - 2] + 1 < row[j])
                row[j] = before[j - 2] + 1;
        }
    }
    return rows[n % 3][m];
}

const char *yaml_nearest(const char *word, const char *(*name)(const void *ctx, int i), const void *ctx)
{
    const char *best = NULL, *known;
    int least = 3;
    for (int i = 0; (known = name(ctx, i)); i++) {
        int slips = slips_between(word, known);
        if (slips < least && slips < (int)strlen(known)) {
            least = slips;
            best = known;
        }
    }
    return best;
}

typedef struct field_names {
    const yaml_field *fields;
    int count;
} field_names;

static const char *field_name(const void *ctx, int i)
{
    const field_names *n = ctx;
    return i < n->count ? n->fields[i].name : NULL;
}

static void tell_unknown(const yaml_file *f, yaml_node *key, const char *quoted, const char *what,
                         const yaml_field *fields, int count)
{
    field_names names = {fields, count};
    const char *near = yaml_nearest(quoted, field_name, &names);
    if (near) {
        yaml_file_problem(f, key, "%s: not a key of %s; did you mean %s?", quoted, what, near);
        return;
    }
    char list[200] = "";
    for (int i = 0; i < count; i++) {
        strncat(list, i ? ", " : "", sizeof list - strlen(list) - 1);
        strncat(list, fields[i].name, sizeof list - strlen(list) - 1);
    }
    yaml_file_problem(f, key, "%s: not a key of %s; expected one of %s", quoted, what, list);
}

bool yaml_fields_read(const yaml_file *f, yaml_node *map, const char *what, yaml_field *fields, int count)
{
    if (!map || !fy_node_is_mapping(map)) {
        yaml_file_problem(f, map, "expected %s with its keys (%s: ...)", what, fields[0].name);
        return false;
    }
    void *iterator = NULL;
    struct fy_node_pair *pair;
    while ((pair = fy_node_mapping_iterate(map, &iterator))) {
        yaml_node *key = fy_node_pair_key(pair), *value = fy_node_pair_value(pair);
        const char *name;
        size_t length;
        char quoted[CONTENT_QUOTE];
        if (!yaml_file_text(f, key, &name, &length))
            continue;
        content_quote(name, length, quoted);
        yaml_field *field = NULL;
        for (int i = 0; i < count && !field; i++)
            if (strcmp(fields[i].name, quoted) == 0)
                field = &fields[i];
        if (!field)
            tell_unknown(f, key, quoted, what, fields, count);
        else if (field->given)
            yaml_file_problem(f, key, "%s: this key was given before; the first one counts", quoted);
        else if (!value)
            yaml_file_problem(f, key, "%s: expected a value, not nothing", quoted);
        else
            field->value = value;
        if (field)
            field->given = true;
    }
    for (int i = 0; i < count; i++)
        if (fields[i].required && !fields[i].given)
            yaml_file_problem(f, map, "%s lacks the key %s", what, fields[i].name);
    return true;
}

// A plain text of at most `most` bytes in a buffer; control characters never get here.
static bool short_text(const yaml_file *f, yaml_node *n, const char *field, const char *expected, char *out,
                       size_t most)
{
    const char *text = "";
    size_t length = 0;
    if (n && fy_node_is_scalar(n) && !fy_node_is_alias(n) && !yaml_file_text(f, n, &text, &length))
        return false;
    if (!length || length > most) {
        char quoted[CONTENT_QUOTE];
        yaml_file_problem(f, n, "%s: expected %s%s%s", field, expected, length ? ", not " : "",
                          length ? content_quote(text, length, quoted) : "");
        return false;
    }
    memcpy(out, text, length);
    out[length] = '\0';
    return true;
}

typedef struct choice_list {
    const char *const *choices;
    int count;
} choice_list;

static const char *choice_name(const void *ctx, int i)
{
    const choice_list *c = ctx;
    return i < c->count ? c->choices[i] : NULL;
}

int yaml_choice(const yaml_file *f, yaml_node *n, const char *field, const char *const *choices, int count)
{
    char expected[160] = "", word[WORD_MAX + 1], quoted[CONTENT_QUOTE];
    choice_list list = {choices, count};
    for (int i = 0; i < count; i++) {
        strncat(expected,
                i == 0           ? ""
                : i == count - 1 ? " or "
                                 : ", ",
                sizeof expected - strlen(expected) - 1);
        strncat(expected, choices[i], sizeof expected - strlen(expected) - 1);
    }
    if (!short_text(f, n, field, expected, word, WORD_MAX))
        return -1;
    for (int i = 0; i < count; i++)
        if (strcmp(word, choices[i]) == 0)
            return i;
    const char *near = yaml_nearest(word, choice_name, &list);
    yaml_file_problem(f, n, "%s: expected %s, not %s%s%s%s", field, expected,
                      content_quote(word, strlen(word), quoted), near ? "; did you mean " : "",
                      near ? near : "", near ? "?" : "");
    return -1;
}

bool yaml_number(const yaml_file *f, yaml_node *n, const char *field, double least, double most, double *out)
{
    char expected[80], text[VIEW_NUMBER_MAX + 1], quoted[CONTENT_QUOTE];
    snprintf(expected, sizeof expected, "a number from %g to %g", least, most);
    if (!short_text(f, n, field, expected, text, VIEW_NUMBER_MAX))
        return false;
    double value;
    if (view_number_read(text, &value) && value >= least && value <= most) {
        *out = value;
        return true;
    }
    yaml_file_problem(f, n, "%s: expected %s, not %s", field, expected,
                      content_quote(text, strlen(text), quoted));
    return false;
}

bool yaml_id(const yaml_file *f, yaml_node *n, const char *field, char out[YAML_ID_MAX])
{
    static const char expected[] = "an id of a-z, 0-9, '_' and '-', at most 31 letters";
    char text[YAML_ID_MAX], quoted[CONTENT_QUOTE];
    if (!short_text(f, n, field, expected, text, YAML_ID_MAX - 1))
        return false;
    if (text[strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789_-")]) {
        yaml_file_problem(f, n, "%s: expected %s, not %s", field, expected,
                          content_quote(text, strlen(text), quoted));
        return false;
    }
    memcpy(out, text, sizeof text);
    return true;
}

bool yaml_words(const yaml_file *f, yaml_node *n, const char *field, size_t most, const char **text,
                size_t *length)
{
    *length = 0;
    if (n && fy_node_is_scalar(n) && !fy_node_is_alias(n) && !yaml_file_text(f, n, text, length))
        return false;
    if (*length >= 1 && *length <= most)
        return true;
    if (*length)
        yaml_file_problem(f, n, "%s: expected a text of at most %zu bytes; this has %zu", field, most,
                          *length);
    else
        yaml_file_problem(f, n, "%s: expected a text", field);
    return false;
}

int yaml_list(const yaml_file *f, yaml_node *n, const char *field, yaml_node **out, int most)
{
    if (n && fy_node_is_scalar(n)) {
        out[0] = n;
        return 1;
    }
    int count = n && fy_node_is_sequence(n) ? fy_node_sequence_item_count(n) : 0;
    if (count <= 0 || count > most)
        yaml_file_problem(f, n, "%s: expected a list of 1 to %d entries%s", field, most,
                          count > most ? "; the further ones are left out" : "");
    int kept = count < 0 ? 0 : count > most ? most : count;
    for (int i = 0; i < kept; i++)
        out[i] = fy_node_sequence_get_by_index(n, i);
    return kept;
}

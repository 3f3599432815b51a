// Reading maps with known keys from a YAML file: unknown, double and missing keys and wrong values are told
// with their place, with what was expected and, for a slip of the pen, with what was probably meant.
#ifndef NEUROTIDE_CONTENT_YAML_FIELDS_H
#define NEUROTIDE_CONTENT_YAML_FIELDS_H

#include "content/yaml_file.h"

typedef struct yaml_field {
    const char *name;
    bool required;
    yaml_node *value; // set by yaml_fields_read(); NULL when it is not there
    bool given;       // set by it: the key is there, if only with nothing behind it
} yaml_field;

// Sets the values of `count` fields from a map; the first of two equal keys counts. False when `map` is none.
// `what` names the map in messages ("a step").
bool yaml_fields_read(const yaml_file *f, yaml_node *map, const char *what, yaml_field *fields, int count);

// The known word nearest to a mistyped one: at most two slips and fewer than the word has letters. NULL when
// none is near. `name(ctx, i)` gives the words and NULL after the last.
const char *yaml_nearest(const char *word, const char *(*name)(const void *ctx, int i), const void *ctx);

// One of `count` words; -1 with a problem told when it is none of them.
int yaml_choice(const yaml_file *f, yaml_node *n, const char *field, const char *const *choices, int count);

// A number within limits; false with a problem told.
bool yaml_number(const yaml_file *f, yaml_node *n, const char *field, double least, double most, double *out);

enum { YAML_ID_MAX = 32 };
// An id of [a-z0-9_-], not empty, shorter than YAML_ID_MAX; false with a problem told.
bool yaml_id(const yaml_file *f, yaml_node *n, const char *field, char out[YAML_ID_MAX]);

// A text of 1 to `most` bytes, not NUL-terminated; false with a problem told.
bool yaml_words(const yaml_file *f, yaml_node *n, const char *field, size_t most, const char **text,
                size_t *length);

// The entries of a list of 1 to `most`; a single value stands for a list of one. Returns how many are kept; a
// problem is told when there are none or too many.
int yaml_list(const yaml_file *f, yaml_node *n, const char *field, yaml_node **out, int most);

#endif

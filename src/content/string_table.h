// The words of one language: texts by dotted id ("clock.play"), read from YAML files whose nested maps spell
// the ids. A key may itself hold dots ("min.one"). Files of one language add up; the first text of an id
// counts.
#ifndef NEUROTIDE_CONTENT_STRING_TABLE_H
#define NEUROTIDE_CONTENT_STRING_TABLE_H

#include "base/message.h"
#include "content/content_problems.h"

#include <stdbool.h>
#include <stddef.h>

enum { STRING_ID_MAX = 120, STRING_TEXT_MAX = 8192, STRING_ENTRIES_MAX = 20000 }; // bytes, bytes, texts

typedef struct string_table string_table;

// NULL only on lack of memory. The caller ends it with string_table_destroy() (NULL is harmless).
string_table *string_table_create(void);
void string_table_destroy(string_table *t);

// Adds a file's texts; any bytes are safe. True when all was right. What is wrong is told in `problems`
// (added to what is there; may be NULL) with `file_name`, line and column, and left out; the sound rest is
// taken:
// - bytes that are not UTF-8 text, or a file over 1 MiB: the whole file;
// - a stretch that is not YAML: that section, up to the next unindented line;
// - a list, alias or empty value where a text belongs, an id that is not of [a-z0-9_.-] or too long, a text
// too
//   long, with control characters or an unclosed {placeholder}, an id given before: that text.
bool string_table_add(string_table *t, const char *file_name, const char *bytes, size_t length,
                      content_problems *problems);

// Where ids are looked up that this table lacks (English). Borrowed; NULL for none.
void string_table_set_fallback(string_table *t, const string_table *fallback);

// Text of an id (UTF-8, lives as long as the table does); NULL when unknown. `find` looks in this table only.
const char *string_table_find(const string_table *t, const char *id);
const char *string_table_get(const string_table *t, const char *id);

// The same as a source of words for base/message.h; borrows the table.
words string_table_words(const string_table *t);

// All texts of this table in the order they were read, for tests and checks.
size_t string_table_count(const string_table *t);
const char *string_table_id_at(const string_table *t, size_t index);
const char *string_table_text_at(const string_table *t, size_t index);

#endif

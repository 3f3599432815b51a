// The glossary of one language: each technical word in one sentence that a 14-year-old understands, and where
// such words stand in a text. Words: glossary.<id>.term, .text and .forms (the spellings that lead to it,
// separated by commas) in assets/text/<lang>/glossary.yaml.
#ifndef NEUROTIDE_CONTENT_GLOSSARY_H
#define NEUROTIDE_CONTENT_GLOSSARY_H

#include "content/string_table.h"

#include <stddef.h>

typedef struct glossary glossary;

enum { GLOSSARY_ID_MAX = 48 }; // with the NUL

typedef struct glossary_entry {
    const char *id;   // "glutamate"
    const char *term; // the heading, "Glutamate"
    const char *text; // the sentence
} glossary_entry;

// A stretch of a text that names a term.
typedef struct glossary_span {
    size_t start, length; // bytes
    int entry;            // for glossary_at()
} glossary_span;

// Takes the terms of a language's table; borrows it. NULL only on lack of memory. Make
// it anew when the language changes. Entries are in the alphabetical order of their terms.
glossary *glossary_create(const string_table *t);
void glossary_destroy(glossary *g);

const char *glossary_title(void); // message id of its heading
int glossary_count(const glossary *g);
const glossary_entry *glossary_at(const glossary *g, int index); // NULL outside
int glossary_find(const glossary *g, const char *id);            // -1 when there is none

// The terms in a text from its start to its end: whole words, whatever their case, the longest spelling that
// fits, each term only where it first stands. Returns how many were found, at most `capacity`.
int glossary_spans(const glossary *g, const char *text, glossary_span *out, int capacity);

#endif

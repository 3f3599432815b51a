// Reading a story from its YAML file (docs/writing-a-story.md), with every mistake told.
#ifndef NEUROTIDE_CONTENT_STORY_READ_H
#define NEUROTIDE_CONTENT_STORY_READ_H

#include "base/message.h"
#include "content/content_problems.h"
#include "content/story.h"

typedef struct evidence evidence; // content/evidence.h
typedef struct glossary glossary; // content/glossary.h

// What a story may refer to. Zero/NULL: not checked.
typedef struct story_refs {
    const evidence *cards;
    const glossary *terms;
    const char *const *languages; // names for messages ("en", "es")
    const words *words;           // one for each, without fallback: every text by id must be in each
    int language_count;
} story_refs;

// Reads a story; any bytes are safe. Every mistake is told in `problems` with its place and what was expected
// (all of meaning, the first of syntax in each part); the sound steps are kept, each with what is sound of
// it. NULL only when no step is left. `refs` and `problems` may be NULL; `file_name` is how messages call the
// file. The caller ends it with story_destroy() (NULL is harmless).
story *story_open(const char *file_name, const char *bytes, size_t length, const story_refs *refs,
                  content_problems *problems);

#endif

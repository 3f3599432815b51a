// One YAML file in memory, checked before it is used: size, UTF-8, no control characters, no anchors, aliases
// or tags, not deeper than YAML_DEPTH_MAX. Every mistake is told with its place. A part of the file that is
// not YAML is left out up to the next unindented line, and the rest is read: one slip loses one section.
#ifndef NEUROTIDE_CONTENT_YAML_FILE_H
#define NEUROTIDE_CONTENT_YAML_FILE_H

#include "content/content_problems.h"

#include <stdbool.h>
#include <stddef.h>

enum { YAML_BYTES_MAX = 1 << 20, YAML_DEPTH_MAX = 16 };

typedef struct yaml_file yaml_file;
typedef struct fy_node yaml_node; // of libfyaml; only content/ looks inside

// `name` is how messages call the file (borrowed while the file is open). NULL when nothing in it can be
// used. `problems` may be NULL.
yaml_file *yaml_file_open(const char *name, const char *bytes, size_t length, content_problems *problems);
void yaml_file_close(yaml_file *f);

// The top of the file; NULL when it is empty.
yaml_node *yaml_file_root(const yaml_file *f);
// The file is empty, or its top is a map; and what stands there under a name, NULL for nothing.
bool yaml_file_is_map(const yaml_file *f);
yaml_node *yaml_file_entry(const yaml_file *f, const char *key);
// Adds a sentence about a node's place in the file.
NEUROTIDE_PRINTF_LIKE(3, 4)
void yaml_file_problem(const yaml_file *f, yaml_node *at, const char *format, ...);

// Tells that memory does not suffice for what the file holds.
void yaml_file_no_memory(const yaml_file *f);

// A node's plain text, checked; false with a problem told when it is not one. The text is not NUL-terminated
// and lives as long as the file. Line ends at its end (as block texts have) are cut.
bool yaml_file_text(const yaml_file *f, yaml_node *n, const char **text, size_t *length);

#endif

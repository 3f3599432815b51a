// What a YAML text may ask of the library that parses it, looked at before: that library keeps hundreds of
// bytes for each bracket, so that a megabyte of "[" costs it seconds and hundreds of megabytes. Counted from
// the letters alone, without knowing quotes; so the limits lie far above what people write.
#ifndef NEUROTIDE_CONTENT_YAML_LIMITS_H
#define NEUROTIDE_CONTENT_YAML_LIMITS_H

#include <stdbool.h>

enum {
    YAML_NESTING_MAX = 64, // lists and maps in one another, by brackets or by indentation
    YAML_MARKS_MAX = 30000 // lines, brackets, commas, list marks, anchors and tags: what makes nodes
};

typedef enum yaml_limit { YAML_WITHIN, YAML_TOO_DEEP, YAML_TOO_MANY } yaml_limit;

typedef struct yaml_limits {
    yaml_limit reached;
    int line, column; // where, 1-based; the column counts bytes
    int marks;        // counted up to there
} yaml_limits;

// Goes through a NUL-terminated text once, up to the first limit.
yaml_limits yaml_limits_of(const char *text);

#endif

// One source for two dialects of GLSL: puts the dialect's opening lines before a shader file and resolves its
// #include "file" lines (each file at most once, so that circles end). Needs no GL.
#ifndef NEUROTIDE_GFX_SHADER_SOURCE_H
#define NEUROTIDE_GFX_SHADER_SOURCE_H

#include "gfx/gfx.h"

enum { SHADER_FILES_MAX = 16, SHADER_FILE_NAME_MAX = 64 };

typedef enum shader_dialect {
    SHADER_GL330, // #version 330 core
    SHADER_ES300  // #version 300 es, high precision; SHADER_ES is defined
} shader_dialect;

typedef struct shader_source {
    char *text; // owned, NUL-terminated
    size_t length, capacity;
    char files[SHADER_FILES_MAX][SHADER_FILE_NAME_MAX]; // by the number that #line lines carry
    int file_count;
} shader_source;

// Shaders hold neither #version nor precision lines of their own. On failure `out` is empty and the error
// names the file. The caller ends `out` with shader_source_destroy().
bool shader_source_load(shader_source *out, const gfx_reader *reader, const char *file,
                        shader_dialect dialect, error *e);
void shader_source_destroy(shader_source *s);

// Turns the start of a compiler's message ("2:14(3): error: ...", "ERROR: 2:14: ...") into "file:14: ..." of
// one line, as far as it can.
void shader_source_explain(const shader_source *s, const char *compiler_log, char *out, size_t size);

#endif

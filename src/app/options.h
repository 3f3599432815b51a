// The command line, checked completely before anything starts.
#ifndef NEUROTIDE_APP_OPTIONS_H
#define NEUROTIDE_APP_OPTIONS_H

#include "base/error.h"
#include "ui/theme.h"
#include "view/view_state.h"

#include <stdbool.h>

typedef enum run_mode {
    RUN_WINDOW,
    RUN_STILL,
    RUN_DESCRIBE,
    RUN_BENCH,
    RUN_DIAGNOSE,
    RUN_VERSION,
    RUN_HELP
} run_mode;

typedef struct options {
    run_mode mode;
    const char *state; // NULL: none given (the opening picture)
    const char *still_path;
    const char *script_path; // timed input events
    double bench_s;
    int width, height; // --size, 0 when not given
    bool fullscreen, narrate;
    bool es; // --es: OpenGL ES for pictures and benchmarks (tests)
    // presentation options; the flags tell which were given (they win over the settings)
    const char *lang;
    bool has_theme, has_text_size, has_reduce_motion;
    theme_id theme;
    float text_scale;
    bool reduce_motion;
} options;

// False: *e says what was wrong and what was expected (exit 2).
bool options_parse(int argc, char **argv, options *out, error *e);

#endif

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
    RUN_CHECK,
    RUN_BENCH,
    RUN_DIAGNOSE,
    RUN_VERSION,
    RUN_HELP
} run_mode;

typedef struct options {
    run_mode mode;
    const char *state; // NULL: none given (the opening picture)
    const char *still_path;
    const char *check_path;  // a story to check
    const char *story;       // a shipped story's name or a file; NULL for none
    bool present;            // present it at once
    bool kiosk;              // loop it, or else `explore`, for visitors
    double idle_s;           // after which a kiosk that is left alone starts anew
    const char *script_path; // timed input events, for all modes that show the stage
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

// Reads one STORY (an argument without dashes), "--name value" and "--name=value"; the last of two equal
// options counts. --size is 1..8192 px each way (also of the window), --text-size in % as in presentation.h,
// --idle 5..3600 s, --bench more than 0 and at most 3600 s. Whether a language is there and what is wrong in
// a state string is found later. Texts are borrowed from argv. False: *e says what was wrong and what was
// expected (exit 2).
bool options_parse(int argc, char **argv, options *out, error *e);

// The options in the order of --help; NULL after the last. Its sentence is message id option.<name>.
typedef struct option_name {
    const char *name;  // without the dashes
    const char *value; // what stands after it, NULL for none
} option_name;
const option_name *options_name(int index);

#endif

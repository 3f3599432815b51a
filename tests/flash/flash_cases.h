// What is played in front of the flash meter: a state, and what hands do to it.
#ifndef NEUROTIDE_TESTS_FLASH_CASES_H
#define NEUROTIDE_TESTS_FLASH_CASES_H

#include "ui/theme.h"

#include <stdbool.h>

typedef struct flash_case {
    const char *id; // "scene-what"
    const char *state;
    const char *keys; // pressed one after another and from the start again, parted by blanks; NULL for none
    const char *buttons; // widgets that are pressed the same way
    const char *story;   // it is presented
    double every_s;      // between two presses
    double seconds;
    bool runs;        // the clock runs: fast for these seconds, or its whole axis at every speed
    bool calm;        // reduced motion
    theme_id theme;   // in the short round, unless
    bool every_theme; // it plays all of them too
    bool whole_only;  // not in the short round
} flash_case;

extern const flash_case flash_cases[];
extern const int flash_case_count;

#endif

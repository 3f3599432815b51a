// What the program remembers between runs: presentation options, the screen of the stage, and that the
// first-run panel was seen.
#ifndef NEUROTIDE_APP_SETTINGS_H
#define NEUROTIDE_APP_SETTINGS_H

#include "app/state/presentation.h"
#include "base/error.h"
#include "platform/monitors.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct settings {
    presentation look;
    bool letter_keys;
    bool first_run_done;
    char stage_screen[MONITOR_NAME_MAX]; // that a speaker chose for the stage; empty: none
} settings;

settings settings_default(void); // night, 100 %, English unless the system speaks Spanish, moving, letters on

// Reads `folder`/settings.yaml and changes nothing there. A missing file gives the defaults and true. A
// broken one gives false, and the defaults for what is not sound in it. `folder` empty: defaults and true.
bool settings_load(const char *folder, settings *out);

// What settings_load() does with the bytes of the file: sets in `out` what is sound, false when something is
// not. `name` is how the file is called.
bool settings_read(const char *name, const char *bytes, size_t length, settings *out);

// Moves a broken settings.yaml out of the way; `aside` receives its new name. False with one sentence.
bool settings_set_aside(const char *folder, char *aside, size_t capacity, error *e);

// Writes it (to a temporary name, then renamed; the folder is made when missing). `folder` empty: true,
// nothing is written.
bool settings_save(const char *folder, const settings *s, error *e);

// A clinic's own crisis line: `folder`/crisis-line.txt, plain text of up to `capacity` - 1 bytes, shown where
// the safety text stands. Empty when there is no such file; one that cannot be read, is not text in UTF-8, or
// is longer, is left out and false.
bool settings_crisis_line(const char *folder, char *out, size_t capacity);
// What it does with the bytes of the file, which are changed.
bool settings_crisis_read(char *bytes, size_t length, char *out, size_t capacity);

#endif

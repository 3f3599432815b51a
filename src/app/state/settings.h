// What the program remembers between runs, as a struct and as the bytes of settings.yaml: presentation
// options, the screen of the stage, and that the first-run panel was seen. Pure; app/words/settings_file.h
// keeps the bytes.
#ifndef NEUROTIDE_APP_SETTINGS_H
#define NEUROTIDE_APP_SETTINGS_H

#include "app/state/presentation.h"
#include "platform/monitors.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct settings {
    presentation look; // its language is empty until a person chooses one: until then the system's holds
    bool letter_keys;
    bool first_run_done;
    char stage_screen[MONITOR_NAME_MAX]; // that a speaker chose for the stage; empty: none
    bool theme_chosen, motion_chosen; // by a person: until then what is wished for of the whole system holds
} settings;

enum { SETTINGS_BYTES_MOST = 16384 };

settings settings_default(void); // night, 100 %, the system's language, moving, letters on; nothing chosen

// Any bytes are safe. False when something is not sound; the defaults stand for it then. What is missing has
// its default, and what only another version knows is passed over.
bool settings_parse(const char *bytes, size_t length, settings *out);

// The bytes of settings: `before` (may be NULL) with its entries renewed. What is not known here, comments
// and the order of lines stay. NUL-terminated, *out_length without it; the caller frees them. NULL without
// memory.
char *settings_print(const settings *s, const char *before, size_t length, size_t *out_length);

// Which entries differ, a bit for each, and to take those over.
enum { SETTINGS_ALL = 0x7F };
unsigned settings_changes(const settings *a, const settings *b);
void settings_take(settings *into, const settings *from, unsigned changes);

// A clinic's own crisis line: plain text of up to `capacity` - 1 bytes. One that is not text in UTF-8, or is
// longer, is left out: empty and false.
bool settings_crisis_line_parse(const char *bytes, size_t length, char *out, size_t capacity);

#endif

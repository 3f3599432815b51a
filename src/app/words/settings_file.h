// The settings and a clinic's own crisis line as the host keeps them: on a desktop in a folder of the
// person's.
#ifndef NEUROTIDE_APP_SETTINGS_FILE_H
#define NEUROTIDE_APP_SETTINGS_FILE_H

#include "app/state/settings.h"
#include "base/error.h"
#include "platform/host.h"

// Reads `folder`/settings.yaml and changes nothing there. A missing file gives the defaults and true. A
// broken one gives false, and the defaults for what is not sound in it. `folder` empty: defaults and true.
bool settings_load(const host *h, const char *folder, settings *out);

// Moves a broken settings.yaml out of the way; `aside` receives its new name. False with one sentence.
bool settings_set_aside(const host *h, const char *folder, char *aside, size_t capacity, error *e);

// Writes the entries `changes` of `s` into the file as it is now, so that several programs at one time keep
// each other's; the folder is made when missing. *kept: what the file holds then. A file that is broken stays
// as it is: false, *broken is set, and *kept is what is sound in it with the changes. `folder` empty: true,
// nothing is written.
bool settings_save(const host *h, const char *folder, const settings *s, unsigned changes, settings *kept,
                   bool *broken, error *e);

// `folder`/crisis-line.txt, shown where the safety text stands. Empty when there is no such file; one that
// cannot be read or is not as settings_crisis_line_parse() wants it is left out and false.
bool settings_crisis_line(const host *h, const char *folder, char *out, size_t capacity);

#endif

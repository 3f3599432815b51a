// Reading a script from a text file; the format is described in docs/scripting.md.
#ifndef NEUROTIDE_APP_SCRIPT_READ_H
#define NEUROTIDE_APP_SCRIPT_READ_H

#include "app/run/script.h"
#include "base/error.h"
#include <stddef.h>

// Reads a whole script. `name` is how messages call it. NULL with "name:line: what was expected".
script *script_parse(const char *name, const char *bytes, size_t length, error *e);
script *script_load(const char *path, error *e);

#endif

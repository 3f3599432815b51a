// A file of a name that was free.
#ifndef NEUROTIDE_BASE_FRESH_FILE_H
#define NEUROTIDE_BASE_FRESH_FILE_H

#include <stdio.h>

enum { FRESH_NAME_MORE = 8 }; // bytes that the name may be longer than path and ending, the NUL included

// Makes `path``ending` ("a.png.part"), or where that is taken `path``ending`-2, -3 ... for writing; what was
// there is never touched. `name` receives it: room for path, ending and FRESH_NAME_MORE. NULL (errno says
// why) when none can be made.
FILE *fresh_file(const char *path, const char *ending, char *name, size_t capacity);

#endif

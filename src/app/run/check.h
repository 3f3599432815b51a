// --check STORY: every mistake of a story on standard output, one line each with file, line and column.
#ifndef NEUROTIDE_APP_CHECK_H
#define NEUROTIDE_APP_CHECK_H

#include "app/state/options.h"

// Exit status: 0 when the story has no mistakes, 1 when it has or cannot be read.
int check_print(const options *o);

#endif

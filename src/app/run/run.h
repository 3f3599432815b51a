// The program as a whole: one run of it for checked options.
#ifndef NEUROTIDE_APP_RUN_H
#define NEUROTIDE_APP_RUN_H

#include "app/state/options.h"

// Does what the options ask; returns the exit status (0 done, 1 failed at run time). Errors go to stderr, one
// sentence each.
int app_run(const options *o);

#endif

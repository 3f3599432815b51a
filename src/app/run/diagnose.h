// `--diagnose`: what the program finds on this machine, a line each, in plain words.
#ifndef NEUROTIDE_APP_DIAGNOSE_H
#define NEUROTIDE_APP_DIAGNOSE_H

#include "app/state/options.h"

// Prints to stdout. Returns 0 when pictures can be drawn here, 1 when something they need is missing; a
// missing display alone is told and is no failure.
int diagnose_print(const options *o);

#endif

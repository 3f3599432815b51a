// `--bench SECONDS`: plays the state off screen, turning and with the clock running, and measures.
#ifndef NEUROTIDE_APP_BENCH_H
#define NEUROTIDE_APP_BENCH_H

#include "app/state/app_state.h"

// Prints one JSON line to standard output. Needs app_begin_picture() done on a current context.
bool bench_run(app *a, double seconds, error *e);

#endif

// Random events for a script.
#ifndef NEUROTIDE_APP_SCRIPT_RANDOM_H
#define NEUROTIDE_APP_SCRIPT_RANDOM_H

#include "app/run/script.h"
#include <stdint.h>

// Appends `count` key, mouse and touch events 4 ms apart, decided by the seed alone. None of them quits or
// changes the window's size. Returns the time of the last, or -1 when the script has grown too long.
double script_add_random(script *s, double time_s, int count, uint32_t seed);

#endif

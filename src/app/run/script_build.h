// Between the reader of scripts and its maker of random events.
#ifndef NEUROTIDE_APP_SCRIPT_BUILD_H
#define NEUROTIDE_APP_SCRIPT_BUILD_H

#include "app/run/script.h"

#include <stdint.h>

// Remembers that a command could not be done.
void script_fail(script *s);

// Appends a command; its text is copied. False when the script has grown too long or on lack of memory.
bool script_add(script *s, script_command c);

// Appends `count` key, mouse and touch events 4 ms apart, decided by the seed alone. None of them quits or
// changes the window's size. Returns the time of the last, or -1 when the script has grown too long.
double script_add_random(script *s, double time_s, int count, uint32_t seed);

#endif

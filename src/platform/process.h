// Time and memory of this process. Only app/ may ask; everything below gets time as an argument.
#ifndef NEUROTIDE_PLATFORM_PROCESS_H
#define NEUROTIDE_PLATFORM_PROCESS_H

#include <stdbool.h>
#include <stddef.h>

double process_time_s(void);                     // monotonic clock
void process_local_time(int *hour, int *minute); // of the day, as the person's clock shows it
double process_since_start_ms(void);             // since the operating system started the process
double process_peak_rss_mb(void);                // largest resident memory so far, MB; 0 where unknown
double process_cpu_s(void);                      // processor time used so far, s

// The languages that the person asked the system for, the dearest first, as the system names them
// ("pt_BR.UTF-8", "es", "C"): LANGUAGE, LC_ALL, LC_MESSAGES and LANG where the platform has them. Returns how
// many.
enum { PROCESS_LANGUAGES_MAX = 16, PROCESS_LANGUAGE_BYTES = 32 };
int process_languages(char out[PROCESS_LANGUAGES_MAX][PROCESS_LANGUAGE_BYTES]);

// True when a shared library of the system ("libEGL.so.1") can be opened.
bool process_has_library(const char *name);

#endif

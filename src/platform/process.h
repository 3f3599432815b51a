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

// Short name of the language the system speaks ("es", "pt"); "en" where it does not tell.
void process_language(char *out, size_t capacity);

// True when a shared library of the system ("libEGL.so.1") can be opened.
bool process_has_library(const char *name);

#endif

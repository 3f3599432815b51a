// Lines for another program's ears, on a stream that may be slow, full or gone: saying one never waits. What
// cannot go out at once is kept, up to LINES_OUT_MOST bytes; beyond that the oldest lines that have not begun
// to go out are dropped, since a listener who catches up wants to hear what holds now.
#ifndef NEUROTIDE_PLATFORM_LINES_OUT_H
#define NEUROTIDE_PLATFORM_LINES_OUT_H

#include <stdbool.h>

enum { LINES_OUT_MOST = 32768 };

typedef struct lines_out lines_out;

// On a file descriptor (1: the standard output), which stays the caller's. From then on a reader that ends
// does not end this process. NULL without memory.
lines_out *lines_out_open(int descriptor);

// Says a line (without its end); a longer one than LINES_OUT_MOST is cut.
void lines_out_say(lines_out *l, const char *line);

// Lets go out what can without waiting. True while more is kept.
bool lines_out_push(lines_out *l);

// Whether the reader has ended, after which nothing is kept or said.
bool lines_out_is_gone(const lines_out *l);

// Gives what is kept as many seconds to go out.
void lines_out_close(lines_out *l, double patience_s);

#endif

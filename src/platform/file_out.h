// A file while it is written: what stood there before is whole until the new one is.
#ifndef NEUROTIDE_PLATFORM_FILE_OUT_H
#define NEUROTIDE_PLATFORM_FILE_OUT_H

#include "base/error.h"

#include <stdbool.h>
#include <stdio.h>

typedef struct file_out file_out;

// Begins to write what `path` leads to; a link stays. A plain file, or one that is not there yet, is written
// under another name in the same folder and put in its place in the end. A device or a pipe is written into,
// and the name of a stream that is open already ("/dev/stdout") goes on in that stream. NULL with a sentence.
file_out *file_out_open(const char *path, error *e);

// Takes the bytes; never to be closed by the caller.
FILE *file_out_stream(const file_out *o);

// Ends it. `keep`: all that was written is on the disk and is the file now, else false with a sentence.
// Without `keep`, and after a fault, the file is what it was (a device or a pipe has what it got) and nothing
// is left beside it.
bool file_out_close(file_out *o, bool keep, error *e);

#endif

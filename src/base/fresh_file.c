#include "base/fresh_file.h"

#include <errno.h>

enum { NAMES = 1000 };

FILE *fresh_file(const char *path, const char *ending, char *name, size_t capacity)
{
    FILE *f = NULL;
    errno = EEXIST;
    for (int i = 1; !f && errno == EEXIST && i < NAMES; i++) {
        if (i == 1)
            snprintf(name, capacity, "%s%s", path, ending);
        else
            snprintf(name, capacity, "%s%s-%d", path, ending, i);
        f = fopen(name, "wbx");
    }
    return f;
}

#include "platform/path.h"

#include <stdio.h>
#include <string.h>

bool path_join(char out[PATH_MAX_BYTES], const char *folder, const char *name)
{
    size_t length = strlen(folder);
    const char *slash = length > 0 && folder[length - 1] == '/' ? "" : "/";
    int n = snprintf(out, PATH_MAX_BYTES, "%s%s%s", folder, slash, name);
    if (n < 0 || n >= PATH_MAX_BYTES) {
        out[0] = '\0';
        return false;
    }
    return true;
}

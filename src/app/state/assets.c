#include "app/state/assets.h"

#include "platform/files.h"
#include "platform/paths.h"

enum { ASSET_LIMIT = 64 << 20 };

bool assets_read(const char *folder, const char *name, char **bytes, size_t *length, error *e)
{
    char path[PATH_MAX_BYTES];
    if (!path_join(path, folder, name)) {
        error_set(e, "The path of %s is too long; move the program to a folder with a shorter name.", name);
        return false;
    }
    error why = {0};
    if (file_read(path, ASSET_LIMIT, bytes, length, &why))
        return true;
    if (why.cause == ERROR_NO_MEMORY)
        error_set_memory(e, "reading %s", path);
    else
        error_set(e, "%s is missing or cannot be read; build or install the program again.", path);
    return false;
}

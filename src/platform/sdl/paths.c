#include "platform/paths.h"

#include "platform/files.h"

#include <SDL2/SDL_filesystem.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// A folder of assets is known by its words: the other parts have sentences of their own when they are
// missing.
static bool try_assets(paths *out, const char *folder, const char *below)
{
    char words[PATH_MAX_BYTES];
    return path_join(out->assets, folder, below) && path_join(words, out->assets, "text") &&
           file_exists(words) && path_join(out->shaders, out->assets, "shaders");
}

static bool find_assets(paths *out, error *e)
{
    const char *given = getenv("NEUROTIDE_ASSETS");
    if (given && given[0]) {
        if (try_assets(out, given, ""))
            return true;
        error_set(e,
                  "NEUROTIDE_ASSETS names %s, which holds no folder text; name the folder with the assets.",
                  given);
        return false;
    }
    char *base = SDL_GetBasePath();
    bool found = base && (try_assets(out, base, "assets") || try_assets(out, base, "../share/neurotide"));
    if (!found)
        error_set(
            e,
            "The program's assets are neither in %sassets nor in %s../share/neurotide; build or install "
            "it again, or name their folder in NEUROTIDE_ASSETS.",
            base ? base : "", base ? base : "");
    SDL_free(base);
    return found;
}

static void find_settings(paths *out)
{
    out->settings[0] = '\0';
#if defined(__unix__) && !defined(__APPLE__)
    const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
    if (config && config[0] == '/')
        path_join(out->settings, config, "neurotide");
    else if (home && home[0])
        path_join(out->settings, home, ".config/neurotide");
#else
    char *folder = SDL_GetPrefPath("", "neurotide");
    if (folder)
        path_join(out->settings, folder, "");
    SDL_free(folder);
#endif
}

#if defined(__unix__) && !defined(__APPLE__)
// user-dirs.dirs holds a line XDG_PICTURES_DIR="$HOME/Pictures".
static bool pictures_told(const char *home, char out[PATH_MAX_BYTES])
{
    static const char key[] = "XDG_PICTURES_DIR=\"";
    const char *config = getenv("XDG_CONFIG_HOME");
    char folder[PATH_MAX_BYTES], file[PATH_MAX_BYTES], *bytes = NULL;
    size_t length = 0;
    bool found = false;
    if (config && config[0] == '/'
            ? !path_join(file, config, "user-dirs.dirs")
            : !path_join(folder, home, ".config") || !path_join(file, folder, "user-dirs.dirs"))
        return false;
    if (!file_read(file, 1 << 16, &bytes, &length, NULL))
        return false;
    for (char *line = bytes; line && !found;) {
        char *end = strchr(line, '\n');
        if (end)
            *end = '\0';
        if (strncmp(line, key, sizeof key - 1) == 0) {
            char *value = line + sizeof key - 1, *quote = strchr(value, '"');
            if (quote)
                *quote = '\0';
            if (strncmp(value, "$HOME/", 6) == 0)
                found = path_join(out, home, value + 6);
            else if (value[0] == '/')
                found = path_join(out, value, "");
        }
        line = end ? end + 1 : NULL;
    }
    free(bytes);
    return found && file_exists(out);
}
#endif

void paths_pictures(char out[PATH_MAX_BYTES])
{
    const char *home = getenv("HOME");
#ifdef _WIN32
    home = getenv("USERPROFILE");
#endif
    out[0] = '\0';
    if (!home || !home[0])
        return;
#if defined(__unix__) && !defined(__APPLE__)
    if (pictures_told(home, out))
        return;
#endif
    if (!path_join(out, home, "Pictures") || !file_exists(out))
        path_join(out, home, "");
}

bool paths_find(paths *out, error *e)
{
    memset(out, 0, sizeof *out);
    find_settings(out);
    if (find_assets(out, e))
        return true;
    out->assets[0] = out->shaders[0] = '\0';
    return false;
}

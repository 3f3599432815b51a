#include "platform/monitors.h"

#include <SDL2/SDL.h>

// Two screens of one make are told apart by a number.
static void take_name(monitor *list, int index, const char *name)
{
    int alike = 1;
    char plain[MONITOR_NAME_MAX - 4];
    SDL_snprintf(plain, sizeof plain, "%s", name && *name ? name : "?");
    SDL_snprintf(list[index].name, sizeof list[index].name, "%s", plain);
    for (int i = 0; i < index; i++)
        if (SDL_strcmp(list[i].name, list[index].name) == 0)
            SDL_snprintf(list[index].name, sizeof list[index].name, "%s %d", plain, ++alike);
}

static int list(void *ctx, monitor out[MONITORS_MAX])
{
    (void)ctx;
    int count = SDL_GetNumVideoDisplays(), found = 0;
    for (int i = 0; i < count && found < MONITORS_MAX; i++) {
        SDL_Rect r;
        const char *name = SDL_GetDisplayName(i);
        if (SDL_GetDisplayBounds(i, &r) != 0)
            continue;
        monitor *m = &out[found++];
        *m = (monitor){.x = r.x, .y = r.y, .width = r.w, .height = r.h};
        take_name(out, found - 1, name);
    }
    return found;
}

monitor_source monitors_of_system(void)
{
    return (monitor_source){.list = list};
}

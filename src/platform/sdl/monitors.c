#include "platform/monitors.h"

#include <SDL2/SDL.h>

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
        monitor_take_name(out, found - 1, name);
    }
    return found;
}

monitor_source monitors_of_system(void)
{
    return (monitor_source){.list = list};
}

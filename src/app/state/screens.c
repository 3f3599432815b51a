#include "app/state/screens.h"

#include <string.h>

static bool inside(const monitor *m, int x, int y)
{
    return x >= m->x && x < m->x + m->width && y >= m->y && y < m->y + m->height;
}

screens screens_find(const monitor_source *source, int stage_x, int stage_y, const char *wanted)
{
    screens s = {.count = source->list(source->ctx, s.list)};
    for (int i = s.count - 1; i >= 0; i--)
        if (inside(&s.list[i], stage_x, stage_y))
            s.of_stage = i;
    for (int i = s.count - 1; i >= 0 && *wanted; i--)
        if (strcmp(s.list[i].name, wanted) == 0)
            s.of_stage = i;
    s.of_presenter = s.of_stage;
    // The same place twice is a mirrored screen: no screen of one's own.
    for (int i = s.count - 1; i >= 0; i--)
        if (s.list[i].x != s.list[s.of_stage].x || s.list[i].y != s.list[s.of_stage].y)
            s.of_presenter = i;
    return s;
}

bool screens_have(const screens *s, const char *name)
{
    for (int i = 0; i < s->count; i++)
        if (strcmp(s->list[i].name, name) == 0)
            return true;
    return false;
}

screen_place screens_presenter_place(const screens *s)
{
    if (s->count == 0)
        return (screen_place){40, 40, 960, 600};
    const monitor *m = &s->list[s->of_presenter];
    if (s->of_presenter != s->of_stage)
        return (screen_place){m->x + m->width / 20, m->y + m->height / 20, m->width * 9 / 10,
                              m->height * 17 / 20};
    return (screen_place){m->x + m->width * 2 / 5, m->y + m->height * 2 / 5, m->width * 11 / 20,
                          m->height / 2};
}

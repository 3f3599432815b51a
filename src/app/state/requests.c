#include "app/state/requests.h"

#include <assert.h>
#include <string.h>

void request_redraw(app *a)
{
    a->asked.redraw = true;
}

void request_quit(app *a)
{
    a->asked.quit = true;
}

void request_picture(app *a)
{
    a->asked.picture = true;
}

void requests_picture_taken(app *a)
{
    a->asked.picture = false;
}

void request_following(app *a, change_maker *make, const void *with, size_t bytes)
{
    requests *r = &a->asked;
    bool room = r->change_count < CHANGES_MOST && bytes <= CHANGE_BYTES;
    assert(room);
    if (!room)
        return;
    asked_change *c = &r->changes[r->change_count++];
    c->make = make;
    if (bytes > 0)
        memcpy(c->with, with, bytes);
}

void request_change(app *a, change_maker *make, const void *with, size_t bytes)
{
    request_following(a, make, with, bytes);
    a->asked.rebuild = true;
    request_redraw(a);
}

void requests_taken(app *a)
{
    a->asked.redraw = a->asked.rebuild = false;
}

void requests_make_changes(app *a)
{
    requests *r = &a->asked;
    for (int i = 0; i < r->change_count; i++)
        r->changes[i].make(a, r->changes[i].with);
    r->change_count = 0;
}

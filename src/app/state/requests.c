#include "app/state/requests.h"

void request_redraw(app *a)
{
    a->asked.redraw = true;
}

void request_quit(app *a)
{
    a->asked.quit = true;
}

void requests_taken(app *a)
{
    a->asked.redraw = false;
}

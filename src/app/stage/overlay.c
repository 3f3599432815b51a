#include "app/stage/overlay.h"

#include "app/state/notice.h"
#include "app/state/session.h"
#include "app/words/remember.h"

void overlay_open(app *a, overlay o)
{
    a->stage.overlay = o;
}

void overlay_toggle(app *a, overlay o)
{
    if (a->stage.overlay == o)
        overlay_close(a);
    else
        overlay_open(a, o);
}

void overlay_close(app *a)
{
    bool due = a->stage.first_run_waits && !a->present.on;
    overlay_open(a, due ? OVERLAY_FIRST_RUN : OVERLAY_NONE);
}

void overlay_dismiss(app *a)
{
    if (a->stage.overlay == OVERLAY_NONE)
        return;
    if (a->stage.overlay == OVERLAY_FIRST_RUN) {
        session_set_first_run_done(a, true);
        a->stage.first_run_waits = false;
        remember_save(a);
    }
    overlay_close(a);
    notice_problems_read(a);
}

void overlay_await_first_run(app *a)
{
    a->stage.first_run_waits = true;
    if (a->stage.overlay == OVERLAY_NONE)
        overlay_open(a, OVERLAY_FIRST_RUN);
}

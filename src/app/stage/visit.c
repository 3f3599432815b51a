#include "app/stage/visit.h"

#include "app/stage/drift.h"
#include "app/stage/live.h"
#include "app/stage/moves.h"
#include "app/stage/overlay.h"
#include "app/stage/scene_host.h"
#include "app/state/notice.h"
#include "app/state/session.h"
#include "view/view_text.h"

#include <math.h>
#include <string.h>

static void set_run(app *a, double run_s)
{
    view_state v = a->session.view;
    v.run_s = run_s;
    session_set_view(a, &v);
}

static bool set_scene_after(app *a, view_scene s, double run_s)
{
    double before = a->session.view.run_s;
    set_run(a, run_s);
    if (scene_host_set(a, s))
        return true;
    set_run(a, before);
    return false;
}

bool visit_scene(app *a, view_scene s)
{
    return s == a->session.view.scene || set_scene_after(a, s, view_state_default(s).run_s);
}

void visit_reset(app *a)
{
    view_state target = view_state_opening();
    if (a->session.view.scene != target.scene)
        target = view_state_default(a->session.view.scene);
    session_set_playing(a, false);
    session_set_speed(a, SPEED_NORMAL);
    drift_end(a);
    moves_to(a, &target);
}

void visit_beyond(app *a, double factor)
{
    int direction = live_zoomed_beyond(a, factor);
    int s = (int)a->session.view.scene + direction;
    if (s >= 0 && s < VIEW_SCENES)
        visit_scene(a, (view_scene)s);
}

// The first line that is meant as a view, in the caller's room; what is too long for one stays too long.
// False when there is none.
static bool find_view(const char *text, char out[VIEW_STRING_MAX + 2])
{
    while (!view_state_is_meant(text)) {
        text += strcspn(text, "\r\n");
        text += strspn(text, "\r\n");
        if (!*text)
            return false;
    }
    size_t length = strcspn(text, "\r\n");
    length = length < VIEW_STRING_MAX + 1 ? length : VIEW_STRING_MAX + 1;
    memcpy(out, text, length);
    out[length] = '\0';
    return true;
}

void visit_paste(app *a, const char *text)
{
    char found[VIEW_STRING_MAX + 2];
    view_state v, plain = view_state_default(VIEW_BRAIN);
    view_problems problems = {0};
    if (!find_view(text, found)) {
        notice_toast(a, "toast.state_nothing");
        return;
    }
    bool right = view_state_parse(found, &v, &problems);
    notice_problems_set(a, &problems);
    if (!right && view_state_equal(&v, &plain)) { // nothing of it could be used: what is shown stays
        overlay_open(a, OVERLAY_PROBLEMS);
        return;
    }
    if (a->notice.problems.count > 0)
        overlay_open(a, OVERLAY_PROBLEMS);
    if (!set_scene_after(a, v.scene, v.run_s))
        return;
    session_set_playing(a, false);
    moves_to(a, &v);
    if (!right || a->notice.problems.count > 0) {
        overlay_open(a, OVERLAY_PROBLEMS);
        return;
    }
    notice_toast(a, "toast.state_pasted");
    if (a->stage.overlay == OVERLAY_PROBLEMS) // of an earlier one
        overlay_dismiss(a);
}

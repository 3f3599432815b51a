#include "app/run/hearing.h"

#include "app/actions/action_keys.h"
#include "app/chrome/card_focus.h"
#include "app/state/requests.h"
#include "app/story/kiosk.h"
#include "app/story/present.h"
#include "app/story/presenter.h"

static ui *ui_of(const app *a, int of_window)
{
    return of_window == 1 ? a->present.presenter.ui : a->parts.ui;
}

// Until that window's interface was built again the next event is not heard.
static void wait_for_build(app *a, int of_window, const input_event *e)
{
    a->hearing.for_build[of_window] = true;
    a->hearing.key = e->kind == INPUT_KEY_DOWN ? e->key : KEY_NONE;
}

static void run_action(app *a, const action *act, const input_event *e)
{
    overlay before = a->stage.overlay;
    bool card = a->session.card_open;
    if (!act->enabled || act->enabled(a))
        act->run(a);
    if (a->stage.overlay != OVERLAY_NONE && a->stage.overlay != before)
        ui_focus_by_key(a->parts.ui); // Enter means what has the focus in it
    if (a->session.card_open != card)
        card_focus_by_key(a);
    if (a->stage.overlay != before)
        wait_for_build(a, 0, e); // the next key is the panel's, or the stage's again
}

// What the interface took as a press is done by its next build.
static void notice_press(app *a, const input_event *e)
{
    bool press = e->kind == INPUT_KEY_DOWN || e->kind == INPUT_POINTER_UP;
    const ui *u = ui_of(a, e->window == 1);
    if (press && u && ui_awaits_build(u))
        wait_for_build(a, e->window == 1, e);
}

static void hear_key(app *a, const input_event *e)
{
    if (present_is_blanked(a) && e->repeat)
        return;
    key_meaning m = action_of_key(a, e);
    if (m.widget && ui_event(ui_of(a, e->window == 1), e))
        notice_press(a, e);
    else if (m.act)
        run_action(a, m.act, e);
}

// While the screen is blank a hand does nothing, but a press that began before may end.
static bool is_kept_from(const app *a, const input_event *e)
{
    return present_is_blanked(a) && e->kind != INPUT_POINTER_UP && e->kind != INPUT_POINTER_CANCEL &&
           e->kind != INPUT_POINTER_LEAVE;
}

static void hear_stage(app *a, const input_event *e)
{
    if (e->kind == INPUT_RESIZE) {
        a->frame.width = e->width > 0 ? e->width : 1;
        a->frame.height = e->height > 0 ? e->height : 1;
    } else if (e->kind == INPUT_CLOSE) {
        request_quit(a);
    } else if (!is_kept_from(a, e) && ui_event(a->parts.ui, e)) {
        notice_press(a, e);
    }
}

static void hear(app *a, const input_event *e)
{
    request_redraw(a);
    kiosk_input(a, e);
    present_notice(a, e);
    bool of_presenter = e->window == 1 && presenter_event(a, e);
    if (of_presenter)
        notice_press(a, e);
    else if (e->kind == INPUT_KEY_DOWN)
        hear_key(a, e);
    else if (e->window != 1)
        hear_stage(a, e);
}

// --- waiting

static bool holds_up(const app *a)
{
    const hearing_state *h = &a->hearing;
    return h->for_build[0] || h->for_build[1] || a->asked.picture;
}

bool app_waits(const app *a)
{
    return holds_up(a) || a->hearing.count > 0;
}

// The size and the end of a window concern no press. A key that is held goes where its first press went, and
// would pile up where building is slow.
static bool passes(const app *a, const input_event *e)
{
    const hearing_state *h = &a->hearing;
    bool held = e->kind == INPUT_KEY_DOWN && e->repeat && e->key == h->key && h->count == 0;
    return e->kind == INPUT_CLOSE || e->kind == INPUT_RESIZE || (held && !a->asked.picture);
}

static void hear_oldest(app *a)
{
    hearing_state *h = &a->hearing;
    input_event e = h->waiting[h->first];
    h->first = (h->first + 1) % HEARING_MOST;
    h->count--;
    hear(a, &e);
}

static void take(app *a, const input_event *e)
{
    hearing_state *h = &a->hearing;
    if (!app_waits(a) || passes(a, e)) {
        hear(a, e);
        return;
    }
    request_redraw(a);
    if (h->count == HEARING_MOST)
        hear_oldest(a);
    h->waiting[(h->first + h->count++) % HEARING_MOST] = *e;
}

void hearing_go_on(app *a)
{
    while (a->hearing.count > 0 && !holds_up(a))
        hear_oldest(a);
}

void hearing_built(app *a, int of_window)
{
    const ui *u = ui_of(a, of_window);
    bool more = u && (ui_awaits_build(u) || a->asked.rebuild);
    a->hearing.for_build[of_window] = a->hearing.for_build[of_window] && more;
    hearing_go_on(a);
}

void hearing_give_up(app *a, int of_window)
{
    a->hearing.for_build[of_window] = false;
    hearing_go_on(a);
}

void hearing_expire(app *a)
{
    input_event e;
    for (int i = 0; i < 2; i++)
        if (fingers_expire(&a->fingers[i], a->frame.now_s, &e))
            take(a, &e);
}

void app_event(app *a, const input_event *e)
{
    input_event heard[FINGERS_HEARD];
    float near = 0.04f * (float)(a->frame.width < a->frame.height ? a->frame.width : a->frame.height);
    int count = fingers_hear(&a->fingers[e->window == 1], e, a->frame.now_s, near, heard);
    for (int i = 0; i < count; i++)
        take(a, &heard[i]);
}

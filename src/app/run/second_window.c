#include "app/run/second_window.h"

#include "app/run/frame.h"
#include "app/run/hearing.h"
#include "app/stage/calm.h"
#include "app/stage/fade.h"
#include "app/stage/stage.h"
#include "app/story/presenter.h"

void second_window_tick(app *a, double dt_s, bool stage_drawn)
{
    const presenter_state *p = &a->present.presenter;
    if (!presenter_is_due(a, stage_drawn)) {
        if (!calm_is_holding(a))
            hearing_give_up(a, 1); // minimised, closed
        return;
    }
    app_build_presenter(a, dt_s);
    if (!presenter_is_open(a))
        return; // its own button closed it
    window_make_current(p->window);
    gfx_begin(a->parts.gfx, NULL, p->width, p->height);
    gfx_clear(a->parts.gfx, theme_get(a->session.look.theme)->stage);
    stage_present(a->parts.picture, a->chrome.presenter.picture, fade_mix(a));
    gfx_draw2d(a->parts.gfx, &a->chrome.presenter.draw, p->width, p->height);
    window_swap(p->window);
    window_make_current(a->parts.window);
}

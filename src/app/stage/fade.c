#include "app/stage/fade.h"

#include "app/stage/stage.h"
#include "app/state/requests.h"
#include "base/ease.h"

#include <math.h>

static const double jump_s = 0.3, zoom_s = 0.7;
static const float zoom_old = 3.0f, zoom_new = 0.55f;

bool fade_is_on(const app *a)
{
    return a->stage.live.fade_total_s > 0.0;
}

static double progress(const app *a)
{
    return fade_is_on(a) ? ease_in_out(1.0 - a->stage.live.fade_left_s / a->stage.live.fade_total_s) : 1.0;
}

stage_mix fade_mix(const app *a)
{
    stage_mix m = {.old_zoom = 1.0f, .zoom = 1.0f};
    if (!fade_is_on(a))
        return m;
    float t = (float)progress(a);
    m.old_opacity = 1.0f - t;
    if (a->stage.live.zoom > 0) {
        m.old_zoom = powf(zoom_old, t);
        m.zoom = powf(zoom_new, 1.0f - t);
    } else if (a->stage.live.zoom < 0) {
        m.old_zoom = powf(zoom_new, t);
        m.zoom = powf(zoom_old, 1.0f - t);
    }
    return m;
}

static void start(app *a, double seconds, int zoom)
{
    if (!a->parts.eased || !a->parts.picture)
        return;
    stage_keep_old(a->parts.picture, fade_mix(a), theme_get(a->session.look.theme)->stage);
    a->stage.live.new_scene = false;
    a->stage.live.fade_left_s = a->stage.live.fade_total_s = seconds;
    a->stage.live.zoom = a->session.look.reduce_motion ? 0 : zoom;
    request_redraw(a);
}

void fade_cross(app *a, double seconds)
{
    start(a, seconds, 0);
}

void fade_jump(app *a)
{
    start(a, jump_s, 0);
}

void fade_scene(app *a, int direction)
{
    start(a, zoom_s, direction > 0 ? 1 : -1);
    a->stage.live.new_scene = fade_is_on(a);
}

void fade_advance(app *a, double dt_s)
{
    if (!fade_is_on(a))
        return;
    a->stage.live.fade_left_s -= dt_s;
    if (a->stage.live.fade_left_s <= 0.0) {
        a->stage.live.fade_left_s = a->stage.live.fade_total_s = 0.0;
        a->stage.live.zoom = 0;
        a->stage.live.new_scene = false;
        stage_forget_old(a->parts.picture);
        request_redraw(a);
    }
}

float fade_overlay_alpha(const app *a)
{
    return a->stage.live.new_scene ? (float)progress(a) : 1.0f;
}

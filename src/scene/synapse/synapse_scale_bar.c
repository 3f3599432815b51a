#include "scene/synapse/synapse_scale_bar.h"

#include "scene/kit/type.h"
#include "scene/kit/wrap.h"
#include "scene/synapse/synapse_live.h"

#include <math.h>

static float margin_px(const scene_frame *f)
{
    return fmaxf(8.0f, 14.0f * f->unit);
}

rect synapse_scale_bar(const synapse *y, const synapse_plan *plan, const scene_frame *f, side s, bool draw)
{
    // A round length that takes about a quarter of the half, in the plane of the cut.
    static const double lengths_nm[] = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};
    camera c = synapse_camera_window(plan, f, s, y->sight[s].focus);
    rect p = plan->picture[s];
    const float zero[3] = {c.centre_mm[0], c.centre_mm[1], c.centre_mm[2]};
    float px[2], depth = 0.0f;
    if (!camera_project(&c, zero, px, &depth))
        return (rect){p.x, p.y, 0.0f, 0.0f};
    double px_per_nm = (double)c.px_per_mm / (1000.0 * synapse_um_per_unit(s));
    double nm = lengths_nm[0];
    for (int i = 0; i < (int)(sizeof lengths_nm / sizeof lengths_nm[0]); i++)
        if (lengths_nm[i] * px_per_nm < 0.24 * (double)p.w)
            nm = lengths_nm[i];
    char text[64];
    message m = message_make(nm >= 1000.0 ? "synapse.scale.um" : "synapse.scale.nm");
    message_number(&m, "length", nm >= 1000.0 ? nm / 1000.0 : nm, 0);
    words_format(f->words, &m, text, sizeof text);
    float small = type_small_px(f), margin = margin_px(f), length = (float)(nm * px_per_nm);
    float text_w = wrap_width(f->text, text, small, TEXT_REGULAR), w = fmaxf(length, text_w);
    rect r = {p.x + p.w - margin - w, p.y + p.h - margin - 1.5f * small, w, 1.5f * small};
    if (!draw)
        return r;
    float thick = fmaxf(2.0f, 3.0f * f->unit), x = r.x + r.w - length, base = r.y + r.h - thick;
    draw2d_shadow(f->draw, rect_inset(r, -0.3f * small), 0.5f * small, 0.8f * small,
                  colour_alpha(f->theme->stage, 0.75f));
    draw2d_box(f->draw, (rect){x, base, length, thick}, 0.0f, f->theme->ink);
    draw2d_text(f->draw, f->text, text, r.x + r.w - text_w, base - 0.35f * small, small, TEXT_REGULAR,
                f->theme->ink);
    return r;
}

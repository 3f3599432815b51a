#include "scene/synapse_plan.h"

#include "base/ease.h"

#include <math.h>

// What fits into the picture at zoom 1, scene units at the middle of the cleft.
static const float fit_width = 3.45f, fit_height = 2.10f;
static const float middle_z = 0.10f;
// Close enough that the cleft is looked into like a hall, with its ceiling and its floor.
static const float eye_distance = 3.0f, scene_radius = 2.9f;
// Height of the picture beside which traces may stand, in sizes of small print.
static const float least_picture = 12.5f;
static const double zoom_power = 1.22;
// The cut stays in sight.
static const double yaw_most = 62.0, pitch_least = -22.0, pitch_most = 48.0;

static float small_px(const scene_frame *f)
{
    return theme_type_px(TYPE_SMALL, f->unit, f->text_scale);
}

rect synapse_traces_rect(const scene_frame *f, side s)
{
    rect h = f->half[s];
    if (h.w <= 0.0f)
        return (rect){0};
    float small = small_px(f), wanted = fmaxf(6.6f * small, 0.235f * h.h);
    // The picture comes first: where both do not fit, the traces go.
    if (h.h - wanted < least_picture * small || h.w < 9.0f * small)
        wanted = 0.0f;
    wanted = floorf(wanted);
    return (rect){h.x, h.y + h.h - wanted, h.w, wanted};
}

rect synapse_picture_rect(const scene_frame *f, side s)
{
    rect h = f->half[s];
    h.h -= synapse_traces_rect(f, s).h;
    return h;
}

static camera make(const scene_frame *f, const float focus[3], rect frame, const float jitter_px[2])
{
    view_camera v = f->view->camera;
    v.yaw_deg = clamp(v.yaw_deg, -yaw_most, yaw_most) - 90.0;
    v.pitch_deg = clamp(v.pitch_deg, pitch_least, pitch_most);
    // The closest look is at one pore, far smaller than the synapse.
    v.zoom = pow(v.zoom, zoom_power);
    float near = (float)ease_in_out((v.zoom - 1.0) / 2.0);
    // What is looked at closely stands in the middle.
    camera_def d = {.view = v,
                    .frame = frame,
                    .fit = frame,
                    .centre_mm = {near * focus[0], near * focus[1], middle_z + near * (focus[2] - middle_z)},
                    .radius_mm = scene_radius,
                    .width_mm = fit_width,
                    .height_mm = fit_height,
                    .jitter_px = {jitter_px[0], jitter_px[1]},
                    .distance_mm = eye_distance};
    return camera_make(&d);
}

camera synapse_camera(const scene_frame *f, side s, const float focus[3], float scale,
                      const float jitter_px[2])
{
    rect r = synapse_picture_rect(f, s);
    rect frame = {(r.x - f->stage.x) * scale, (r.y - f->stage.y) * scale, r.w * scale, r.h * scale};
    return make(f, focus, frame, jitter_px);
}

camera synapse_camera_window(const scene_frame *f, side s, const float focus[3])
{
    static const float still[2] = {0.0f, 0.0f};
    return make(f, focus, synapse_picture_rect(f, s), still);
}

#include "scene/kit/camera.h"

#include <math.h>
#include <string.h>

// The eye's distance in radii of the subject: near enough for depth, far enough that gyri in front do not
// bulge.
static const float eye_distance_radii = 6.0f;
// Room between the bounding sphere and the near and far planes.
static const float plane_room = 1.25f;
// An eye close to the subject still has a near plane in front of it.
static const float least_near = 0.1f;

static float dot3(const float a[3], const float b[3])
{
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

static void axes(camera *c, const view_camera *v)
{
    const double degree = 3.14159265358979323846 / 180.0;
    float yaw = (float)(v->yaw_deg * degree), pitch = (float)(v->pitch_deg * degree);
    float cy = cosf(yaw), sy = sinf(yaw), cp = cosf(pitch), sp = sinf(pitch);
    // Yaw 0 looks from the subject's left side (-x), 90 from the front (+y).
    const float toward[3] = {-cy * cp, sy * cp, sp};
    const float right[3] = {-sy, -cy, 0.0f};
    const float up[3] = {cy * sp, -sy * sp, cp};
    memcpy(c->toward, toward, sizeof toward);
    memcpy(c->right, right, sizeof right);
    memcpy(c->up, up, sizeof up);
}

camera camera_make(const camera_def *def)
{
    camera c = {.frame = def->frame};
    axes(&c, &def->view);
    float fit = fminf(def->fit.w / def->width_mm, def->fit.h / def->height_mm);
    c.px_per_mm = fmaxf(fit, 1e-3f) * (float)def->view.zoom;
    c.distance_mm = def->distance_mm > 0.0f ? def->distance_mm : eye_distance_radii * def->radius_mm;
    c.focal_px = c.px_per_mm * c.distance_mm;
    memcpy(c.centre_mm, def->centre_mm, sizeof c.centre_mm);
    for (int i = 0; i < 3; i++)
        c.eye_mm[i] = def->centre_mm[i] + c.distance_mm * c.toward[i];

    float half_height = 0.5f * def->frame.h;
    c.centre_px[0] = def->fit.x + 0.5f * def->fit.w + (float)def->view.pan_x * half_height;
    c.centre_px[1] = def->fit.y + 0.5f * def->fit.h - (float)def->view.pan_y * half_height;

    // The centre's place in the frame, -1..1 with y up, and the sample's shift within its pixel.
    float w = fmaxf(def->frame.w, 1.0f), h = fmaxf(def->frame.h, 1.0f);
    float shift_x = 2.0f * (c.centre_px[0] + def->jitter_px[0] - def->frame.x) / w - 1.0f;
    float shift_y = 1.0f - 2.0f * (c.centre_px[1] + def->jitter_px[1] - def->frame.y) / h;
    float scale_x = 2.0f * c.focal_px / w, scale_y = 2.0f * c.focal_px / h;
    float near = fmaxf(c.distance_mm - plane_room * def->radius_mm, least_near * c.distance_mm),
          far = c.distance_mm + plane_room * def->radius_mm;
    float depth = (far + near) / (far - near), depth_shift = -2.0f * far * near / (far - near);

    // Rows of clip space as functions of the point p: with d = distance along the view axis,
    // x = scale_x * right.(p - eye) + shift_x * d, w = d, z = depth * d + depth_shift.
    float *m = c.view_projection;
    float eye_right = dot3(c.right, c.eye_mm), eye_up = dot3(c.up, c.eye_mm),
          eye_toward = dot3(c.toward, c.eye_mm);
    for (int i = 0; i < 3; i++) {
        m[4 * i + 0] = scale_x * c.right[i] - shift_x * c.toward[i];
        m[4 * i + 1] = scale_y * c.up[i] - shift_y * c.toward[i];
        m[4 * i + 2] = -depth * c.toward[i];
        m[4 * i + 3] = -c.toward[i];
    }
    m[12] = -scale_x * eye_right + shift_x * eye_toward;
    m[13] = -scale_y * eye_up + shift_y * eye_toward;
    m[14] = depth * eye_toward + depth_shift;
    m[15] = eye_toward;
    return c;
}

bool camera_project(const camera *c, const float mm[3], float px[2], float *depth_mm)
{
    const float p[3] = {mm[0] - c->eye_mm[0], mm[1] - c->eye_mm[1], mm[2] - c->eye_mm[2]};
    float distance = -dot3(c->toward, p);
    if (depth_mm)
        *depth_mm = c->distance_mm - distance;
    if (distance < 1e-3f * c->distance_mm)
        return false;
    float scale = c->focal_px / distance;
    px[0] = c->centre_px[0] + scale * dot3(c->right, p);
    px[1] = c->centre_px[1] - scale * dot3(c->up, p);
    return true;
}

void camera_ray(const camera *c, float x, float y, float origin_mm[3], float direction[3])
{
    float across = (x - c->centre_px[0]) / c->focal_px, upward = (c->centre_px[1] - y) / c->focal_px;
    float length = sqrtf(1.0f + across * across + upward * upward);
    for (int i = 0; i < 3; i++) {
        origin_mm[i] = c->eye_mm[i];
        direction[i] = (across * c->right[i] + upward * c->up[i] - c->toward[i]) / length;
    }
}

float camera_facing(const camera *c, const float direction[3])
{
    return dot3(c->toward, direction);
}

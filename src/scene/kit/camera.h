// Orbit camera of a subject in MNI axes (x right, y front, z up, millimetres), shared by all scenes with a
// body to turn. Zoom lengthens the focal length and leaves the eye where it is, so that the near plane never
// cuts the subject and the perspective stays the same from afar to a single gyrus.
#ifndef NEUROTIDE_SCENE_CAMERA_H
#define NEUROTIDE_SCENE_CAMERA_H

#include "base/geometry2d.h"
#include "view/view_state.h"

#include <stdbool.h>

typedef struct camera_def {
    view_camera view;
    rect frame;                // px of the surface that the half covers
    rect fit;                  // px; within the frame: where the subject stands at zoom 1 and no pan
    float centre_mm[3];        // of the subject
    float radius_mm;           // of its bounding sphere
    float width_mm, height_mm; // what must fit into `fit` at zoom 1
    float jitter_px[2];        // sub-pixel shift, -0.5..0.5
    float distance_mm;         // from the eye to the centre; 0 takes six radii. Nearer means more perspective
} camera_def;

typedef struct camera {
    float view_projection[16]; // column-major, to OpenGL clip space of the frame
    float eye_mm[3];
    float right[3], up[3], toward[3]; // unit axes of the screen; `toward` points from the subject to the eye
    float px_per_mm;                  // at the subject's centre
    float focal_px;
    float centre_px[2]; // where the subject's centre is drawn
    float distance_mm;  // from the eye to the subject's centre
    float centre_mm[3];
    rect frame;
} camera;

camera camera_make(const camera_def *def);

// Where a point is drawn, px of the surface; `depth_mm` (may be NULL) is its distance in front of the
// subject's centre, positive towards the eye. False when it lies behind the eye.
bool camera_project(const camera *c, const float mm[3], float px[2], float *depth_mm);

// The ray from the eye through a point of the surface; `direction` has unit length.
void camera_ray(const camera *c, float x, float y, float origin_mm[3], float direction[3]);

// How much a direction of the subject points towards the eye, -1..1.
float camera_facing(const camera *c, const float direction[3]);

#endif

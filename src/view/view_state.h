// The view state: everything that decides what is on the stage. Its readable form, the state string, is read
// and written by view/view_text.h.
#ifndef NEUROTIDE_VIEW_VIEW_STATE_H
#define NEUROTIDE_VIEW_VIEW_STATE_H

#include "base/side.h"

#include <stdbool.h>
#include <stdint.h>

// The magnifications: view_scenes.def.
typedef enum view_scene {
#define VIEW_SCENE(NAME, id, yaw, pitch, run, KEYS) VIEW_##NAME,
#include "view/view_scenes.def"
    VIEW_SCENES
} view_scene;
typedef enum view_halves { VIEW_BOTH, VIEW_SSRI, VIEW_KETAMINE } view_halves;
typedef enum view_look { VIEW_GLASS, VIEW_SOLID, VIEW_INSIDE, VIEW_LOOKS } view_look;
typedef enum view_target { VIEW_INTERNEURON, VIEW_PYRAMIDAL } view_target;
typedef enum view_block {
    VIEW_BLOCK_BOTH,
    VIEW_BLOCK_INTERNEURON,
    VIEW_BLOCK_PYRAMIDAL,
    VIEW_BLOCK_NONE
} view_block;

#define VIEW_ZOOM_MIN 0.5
#define VIEW_ZOOM_MAX 12.0

typedef struct view_camera {
    double yaw_deg;      // -180..180, 0 looks from the left side (MNI -x), 90 from the front
    double pitch_deg;    // -89..89, positive looks from above
    double zoom;         // 1 = the whole subject fits, VIEW_ZOOM_MIN..VIEW_ZOOM_MAX
    double pan_x, pan_y; // in half-stage heights, -1..1: where the subject's centre is moved to (right, up)
} view_camera;

enum { VIEW_PICK_MAX = 24 };

typedef struct view_state {
    view_scene scene;
    double t_min; // minutes after the first dose, 0 = before, 0..56 d
    bool pinned[SIDE_COUNT];
    double pin_min[SIDE_COUNT]; // that side's own moment, valid when pinned
    view_halves halves;         // key `view`
    double ketamine_mg_per_kg;  // 0..1
    double ssri_target;         // 0..0.9
    double run_s;               // seconds of live animation shown
    uint32_t seed;
    view_camera camera; // key `cam` = yaw:pitch:zoom[:panx:pany]
    bool labels;
    char pick[VIEW_PICK_MAX]; // id of a region, part or cell: [a-z0-9_.-]; empty for none
    // A member for each key that a scene has of its own, whichever scene is shown: look, block, mg ...
#define VIEW_SCENE(NAME, id, yaw, pitch, run, KEYS) KEYS
#define VIEW_KEY(type, member, name, initial, expected, ...) type member;
#include "view/view_scenes.def"
} view_state;

// The value of the key `scene`: "brain".
const char *view_scene_id(view_scene scene);

// The default of every key for a scene (camera and run differ by scene).
view_state view_state_default(view_scene scene);
// The first picture a person sees: the article's diagram (brain, tssri=4w, tketamine=40min).
view_state view_state_opening(void);

// Moment shown on a side: its pin or the clock.
double view_moment_min(const view_state *v, side s);
bool view_shows(const view_state *v, side s);
bool view_state_equal(const view_state *a, const view_state *b);
// What a view becomes by an edit of a copy of it: only what differs between before and after is taken over.
view_state view_state_edited(const view_state *now, const view_state *before, const view_state *after);

// The same view with numbers a person would write: times to 3 figures, camera angles to 0.1 degree, zoom, pan
// and inputs to 0.01. For strings that are copied after dragging.
view_state view_state_rounded(const view_state *v);

// State between two: t in 0..1 (already eased). Continuous values are mixed (time on the log axis, yaw the
// short way round, zoom geometrically), the others switch at t = 0.5, the camera too when the scenes differ.
// A side pinned in either state is pinned meanwhile, so that the moment it shows never jumps. At t <= 0
// equals a, at t >= 1 equals b.
view_state view_state_mix(const view_state *a, const view_state *b, double t);

#endif

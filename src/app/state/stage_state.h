// What is on the stage besides the view itself: the magnification and what lives in it, the camera's run,
// what the pointer is over, what was drawn last, and which panel lies over it.
#ifndef NEUROTIDE_APP_STAGE_STATE_H
#define NEUROTIDE_APP_STAGE_STATE_H

#include "app/state/calm_state.h"
#include "app/state/live_state.h"
#include "app/state/move_state.h"
#include "base/geometry2d.h"
#include "scene/scene.h"
#include "ui/theme.h"
#include "view/view_state.h"

#include <stdbool.h>

typedef enum overlay {
    OVERLAY_NONE,
    OVERLAY_FIRST_RUN,
    OVERLAY_MENU, // settings: language, theme, text size, motion, keys; links to help and about
    OVERLAY_HELP, // from the action table
    OVERLAY_ABOUT,
    OVERLAY_STORIES,  // to choose one
    OVERLAY_SURE,     // "How sure is this?": evidence cards of what is shown
    OVERLAY_GLOSSARY, // words, those of the present caption first
    OVERLAY_PROBLEMS  // what was ignored at the start, in a pasted string or in a story's file
} overlay;

// What the 3D picture depends on besides the view state.
typedef struct picture_key {
    rect stage;
    theme_id theme;
    unsigned revision; // of what the scene's own controls changed
    char hovered[VIEW_PICK_MAX];
} picture_key;

// How fast the camera still goes by itself after a flick, a key or a wheel.
typedef struct camera_drift {
    double yaw, pitch; // deg/s
    double zoom;       // of the factor's logarithm, 1/s
    double right, up;  // half-stage heights/s
    // What keys asked for beyond the limits of speed: it follows as the speed falls.
    double owed_yaw, owed_pitch, owed_zoom;
} camera_drift;

typedef struct stage_state {
    const scene_class *scene;
    void *scene_data;            // NULL until there is a GL context
    overlay overlay;             // the panel over the stage
    bool first_run_waits;        // its panel is to be answered; it comes back when others close
    char hovered[VIEW_PICK_MAX]; // id under the pointer, empty for none
    scene_names names;           // of parts, of the last build
    float named_x, named_y;      // where the pointer found one of them
    bool on_name;
    camera_drift drift;
    bool camera_held;
    double dragged_s;      // frame.now_s when a hand last took hold of the stage or turned it
    view_state drawn_view; // what the 3D picture shows
    picture_key drawn_key; // and how
    double rested_s;       // since the last change of the 3D picture
    stage_move move;
    live_state live;
    calm_state calm;
} stage_state;

#endif

// Everything that app/ knows, shared by the files of app/ alone. What is on the stage follows from `view` and
// `look`; the rest is the state of the interface itself.
#ifndef NEUROTIDE_APP_APP_STATE_H
#define NEUROTIDE_APP_APP_STATE_H

#include "app/stage/stage.h"
#include "app/state/calm_state.h"
#include "app/state/chrome_state.h"
#include "app/state/fingers.h"
#include "app/state/kiosk_state.h"
#include "app/state/layout.h"
#include "app/state/live_state.h"
#include "app/state/player_state.h"
#include "app/state/present_state.h"
#include "app/state/presentation.h"
#include "app/state/reading_state.h"
#include "app/state/remember_state.h"
#include "base/draw2d.h"
#include "base/message.h"
#include "content/string_table.h"
#include "gfx/gfx.h"
#include "model/treatment.h"
#include "platform/paths.h"
#include "platform/text.h"
#include "platform/window.h"
#include "scene/scene.h"
#include "ui/ui.h"
#include "view/view_state.h"

enum { APP_TOAST_MAX = 512, APP_CAPTION_MAX = 1536, APP_CRISIS_MAX = 512 };

typedef enum play_speed { SPEED_SLOW, SPEED_NORMAL, SPEED_FAST, SPEEDS } play_speed;

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

// Where the time of the last frame went.
typedef struct app_timing {
    double model_ms, flat_ms, gpu_ms, frame_ms;
} app_timing;

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

// A running move of the stage from one view to another.
typedef struct stage_move {
    view_state from, to, now;
    double gone_s, total_s; // total 0: none
    bool even;              // at constant speed, else it starts and ends at rest
} stage_move;

typedef struct app {
    // what is shown
    view_state view;
    presentation look;
    bool playing;
    play_speed speed;
    bool card_open;   // the controls card on the right
    bool letter_keys; // single-letter keys are on
    overlay overlay;
    view_problems problems;    // shown by OVERLAY_PROBLEMS
    char toast[APP_TOAST_MAX]; // short confirmation, empty for none
    double toast_left_s;
    unsigned toasts; // shown so far
    bool quit;
    bool first_run_done;  // remembered in the settings
    bool first_run_waits; // its panel is to be answered; it comes back when others close
    remember_state remember;

    // what it is made of
    paths paths;
    platform_text *text;
    text_source text_source;
    string_table *strings; // current language, falling back to English; NULL for English itself
    string_table *english;
    words words;
    char crisis_line[APP_CRISIS_MAX]; // a clinic's own, empty for none
    treatment *treatment;
    gfx *gfx;
    ui *ui;
    draw2d draw;
    const scene_class *scene;
    void *scene_data;
    window *window; // NULL without one (pictures, benchmarks)
    bool eased;     // changes take their time, as in a window; a picture shows one moment only

    // the surface
    int width, height;             // px
    app_layout layout;             // of the last build
    char caption[APP_CAPTION_MAX]; // live description of the shown state
    char hovered[VIEW_PICK_MAX];   // id under the pointer, empty for none
    scene_names names;             // of parts, of the last build
    float named_x, named_y;        // where the pointer found one of them
    bool on_name;
    camera_drift drift;
    bool camera_held;
    double dragged_s;    // now_s when a hand last took hold of the stage or turned it
    chrome_state chrome; // what the interface remembers
    player_state player; // the story that is open
    present_state present;
    kiosk_state kiosk;
    reading_state reading;
    bool narrate;
    char narrated_caption[APP_CAPTION_MAX], narrated_focus[768];

    // the frame
    fingers fingers[2];    // on each window
    stage *stage;          // 3D picture and its quality
    double now_s;          // of the present tick, since some beginning; the loop or a script sets it
    double dt_s;           // of the present tick
    bool dirty;            // something came that may change the flat picture
    view_state drawn_view; // what the 3D picture shows
    picture_key drawn_key; // and how
    double rested_s;       // since the last change of the 3D picture
    stage_move move;
    live_state live;
    calm_state calm;
    app_timing timing;
} app;

// --- app/clock.c
// Moves the clock by dt while playing; stops at 8 weeks and when nothing shown follows it any more. Speeds:
// whole axis in 60/30/15 s at constant logarithmic speed.
void clock_advance(app *a, double dt_s);
bool clock_runs(const app *a); // it plays, or a story's move takes it along
// Plays or stops; either ends a move that takes the clock along. Playing from a pinned opening releases the
// pins and starts at the dose.
void clock_play(app *a, bool on);
void clock_step(app *a, int direction);
void clock_set(app *a, double t_min);
void clock_scrub(app *a, double axis);   // by a part of the clock's axis
bool clock_is_idle(const view_state *v); // every half shown is pinned: the clock moves nothing

// --- app/describe.c: the live description in the current language
void describe_state(const app *a, char *out, size_t capacity);

// --- app/moves.c
// Moves the stage to another view: eased over 300 ms, by a cross-fade under reduced motion. Anything the user
// changes by hand meanwhile ends the move.
void app_go(app *a, const view_state *target);

// --- app/app.c
void app_apply_inputs(app *a); // the doses changed: tabulate and tell the scene
bool app_set_language(app *a, const char *lang, error *e);
bool app_set_scene(app *a, view_scene s);
// The same by hand: what lives there is met after its own telling seconds.
bool app_visit_scene(app *a, view_scene s);
void app_reset(app *a); // everything in the scene, speed included; keeps presentation
void app_toast(app *a, const char *text_id);
void app_toast_message(app *a, const message *m);
void app_toast_text(app *a, const char *text); // in words already
void app_paste_state(app *a, const char *text);
void app_problem(app *a, const message *m); // one more sentence in the problems panel, which opens
scene_frame app_scene_frame(app *a);

// --- app/remember.c
void app_settings_save(app *a); // when something was changed that is remembered

#endif

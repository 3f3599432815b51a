// The view state: everything that decides what is on the stage, and its readable form, the state string
// ("v1,scene=brain,tssri=4w,tketamine=40min"). Anything left out has its default.
#ifndef NEUROTIDE_VIEW_VIEW_STATE_H
#define NEUROTIDE_VIEW_VIEW_STATE_H

#include "base/message.h"
#include "base/side.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum view_scene { VIEW_BRAIN, VIEW_CIRCUIT, VIEW_SYNAPSE, VIEW_GROWTH, VIEW_SCENES } view_scene;
typedef enum view_halves { VIEW_BOTH, VIEW_SSRI, VIEW_KETAMINE } view_halves;
typedef enum view_look { VIEW_GLASS, VIEW_SOLID, VIEW_INSIDE, VIEW_LOOKS } view_look;
typedef enum view_target { VIEW_INTERNEURON, VIEW_PYRAMIDAL } view_target;
typedef enum view_block {
    VIEW_BLOCK_BOTH,
    VIEW_BLOCK_INTERNEURON,
    VIEW_BLOCK_PYRAMIDAL,
    VIEW_BLOCK_NONE
} view_block;

typedef struct view_camera {
    double yaw_deg;      // -180..180, 0 looks from the left side (MNI -x), 90 from the front
    double pitch_deg;    // -89..89, positive looks from above
    double zoom;         // 1 = the whole subject fits, 0.5..12
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
    view_look look;
    view_target target;
    bool mg;
    bool true_scale; // key `scale` = seen | true
    view_block block;
    bool inhibition;
    bool stressed; // key `start` = healthy | stressed
    bool rapamycin;
} view_state;

// The default of every key for a scene (camera and run differ by scene).
view_state view_state_default(view_scene scene);
// The first picture a person sees: the article's diagram (brain, tssri=4w, tketamine=40min).
view_state view_state_opening(void);

// Moment shown on a side: its pin or the clock.
double view_moment_min(const view_state *v, side s);
bool view_shows(const view_state *v, side s);
bool view_state_equal(const view_state *a, const view_state *b);

// Whether a text is meant as a state string: it begins, after blanks, with a version (of this program or
// another).
bool view_state_is_meant(const char *text);

// What was wrong with a string: one entry per bad key or value, in plain English words for stderr and screen,
// printable ASCII whatever the string held. What app/ adds for the screen is in the person's language.
enum { VIEW_PROBLEMS = 16, VIEW_PROBLEM_TEXT = 320, VIEW_STRING_MAX = 1024 };
typedef struct view_problems {
    int count;   // number of entries stored
    int dropped; // further ones not stored
    char text[VIEW_PROBLEMS]
             [VIEW_PROBLEM_TEXT]; // "t=9w: expected 0 or a number with s, min, h, d or w, up to 8w; using 0"
} view_problems;

// Parses a state string; always leaves a usable state (defaults where something was wrong). True when all was
// right. `problems` may be NULL. Pairs are separated by commas; blanks and line ends round pairs, keys and
// values are ignored. A key given twice counts the first time. Another version than v1, or more than
// VIEW_STRING_MAX bytes: refused as a whole. Any bytes are safe; NULL is read as the empty string.
bool view_state_parse(const char *text, view_state *out, view_problems *problems);

// Prints the shortest string that parses to the same state (defaults left out, numbers with the fewest
// digits, moments in the unit that makes the number shortest). Returns the length; with VIEW_STRING_MAX bytes
// it always fits. What does not fit is left out pair by pair.
size_t view_state_print(const view_state *v, char *out, size_t capacity);

// The same view with numbers a person would write: times to 3 figures, camera angles to 0.1 degree, zoom, pan
// and inputs to 0.01. For strings that are copied after dragging.
view_state view_state_rounded(const view_state *v);

// State between two: t in 0..1 (already eased). Continuous values are mixed (time on the log axis, yaw the
// short way round, zoom geometrically), the others switch at t = 0.5, the camera too when the scenes differ.
// A side pinned in either state is pinned meanwhile, so that the moment it shows never jumps. At t <= 0
// equals a, at t >= 1 equals b.
view_state view_state_mix(const view_state *a, const view_state *b, double t);

// The clock's axis: 0 = "before" stub .. 1 = 8 weeks. The stub takes the first VIEW_AXIS_STUB of the axis,
// then log10(t) from 1 minute to 8 weeks. Both functions clamp and are each other's inverse; within the stub
// the time rises evenly from 0 to 1 min, and only the axis' very start is "before".
#define VIEW_AXIS_STUB 0.06
double view_axis_of_time(double t_min);
double view_time_of_axis(double axis);

// The marks of the clock in order: before, 40 min (end of infusion), 2 h, 24 h, 7 d, 2, 4, 6 and 8 weeks.
typedef struct view_mark {
    double t_min;
    const char *word; // message id of its short label
} view_mark;
const view_mark *view_marks(int *count);
// Next or previous mark from a moment; the same moment at the ends.
double view_mark_step(double t_min, int direction);

// A moment in words, as "{count} minutes": ids time.s, time.min (to 2 h), time.h (to 48 h), time.d (to 14 d)
// and time.w, count with one decimal when below 10 and not whole; "time.before" for 0.
message view_time_message(double t_min);

#endif

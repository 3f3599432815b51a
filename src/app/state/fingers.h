// From fingers to presses and pinches: what the window system tells of single fingers becomes the pointer and
// pinch events that everything else hears, and no press outlives what ends it. One for each window.
//
// One finger is a pointer (`touch` set). A second one takes the press back (INPUT_POINTER_CANCEL), and both
// together are INPUT_PINCH until all are lifted; a finger that is left over does not drag. A press, of a
// finger or a mouse, also ends when the window loses the keys, when the pointer leaves and when the system
// takes the gesture. The system may never tell that a finger was lifted: one of which nothing was heard for a
// while no longer makes another one into a pinch, and in the end its press is given up.
#ifndef NEUROTIDE_APP_FINGERS_H
#define NEUROTIDE_APP_FINGERS_H

#include "base/input.h"

enum { FINGERS_MOST = 2, FINGERS_HEARD = 3 };

typedef struct finger {
    long long id;
    float x, y; // px
    double heard_s;
} finger;

// All zero: nothing is down.
typedef struct fingers {
    finger at[FINGERS_MOST];
    int count;
    bool pinching;     // two were down and not all have been lifted since
    input_event press; // the press that has begun and not ended; kind INPUT_NONE for none
    double tap_s;      // of the last press of a finger
    float tap_x, tap_y;
    int taps; // in a row
} fingers;

// What an event of the window means: writes the events to be heard instead (itself among them, unless it is
// one of fingers) and returns how many. Two presses of a finger no farther than `near_px` apart are a double
// click when they come quickly. `now_s`: any clock that goes on evenly.
int fingers_hear(fingers *f, const input_event *e, double now_s, float near_px,
                 input_event out[FINGERS_HEARD]);

// Gives up what was silent for too long; true when that ends a press, by the event in *out.
bool fingers_expire(fingers *f, double now_s, input_event *out);
// Seconds after which fingers_expire() has something to do, HUGE_VAL for never.
double fingers_wake_in_s(const fingers *f, double now_s);

#endif

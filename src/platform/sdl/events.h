// SDL events to the neutral events of base/input.h. A part of platform/ with its own header so that tests can
// feed it events without a window.
#ifndef NEUROTIDE_PLATFORM_SDL_EVENTS_H
#define NEUROTIDE_PLATFORM_SDL_EVENTS_H

#include "base/input.h"

#include <SDL2/SDL_events.h>
#include <stdbool.h>

enum { EVENTS_QUEUE = 8, EVENTS_FINGERS = 2 };

typedef struct finger {
    SDL_FingerID id;
    float x, y; // px
} finger;

// What has to be remembered between events. Zero is a good start apart from the sizes.
typedef struct event_reader {
    int width, height;           // physical px of the drawable
    float px_per_unit;           // physical px of a window coordinate
    unsigned mods;               // held by the last key event: the only source of MOD_ bits for the pointer
    float x, y;                  // the pointer's last place, px
    int held[SDL_NUM_SCANCODES]; // the key sent for each key now down, so that its release matches
    finger fingers[EVENTS_FINGERS];
    int finger_count;
    bool pinching; // two fingers were down and not all have been lifted since
    Uint32 tap_ms; // last touch
    float tap_x, tap_y;
    int taps;
    input_event queue[EVENTS_QUEUE];
    int first, count;
} event_reader;

// Appends what the event means to the queue. `text` is what the key produced (the SDL_TEXTINPUT that
// followed), NULL for none. One finger is a pointer (`touch` set). A second one takes the press back
// (INPUT_POINTER_LEAVE) and both together are INPUT_PINCH until all are lifted.
void events_read(event_reader *r, const SDL_Event *e, const char *text);
bool events_next(event_reader *r, input_event *out);

// True when a key press may have produced a character that decides which key it is.
bool events_key_may_type(const SDL_KeyboardEvent *k);

#endif

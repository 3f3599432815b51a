// SDL events to the neutral events of base/input.h. A part of platform/ with its own header so that tests can
// feed it events without a window.
#ifndef NEUROTIDE_PLATFORM_SDL_EVENTS_H
#define NEUROTIDE_PLATFORM_SDL_EVENTS_H

#include "base/input.h"

#include <SDL2/SDL_events.h>
#include <stdbool.h>

enum { EVENTS_QUEUE = 8 };

// A key that is down, as it was told, so that its release matches whatever the modifiers are by then.
typedef struct held_key {
    int key, place;
} held_key;

// What has to be remembered between events. Zero is a good start apart from the sizes.
typedef struct event_reader {
    int width, height; // physical px of the drawable
    float px_per_unit; // physical px of a window coordinate
    unsigned mods;     // held by the last key event: the only source of MOD_ bits for the pointer
    float x, y;        // the pointer's last place, px
    held_key held[SDL_NUM_SCANCODES]; // by place
    unsigned buttons;                 // of the mouse that are down, a bit each
    bool left;                        // the pointer left while one was: told when that has ended
    input_event queue[EVENTS_QUEUE];
    int first, count;
} event_reader;

// Appends what the event means to the queue. `text` is what the key produced (the SDL_TEXTINPUT that
// followed), NULL for none. While a button is held the window system goes on telling of the pointer outside
// the window, so that it has not left before the release.
void events_read(event_reader *r, const SDL_Event *e, const char *text);
bool events_next(event_reader *r, input_event *out);

// True when a key press may have produced a character that decides which key it is.
bool events_key_may_type(const SDL_KeyboardEvent *k);

#endif

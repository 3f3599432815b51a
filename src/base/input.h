// Input as neutral events: made by platform/ from the window system or by a script, read by ui/ and app/.
#ifndef NEUROTIDE_BASE_INPUT_H
#define NEUROTIDE_BASE_INPUT_H

#include <stdbool.h>

typedef enum input_kind {
    INPUT_NONE,
    INPUT_KEY_DOWN,      // `key`, `mods`, `repeat`
    INPUT_KEY_UP,        // `key`, `mods`
    INPUT_POINTER_MOVE,  // `x`, `y`, `mods`
    INPUT_POINTER_DOWN,  // `x`, `y`, `button`, `clicks`, `mods`, `touch`
    INPUT_POINTER_UP,    // `x`, `y`, `button`, `touch`
    INPUT_POINTER_LEAVE, // the pointer left; with `touch` a press was taken back (a second finger came)
    INPUT_WHEEL,         // `x`, `y` place, `amount` notches (positive: away from the user, zooms in)
    INPUT_PINCH,  // `x`, `y` centre, `amount` factor since the last event (1 = none), `dx`, `dy` px moved
    INPUT_RESIZE, // `width`, `height` in physical px
    INPUT_EXPOSE, // the picture must be shown again
    INPUT_MINIMISED,
    INPUT_RESTORED,
    INPUT_CLOSE // the window was asked to close
} input_kind;

// Printable keys are their lower-case ASCII code ('a', '1', '?', ' '); '+', '?' and the like come as the
// character they produce. The rest:
typedef enum input_key {
    KEY_NONE = 0,
    KEY_ESCAPE = 0x100,
    KEY_ENTER,
    KEY_TAB,
    KEY_BACKSPACE,
    KEY_DELETE,
    KEY_LEFT,
    KEY_RIGHT,
    KEY_UP,
    KEY_DOWN,
    KEY_PAGE_UP,
    KEY_PAGE_DOWN,
    KEY_HOME,
    KEY_END,
    KEY_F1,
    KEY_F2,
    KEY_F3,
    KEY_F4,
    KEY_F5,
    KEY_F6,
    KEY_F7,
    KEY_F8,
    KEY_F9,
    KEY_F10,
    KEY_F11,
    KEY_F12
} input_key;

enum { MOD_SHIFT = 1, MOD_CTRL = 2, MOD_ALT = 4, MOD_META = 8 };
enum { BUTTON_LEFT = 1, BUTTON_MIDDLE = 2, BUTTON_RIGHT = 3 };

typedef struct input_event {
    input_kind kind;
    int window;    // 0 the stage, 1 the presenter window
    int key;       // input_key or a character
    unsigned mods; // MOD_ bits, as carried by the event itself
    bool repeat;   // the key is held down
    bool touch;    // a finger, not a mouse
    float x, y;    // physical px, origin top left
    float dx, dy;  // px
    float amount;
    int button, clicks;
    int width, height; // px
} input_event;

#endif

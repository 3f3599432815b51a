// Input as neutral events: made by platform/ from the window system or by a script, read by ui/ and app/.
#ifndef NEUROTIDE_BASE_INPUT_H
#define NEUROTIDE_BASE_INPUT_H

#include <stdbool.h>

typedef enum input_kind {
    INPUT_NONE,
    INPUT_KEY_DOWN,       // `key`, `place`, `mods`, `repeat`
    INPUT_KEY_UP,         // `key`, `place`, `mods`
    INPUT_POINTER_MOVE,   // `x`, `y`, `mods`
    INPUT_POINTER_DOWN,   // `x`, `y`, `button`, `clicks`, `mods`, `touch`
    INPUT_POINTER_UP,     // `x`, `y`, `button`, `touch`
    INPUT_POINTER_CANCEL, // the press is given up and chooses nothing; `touch`
    INPUT_POINTER_LEAVE,  // the pointer left the window: nothing more is heard of it before it comes back
    INPUT_WHEEL,          // `x`, `y` place, `amount` notches (positive: away from the user, zooms in)
    INPUT_PINCH, // `x`, `y` centre, `amount` factor since the last event (1 = none), `dx`, `dy` px moved
    // Fingers as the window system tells of them: `finger`, `x`, `y`, `mods`. app/state/fingers.h makes
    // presses and pinches of them, which is what everything else hears.
    INPUT_FINGER_DOWN,
    INPUT_FINGER_MOVE,
    INPUT_FINGER_UP,
    INPUT_FINGER_CANCEL, // the system took the gesture: no finger that was down is heard of any more
    INPUT_FOCUS_LOST,    // another window has the keys; releases happen elsewhere
    INPUT_RESIZE,        // `width`, `height` in physical px
    INPUT_EXPOSE,        // the picture must be shown again
    INPUT_MINIMISED,
    INPUT_RESTORED,
    INPUT_CLOSE // the window was asked to close
} input_kind;

// A key has a sign and a place, since layouts differ in which sign stands where. Both are given as the
// Unicode code point of a character, ASCII letters in lower case ('a', '1', '?', ' ', 0xE9), or as one of the
// keys below, which are the same in both. The sign (`key`) is what the key types with the modifiers held. The
// place is the sign that the key has on a US keyboard without modifiers: the key two to the right of M is '.'
// also where it types ':'. KEY_NONE where it is not known.
typedef enum input_key {
    KEY_NONE = 0,
    KEY_ESCAPE = 0x110000, // behind the last code point
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
    int key;       // its sign: input_key or a character
    int place;     // where it is: input_key or a character of a US keyboard
    unsigned mods; // MOD_ bits, as carried by the event itself
    bool repeat;   // the key is held down
    bool touch;    // a finger, not a mouse
    long long finger;
    float x, y;   // physical px, origin top left
    float dx, dy; // px
    float amount;
    int button, clicks;
    int width, height; // px
} input_event;

#endif

// The window, its GL context and its events, through SDL2 (video and events alone).
#ifndef NEUROTIDE_PLATFORM_WINDOW_H
#define NEUROTIDE_PLATFORM_WINDOW_H

#include "base/error.h"
#include "base/input.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct window window;

typedef struct window_def {
    const char *title;
    int width, height; // px asked for; 0: a comfortable share of the screen
    bool fullscreen;
} window_def;

// Opens the window with a GL 3.3 core context (ES 3.0 where there is no 3.3) and makes it current. One plain
// sentence without a display or without GL.
window *window_open(const window_def *def, error *e);
void window_close(window *w);

// A further window that draws with the first one's GL context, for the presenter; its events come from the
// first one's window_poll() with window = 1. It never waits for its screen. `x`, `y`: where on the desktop,
// in window coordinates. One at a time; close it before the first.
window *window_open_second(window *first, const window_def *def, int x, int y, error *e);
void window_close_second(window *first, window *second);
// Directs GL to a window's surface.
void window_make_current(window *w);
// Moves a window to a place of the desktop; one that fills its screen fills the other afterwards.
void window_move(window *w, int x, int y);
// Place of the middle of a window on the desktop.
void window_centre(const window *w, int *x, int *y);

// Next waiting event; false when there is none. Never blocks.
bool window_poll(window *w, input_event *out);
// Sleeps until an event comes or `seconds` have passed (negative: until an event).
void window_wait(window *w, double seconds);
// Shows what was drawn; returns the time since this window last did, ms (0 for the first time).
double window_swap(window *w);
void window_size(const window *w, int *width, int *height); // physical px, at least 1
bool window_is_minimised(const window *w);
void window_set_size(window *w, int width, int height); // px asked for; an INPUT_RESIZE tells what came of it
void window_set_fullscreen(window *w, bool on);
bool window_is_fullscreen(const window *w);
// The pointer over the program's windows; shown unless it is hidden.
void window_show_pointer(window *w, bool shown);
double window_refresh_hz(const window *w); // of its screen; 60 where unknown

// True when there is a display to open a window on; `what` says which ("x11, 1920x1080"), empty without one.
bool window_display(char *what, size_t capacity);

// Clipboard text (UTF-8). The caller frees what window_clipboard gives; NULL when empty.
char *window_clipboard(window *w);
bool window_set_clipboard(window *w, const char *text);

#endif

// The screens that are connected, by name, behind one function so that tests have screens of their own.
#ifndef NEUROTIDE_PLATFORM_MONITORS_H
#define NEUROTIDE_PLATFORM_MONITORS_H

enum { MONITORS_MAX = 8, MONITOR_NAME_MAX = 64 };

typedef struct monitor {
    char name[MONITOR_NAME_MAX];
    int x, y, width, height; // on the desktop, window coordinates
} monitor;

typedef struct monitor_source {
    void *ctx;
    int (*list)(void *ctx, monitor out[MONITORS_MAX]); // returns how many
} monitor_source;

monitor_source monitors_of_system(void); // needs an open window

// For a source: names the screen list[index] after those before it. A screen may call itself anything, so
// what is no text becomes '?'; two screens of one make are told apart by a number.
void monitor_take_name(monitor *list, int index, const char *name);

#endif

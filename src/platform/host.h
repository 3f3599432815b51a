// The host: all that differs between a desktop and a browser, behind one struct of functions. The program is
// the same on each; platform/sdl/ has the desktop's host, tests have their own, and one that is all zero does
// nothing.
#ifndef NEUROTIDE_PLATFORM_HOST_H
#define NEUROTIDE_PLATFORM_HOST_H

#include "base/error.h"
#include "platform/files.h"
#include "platform/paths.h"
#include "platform/process.h"
#include "platform/window.h"

#include <stdbool.h>
#include <stdio.h>

// The program as the host sees it. It lives until `end` has been called, which is not before host_run()
// returns on every host: a browser cannot wait, so that there host_run() returns at once and the steps come
// later.
typedef struct host_program {
    void *ctx;
    // Does what is due and never waits. Returns the seconds after which it wants to be called again even if
    // nothing happens, 0 for at once, HUGE_VAL for when an event comes; less than 0: it has ended.
    double (*step)(void *ctx);
    // After the last step; the result is the exit status.
    int (*end)(void *ctx);
} host_program;

// How the last two frames of a window came to be shown.
typedef struct host_shown {
    double interval_ms; // from the one to the other; 0 where there are not two yet
    double least_ms;    // between two frames of this screen; 0 where unknown
} host_shown;

// A file that is handed to the person.
typedef struct host_file {
    const char *ending; // ".png"
    void *ctx;
    // Writes all of it to a stream, which stays open; `name` is how messages call it. False with a sentence.
    bool (*write)(void *ctx, FILE *to, const char *name, error *e);
} host_file;

typedef enum host_given {
    HOST_GIVEN,
    HOST_NOWHERE,  // there is no place to give it to
    HOST_NOT_GIVEN // *e says why
} host_given;

typedef enum host_fetched {
    HOST_FETCHED,
    HOST_NOTHING_KEPT,
    HOST_UNREADABLE // *e says why
} host_fetched;

// What the person has asked the whole system for.
typedef struct host_wishes {
    bool less_motion, more_contrast;
} host_wishes;

typedef struct host {
    void *ctx;
    int (*run)(void *ctx, window *w, host_program p);
    host_shown (*show)(void *ctx, window *w);
    host_given (*give)(void *ctx, const char *name, const host_file *files, int count,
                       char path[PATH_MAX_BYTES], error *e);
    host_fetched (*fetch)(void *ctx, const char *place, const char *name, size_t limit, char **bytes,
                          size_t *length, error *e);
    bool (*update)(void *ctx, const char *place, const char *name, size_t limit, file_change *change,
                   void *change_ctx, error *e);
    bool (*set_aside)(void *ctx, const char *place, const char *name, char *aside, size_t capacity, error *e);
    int (*languages)(void *ctx, char out[PROCESS_LANGUAGES_MAX][PROCESS_LANGUAGE_BYTES]);
    bool (*address)(void *ctx, char *out, size_t capacity);
    void (*show_address)(void *ctx, const char *state);
    bool (*say)(void *ctx, const char *line);
    host_wishes (*wishes)(void *ctx);
    void (*close)(void *ctx);
} host;

// The desktop's, or the browser's. All zero without memory.
host host_of_system(void);
void host_close(host *h);

// Runs a program whose window is `w`, until its end where the host can wait. Returns what `end` returned,
// else 0.
int host_run(const host *h, window *w, host_program p);

// Shows what was drawn into a window.
host_shown host_show(const host *h, window *w);

// Hands files that belong together to the person: on a desktop into the folder of their pictures as
// "name-1.png" (or the next number that is free for all of them), in a browser as downloads. `path` receives
// what the first one is called there, also when it could not be written.
host_given host_give(const host *h, const char *name, const host_file *files, int count,
                     char path[PATH_MAX_BYTES], error *e);

// What is kept between runs, under a name ("settings.yaml") at a place: on a desktop the file of that name in
// the folder `place` (paths.settings), in a browser the page's own storage. An empty place keeps nothing.
//
// At most `limit` bytes. *bytes is NUL-terminated and the caller's to free, NULL unless HOST_FETCHED.
host_fetched host_fetch(const host *h, const char *place, const char *name, size_t limit, char **bytes,
                        size_t *length, error *e);
// Changes it as it is now, whoever else changes it too (file_update()); the place is made when missing. True
// also where nothing is kept.
bool host_update(const host *h, const char *place, const char *name, size_t limit, file_change *change,
                 void *change_ctx, error *e);
// Moves what is broken out of the way; `aside` receives its new name.
bool host_set_aside(const host *h, const char *place, const char *name, char *aside, size_t capacity,
                    error *e);

// The languages that the person asked the system for, the dearest first, as the system names them
// ("pt_BR.UTF-8", "es", "C"). Returns how many.
int host_languages(const host *h, char out[PROCESS_LANGUAGES_MAX][PROCESS_LANGUAGE_BYTES]);

// The state string in the address that the program was opened by; false where there is none, as on a desktop.
bool host_address(const host *h, char *out, size_t capacity);
// What is shown now, for an address to lead back to.
void host_show_address(const host *h, const char *state);

// Says a line to who does not see the window. Never waits; see platform/lines_out.h for a listener who is
// slow. False when nobody listens any more.
bool host_say(const host *h, const char *line);

host_wishes host_wishes_now(const host *h);

#endif

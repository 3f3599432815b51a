// A story of one's own in a folder of its own, to change and to break while it is told.
#ifndef NEUROTIDE_TESTS_OWN_STORY_H
#define NEUROTIDE_TESTS_OWN_STORY_H

#include "chrome_fixture.h"
#include "temp_folder.h"

static char own_folder[64];
static char own[96];

static inline void own_bytes(const char *bytes)
{
    error e = {0};
    if (!file_write(own, bytes, strlen(bytes), &e))
        fail_msg("%s", e.text);
}

static inline void own_write(const char *caption, const char *more)
{
    char text[512];
    snprintf(text, sizeof text,
             "format: 1\ntitle: Mine\naudience: Me\nsteps:\n"
             "  - id: one\n    state: v1\n    caption: %s\n%s",
             caption, more);
    own_bytes(text);
}

static inline void own_break(void)
{
    own_bytes("format: 1\ntitle: Mine\naudience: Me\nsteps: what\n");
}

static inline void own_whole(void)
{
    own_write("First words.", "  - id: two\n    state: v1,t=2h\n    caption: Second step.\n");
}

static inline void own_make(void)
{
    if (!temp_folder_make(own_folder))
        fail_msg("there is no folder for a story");
    snprintf(own, sizeof own, "%s/own.yaml", own_folder);
    own_whole();
}

static inline int close_own(void **state)
{
    temp_folder_remove(own_folder);
    return close_app(state);
}

#endif

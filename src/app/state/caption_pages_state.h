// What app/state/caption_pages.c keeps.
#ifndef NEUROTIDE_APP_CAPTION_PAGES_STATE_H
#define NEUROTIDE_APP_CAPTION_PAGES_STATE_H

#include <stdbool.h>

typedef struct caption_pages {
    int page;         // shown, from 0
    int count;        // of the last build
    unsigned subject; // hash of what it spoke about
} caption_pages;

#endif

// Whole shaped runs of text, rasterised once and kept in pages of coverage. Packs into shelves; when all
// pages are full everything is forgotten and what is still in use is rasterised again. Needs no GL: the owner
// of the pages' textures is told through `upload`.
#ifndef NEUROTIDE_GFX_TEXT_ATLAS_H
#define NEUROTIDE_GFX_TEXT_ATLAS_H

#include "base/text_source.h"

#include <stddef.h>
#include <stdint.h>

enum { TEXT_PAGE_WIDTH = 2048, TEXT_PAGE_HEIGHT = 1024, TEXT_PAGES_MAX = 8, TEXT_RUNS_MAX = 4096 };

typedef struct text_run {
    int page;           // -1: nothing to draw (blanks, or the source has no picture)
    int x, y, w, h;     // px, place in the page
    int pen_x, pen_y;   // px, left end of the baseline inside that place
    uint32_t hash;      // of the key
    size_t key;         // offset into keys, of the text
    int px;             // key, whole pixels per em
    text_weight weight; // key
} text_run;

// The textures behind the pages.
typedef struct text_pages {
    void *ctx;
    // Makes page `index` an empty texture of the given size; false when it cannot be had.
    bool (*create)(void *ctx, int index, int width, int height);
    void (*destroy)(void *ctx, int index);
    void (*upload)(void *ctx, int index, int x, int y, const image *coverage);
} text_pages;

typedef struct text_page {
    int width, height;
    int shelf_x, shelf_y, shelf_height; // px, where the next run goes
} text_page;

typedef struct text_atlas {
    text_source source;
    text_pages textures;
    int side_max; // px, largest page side
    text_page pages[TEXT_PAGES_MAX];
    int page_count;
    text_run *runs; // owned, TEXT_RUNS_MAX
    int run_count;
    int *slots; // owned hash table of run indices + 1, 2 * TEXT_RUNS_MAX
    char *keys; // owned, texts behind one another
    size_t keys_used, keys_capacity;
} text_atlas;

typedef enum text_find { TEXT_FOUND, TEXT_FULL } text_find;

bool text_atlas_create(text_atlas *a, const text_source *source, const text_pages *textures, int side_max);
void text_atlas_destroy(text_atlas *a);
// The run's place, rasterised on first use. TEXT_FULL: draw what was asked for so far, call
// text_atlas_reset() and ask again; right after a reset it is never returned.
text_find text_atlas_find(text_atlas *a, const char *utf8, float px, text_weight weight, text_run *out);
void text_atlas_reset(text_atlas *a);

#endif

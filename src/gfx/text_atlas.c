#include "gfx/text_atlas.h"

#include <stdlib.h>
#include <string.h>

// One empty pixel between runs, so that a neighbour can never show.
enum { GAP = 1, SLOTS = 2 * TEXT_RUNS_MAX };

bool text_atlas_create(text_atlas *a, const text_source *source, const text_pages *textures, int side_max)
{
    *a = (text_atlas){.source = *source, .textures = *textures, .side_max = side_max};
    a->runs = malloc(TEXT_RUNS_MAX * sizeof *a->runs);
    a->slots = calloc(SLOTS, sizeof *a->slots);
    if (a->runs && a->slots)
        return true;
    text_atlas_destroy(a);
    return false;
}

void text_atlas_reset(text_atlas *a)
{
    for (int i = 0; i < a->page_count; i++)
        a->textures.destroy(a->textures.ctx, i);
    a->page_count = 0;
    a->run_count = 0;
    a->keys_used = 0;
    if (a->slots)
        memset(a->slots, 0, SLOTS * sizeof *a->slots);
}

void text_atlas_destroy(text_atlas *a)
{
    text_atlas_reset(a);
    free(a->runs);
    free(a->slots);
    free(a->keys);
    *a = (text_atlas){0};
}

static uint32_t hash_key(const char *utf8, int px, text_weight weight)
{
    uint32_t h = 2166136261u;
    for (const char *at = utf8; *at; at++)
        h = (h ^ (uint8_t)*at) * 16777619u;
    h = (h ^ (uint32_t)px) * 16777619u;
    h = (h ^ (uint32_t)weight) * 16777619u;
    return h ^ (h >> 15);
}

static bool keep_key(text_atlas *a, const char *utf8, size_t *offset)
{
    size_t bytes = strlen(utf8) + 1;
    if (a->keys_used + bytes > a->keys_capacity) {
        size_t capacity = 2 * (a->keys_used + bytes) + 4096;
        char *grown = realloc(a->keys, capacity);
        if (!grown)
            return false;
        a->keys = grown;
        a->keys_capacity = capacity;
    }
    memcpy(a->keys + a->keys_used, utf8, bytes);
    *offset = a->keys_used;
    a->keys_used += bytes;
    return true;
}

// Finds w x h free pixels in a page; false when it has none.
static bool place_in_page(text_page *p, int w, int h, int *x, int *y)
{
    if (w > p->width || h > p->height)
        return false;
    int shelf_x = p->shelf_x, shelf_y = p->shelf_y, shelf_height = p->shelf_height;
    // A run lower than half its shelf would waste it: it opens one of its own.
    if (shelf_x + w > p->width || h > shelf_height || 2 * h < shelf_height) {
        shelf_y += shelf_height + (shelf_height ? GAP : 0);
        shelf_x = 0;
        shelf_height = h;
    }
    if (shelf_y + h > p->height)
        return false;
    *x = shelf_x;
    *y = shelf_y;
    p->shelf_x = shelf_x + w + GAP;
    p->shelf_y = shelf_y;
    p->shelf_height = shelf_height;
    return true;
}

static bool place(text_atlas *a, int w, int h, text_run *run)
{
    for (int i = 0; i < a->page_count; i++) {
        if (place_in_page(&a->pages[i], w, h, &run->x, &run->y)) {
            run->page = i;
            return true;
        }
    }
    if (a->page_count == TEXT_PAGES_MAX)
        return false;
    int width = w > TEXT_PAGE_WIDTH ? w : TEXT_PAGE_WIDTH,
        height = h > TEXT_PAGE_HEIGHT ? h : TEXT_PAGE_HEIGHT;
    width = width < a->side_max ? width : a->side_max;
    height = height < a->side_max ? height : a->side_max;
    if (!a->textures.create(a->textures.ctx, a->page_count, width, height))
        return false;
    run->page = a->page_count++;
    a->pages[run->page] = (text_page){.width = width, .height = height};
    return place_in_page(&a->pages[run->page], w, h, &run->x, &run->y);
}

// Rasterises a new run into a page. False when there is no room for it now.
static bool rasterise(text_atlas *a, const char *utf8, float px, text_run *run)
{
    image coverage = {0};
    run->page = -1;
    if (!a->source.raster ||
        !a->source.raster(a->source.ctx, utf8, px, run->weight, &coverage, &run->pen_x, &run->pen_y))
        return true;
    run->w = coverage.width;
    run->h = coverage.height;
    // Longer than any texture of this driver: not drawn.
    bool fits = run->w <= a->side_max && run->h <= a->side_max && coverage.channels == 1;
    bool placed = !fits || place(a, run->w, run->h, run);
    if (fits && placed)
        a->textures.upload(a->textures.ctx, run->page, run->x, run->y, &coverage);
    // Right after a reset it would not fit either.
    if (fits && !placed && a->run_count == 0) {
        run->page = -1;
        placed = true;
    }
    image_destroy(&coverage);
    return placed;
}

text_find text_atlas_find(text_atlas *a, const char *utf8, float px, text_weight weight, text_run *out)
{
    const float largest = 2048.0f;
    if (!(px >= 0.5f && px <= largest)) {
        *out = (text_run){.page = -1};
        return TEXT_FOUND;
    }
    int whole_px = (int)(px + 0.5f);
    uint32_t hash = hash_key(utf8, whole_px, weight);
    uint32_t slot = hash % SLOTS;
    for (; a->slots[slot]; slot = (slot + 1) % SLOTS) {
        const text_run *run = &a->runs[a->slots[slot] - 1];
        if (run->hash == hash && run->px == whole_px && run->weight == weight &&
            strcmp(a->keys + run->key, utf8) == 0) {
            *out = *run;
            return TEXT_FOUND;
        }
    }
    text_run run = {.page = -1, .hash = hash, .px = whole_px, .weight = weight};
    size_t keys_before = a->keys_used;
    if (a->run_count == TEXT_RUNS_MAX)
        return TEXT_FULL;
    if (!keep_key(a, utf8, &run.key)) { // no memory: not drawn
        *out = run;
        return TEXT_FOUND;
    }
    if (!rasterise(a, utf8, px, &run)) {
        a->keys_used = keys_before;
        return TEXT_FULL;
    }
    a->runs[a->run_count++] = run;
    a->slots[slot] = a->run_count;
    *out = run;
    return TEXT_FOUND;
}

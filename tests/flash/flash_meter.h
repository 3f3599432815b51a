// How much of a moving picture flashes: general and red flashes of WCAG 2.3.1, by area and rate.
//
// The picture is taken in cells of 4 px, the mean of their linear light: 4 px of 1024x768 are about 0.1
// degrees, below which WCAG counts no flashing ("fine, balanced pattern"). A cell makes a transition when its
// relative luminance has gone up or down by 0.10 or more since it last turned, the darker end being below
// 0.80; two opposing transitions are a pair, a flash. A red transition changes max(0, R - G - B), linear, by
// more than 20/320 with R / (R + G + B) >= 0.8 at either end (the working definition of WCAG 2.0 and 2.1).
// Every cell that made as many transitions within the last second counts towards the area, whether or not the
// cells turned together: this is stricter than "concurrently". A second is half open, so a square wave of N
// Hz makes exactly 2 N transitions in it.
#ifndef NEUROTIDE_TESTS_FLASH_METER_H
#define NEUROTIDE_TESTS_FLASH_METER_H

#include "base/image.h"

enum {
    FLASH_CELL = 4,           // px
    FLASH_WIDE = 341,         // px of the window that is looked through
    FLASH_HIGH = 256,         //
    FLASH_GENERAL_MOST = 6,   // transitions in a second: three pairs
    FLASH_RED_MOST = 5,       // three saturated-red pairs are too many already
    FLASH_TRANSITIONS_MAX = 8 // told apart
};

// At this share of a window's area what flashes there is too much.
#define FLASH_AREA 0.25

typedef enum flash_kind { FLASH_GENERAL, FLASH_RED, FLASH_KINDS } flash_kind;

typedef struct flash_found {
    double share;    // greatest share of any window that made more transitions than are allowed in a second
    double share_s;  // when that was
    int x, y;        // px, the window's upper left corner
    int transitions; // the most that a FLASH_AREA of any window made in a second
} flash_found;

typedef struct flash_meter flash_meter;

// NULL on a picture smaller than a cell or without memory.
flash_meter *flash_meter_create(int width, int height);
void flash_meter_destroy(flash_meter *m);

// The next frame: an RGB picture of the meter's size at a later time than the one before.
void flash_meter_take(flash_meter *m, const image *rgb, double time_s);

flash_found flash_meter_found(const flash_meter *m, flash_kind kind);
// Whether the pictures taken so far keep within the limit.
int flash_meter_passes(const flash_meter *m);

#endif

// The display list as instanced quads: cut, clipped and sorted into as few draw calls as list order allows.
// Needs no GL.
//
// - Boxes and gradients of at least 1 px that are not circles are moved to whole pixels, rules are whole
// pixels
//   wide: edges of the interface stay crisp and neighbours never show a seam. Everything else keeps its
//   place.
// - Only what can be an edge runs through the shape shader; insides are plain quads.
// - A line whose end is the next one's start (same width and colour) meets it without overlap, so that
//   see-through and thin polylines have no beads.
#ifndef NEUROTIDE_GFX_QUADS_H
#define NEUROTIDE_GFX_QUADS_H

#include "base/draw2d.h"
#include "gfx/text_atlas.h"

#include <stdint.h>

typedef enum quad_program {
    QUAD_FILL,  // plain colour
    QUAD_SHAPE, // signed distances; also gradients: a program of their own would only cost start-up time
    QUAD_TEXT,  // coverage from a page
    QUAD_PROGRAM_COUNT
} quad_program;

typedef enum quad_shape {
    QUAD_SHAPE_BOX,
    QUAD_SHAPE_CAPSULE,
    QUAD_SHAPE_ARC,
    QUAD_SHAPE_TRIANGLE,
    QUAD_SHAPE_GRADIENT // fill to line, dithered
} quad_shape;

// One instance as the shaders read it (shaders/quad.glsl).
typedef struct quad {
    float rect[4];    // px: left, top, right, bottom
    float p[4];       // box: centre, half size; capsule: ends; arc: centre, middle direction
                      // triangle: a, b; text: page place minus screen place
                      // gradient: corner where it is all fill, growth of line's share per px of x and y
    float q[4];       // box: radius, rule, softness; capsule: half width, end limit; arc: radius, half width
                      // triangle: c; text: coverage boost. q[3]: quad_shape
    float s[4];       // capsule: normals of the cutting planes at both ends; arc: direction of the end
    uint16_t fill[4]; // straight sRGB, 0..65535
    uint16_t line[4];
} quad;

typedef struct quad_batch {
    quad_program program;
    int page; // QUAD_TEXT
    size_t first, count;
} quad_batch;

enum { QUAD_TILES = 48 };

typedef struct quad_list {
    quad *quads;        // owned; sorted: in batch order
    quad *sorted;       // owned
    uint16_t *batch_of; // owned, one per quad
    size_t count, capacity;
    quad_batch *batches; // owned
    size_t batch_count, batch_capacity;
    float width, height;                   // px, of the target
    uint16_t top[QUAD_TILES * QUAD_TILES]; // 1 + highest batch that touches a tile, 0 none
} quad_list;

void quad_list_destroy(quad_list *l);
void quad_list_begin(quad_list *l, int width, int height);
// Adds one command. False: the text atlas is full; draw the list, reset the atlas and begin anew at this
// command.
bool quad_list_add(quad_list *l, const draw2d *list, size_t index, text_atlas *atlas);
// Fills `sorted` and the batches' ranges. False on lack of memory.
bool quad_list_sort(quad_list *l);

#endif

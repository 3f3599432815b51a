// Drawing on the GPU (or Mesa's software GL): shaders, meshes, off-screen targets, the flat display list.
// Public headers of gfx/ name no GL type; a recording backend writes down what would be drawn, for tests.
// All rectangles are in px with the origin at the top left. Colours are sRGB values, blended as they are.
#ifndef NEUROTIDE_GFX_GFX_H
#define NEUROTIDE_GFX_GFX_H

#include "base/draw2d.h"
#include "base/error.h"
#include "base/image.h"
#include "base/text_source.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct gfx gfx;
typedef struct gfx_shader gfx_shader;
typedef struct gfx_mesh gfx_mesh;
typedef struct gfx_target gfx_target;

// Reads a shader file ("brain.vert"); the caller frees *bytes. NUL-terminated, length without the NUL.
typedef struct gfx_reader {
    void *ctx;
    bool (*read)(void *ctx, const char *name, char **bytes, size_t *length, error *e);
} gfx_reader;

typedef struct gfx_def {
    gfx_reader shaders;
    text_source text; // copied; its ctx must outlive the gfx
} gfx_def;

// Needs a current GL context (3.3 core or ES 3.0). NULL with one sentence on failure.
gfx *gfx_create(const gfx_def *def, error *e);
// Draws nothing and needs no GL: gfx_recording() tells what was asked for.
gfx *gfx_create_recording(const gfx_def *def);
void gfx_destroy(gfx *g);

const char *gfx_recording(const gfx *g); // one line a call; "" on a real gfx
void gfx_recording_clear(gfx *g);
const char *gfx_renderer(const gfx *g); // "llvmpipe (LLVM 15.0.6, 256 bits)"
const char *gfx_version(const gfx *g);  // "OpenGL 3.3 core, Mesa 22.3.6" or "OpenGL ES 3.2 ..."
bool gfx_is_software(const gfx *g);

// A GL context without a window or display (EGL, surfaceless). `es` asks for OpenGL ES 3. Made current.
typedef struct gfx_offscreen gfx_offscreen;
// `has_library` tells whether a system library can be opened, so that a missing one is a sentence and not the
// end of the program; NULL trusts that all are there.
gfx_offscreen *gfx_offscreen_create(bool es, bool (*has_library)(const char *name), error *e);
void gfx_offscreen_destroy(gfx_offscreen *o);

// --- shaders: "brain" loads brain.vert and brain.frag; the loader adds the dialect line and resolves
// #include
gfx_shader *gfx_shader_create(gfx *g, const char *name, error *e);
void gfx_shader_destroy(gfx *g, gfx_shader *s);

// --- meshes
typedef enum gfx_type { GFX_F32, GFX_U16, GFX_U8, GFX_I8 } gfx_type;
typedef struct gfx_attribute {
    const char *name; // of the shader input
    gfx_type type;
    int components;  // 1..4
    bool normalised; // integers become 0..1 or -1..1; else they become floats of their value
    size_t offset;   // bytes into the vertex
} gfx_attribute;
typedef struct gfx_mesh_def {
    const char *label; // for recordings
    const void *vertices;
    size_t vertex_count, vertex_bytes;
    gfx_attribute attributes[8];
    int attribute_count;
    const uint32_t *indices; // triangles
    size_t index_count;
} gfx_mesh_def;
// Copies the data to the GPU.
gfx_mesh *gfx_mesh_create(gfx *g, const gfx_mesh_def *def, error *e);
void gfx_mesh_destroy(gfx *g, gfx_mesh *m);

// --- drawing
typedef enum gfx_uniform_kind { GFX_FLOAT, GFX_VEC2, GFX_VEC3, GFX_VEC4, GFX_MAT4 } gfx_uniform_kind;
typedef struct gfx_uniform {
    const char *name;
    gfx_uniform_kind kind;
    int count;           // array elements, 1 for a single value
    const float *values; // borrowed during the call; matrices column-major
} gfx_uniform;
typedef enum gfx_blend { GFX_OPAQUE, GFX_BLEND, GFX_ADD } gfx_blend; // shaders output premultiplied colour
typedef enum gfx_cull { GFX_CULL_NONE, GFX_CULL_BACK, GFX_CULL_FRONT } gfx_cull; // front = counter-clockwise
typedef enum gfx_depth { GFX_DEPTH_OFF, GFX_DEPTH_LESS, GFX_DEPTH_LEQUAL } gfx_depth;
// The mesh drawn `count` times, each time with attributes of its own beside the vertices': thousands of
// molecules in one draw. Nothing is kept: the data is borrowed during the call. A shader that draws a mesh in
// instances always does so with the same attributes.
enum { GFX_INSTANCE_ATTRIBUTES = 6 };
typedef struct gfx_instances {
    const void *data;
    size_t count, bytes; // of one instance; a count of 0 draws nothing
    gfx_attribute attributes[GFX_INSTANCE_ATTRIBUTES];
    int attribute_count;
} gfx_instances;
typedef struct gfx_draw_def {
    const gfx_shader *shader;
    const gfx_mesh *mesh;
    const gfx_instances *instances; // NULL: the mesh once
    gfx_depth depth;
    bool depth_write, colour_write;
    gfx_blend blend;
    gfx_cull cull;
    const gfx_uniform *uniforms;
    int uniform_count;
} gfx_draw_def;
gfx_draw_def gfx_draw_default(const gfx_shader *s,
                              const gfx_mesh *m); // opaque, depth LESS, writes all, cull back
void gfx_draw(gfx *g, const gfx_draw_def *def);

// --- targets
typedef struct gfx_target_def {
    const char *label;
    int width, height;
    bool depth;   // with a 24-bit depth buffer
    bool precise; // more than 8 bits a channel where the context can (for gfx_accumulate)
} gfx_target_def;
gfx_target *gfx_target_create(gfx *g, const gfx_target_def *def, error *e);
void gfx_target_destroy(gfx *g, gfx_target *t);
void gfx_target_size(const gfx_target *t, int *width, int *height);

// Directs drawing to a target, or to the window of the given size when NULL; sets the whole-surface viewport.
// Forgets what is known of GL's state, so that a window library may change it between frames.
void gfx_begin(gfx *g, gfx_target *t, int window_width, int window_height);
// Also the scissor; rounded to whole pixels. Nothing is drawn into a rectangle without a size.
void gfx_viewport(gfx *g, rect r);
void gfx_clear(gfx *g, colour c); // colour (premultiplied by its alpha) and depth, within the viewport
// Reads a target back as RGB (premultiplied, as it was drawn), top row first. The caller owns the image.
bool gfx_read(gfx *g, gfx_target *t, image *out, error *e);

// sum becomes the mean of samples 0..index: sum = sum + (sample - sum) / (index + 1). Sizes must be equal.
// Afterwards the current target's viewport is its whole surface again.
void gfx_accumulate(gfx *g, gfx_target *sum, const gfx_target *sample, int index);

typedef enum gfx_filter {
    GFX_FILTER_PLAIN, // bilinear
    GFX_FILTER_SMOOTH // edges smoothed by luminance (FXAA-like), for single-sample pictures
} gfx_filter;
// Draws a whole target into `where` of the current target; opacity 1 replaces, less blends over. Afterwards
// the viewport is the whole surface. On software GL at 1280x720 PLAIN costs about 2 ms, SMOOTH 5 to 9 ms
// (more where the picture is nothing but edges); a smaller source is smoothed in its own pixels first and
// then enlarged.
void gfx_present(gfx *g, const gfx_target *source, rect where, gfx_filter filter, float opacity);
// The same with a part of the source (x, y, w, h as shares of it, origin top left), for zooming pictures.
void gfx_present_part(gfx *g, const gfx_target *source, rect part, rect where, gfx_filter filter,
                      float opacity);

// Draws the display list into the current target of the given size. Boxes (not circles), gradients, rules and
// lone level or upright lines up to 4 px are moved to whole pixels; all else keeps its fractional place.
// Lines that follow one another end to start are joined without overlap. A box blurred by `soft` fades from
// soft / 2 inside its edge to soft / 2 outside.
void gfx_draw2d(gfx *g, const draw2d *list, int width, int height);

typedef struct gfx_stats {
    int draws; // draw calls
    int triangles;
    int quads; // instanced quads (sprites, text runs, shapes)
} gfx_stats;
void gfx_stats_reset(gfx *g);
gfx_stats gfx_stats_get(const gfx *g);
void gfx_finish(gfx *g); // waits until all is drawn (benchmarks)
// Between large draws: a software renderer keeps every triangle (over 100 bytes each) until it draws, so it
// is made to draw what it has and give the memory back. Nothing on a GPU.
void gfx_relieve(gfx *g);

#endif

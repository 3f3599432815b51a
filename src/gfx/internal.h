// What the files of gfx/ share: the objects behind the public handles and the table of a backend's functions.
// Names of GL objects are plain `unsigned` here, so that the recording backend builds and runs without GL.
#ifndef NEUROTIDE_GFX_INTERNAL_H
#define NEUROTIDE_GFX_INTERNAL_H

#include "gfx/gfx.h"

enum { GFX_NAME_MAX = 48, GFX_ATTRIBUTES_MAX = 8 };

typedef struct shader_slot {
    char name[GFX_NAME_MAX];
    int location;
    int size;              // array elements
    gfx_uniform_kind kind; // of a uniform
    bool sampler;          // a uniform that is set by gfx/ itself
} shader_slot;

struct gfx_shader {
    char name[GFX_NAME_MAX];
    unsigned program;
    unsigned serial;                    // never used twice, unlike GL's names
    shader_slot *uniforms, *attributes; // owned
    int uniform_count, attribute_count;
};

// A mesh's attributes in the places of one shader. Drivers compile a vertex shader together with the layout
// that it reads, so each pair has one of its own and keeps it.
typedef struct gfx_layout {
    unsigned shader; // serial, 0 none yet
    unsigned vertex_array;
    size_t instance_bytes; // of the instances it is laid out for, 0 none yet
} gfx_layout;

enum { GFX_LAYOUTS_MAX = 4 };

struct gfx_mesh {
    char label[GFX_NAME_MAX];
    gfx_attribute attributes[GFX_ATTRIBUTES_MAX]; // names point into `names`
    char names[GFX_ATTRIBUTES_MAX][GFX_NAME_MAX];
    int attribute_count;
    size_t vertex_bytes, vertex_count, index_count;
    unsigned vertex_buffer, index_buffer;
    gfx_layout layouts[GFX_LAYOUTS_MAX];
    unsigned layout_next; // the one to give up when a shader more than that draws the mesh
};

struct gfx_target {
    char label[GFX_NAME_MAX];
    int width, height;
    bool depth, precise;
    bool is_float; // the colour texture holds half floats
    unsigned framebuffer, colour, depth_buffer;
};

typedef struct gfx_backend {
    void (*destroy)(gfx *g);
    bool (*shader_create)(gfx *g, gfx_shader *s, error *e);
    void (*shader_destroy)(gfx *g, gfx_shader *s);
    bool (*mesh_create)(gfx *g, gfx_mesh *m, const gfx_mesh_def *def, error *e);
    void (*mesh_destroy)(gfx *g, gfx_mesh *m);
    bool (*target_create)(gfx *g, gfx_target *t, error *e);
    void (*target_destroy)(gfx *g, gfx_target *t);
    void (*begin)(gfx *g);
    void (*viewport)(gfx *g, rect r);
    void (*clear)(gfx *g, colour c);
    bool (*read)(gfx *g, gfx_target *t, image *out, error *e);
    void (*draw)(gfx *g, const gfx_draw_def *def);
    void (*accumulate)(gfx *g, gfx_target *sum, const gfx_target *sample, int index);
    void (*present)(gfx *g, const gfx_target *source, rect part, rect where, gfx_filter filter,
                    float opacity);
    void (*draw2d)(gfx *g, const draw2d *list, int width, int height);
    void (*finish)(gfx *g);
} gfx_backend;

struct gfx {
    const gfx_backend *backend;
    void *state; // of the backend, owned
    gfx_def def;
    gfx_stats stats;
    gfx_target *target; // current, NULL for the window
    int width, height;  // px, of the current target
    char renderer[128], version[160];
    bool software;
    unsigned shaders_made;
};

// Copies at most GFX_NAME_MAX - 1 bytes.
void gfx_copy_name(char out[GFX_NAME_MAX], const char *name);

#endif

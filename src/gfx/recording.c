// The backend that writes down what would be drawn: one line a call, numbers to four digits.
#include "base/printf_like.h"
#include "gfx/internal.h"
#include "gfx/shader_source.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct recording {
    char *text; // owned
    size_t length, capacity;
} recording;

// On lack of memory the rest of the line is dropped.
NEUROTIDE_PRINTF_LIKE(2, 3)
static void write_text(gfx *g, const char *format, ...)
{
    recording *r = g->state;
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (length >= 0 && r->length + (size_t)length + 1 > r->capacity) {
        size_t capacity = 2 * (r->length + (size_t)length + 1) + 4096;
        char *grown = realloc(r->text, capacity);
        if (grown) {
            r->text = grown;
            r->capacity = capacity;
        }
    }
    if (length >= 0 && r->length + (size_t)length + 1 <= r->capacity) {
        vsnprintf(r->text + r->length, (size_t)length + 1, format, again);
        r->length += (size_t)length;
    }
    va_end(again);
}

// Four digits behind the point at most: text that does not change with the machine.
static void write_number(gfx *g, float value)
{
    double rounded = floor((double)value * 1e4 + 0.5) / 1e4;
    write_text(g, " %.10g", rounded);
}

static void write_rect(gfx *g, rect r)
{
    write_number(g, r.x);
    write_number(g, r.y);
    write_number(g, r.w);
    write_number(g, r.h);
}

static void write_colour(gfx *g, const char *label, colour c)
{
    const float channels[4] = {c.r, c.g, c.b, c.a};
    write_text(g, " %s #", label);
    for (int i = 0; i < 4; i++) {
        float v = channels[i] < 0.0f ? 0.0f : channels[i] > 1.0f ? 1.0f : channels[i];
        write_text(g, "%02x", (unsigned)(v * 255.0f + 0.5f));
    }
}

static void recording_destroy(gfx *g)
{
    recording *r = g->state;
    if (r)
        free(r->text);
    free(r);
}

static bool recording_shader_create(gfx *g, gfx_shader *s, error *e)
{
    static const char *const endings[2] = {"vert", "frag"};
    for (int i = 0; g->def.shaders.read && i < 2; i++) {
        char file[GFX_NAME_MAX + 8];
        snprintf(file, sizeof file, "%s.%s", s->name, endings[i]);
        shader_source source;
        if (!shader_source_load(&source, &g->def.shaders, file, SHADER_GL330, e))
            return false;
        shader_source_destroy(&source);
    }
    write_text(g, "shader %s\n", s->name);
    return true;
}

static void recording_shader_destroy(gfx *g, gfx_shader *s)
{
    (void)g;
    (void)s;
}

static bool recording_mesh_create(gfx *g, gfx_mesh *m, const gfx_mesh_def *def, error *e)
{
    (void)def;
    (void)e;
    write_text(g, "mesh %s vertices %zu triangles %zu\n", m->label, m->vertex_count, m->index_count / 3);
    return true;
}

static void recording_mesh_destroy(gfx *g, gfx_mesh *m)
{
    (void)g;
    (void)m;
}

static bool recording_target_create(gfx *g, gfx_target *t, error *e)
{
    (void)e;
    write_text(g, "target %s %dx%d%s%s\n", t->label, t->width, t->height, t->depth ? " depth" : "",
               t->precise ? " precise" : "");
    return true;
}

static void recording_target_destroy(gfx *g, gfx_target *t)
{
    (void)g;
    (void)t;
}

static void recording_begin(gfx *g)
{
    write_text(g, "begin %s %dx%d\n", g->target ? g->target->label : "window", g->width, g->height);
}

static void recording_viewport(gfx *g, rect r)
{
    write_text(g, "viewport");
    write_rect(g, r);
    write_text(g, "\n");
}

static void recording_clear(gfx *g, colour c)
{
    write_text(g, "clear");
    write_colour(g, "fill", c);
    write_text(g, "\n");
}

static bool recording_read(gfx *g, gfx_target *t, image *out, error *e)
{
    (void)out;
    (void)e;
    write_text(g, "read %s\n", t->label);
    return true;
}

static void recording_draw(gfx *g, const gfx_draw_def *def)
{
    static const char *const depths[] = {"off", "less", "lequal"};
    static const char *const blends[] = {"opaque", "blend", "add"};
    static const char *const culls[] = {"none", "back", "front"};
    static const int sizes[] = {1, 2, 3, 4, 16};
    write_text(g, "draw %s %s triangles %zu depth %s write %s%s%s blend %s cull %s", def->shader->name,
               def->mesh->label, def->mesh->index_count / 3, depths[def->depth], def->depth_write ? "d" : "",
               def->colour_write ? "c" : "", def->depth_write || def->colour_write ? "" : "-",
               blends[def->blend], culls[def->cull]);
    if (def->instances)
        write_text(g, " times %zu", def->instances->count);
    for (int i = 0; i < def->uniform_count; i++) {
        const gfx_uniform *u = &def->uniforms[i];
        write_text(g, " %s=[", u->name);
        for (int k = 0; k < u->count * sizes[u->kind]; k++)
            write_number(g, u->values[k]);
        write_text(g, " ]");
    }
    write_text(g, "\n");
}

static void recording_accumulate(gfx *g, gfx_target *sum, const gfx_target *sample, int index)
{
    write_text(g, "accumulate %s %s %d\n", sum->label, sample->label, index);
}

static void recording_present(gfx *g, const gfx_target *source, rect part, rect where, gfx_filter filter,
                              float opacity)
{
    write_text(g, "present %s", source->label);
    write_rect(g, where);
    if (part.w != 1.0f || part.h != 1.0f) {
        write_text(g, " part");
        write_rect(g, part);
    }
    write_text(g, " %s opacity", filter == GFX_FILTER_SMOOTH ? "smooth" : "plain");
    write_number(g, opacity);
    write_text(g, "\n");
}

static void write_command(gfx *g, const draw2d *list, const draw2d_command *c)
{
    static const char *const kinds[] = {"box", "gradient", "capsule", "arc", "triangle", "text"};
    static const char *const weights[] = {"regular", "medium", "semibold"};
    write_text(g, "  %s", kinds[c->kind]);
    switch (c->kind) {
    case DRAW2D_BOX:
    case DRAW2D_GRADIENT:
        write_rect(g, c->box);
        if (c->radius > 0.0f) {
            write_text(g, " radius");
            write_number(g, c->radius);
        }
        if (c->soft > 0.0f) {
            write_text(g, " soft");
            write_number(g, c->soft);
        }
        break;
    case DRAW2D_CAPSULE:
    case DRAW2D_ARC:
    case DRAW2D_TRIANGLE:
        write_number(g, c->a[0]);
        write_number(g, c->a[1]);
        write_number(g, c->b[0]);
        write_number(g, c->b[1]);
        if (c->kind == DRAW2D_TRIANGLE) {
            write_number(g, c->c[0]);
            write_number(g, c->c[1]);
        }
        if (c->kind == DRAW2D_ARC) {
            write_text(g, " radius");
            write_number(g, c->radius);
        }
        break;
    case DRAW2D_TEXT:
        write_number(g, c->a[0]);
        write_number(g, c->a[1]);
        write_text(g, " px");
        write_number(g, c->text_px);
        write_text(g, " %s \"%s\"", weights[c->weight], list->text + c->text);
        break;
    }
    if (c->width > 0.0f) {
        write_text(g, " width");
        write_number(g, c->width);
    }
    write_colour(g, "fill", c->fill);
    if (c->kind == DRAW2D_GRADIENT)
        write_colour(g, c->vertical ? "down-to" : "right-to", c->line);
    else if (c->kind == DRAW2D_BOX && c->width > 0.0f)
        write_colour(g, "line", c->line);
    write_text(g, " clip");
    write_rect(g, c->clip);
    write_text(g, "\n");
}

static void recording_draw2d(gfx *g, const draw2d *list, int width, int height)
{
    write_text(g, "draw2d %dx%d commands %zu\n", width, height, list->count);
    for (size_t i = 0; i < list->count; i++)
        write_command(g, list, &list->commands[i]);
    g->stats.draws++;
    g->stats.quads += (int)list->count;
}

static void recording_finish(gfx *g)
{
    write_text(g, "finish\n");
}

static const gfx_backend recording_backend = {
    .destroy = recording_destroy,
    .shader_create = recording_shader_create,
    .shader_destroy = recording_shader_destroy,
    .mesh_create = recording_mesh_create,
    .mesh_destroy = recording_mesh_destroy,
    .target_create = recording_target_create,
    .target_destroy = recording_target_destroy,
    .begin = recording_begin,
    .viewport = recording_viewport,
    .clear = recording_clear,
    .read = recording_read,
    .draw = recording_draw,
    .accumulate = recording_accumulate,
    .present = recording_present,
    .draw2d = recording_draw2d,
    .finish = recording_finish,
};

gfx *gfx_create_recording(const gfx_def *def)
{
    gfx *g = calloc(1, sizeof *g);
    recording *r = calloc(1, sizeof *r);
    if (!g || !r) {
        free(g);
        free(r);
        return NULL;
    }
    g->backend = &recording_backend;
    g->state = r;
    g->def = *def;
    g->width = g->height = 1;
    snprintf(g->renderer, sizeof g->renderer, "recording");
    snprintf(g->version, sizeof g->version, "recording");
    g->software = true;
    return g;
}

const char *gfx_recording(const gfx *g)
{
    const recording *r = g->backend == &recording_backend ? g->state : NULL;
    return r && r->text ? r->text : "";
}

void gfx_recording_clear(gfx *g)
{
    recording *r = g->backend == &recording_backend ? g->state : NULL;
    if (r && r->text) {
        r->length = 0;
        r->text[0] = '\0';
    }
}

#include "export/png.h"

#include <errno.h>
#include <png.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// What libpng's callbacks need to say what went wrong.
typedef struct writer {
    png_structp png;
    png_infop info;
    const char *name;
    error *e;
} writer;

static void on_error(png_structp png, png_const_charp message)
{
    const writer *w = png_get_error_ptr(png);
    int why = errno;
    error_set(w->e, "The picture \"%s\" cannot be written: %s.", w->name, why ? strerror(why) : message);
    error_because(w->e, why);
    png_longjmp(png, 1);
}

static void on_warning(png_structp png, png_const_charp message)
{
    (void)png;
    (void)message;
}

static int colour_type(int channels)
{
    return channels == 1 ? PNG_COLOR_TYPE_GRAY : channels == 3 ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_RGBA;
}

// Runs libpng; its errors come back here by longjmp, so nothing is allocated in this function.
static bool encode(writer *w, FILE *file, const image *picture)
{
    if (setjmp(png_jmpbuf(w->png)))
        return false;
    png_init_io(w->png, file);
    // Fixed settings, so that the bytes do not depend on libpng's defaults.
    png_set_compression_level(w->png, 6);
    png_set_filter(w->png, PNG_FILTER_TYPE_BASE, PNG_FILTER_SUB | PNG_FILTER_UP);
    png_set_IHDR(w->png, w->info, (png_uint_32)picture->width, (png_uint_32)picture->height, 8,
                 colour_type(picture->channels), PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    if (picture->channels >= 3)
        png_set_sRGB(w->png, w->info, PNG_sRGB_INTENT_PERCEPTUAL);
    png_write_info(w->png, w->info);
    size_t row = (size_t)picture->width * (size_t)picture->channels;
    for (int y = 0; y < picture->height; y++)
        png_write_row(w->png, picture->data + (size_t)y * row);
    png_write_end(w->png, w->info);
    return true;
}

bool png_write(FILE *to, const char *name, const image *picture, error *e)
{
    errno = 0;
    writer w = {.name = name, .e = e};
    w.png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &w, on_error, on_warning);
    w.info = w.png ? png_create_info_struct(w.png) : NULL;
    bool ok = w.info && encode(&w, to, picture);
    if (!w.info)
        error_set_memory(e, "the picture \"%s\"", name);
    png_destroy_write_struct(&w.png, &w.info);
    return ok;
}

static bool png_frame(void *ctx, const image *picture, error *e)
{
    const png_stream *to = ctx;
    return png_write(to->file, to->name, picture, e);
}

sink sink_png(png_stream *to)
{
    return (sink){.ctx = to, .frame = png_frame};
}

#include "export/png.h"

#include "base/fresh_file.h"

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
    const char *path;
    error *e;
} writer;

static void on_error(png_structp png, png_const_charp message)
{
    const writer *w = png_get_error_ptr(png);
    error_set(w->e, "The picture \"%s\" cannot be written: %s.", w->path, errno ? strerror(errno) : message);
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

static void say_why(error *e, const char *path, int why)
{
    error_set(e, "The picture \"%s\" cannot be written: %s.", path, strerror(why));
}

// Closes the file; `path` is how the picture is called.
static bool write_picture(FILE *file, const char *path, const image *picture, error *e)
{
    if (!file) {
        say_why(e, path, errno);
        return false;
    }
    errno = 0;
    writer w = {.path = path, .e = e};
    w.png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &w, on_error, on_warning);
    w.info = w.png ? png_create_info_struct(w.png) : NULL;
    bool ok = w.info && encode(&w, file, picture);
    if (!w.info)
        say_why(e, path, ENOMEM);
    png_destroy_write_struct(&w.png, &w.info);
    if (fclose(file) != 0 && ok) {
        say_why(e, path, errno);
        ok = false;
    }
    return ok;
}

bool png_write(const char *path, const image *picture, error *e)
{
    static const char ending[] = ".part";
    size_t size = strlen(path) + sizeof ending + FRESH_NAME_MORE;
    char *name = malloc(size);
    if (!name) {
        say_why(e, path, ENOMEM);
        return false;
    }
    FILE *file = fresh_file(path, ending, name, size);
    bool ok = write_picture(file, path, picture, e);
    if (ok && rename(name, path) != 0) {
        say_why(e, path, errno);
        ok = false;
    }
    if (file && !ok)
        remove(name);
    free(name);
    return ok;
}

bool png_write_in_place(const char *path, const image *picture, error *e)
{
    return write_picture(fopen(path, "wb"), path, picture, e);
}

static bool png_frame(void *ctx, const image *picture, error *e)
{
    return png_write(ctx, picture, e);
}

sink sink_png(const char *path)
{
    // The context is only read, as a path.
    return (sink){.ctx = (void *)(uintptr_t)path, .frame = png_frame};
}

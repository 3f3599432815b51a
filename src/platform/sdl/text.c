#include "platform/text.h"

#include "base/fnv.h"
#include "base/utf8.h"
#include "platform/files.h"
#include "platform/paths.h"

#include <SDL2/SDL_ttf.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
    OPEN_FONTS = 24, // sizes and weights kept open; the one unused longest gives way
    METRICS = 4096,  // remembered widths, a power of two
    PX_LEAST = 4,
    PX_MOST = 512,
    FONT_BYTES_MOST = 16 << 20
};

static const char *const files[TEXT_WEIGHT_COUNT] = {"Inter-Regular.otf", "Inter-Medium.otf",
                                                     "Inter-SemiBold.otf"};

typedef struct open_font {
    TTF_Font *font; // NULL: a free place
    int px;
    text_weight weight;
    uint64_t used; // stamp of the last use
} open_font;

// The key is a 64-bit hash alone: among the few thousand texts of a session two equal ones do not happen.
typedef struct known_width {
    uint64_t key; // 0: a free place
    float width;
} known_width;

struct platform_text {
    char *bytes[TEXT_WEIGHT_COUNT]; // the font files, read by every open size
    size_t length[TEXT_WEIGHT_COUNT];
    open_font fonts[OPEN_FONTS];
    uint64_t stamp;
    known_width widths[METRICS];
    int width_count;
};

static int whole_px(float px)
{
    float rounded = roundf(px);
    return rounded < PX_LEAST ? PX_LEAST : rounded > PX_MOST ? PX_MOST : (int)rounded;
}

static TTF_Font *open_at(const platform_text *t, int px, text_weight weight)
{
    SDL_RWops *file = SDL_RWFromConstMem(t->bytes[weight], (int)t->length[weight]);
    TTF_Font *font = file ? TTF_OpenFontRW(file, 1, px) : NULL;
    if (font) {
        // Light hinting snaps to the pixel grid in height only: crisp stems and rules, shapes as drawn.
        TTF_SetFontHinting(font, TTF_HINTING_LIGHT_SUBPIXEL);
        TTF_SetFontKerning(font, 1);
    }
    return font;
}

// NULL only on lack of memory; the fonts were seen to open when the text was made.
static TTF_Font *font_at(platform_text *t, float size, text_weight weight)
{
    int px = whole_px(size);
    open_font *place = &t->fonts[0];
    for (int i = 0; i < OPEN_FONTS; i++) {
        open_font *f = &t->fonts[i];
        if (f->font && f->px == px && f->weight == weight) {
            f->used = ++t->stamp;
            return f->font;
        }
        if (!f->font ? place->font != NULL : place->font && f->used < place->used)
            place = f;
    }
    if (place->font)
        TTF_CloseFont(place->font);
    *place = (open_font){open_at(t, px, weight), px, weight, ++t->stamp};
    return place->font;
}

static uint64_t width_key(const char *utf8, int px, text_weight weight)
{
    uint32_t form[2] = {(uint32_t)px, (uint32_t)weight};
    uint64_t key = fnv1a64(fnv1a64(FNV1A64_START, form, sizeof form), utf8, strlen(utf8));
    return key ? key : 1;
}

static known_width *width_place(platform_text *t, uint64_t key)
{
    size_t at = (size_t)(key & (METRICS - 1));
    while (t->widths[at].key && t->widths[at].key != key)
        at = (at + 1) & (METRICS - 1);
    return &t->widths[at];
}

static text_metrics estimate(const char *utf8, float px)
{
    return (text_metrics){(float)utf8_count(utf8) * px * 0.55f, px * 0.97f, px * 0.25f, px * 1.21f};
}

static text_metrics measure(void *ctx, const char *utf8, float px, text_weight weight)
{
    platform_text *t = ctx;
    TTF_Font *font = font_at(t, px, weight);
    if (!font)
        return estimate(utf8, px);
    text_metrics m = {0, (float)TTF_FontAscent(font), (float)-TTF_FontDescent(font),
                      (float)TTF_FontLineSkip(font)};
    uint64_t key = width_key(utf8, whole_px(px), weight);
    known_width *known = width_place(t, key);
    if (!known->key) {
        int width = 0, height = 0;
        if (TTF_SizeUTF8(font, utf8, &width, &height) != 0)
            return estimate(utf8, px);
        if (t->width_count == METRICS * 3 / 4) { // rarely: start afresh rather than slow down
            memset(t->widths, 0, sizeof t->widths);
            t->width_count = 0;
            known = width_place(t, key);
        }
        *known = (known_width){key, (float)width};
        t->width_count++;
    }
    m.width = known->width;
    return m;
}

// Where SDL_ttf put the pen: it moves the run right and down by what reaches left of the pen and above the
// ascent, and does not tell.
static void pen_place(TTF_Font *font, const char *utf8, int *x, int *y)
{
    const char *at = utf8;
    int ascent = TTF_FontAscent(font), left = 0, top = ascent;
    bool first = true;
    for (uint32_t c = utf8_next(&at); c; c = utf8_next(&at)) {
        int min_x, max_x, min_y, max_y, advance;
        if (TTF_GlyphMetrics32(font, c, &min_x, &max_x, &min_y, &max_y, &advance) != 0)
            continue;
        if (first && min_x < 0)
            left = -min_x;
        if (max_y > top)
            top = max_y;
        first = false;
    }
    *x = left;
    *y = top;
}

typedef struct extent {
    int left, top, right, bottom; // right and bottom just outside
} extent;

static uint8_t alpha_at(const SDL_Surface *s, int x, int y)
{
    const uint8_t *row = (const uint8_t *)s->pixels + (ptrdiff_t)y * s->pitch;
    uint32_t pixel;
    memcpy(&pixel, row + 4 * (ptrdiff_t)x, sizeof pixel);
    return (uint8_t)((pixel & s->format->Amask) >> s->format->Ashift);
}

// What is inked, so that the atlas holds no empty rows.
static extent ink_of(const SDL_Surface *s)
{
    extent ink = {s->w, s->h, 0, 0};
    for (int y = 0; y < s->h; y++) {
        for (int x = 0; x < s->w; x++) {
            if (!alpha_at(s, x, y))
                continue;
            ink.left = x < ink.left ? x : ink.left;
            ink.right = x >= ink.right ? x + 1 : ink.right;
            ink.top = y < ink.top ? y : ink.top;
            ink.bottom = y + 1;
        }
    }
    return ink;
}

static bool raster(void *ctx, const char *utf8, float px, text_weight weight, image *out, int *origin_x,
                   int *origin_y)
{
    TTF_Font *font = font_at(ctx, px, weight);
    SDL_Colour white = {255, 255, 255, 255};
    SDL_Surface *s = font && utf8[0] ? TTF_RenderUTF8_Blended(font, utf8, white) : NULL;
    if (!s)
        return false;
    extent ink = ink_of(s);
    bool good = ink.right > ink.left && image_create(out, ink.right - ink.left, ink.bottom - ink.top, 1);
    if (good) {
        for (int y = ink.top; y < ink.bottom; y++)
            for (int x = ink.left; x < ink.right; x++)
                out->data[(y - ink.top) * out->width + x - ink.left] = alpha_at(s, x, y);
        pen_place(font, utf8, origin_x, origin_y);
        *origin_x -= ink.left;
        *origin_y -= ink.top;
    }
    SDL_FreeSurface(s);
    return good;
}

static bool load_font(platform_text *t, const char *folder, text_weight weight, error *e)
{
    char path[PATH_MAX_BYTES];
    if (!path_join(path, folder, files[weight]) || !file_exists(path)) {
        error_set(e, "The font %s is not in %s; install the package fonts-inter and build again.",
                  files[weight], folder);
        return false;
    }
    if (!file_read(path, FONT_BYTES_MOST, &t->bytes[weight], &t->length[weight], e))
        return false;
    if (!font_at(t, 16, weight)) {
        error_set(e, "The font %s is broken; install the package fonts-inter and build again.", path);
        return false;
    }
    return true;
}

platform_text *platform_text_create(const char *folder, error *e)
{
    if (TTF_Init() != 0) {
        error_set(e, "The font library does not start: %s.", TTF_GetError());
        return NULL;
    }
    platform_text *t = calloc(1, sizeof *t);
    if (!t) {
        error_set_memory(e, "the fonts");
        TTF_Quit();
        return NULL;
    }
    for (int w = 0; w < TEXT_WEIGHT_COUNT; w++) {
        if (!load_font(t, folder, (text_weight)w, e)) {
            platform_text_destroy(t);
            return NULL;
        }
    }
    return t;
}

void platform_text_destroy(platform_text *t)
{
    if (!t)
        return;
    for (int i = 0; i < OPEN_FONTS; i++)
        if (t->fonts[i].font)
            TTF_CloseFont(t->fonts[i].font);
    for (int w = 0; w < TEXT_WEIGHT_COUNT; w++)
        free(t->bytes[w]);
    free(t);
    TTF_Quit();
}

text_source platform_text_source(platform_text *t)
{
    return (text_source){t, measure, raster};
}

bool platform_text_has(platform_text *t, uint32_t code_point)
{
    bool blank = code_point == '\n' || code_point == 0xA0 || (code_point >= 0x2000 && code_point <= 0x200D) ||
                 code_point == 0x202F;
    TTF_Font *font = font_at(t, 16, TEXT_REGULAR);
    return blank || (font && TTF_GlyphIsProvided32(font, code_point));
}

bool platform_text_covers(platform_text *t, const char *utf8)
{
    const char *at = utf8;
    for (uint32_t c = utf8_next(&at); c; c = utf8_next(&at))
        if (!platform_text_has(t, c))
            return false;
    return true;
}

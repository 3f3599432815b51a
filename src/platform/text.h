// Shaping and rasterising with SDL2_ttf (HarfBuzz): gives the text_source of base/. Needs no window.
#ifndef NEUROTIDE_PLATFORM_TEXT_H
#define NEUROTIDE_PLATFORM_TEXT_H

#include "base/error.h"
#include "base/text_source.h"

#include <stdint.h>

typedef struct platform_text platform_text;

// `folder` holds Inter-Regular.otf, Inter-Medium.otf, Inter-SemiBold.otf. One sentence on a missing or broken
// font.
platform_text *platform_text_create(const char *folder, error *e);
void platform_text_destroy(platform_text *t);
text_source platform_text_source(platform_text *t);
// True when the font has a glyph for a code point, or it needs none (line ends, spaces of every width).
bool platform_text_has(platform_text *t, uint32_t code_point);
// The same for every code point of a text.
bool platform_text_covers(platform_text *t, const char *utf8);

#endif

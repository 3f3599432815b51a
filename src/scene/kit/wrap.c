#include "scene/kit/wrap.h"

#include <math.h>
#include <string.h>

enum { LINE_BYTES = 512 };

static float measure(const text_source *source, const char *from, size_t bytes, wrap_style s)
{
    char line[LINE_BYTES];
    size_t n = bytes < LINE_BYTES - 1 ? bytes : LINE_BYTES - 1;
    memcpy(line, from, n);
    line[n] = '\0';
    return source->measure(source->ctx, line, s.px, s.weight).width;
}

static size_t code_point(const char *at)
{
    size_t n = 1;
    while (((unsigned char)at[n] & 0xC0u) == 0x80u)
        n++;
    return n;
}

// Bytes of `from` that stand on the next line; `*skip` more are swallowed by the break.
static size_t next_line(const text_source *source, const char *from, float width, wrap_style s, size_t *skip)
{
    size_t fits = 0, at = 0;
    *skip = 0;
    for (;;) {
        size_t end = at + strcspn(from + at, " \n");
        if (end >= LINE_BYTES || measure(source, from, end, s) > width)
            break;
        fits = end;
        if (from[end] == '\0' || from[end] == '\n')
            break;
        at = end + 1;
    }
    if (fits == 0 && from[0] != '\n') { // a word longer than the line
        for (size_t end = 0; from[end] && from[end] != ' ' && from[end] != '\n';) {
            size_t n = code_point(from + end);
            if (end > 0 && (end + n >= LINE_BYTES || measure(source, from, end + n, s) > width))
                break;
            end += n;
            fits = end;
        }
    }
    if (from[fits] == ' ' || from[fits] == '\n')
        *skip = 1;
    return fits;
}

int wrap_lines(const text_source *source, const char *text, float width, wrap_style style)
{
    int lines = 0;
    size_t skip = 0;
    for (const char *at = text; *at; lines++) {
        at += next_line(source, at, width, style, &skip);
        at += skip;
    }
    return lines;
}

float wrap_widest(const text_source *source, const char *text, float width, wrap_style style)
{
    float widest = 0.0f;
    size_t skip = 0;
    for (const char *at = text; *at;) {
        size_t n = next_line(source, at, width, style, &skip);
        widest = fmaxf(widest, measure(source, at, n, style));
        at += n + skip;
    }
    return widest;
}

float wrap_height(const text_source *source, const char *text, float width, wrap_style style)
{
    return (float)wrap_lines(source, text, width, style) * style.line * style.px;
}

float wrap_draw(draw2d *d, const text_source *source, const char *text, float x, float y, float width,
                wrap_style style, colour ink)
{
    float line = style.line * style.px, top = y;
    size_t skip = 0;
    text_metrics m = source->measure(source->ctx, "x", style.px, style.weight);
    float baseline = 0.5f * (line - m.ascent - m.descent) + m.ascent;
    for (const char *at = text; *at;) {
        size_t n = next_line(source, at, width, style, &skip);
        char run[LINE_BYTES];
        memcpy(run, at, n);
        run[n] = '\0';
        draw2d_text(d, source, run, x, top + baseline, style.px, style.weight, ink);
        top += line;
        at += n + skip;
    }
    return top - y;
}

float wrap_width(const text_source *source, const char *text, float px, text_weight weight)
{
    return source->measure(source->ctx, text, px, weight).width;
}

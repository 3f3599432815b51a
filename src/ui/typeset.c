#include "ui/typeset.h"

#include "base/utf8.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

enum {
    LINE_BYTES = 1024, // longest line in bytes; longer ones are broken
    LINE_BREAKS = 160  // places where one line may break
};

static text_metrics measure(const typeset *t, const char *text, float px, text_weight weight)
{
    return t->text->measure(t->text->ctx, text, px, weight);
}

float typeset_width(const typeset *t, const char *text, float px, text_weight weight)
{
    return text && *text ? measure(t, text, px, weight).width : 0.0f;
}

float typeset_line_height(const typeset *t, float px)
{
    return measure(t, "0", px, TEXT_REGULAR).line;
}

// Width of the first `bytes` bytes (at most LINE_BYTES).
static float prefix_width(const typeset *t, const char *text, size_t bytes, float px, text_weight weight)
{
    char part[LINE_BYTES + 1];
    if (bytes > LINE_BYTES)
        bytes = LINE_BYTES;
    memcpy(part, text, bytes);
    part[bytes] = '\0';
    return typeset_width(t, part, px, weight);
}

static bool is_combining(uint32_t cp)
{
    return (cp >= 0x300 && cp <= 0x36F) || cp == 0x200D;
}

// The longest prefix, in bytes and at most `limit`, that is no wider than `width`; ends between characters.
static size_t fitting_prefix(const typeset *t, const char *text, size_t limit, float width, float px,
                             text_weight weight)
{
    uint16_t ends[LINE_BYTES + 1];
    int count = 0;
    const char *at = text;
    if (limit > LINE_BYTES)
        limit = LINE_BYTES;
    while (*at && (size_t)(at - text) < limit) {
        uint32_t cp = utf8_next(&at);
        if ((size_t)(at - text) > limit)
            break;
        if (count > 0 && is_combining(cp))
            count--; // stays with the letter before it
        ends[count++] = (uint16_t)(at - text);
    }
    int low = 0, high = count; // `low` characters fit
    while (low < high) {
        int mid = (low + high + 1) / 2;
        if (prefix_width(t, text, ends[mid - 1], px, weight) <= width)
            low = mid;
        else
            high = mid - 1;
    }
    return low > 0 ? ends[low - 1] : 0;
}

static float aligned_x(rect box, float width, ui_align align)
{
    float spare = box.w - width;
    return align == UI_LEFT ? box.x : align == UI_RIGHT ? box.x + spare : box.x + 0.5f * spare;
}

static float set_cut_line(const typeset *t, rect box, const char *text, float px, text_weight weight,
                          ui_align align, float baseline, colour ink)
{
    static const char ellipsis[] = {'\xE2', '\x80', '\xA6', '\0'}; // U+2026
    float room = box.w - typeset_width(t, ellipsis, px, weight);
    size_t bytes = room > 0.0f ? fitting_prefix(t, text, LINE_BYTES, room, px, weight) : 0;
    while (bytes > 0 && text[bytes - 1] == ' ')
        bytes--;
    char part[LINE_BYTES + sizeof ellipsis];
    memcpy(part, text, bytes);
    memcpy(part + bytes, ellipsis, sizeof ellipsis);
    if (t->ellipses)
        ++*t->ellipses;
    float width = typeset_width(t, part, px, weight);
    if (t->draw && width <= box.w)
        draw2d_text(t->draw, t->text, part, aligned_x(box, width, align), baseline, px, weight, ink);
    return width;
}

float typeset_line(const typeset *t, rect box, const char *text, float px, text_weight weight, ui_align align,
                   colour ink)
{
    if (!text || !*text || !(box.w > 0.0f))
        return 0.0f;
    const float slack = 0.5f; // rounding of widths is no reason to shrink
    const float floor_px = px < (float)TYPESET_FLOOR_PX ? px : (float)TYPESET_FLOOR_PX;
    text_metrics m = measure(t, text, px, weight);
    while (px > floor_px &&
           (m.width > box.w + slack || (box.h > 0.0f && m.ascent + m.descent > box.h + 2.0f))) {
        float by_width = m.width > box.w ? px * box.w / m.width : px;
        px = fminf(px - 1.0f, ceilf(by_width));
        if (px < floor_px)
            px = floor_px;
        m = measure(t, text, px, weight);
    }
    float baseline = box.y + 0.5f * (box.h + m.ascent - m.descent);
    if (m.width > box.w + slack)
        return set_cut_line(t, box, text, px, weight, align, baseline, ink);
    if (t->draw)
        draw2d_text(t->draw, t->text, text, aligned_x(box, m.width, align), baseline, px, weight, ink);
    return m.width;
}

// One line's worth of text: bytes to show and where the next line starts.
typedef struct line_break {
    size_t bytes, next;
} line_break;

static bool is_letter(uint32_t cp)
{
    return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z') || (cp >= 0xC0 && cp < 0x2000 && cp != 0xD7);
}

// Collects where the text may break up to the end of its line ("\n" or NUL) or the limits.
static int find_breaks(const char *text, line_break out[LINE_BREAKS], bool *whole)
{
    int count = 0;
    uint32_t before = 0;
    const char *at = text;
    *whole = false;
    while (count < LINE_BREAKS - 1 && at - text < LINE_BYTES - 4) {
        const char *start = at;
        uint32_t cp = utf8_next(&at);
        if (cp == 0 || cp == '\n') {
            size_t bytes = (size_t)(start - text);
            while (bytes > 0 && text[bytes - 1] == ' ')
                bytes--;
            out[count++] = (line_break){bytes, (size_t)((cp ? at : start) - text)};
            *whole = true;
            return count;
        }
        if (cp == ' ' || cp == '\t' || cp == 0x200B) {
            const char *rest = at;
            while (*rest == ' ' || *rest == '\t')
                rest++;
            if (start > text) // leading spaces indent, they do not break
                out[count++] = (line_break){(size_t)(start - text), (size_t)(rest - text)};
            at = rest;
            cp = ' ';
        } else if ((cp == '-' && is_letter(before)) || cp == 0x2014) {
            const char *peek = at;
            uint32_t after = utf8_next(&peek);
            if (is_letter(after))
                out[count++] = (line_break){(size_t)(at - text), (size_t)(at - text)};
        }
        before = cp;
    }
    return count;
}

static bool break_fits(const typeset *t, const char *text, line_break b, float width, float px,
                       text_weight weight)
{
    return prefix_width(t, text, b.bytes, px, weight) <= width + 0.5f;
}

// When what follows fits into one more line: the break that leaves it a fair share, half when `even`, so that
// no single short word stands alone. Else the longest.
static line_break last_two(const typeset *t, const char *text, const line_break *breaks, int longest,
                           int count, float width, float px, text_weight weight, bool even)
{
    size_t all = breaks[count - 1].bytes, least = even ? all / 2 : all / 8;
    int pick = longest;
    while (pick > 0 && all - breaks[pick].next < least)
        pick--;
    if (even && pick < longest && breaks[pick + 1].bytes < all - breaks[pick].next)
        pick++; // the longer line is shorter this way
    line_break rest = {all - breaks[pick].next, 0};
    if (pick == longest || !break_fits(t, text + breaks[pick].next, rest, width, px, weight))
        return breaks[longest];
    return breaks[pick];
}

// Where the line that starts at `text` ends. `even` asks for two lines of like length when two are left.
static line_break next_line(const typeset *t, const char *text, float width, float px, text_weight weight,
                            bool even)
{
    line_break breaks[LINE_BREAKS];
    bool whole = false;
    int count = find_breaks(text, breaks, &whole);
    int low = 0, high = count; // `low` breaks fit
    // No text is denser than five characters an em of up to three bytes each: spares measuring long prefixes.
    size_t most = (size_t)(width / (0.07f * px)) + 8;
    while (high > 1 && breaks[high - 1].bytes > most)
        high--;
    while (low < high) {
        int mid = (low + high + 1) / 2;
        if (break_fits(t, text, breaks[mid - 1], width, px, weight))
            low = mid;
        else
            high = mid - 1;
    }
    if (low == 0) { // the first word is too long: break inside it, at least one character a line
        size_t limit = count > 0 ? breaks[0].bytes : LINE_BYTES - 4;
        size_t bytes = fitting_prefix(t, text, limit, width, px, weight);
        if (bytes == 0) {
            const char *at = text;
            utf8_next(&at);
            bytes = (size_t)(at - text);
        }
        return count > 0 && bytes == breaks[0].bytes ? breaks[0] : (line_break){bytes, bytes};
    }
    return whole && low < count ? last_two(t, text, breaks, low - 1, count, width, px, weight, even)
                                : breaks[low - 1];
}

float typeset_paragraph(const typeset *t, rect box, const char *text, float px, text_weight weight,
                        ui_align align, colour ink)
{
    if (!text || !*text)
        return 0.0f;
    text_metrics m = measure(t, "0", px, weight);
    float y = box.y;
    while (*text) {
        line_break b = next_line(t, text, box.w > 1.0f ? box.w : 1.0f, px, weight, align == UI_CENTRE);
        if (t->draw && b.bytes > 0) {
            char line[LINE_BYTES + 1];
            memcpy(line, text, b.bytes);
            line[b.bytes] = '\0';
            float x = align == UI_LEFT ? box.x : aligned_x(box, typeset_width(t, line, px, weight), align);
            float baseline = y + 0.5f * (m.line + m.ascent - m.descent);
            draw2d_text(t->draw, t->text, line, x, baseline, px, weight, ink);
        }
        y += m.line;
        text += b.next;
    }
    return y - box.y;
}

float typeset_paragraph_height(const typeset *t, float width, const char *text, float px, text_weight weight)
{
    typeset only_measure = {.draw = NULL, .text = t->text, .ellipses = NULL};
    return typeset_paragraph(&only_measure, (rect){0.0f, 0.0f, width, 0.0f}, text, px, weight, UI_LEFT,
                             (colour){0});
}

int typeset_pieces(const typeset *t, rect box, const char *text, float px, text_weight weight,
                   const text_span *spans, int count, text_piece *out, int capacity)
{
    float height = typeset_line_height(t, px), y = box.y;
    int found = 0, first = 0;
    for (size_t at = 0; text && text[at] && first < count; y += height) {
        line_break b = next_line(t, text + at, box.w > 1.0f ? box.w : 1.0f, px, weight, false);
        size_t end = at + b.bytes;
        for (int i = first; i < count && spans[i].start < end && found < capacity; i++) {
            size_t from = spans[i].start > at ? spans[i].start : at, to = spans[i].start + spans[i].length;
            to = to < end ? to : end;
            if (from >= to)
                continue;
            float x = prefix_width(t, text + at, from - at, px, weight);
            float w = prefix_width(t, text + at, to - at, px, weight) - x;
            out[found++] = (text_piece){{box.x + x, y, w, height}, i};
        }
        at += b.next;
        while (first < count && spans[first].start + spans[first].length <= at)
            first++;
    }
    return found;
}

static float widest_digit(const typeset *t, float px, text_weight weight)
{
    float widest = 0.0f;
    for (char d = '0'; d <= '9'; d++) {
        const char digit[2] = {d, '\0'};
        widest = fmaxf(widest, typeset_width(t, digit, px, weight));
    }
    return widest;
}

float typeset_figures(const typeset *t, float x, float baseline, const char *text, float px,
                      text_weight weight, colour ink)
{
    float pen = x, cell = widest_digit(t, px, weight);
    while (text && *text) {
        char run[LINE_BYTES + 1];
        size_t bytes = 0;
        bool digit = *text >= '0' && *text <= '9';
        while (text[bytes] && bytes < LINE_BYTES && (bytes == 0 || !digit) &&
               (text[bytes] >= '0' && text[bytes] <= '9') == digit) {
            run[bytes] = text[bytes];
            bytes++;
        }
        run[bytes] = '\0';
        float width = typeset_width(t, run, px, weight);
        if (t->draw)
            draw2d_text(t->draw, t->text, run, digit ? pen + 0.5f * (cell - width) : pen, baseline, px,
                        weight, ink);
        pen += digit ? cell : width;
        text += bytes;
    }
    return pen - x;
}

float typeset_figures_width(const typeset *t, const char *text, float px, text_weight weight)
{
    typeset only_measure = {.draw = NULL, .text = t->text, .ellipses = NULL};
    return typeset_figures(&only_measure, 0.0f, 0.0f, text, px, weight, (colour){0});
}

#include "base/utf8.h"

#include <string.h>

enum { REPLACEMENT = 0xFFFD };

static size_t sequence_length(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 3;
    if (lead >= 0xF0 && lead <= 0xF4)
        return 4;
    return 0;
}

// Decodes one code point of at most `room` bytes; 0 bytes used when the bytes are not well formed.
static size_t decode(const unsigned char *s, size_t room, uint32_t *out)
{
    static const uint32_t least[5] = {0, 0, 0x80, 0x800, 0x10000};
    size_t n = sequence_length(s[0]);
    if (n == 0 || n > room)
        return 0;
    uint32_t cp = n == 1 ? s[0] : s[0] & (0x7Fu >> n);
    for (size_t i = 1; i < n; i++) {
        if ((s[i] & 0xC0u) != 0x80u)
            return 0;
        cp = (cp << 6) | (s[i] & 0x3Fu);
    }
    bool surrogate = cp >= 0xD800 && cp <= 0xDFFF;
    if (cp < least[n] || cp > 0x10FFFF || surrogate)
        return 0;
    *out = cp;
    return n;
}

static size_t bytes_before_nul(const unsigned char *s)
{
    size_t n = 0;
    while (n < 4 && s[n])
        n++;
    return n;
}

uint32_t utf8_next(const char **at)
{
    const unsigned char *s = (const unsigned char *)*at;
    if (!*s)
        return 0;
    uint32_t cp = REPLACEMENT;
    size_t used = decode(s, bytes_before_nul(s), &cp);
    *at += used ? used : 1;
    return cp;
}

size_t utf8_count(const char *text)
{
    size_t n = 0;
    while (utf8_next(&text))
        n++;
    return n;
}

bool utf8_valid(const char *bytes, size_t length)
{
    const unsigned char *s = (const unsigned char *)bytes;
    while (length) {
        uint32_t cp = 0;
        size_t used = decode(s, length, &cp);
        if (!used || !cp)
            return false;
        s += used;
        length -= used;
    }
    return true;
}

const char *utf8_after_mark(const char *bytes, size_t *length)
{
    static const char mark[3] = {'\xEF', '\xBB', '\xBF'};
    if (*length < sizeof mark || memcmp(bytes, mark, sizeof mark) != 0)
        return bytes;
    *length -= sizeof mark;
    return bytes + sizeof mark;
}

bool utf8_is_control(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF;
}

void utf8_copy_plain(char *out, size_t capacity, const char *text)
{
    size_t used = 0;
    for (const char *at = text; *at;) {
        const char *before = at;
        uint32_t c = utf8_next(&at);
        size_t length = (size_t)(at - before);
        bool unfit = (c == REPLACEMENT && length == 1) || utf8_is_control(c);
        if (used + (unfit ? 1 : length) >= capacity)
            break;
        if (unfit)
            out[used++] = '?';
        for (size_t i = 0; !unfit && i < length; i++)
            out[used++] = before[i];
    }
    out[used] = '\0';
}

#include "base/error.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void drop_partial_code_point(char *text)
{
    char *last = text + strlen(text);
    do
        last--;
    while (last > text && ((unsigned char)*last & 0xC0u) == 0x80u);
    const char *at = last;
    if (utf8_next(&at) == 0xFFFD)
        *last = '\0';
}

void error_set(error *e, const char *format, ...)
{
    if (!e)
        return;
    va_list args;
    va_start(args, format);
    int length = vsnprintf(e->text, sizeof e->text, format, args);
    va_end(args);
    if (length >= (int)sizeof e->text)
        drop_partial_code_point(e->text);
}

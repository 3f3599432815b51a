#include "base/error.h"

#include "base/utf8.h"

#include <errno.h>
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

NEUROTIDE_PRINTF_LIKE(3, 0)
static void write_text(char *text, int capacity, const char *format, va_list args)
{
    int length = vsnprintf(text, (size_t)capacity, format, args);
    if (length >= capacity)
        drop_partial_code_point(text);
    utf8_copy_plain(text, (size_t)capacity, text);
}

void error_set(error *e, const char *format, ...)
{
    if (!e)
        return;
    va_list args;
    va_start(args, format);
    write_text(e->text, ERROR_TEXT_MAX, format, args);
    va_end(args);
    e->cause = ERROR_CAUSE_OTHER;
}

void error_set_memory(error *e, const char *what, ...)
{
    if (!e)
        return;
    char text[ERROR_TEXT_MAX - 80]; // the sentence around it is shorter
    va_list args;
    va_start(args, what);
    write_text(text, sizeof text, what, args);
    va_end(args);
    error_set(e, "There is not enough memory for %s; close other programs and try again.", text);
    e->cause = ERROR_NO_MEMORY;
}

void error_because(error *e, int number)
{
    if (!e)
        return;
    switch (number) {
    case ENOMEM:
        e->cause = ERROR_NO_MEMORY;
        break;
    case EACCES:
    case EPERM:
        e->cause = ERROR_NOT_ALLOWED;
        break;
    case EROFS:
        e->cause = ERROR_READ_ONLY;
        break;
    case ENOSPC:
        e->cause = ERROR_DISK_FULL;
        break;
    case ENOENT:
    case ENOTDIR:
        e->cause = ERROR_NOT_THERE;
        break;
    default:
        e->cause = ERROR_CAUSE_OTHER;
    }
}

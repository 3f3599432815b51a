#include "content/content_problems.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void content_problem_add(content_problems *p, const char *file, int line, int column, const char *format, ...)
{
    if (!p)
        return;
    char text[CONTENT_PROBLEM_TEXT];
    int used = snprintf(text, sizeof text, "%.240s:%d:%d: ", file, line, column);
    va_list args;
    va_start(args, format);
    vsnprintf(text + used, sizeof text - (size_t)used, format, args);
    va_end(args);
    if (p->tell)
        p->tell(p->tell_ctx, text);
    if (p->count == CONTENT_PROBLEMS) {
        p->dropped++;
        return;
    }
    int i = p->count++;
    p->line[i] = line;
    p->column[i] = column;
    memcpy(p->text[i], text, sizeof text);
}

void content_problem_memory(content_problems *p, const char *file)
{
    if (!p || p->no_memory)
        return;
    p->no_memory = true;
    content_problem_add(p, file, 1, 1,
                        "there is not enough memory to read it; close other programs and try again");
}

const char *content_quote(const char *bytes, unsigned long length, char out[CONTENT_QUOTE])
{
    unsigned long used = 0;
    for (; used < length && used < 80; used++) {
        unsigned char c = (unsigned char)bytes[used];
        out[used] = c >= ' ' && c <= '~' ? (char)c : '?';
    }
    strcpy(out + used, used < length ? "..." : "");
    return out;
}

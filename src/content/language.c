#include "content/language.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>

static bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_letter_or_digit(char c)
{
    return is_small(c) || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool language_id_is(const char *text)
{
    size_t n = 0;
    while (n < 4 && is_small(text[n]))
        n++;
    if (n < 2 || n > 3 || strlen(text) >= LANGUAGE_ID_MAX)
        return false;
    while (text[n] == '-' || text[n] == '_') {
        size_t part = 1;
        while (is_letter_or_digit(text[n + part]))
            part++;
        if (part == 1)
            return false;
        n += part;
    }
    return !text[n];
}

static int alike(char c)
{
    return c == '_' ? '-' : tolower((unsigned char)c);
}

static bool same(const char *a, const char *b)
{
    while (*a && alike(*a) == alike(*b)) {
        a++;
        b++;
    }
    return !*a && !*b;
}

int language_find(const char *wanted, char ids[][LANGUAGE_ID_MAX], int count)
{
    char name[32];
    size_t length = strcspn(wanted, ".@");
    if (length == 0 || length >= sizeof name)
        return -1;
    memcpy(name, wanted, length);
    name[length] = '\0';
    if (strcmp(name, "C") == 0 || strcmp(name, "POSIX") == 0)
        memcpy(name, "en", 3);
    while (name[0]) {
        for (int i = 0; i < count; i++)
            if (same(name, ids[i]))
                return i;
        while (length > 0 && alike(name[length]) != '-')
            length--;
        name[length] = '\0';
    }
    return -1;
}

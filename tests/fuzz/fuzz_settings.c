// Any bytes as the settings file and as a clinic's crisis line: what is kept is what the program can work
// with.
#include "app/state/settings.h"
#include "base/utf8.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { CRISIS_ROOM = 512 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool sound)
{
    if (!sound)
        abort();
}

static void check_settings(const char *bytes, size_t size)
{
    settings s = {.look = {.theme = THEME_NIGHT, .lang = "en", .text_scale = 1.0f}};
    settings_read("settings.yaml", bytes, size, &s);
    must(s.look.text_scale >= 0.8f && s.look.text_scale <= 2.0f && theme_get(s.look.theme) != NULL);
    must(strlen(s.look.lang) >= 2 && !s.look.lang[strspn(s.look.lang, "abcdefghijklmnopqrstuvwxyz-")]);
    must(memchr(s.stage_screen, '\0', sizeof s.stage_screen) &&
         utf8_valid(s.stage_screen, strlen(s.stage_screen)));
}

static void check_crisis_line(const char *bytes, size_t size)
{
    char *copy = malloc(size + 1), line[CRISIS_ROOM];
    if (!copy)
        return;
    memcpy(copy, bytes, size);
    bool good = settings_crisis_read(copy, size, line, sizeof line);
    must(good || !line[0]);
    must(utf8_valid(line, strlen(line)));
    for (const char *c = line; *c; c++)
        must((unsigned char)*c >= ' ' || *c == '\n');
    free(copy);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size) {
        check_settings((const char *)data, size);
        check_crisis_line((const char *)data, size);
    }
    return 0;
}

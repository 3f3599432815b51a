// Any bytes as the settings file and as a clinic's crisis line: what is kept is what the program can work
// with.
#include "app/state/settings.h"
#include "base/utf8.h"
#include "content/language.h"

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
    settings s, back;
    settings_parse(bytes, size, &s);
    must(s.look.text_scale >= 0.8f && s.look.text_scale <= 2.0f && theme_get(s.look.theme) != NULL);
    must(!s.look.lang[0] || language_id_is(s.look.lang));
    must(memchr(s.stage_screen, '\0', sizeof s.stage_screen) &&
         utf8_valid(s.stage_screen, strlen(s.stage_screen)));
    // Whatever stood there, what is written over it is read back.
    size_t length = 0;
    s.letter_keys = !s.letter_keys;
    char *printed = settings_print(&s, bytes, size, &length);
    if (!printed)
        return;
    must(settings_parse(printed, length, &back) && settings_changes(&s, &back) == 0);
    free(printed);
}

static void check_crisis_line(const char *bytes, size_t size)
{
    char line[CRISIS_ROOM];
    bool good = settings_crisis_line_parse(bytes, size, line, sizeof line);
    must(good || !line[0]);
    must(utf8_valid(line, strlen(line)));
    for (const char *c = line; *c; c++)
        must((unsigned char)*c >= ' ' || *c == '\n');
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size) {
        check_settings((const char *)data, size);
        check_crisis_line((const char *)data, size);
    }
    return 0;
}

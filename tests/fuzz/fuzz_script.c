// Any bytes as a script: it is refused with one sentence and a line, or its commands come one after the other
// in the order of their times, each with what it needs.
#include "app/run/script.h"
#include "app/run/script_read.h"
#include "base/utf8.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool sound)
{
    if (!sound)
        abort();
}

static void check_command(const script_command *c, double before_s)
{
    bool worded = c->kind == SCRIPT_ACTION || c->kind == SCRIPT_STILL || c->kind == SCRIPT_SAY;
    must(c->time_s >= before_s && c->time_s < HUGE_VAL && c->kind <= SCRIPT_QUIT);
    must(!worded || (c->text && *c->text && utf8_valid(c->text, strlen(c->text))));
    if (c->kind == SCRIPT_SIZE)
        must(c->event.width >= 1 && c->event.height >= 1);
    if (c->kind == SCRIPT_EVENT)
        must(c->event.x == c->event.x && c->event.y == c->event.y && c->event.amount == c->event.amount);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    error e = {0};
    script *s = size ? script_parse("script", (const char *)data, size, &e) : NULL;
    if (!s) {
        must(!size || strncmp(e.text, "script", 6) == 0);
        must(utf8_valid(e.text, strlen(e.text)) && !strchr(e.text, '\n'));
        return 0;
    }
    must(!e.text[0]);
    double before_s = 0.0;
    int count = 0;
    for (const script_command *c; (c = script_next(s, HUGE_VAL)); count++) {
        check_command(c, before_s);
        before_s = c->time_s;
    }
    must(count <= SCRIPT_COMMANDS_MOST && script_next_time(s) == HUGE_VAL);
    script_destroy(s);
    return 0;
}

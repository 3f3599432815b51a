#include "content/yaml_limits.h"

#include <string.h>

typedef struct counting {
    int indents[YAML_NESTING_MAX]; // of the lists and maps that are open, each deeper than the one before
    int blocks, brackets;
    yaml_limits now;
} counting;

// What stands further to the right than what is open lies in it; the rest of it ends here.
static bool open_block(counting *c, int indent)
{
    while (c->blocks > 0 && c->indents[c->blocks - 1] > indent)
        c->blocks--;
    if (c->blocks > 0 && c->indents[c->blocks - 1] == indent)
        return true;
    if (c->blocks == YAML_NESTING_MAX)
        return false;
    c->indents[c->blocks++] = indent;
    return true;
}

// The blanks and the marks of lists at the start of a line ("  - - ? a"); false when they lie too deep. `*at`
// is left at what follows them.
static bool take_line_start(counting *c, const char *line, const char **at)
{
    for (;;) {
        *at += strspn(*at, " ");
        if (!**at || strchr("\n\r#", **at))
            return true;
        c->now.column = (int)(*at - line) + 1;
        if (!open_block(c, c->now.column))
            return false;
        if (!strchr("-?:", **at) || !(*at)[1] || !strchr(" \t\n", (*at)[1]))
            return true;
        c->now.marks++;
        ++*at;
    }
}

static bool take_letter(counting *c, char letter)
{
    if (letter == '[' || letter == '{')
        c->brackets++;
    else if ((letter == ']' || letter == '}') && c->brackets > 0)
        c->brackets--;
    c->now.marks += strchr("[]{},&*!", letter) != NULL;
    return c->brackets <= YAML_NESTING_MAX;
}

yaml_limits yaml_limits_of(const char *text)
{
    counting c = {.now = {.line = 1}};
    for (const char *line = text; *line; c.now.line++) {
        const char *at = line;
        bool shallow = take_line_start(&c, line, &at);
        for (c.now.marks++; shallow && c.now.marks <= YAML_MARKS_MAX && *at && *at != '\n'; at++) {
            c.now.column = (int)(at - line) + 1;
            shallow = take_letter(&c, *at);
        }
        if (!shallow || c.now.marks > YAML_MARKS_MAX) {
            c.now.reached = shallow ? YAML_TOO_MANY : YAML_TOO_DEEP;
            c.now.column += c.now.column == 0;
            return c.now;
        }
        line = at + (*at == '\n');
    }
    return c.now;
}

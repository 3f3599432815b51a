#include "app/narrate.h"

#include "app/chrome_parts.h"

#include <string.h>

static void focus_line(const app *a, const ui_focus *f, char *out, size_t capacity)
{
    char role_id[32];
    snprintf(role_id, sizeof role_id, "role.%s", f->role);
    int used = snprintf(out, capacity, "%s, %s", f->label, chrome_word(a, role_id));
    const char *parts[] = {f->value, f->selected ? chrome_word(a, "state.selected") : "",
                           f->disabled ? chrome_word(a, "state.unavailable") : "", f->hint};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        if (*parts[i] && used > 0 && (size_t)used < capacity)
            used += snprintf(out + used, capacity - (size_t)used, ", %s", parts[i]);
}

static void say(FILE *out, const char *prefix, const char *text)
{
    fprintf(out, "%s: ", prefix);
    for (const char *c = text; *c; c++)
        fputc(*c == '\n' ? ' ' : *c, out);
    fputc('\n', out);
    fflush(out);
}

// Mark at or before a moment.
static double mark_passed(double t_min)
{
    int count;
    const view_mark *marks = view_marks(&count);
    double passed = 0.0;
    for (int i = 0; i < count; i++)
        if (marks[i].t_min <= t_min)
            passed = marks[i].t_min;
    return passed;
}

static bool caption_due(app *a)
{
    double passed = mark_passed(a->view.t_min);
    bool moving = a->playing || a->chrome.clock_held;
    bool due = !moving || !a->chrome.narrated_once || passed != a->chrome.narrated_mark_min;
    a->chrome.narrated_mark_min = passed;
    a->chrome.narrated_once = true;
    return due;
}

void narrate_to(app *a, FILE *out)
{
    ui_focus f;
    char line[sizeof a->narrated_focus] = "";
    if (ui_focused(a->ui, &f))
        focus_line(a, &f, line, sizeof line);
    if (strcmp(line, a->narrated_focus) != 0) {
        memcpy(a->narrated_focus, line, sizeof line);
        if (*line)
            say(out, chrome_word(a, "narrate.focus"), line);
    }
    if (strcmp(a->caption, a->narrated_caption) != 0 && caption_due(a)) {
        memcpy(a->narrated_caption, a->caption, sizeof a->narrated_caption);
        if (*a->caption)
            say(out, chrome_word(a, "narrate.caption"), a->caption);
    }
}

void narrate(app *a)
{
    narrate_to(a, stdout);
}

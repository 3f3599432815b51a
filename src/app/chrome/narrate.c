#include "app/chrome/narrate.h"

#include "app/chrome/chrome_words.h"
#include "app/stage/move_run.h"
#include "app/story/story_player.h"
#include "base/fnv.h"
#include "view/view_clock.h"

#include <string.h>

// What can change about a control while it keeps the focus.
static const char *state_of(const app *a, const ui_focus *f)
{
    if (strcmp(f->role, "toggle") == 0)
        return chrome_word(a, f->selected ? "state.on" : "state.off");
    return f->selected ? chrome_word(a, "state.selected") : "";
}

static void join(char *out, size_t capacity, const char *const *parts, size_t count)
{
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < count; i++) {
        int n = *parts[i] && used < capacity
                    ? snprintf(out + used, capacity - used, "%s%s", used ? ", " : "", parts[i])
                    : 0;
        used += n > 0 ? (size_t)n : 0;
    }
}

static void focus_line(const app *a, const ui_focus *f, bool whole, char *out, size_t capacity)
{
    char role_id[32];
    snprintf(role_id, sizeof role_id, "role.%s", f->role);
    const char *parts[] = {f->value,
                           state_of(a, f),
                           f->disabled ? chrome_word(a, "state.unavailable") : "",
                           f->label,
                           chrome_word(a, role_id),
                           f->value,
                           state_of(a, f),
                           f->disabled ? chrome_word(a, "state.unavailable") : "",
                           f->hint};
    if (whole)
        join(out, capacity, parts + 3, 6);
    else
        join(out, capacity, parts, 3);
}

void narrate_switch(app *a, bool on)
{
    a->narration.on = on;
}

// The first line that nobody hears ends the narration, and only that.
static void say_part(app *a, const char *prefix, const char *text, size_t length)
{
    char line[CHROME_PANEL_WORDS + 64];
    int n = snprintf(line, sizeof line, "%s: %.*s", prefix, (int)length, text);
    for (int i = 0; i < n && line[i]; i++)
        if (line[i] == '\n')
            line[i] = ' ';
    if (!a->narration.on || host_say(&a->parts.host, line))
        return;
    narrate_switch(a, false);
    fputs("neurotide: Nobody reads what --narrate tells any more; the program goes on without it.\n", stderr);
}

static void say(app *a, const char *prefix, const char *text)
{
    say_part(a, prefix, text, strlen(text));
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

static bool is_moving(const app *a)
{
    return a->session.playing || a->chrome.clock_held;
}

// A glide by itself, as on Reset, passes many moments; the one it ends at is told. A story's words hold on
// the way already.
static bool caption_due(app *a)
{
    if (move_run_is_on(a) && !player_is_open(a))
        return false;
    double passed = mark_passed(a->session.view.t_min);
    bool due = !is_moving(a) || !a->narration.once || passed != a->narration.mark_min;
    a->narration.mark_min = passed;
    a->narration.once = true;
    return due;
}

// A new control is told whole; of the same one only what changed, and not while the clock changes it all the
// time.
static void narrate_focus(app *a)
{
    ui_focus f;
    if (!ui_focused(a->parts.ui, &f)) {
        a->narration.id[0] = a->narration.focus[0] = '\0';
        return;
    }
    char line[sizeof a->narration.focus];
    bool same = strcmp(f.id, a->narration.id) == 0;
    if (same && (is_moving(a) || move_run_is_on(a)))
        return;
    focus_line(a, &f, false, line, sizeof line);
    if (same && strcmp(line, a->narration.focus) == 0)
        return;
    memcpy(a->narration.focus, line, sizeof line);
    memcpy(a->narration.id, f.id, sizeof f.id);
    focus_line(a, &f, !same, line, sizeof line);
    if (*line)
        say(a, chrome_word(a, "narrate.focus"), line);
}

// Whole when it opens and when its words change (another language, another card), line by line.
static void narrate_panel(app *a)
{
    const char *said = a->chrome.panel_words;
    uint64_t hash = *said ? fnv1a64(FNV1A64_START, said, strlen(said)) : 0;
    if (hash == a->narration.panel)
        return;
    a->narration.panel = hash;
    while (*said) {
        size_t length = strcspn(said, "\n");
        say_part(a, chrome_word(a, "narrate.panel"), said, length);
        said += length + (said[length] == '\n');
    }
}

static void narrate_toast(app *a)
{
    if (a->notice.toasts == a->narration.toasts)
        return;
    a->narration.toasts = a->notice.toasts;
    if (*a->notice.toast)
        say(a, chrome_word(a, "narrate.toast"), a->notice.toast);
}

void narrate(app *a)
{
    narrate_panel(a);
    narrate_focus(a);
    narrate_toast(a);
    if (strcmp(a->chrome.caption, a->narration.caption) != 0 && caption_due(a)) {
        memcpy(a->narration.caption, a->chrome.caption, sizeof a->narration.caption);
        if (*a->chrome.caption)
            say(a, chrome_word(a, "narrate.caption"), a->chrome.caption);
    }
}

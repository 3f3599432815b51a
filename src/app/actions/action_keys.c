#include "app/actions/action_keys.h"

#include "app/actions/actions.h"

#include <stdio.h>
#include <string.h>

unsigned action_context(const app *a)
{
    if (a->present.blank != BLANK_NONE)
        return CONTEXT_BLANKED;
    if (a->stage.overlay != OVERLAY_NONE)
        return CONTEXT_OVERLAY;
    if (a->present.on)
        return CONTEXT_PRESENTING;
    return a->player.story ? CONTEXT_STORY : CONTEXT_STAGE;
}

static bool is_character(int key)
{
    return key > ' ' && key < KEY_ESCAPE;
}

static bool is_on(const app *a, action_key k)
{
    return a->session.letter_keys || k.mods || !is_character(k.key);
}

// How a key is known. Every key is looked for by its sign first: a letter means itself wherever it stands. By
// its place a key is found whose sign means nothing, as the full stop's on a French keyboard, which is what
// remotes send to blank the screen.
typedef enum known_by { BY_SIGN, BY_PLACE } known_by;

static bool is_letter(int key)
{
    return key >= 'a' && key <= 'z';
}

static int key_by(const input_event *e, known_by by)
{
    if (by == BY_SIGN)
        return e->key;
    bool upper_sign = (e->mods & MOD_SHIFT) && !is_letter(e->place);
    return is_letter(e->key) || upper_sign || !is_character(e->place) ? KEY_NONE : e->place;
}

static bool matches(action_key k, const input_event *e, known_by by)
{
    unsigned mods = e->mods & (MOD_CTRL | MOD_ALT | MOD_META);
    // Shift is part of how a character is typed, but tells named keys apart.
    if (!is_character(k.key) && k.key != ' ')
        mods |= e->mods & MOD_SHIFT;
    return k.key == key_by(e, by) && k.mods == mods;
}

static const action *find_in(const app *a, const input_event *e, unsigned context, known_by by)
{
    const action *act;
    for (int i = 0; (act = action_at(i)) != NULL; i++)
        for (int k = 0; k < ACTION_KEYS && act->keys[k].key; k++)
            if ((action_key_contexts(act, act->keys[k]) & context) && matches(act->keys[k], e, by) &&
                is_on(a, act->keys[k]))
                return act;
    return NULL;
}

// The drawing of the event's window that has the focus, as a context; 0 for none.
static unsigned focus_context(const ui *u)
{
    static const struct {
        const char *id; // or its beginning
        unsigned context;
    } drawings[] = {{"stage.", CONTEXT_HALF}, {"dock.axis", CONTEXT_AXIS}, {"story.progress", CONTEXT_DOTS}};
    const char *id = u ? ui_keys_are_of(u) : NULL;
    for (size_t i = 0; id && i < sizeof drawings / sizeof drawings[0]; i++)
        if (strncmp(id, drawings[i].id, strlen(drawings[i].id)) == 0)
            return drawings[i].context;
    return 0;
}

// The contexts that a key is looked for in, one after the other. Between the first two and the rest it is the
// widget's that has the focus.
enum { AHEAD = 2, BEHIND = 2 };

typedef struct key_search {
    unsigned ahead[AHEAD], behind[BEHIND];
    const ui *ui; // NULL where no widget is asked
} key_search;

static key_search search_of(const app *a, const input_event *e)
{
    unsigned context = action_context(a);
    key_search s = {.behind = {context}};
    if (context == CONTEXT_BLANKED)
        return s;
    s.ui = e->window == 1 ? a->present.presenter.ui : a->parts.ui;
    if (a->present.on)
        s.ahead[0] = context == CONTEXT_OVERLAY ? CONTEXT_REMOTE_PANEL : CONTEXT_REMOTE;
    s.ahead[1] = e->window == 1 ? CONTEXT_PRESENTER : focus_context(s.ui);
    if (context == CONTEXT_STORY || context == CONTEXT_PRESENTING)
        s.behind[1] = CONTEXT_STAGE;
    return s;
}

static const action *find_one_by_one(const app *a, const input_event *e, const unsigned *contexts, int count,
                                     known_by by)
{
    const action *act = NULL;
    for (int i = 0; i < count && !act; i++)
        act = find_in(a, e, contexts[i], by);
    return act;
}

key_meaning action_of_key(const app *a, const input_event *e)
{
    key_search s = search_of(a, e);
    const action *act = find_one_by_one(a, e, s.ahead, AHEAD, BY_SIGN);
    if (!act && s.ui && ui_takes_key(s.ui, e))
        return (key_meaning){.widget = true};
    if (!act)
        act = find_one_by_one(a, e, s.behind, BEHIND, BY_SIGN);
    if (!act)
        act = find_one_by_one(a, e, s.ahead, AHEAD, BY_PLACE);
    if (!act)
        act = find_one_by_one(a, e, s.behind, BEHIND, BY_PLACE);
    return (key_meaning){.act = act};
}

unsigned action_key_contexts(const action *act, action_key k)
{
    return k.contexts ? k.contexts : act->contexts;
}

bool action_is_listed(const action *act)
{
    return act->contexts & ~(unsigned)CONTEXTS_OF_FOCUS;
}

bool action_key_is_listed(const app *a, const action *act, action_key k)
{
    return is_on(a, k) && (action_key_contexts(act, k) & ~(unsigned)CONTEXTS_OF_FOCUS);
}

const action_key *action_first_key(const app *a, const action *act)
{
    unsigned now = action_context(a) | CONTEXT_STAGE | CONTEXT_STORY;
    for (int k = 0; k < ACTION_KEYS && act->keys[k].key; k++)
        if (is_on(a, act->keys[k]) && (!act->keys[k].contexts || (act->keys[k].contexts & now)))
            return &act->keys[k];
    return NULL;
}

const char *action_why_not(const app *a, const action *act)
{
    if (!act->enabled || act->enabled(a))
        return NULL;
    char id[96];
    snprintf(id, sizeof id, "action.%s.why", act->id);
    return words_get_or(&a->texts.words, id, act->id);
}

static const char *named_key(int key)
{
    static const struct {
        int key;
        const char *id;
    } names[] = {{' ', "key.space"},
                 {KEY_ESCAPE, "key.escape"},
                 {KEY_ENTER, "key.enter"},
                 {KEY_TAB, "key.tab"},
                 {KEY_BACKSPACE, "key.backspace"},
                 {KEY_DELETE, "key.delete"},
                 {KEY_LEFT, "key.left"},
                 {KEY_RIGHT, "key.right"},
                 {KEY_UP, "key.up"},
                 {KEY_DOWN, "key.down"},
                 {KEY_PAGE_UP, "key.page_up"},
                 {KEY_PAGE_DOWN, "key.page_down"},
                 {KEY_HOME, "key.home"},
                 {KEY_END, "key.end"},
                 {'-', "key.minus"}};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (names[i].key == key)
            return names[i].id;
    return NULL;
}

static size_t append(char *out, size_t used, size_t capacity, const char *text, const char *after)
{
    int count = used < capacity ? snprintf(out + used, capacity - used, "%s%s", text, after) : 0;
    return used + (count > 0 ? (size_t)count : 0);
}

char *action_key_text(const words *w, action_key k, char *out, size_t capacity)
{
    static const struct {
        unsigned mod;
        const char *id;
    } mods[] = {{MOD_CTRL, "key.ctrl"}, {MOD_ALT, "key.alt"}, {MOD_SHIFT, "key.shift"}};
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < sizeof mods / sizeof mods[0]; i++)
        if (k.mods & mods[i].mod)
            used = append(out, used, capacity, words_get(w, mods[i].id), "+");
    const char *name = named_key(k.key);
    char own[16];
    if (k.key >= KEY_F1)
        snprintf(own, sizeof own, "F%d", k.key - KEY_F1 + 1);
    else
        snprintf(own, sizeof own, "%c", k.key >= 'a' && k.key <= 'z' ? k.key - 'a' + 'A' : k.key);
    append(out, used, capacity, name ? words_get(w, name) : own, "");
    return out;
}

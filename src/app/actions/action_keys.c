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

// Tab gives the arrow keys to the stage.
static bool stage_has_arrows(const app *a, const input_event *e)
{
    ui_focus f;
    bool arrow = e->key == KEY_LEFT || e->key == KEY_RIGHT || e->key == KEY_UP || e->key == KEY_DOWN;
    return arrow && a->parts.ui && ui_focus_visible(a->parts.ui) && ui_focused(a->parts.ui, &f) &&
           strncmp(f.id, "stage.", 6) == 0;
}

static bool is_character(int key)
{
    return key > ' ' && key < KEY_ESCAPE;
}

bool action_key_is_on(const app *a, action_key k)
{
    return a->session.letter_keys || (k.mods & ~(unsigned)ACTION_PRESENTING) || !is_character(k.key);
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
    return k.key == key_by(e, by) && (k.mods & ~(unsigned)ACTION_PRESENTING) == mods;
}

static bool works_in(action_key k, unsigned context)
{
    return !(k.mods & ACTION_PRESENTING) || context == CONTEXT_PRESENTING;
}

static const action *find_in(const app *a, const input_event *e, unsigned context, known_by by)
{
    const action *act;
    for (int i = 0; (act = action_at(i)) != NULL; i++) {
        if (!(act->contexts & context))
            continue;
        for (int k = 0; k < ACTION_KEYS && act->keys[k].key; k++) {
            action_key key = act->keys[k];
            if (works_in(key, context) && matches(key, e, by) && action_key_is_on(a, key))
                return act;
        }
    }
    return NULL;
}

static const action *find(const app *a, const input_event *e, known_by by)
{
    unsigned context = action_context(a);
    bool behind = context == CONTEXT_STORY || context == CONTEXT_PRESENTING;
    const action *act = behind && stage_has_arrows(a, e) ? find_in(a, e, CONTEXT_STAGE, by) : NULL;
    if (!act)
        act = find_in(a, e, context, by);
    return act || !behind ? act : find_in(a, e, CONTEXT_STAGE, by);
}

const action *action_for_key(const app *a, const input_event *e)
{
    const action *act = find(a, e, BY_SIGN);
    return act ? act : find(a, e, BY_PLACE);
}

const action_key *action_first_key(const app *a, const action *act)
{
    for (int k = 0; k < ACTION_KEYS && act->keys[k].key; k++)
        if (action_key_is_on(a, act->keys[k]) && works_in(act->keys[k], action_context(a)))
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

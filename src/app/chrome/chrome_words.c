#include "app/chrome/chrome_words.h"

#include "app/actions/action_keys.h"
#include "app/actions/actions.h"
#include "view/view_clock.h"

#include <stdio.h>

const char *chrome_word(const app *a, const char *id)
{
    return words_get(&a->texts.words, id);
}

const char *chrome_word2(const app *a, const char *first, const char *second)
{
    char id[96];
    snprintf(id, sizeof id, "%s.%s", first, second);
    return words_get_or(&a->texts.words, id, second);
}

const char *chrome_time_words(const app *a, double t_min, char *out, size_t capacity)
{
    message m = view_time_message(t_min);
    words_format(&a->texts.words, &m, out, capacity);
    return out;
}

const char *chrome_key_hint(const app *a, const char *action_id, char *out, size_t capacity)
{
    const action *act = action_find(action_id);
    char key[64];
    out[0] = '\0';
    const action_key *first = act ? action_first_key(a, act) : NULL;
    if (!first)
        return out;
    action_key_text(&a->texts.words, *first, key, sizeof key);
    message m = message_make("hint.key");
    message_text(&m, "key", key);
    words_format(&a->texts.words, &m, out, capacity);
    return out;
}

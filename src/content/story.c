#include "content/story.h"

#include "base/utf8.h"
#include "content/text_store.h"

#include <stdlib.h>
#include <string.h>

void story_destroy(story *s)
{
    if (!s)
        return;
    text_store_destroy(s->memory);
    free(s->steps);
    free(s);
}

const char *story_text_get(const story_text *t, const words *w)
{
    if (t->text)
        return t->text;
    const char *text = t->id ? w->get(w->ctx, t->id) : NULL;
    return text ? text : "";
}

int story_step_find(const story *s, const char *id)
{
    for (int i = 0; i < s->step_count; i++)
        if (strcmp(s->steps[i].id, id) == 0)
            return i;
    return -1;
}

// Appends as many whole code points as there is room for.
static size_t append(char *out, size_t used, size_t capacity, const char *text)
{
    size_t length = strlen(text), room = capacity - 1 - used;
    if (length > room) {
        length = room;
        while (length > 0 && ((unsigned char)text[length] & 0xC0u) == 0x80u)
            length--;
    }
    memcpy(out + used, text, length);
    out[used + length] = '\0';
    return used + length;
}

size_t story_caption(const story *s, int step, bool revealed, const words *w, char *out, size_t capacity)
{
    if (!capacity)
        return 0;
    size_t used = append(out, 0, capacity, "");
    if (step < 0 || step >= s->step_count)
        return used;
    const story_step *at = &s->steps[step];
    const char *said = at->has_question && revealed ? story_text_get(&at->question.say, w) : "";
    const char *caption = *said ? said : story_text_get(&at->caption, w);
    const char *safety = step == 0 ? w->get(w->ctx, "safety.short") : NULL;
    if (safety && *safety) {
        used = append(out, used, capacity, safety);
        used = append(out, used, capacity, *caption ? " " : "");
    }
    return append(out, used, capacity, caption);
}

double story_minutes_through(const story *s, int step)
{
    double minutes = 0;
    for (int i = 0; i <= step && i < s->step_count; i++)
        minutes += s->steps[i].minutes;
    return minutes;
}

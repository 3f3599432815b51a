// The live description: the scene's messages joined into plain sentences of the current language.
#include "app/stage/describe.h"
#include "app/state/app_state.h"

#include <string.h>

void describe_state(const app *a, char *out, size_t capacity)
{
    if (!capacity)
        return;
    out[0] = '\0';
    if (!a->stage.scene || !a->stage.scene->describe)
        return;
    message sentences[SCENE_SENTENCES];
    int count =
        a->stage.scene->describe(a->stage.scene_data, &a->session.view, a->parts.treatment, sentences);
    size_t used = 0;
    for (int i = 0; i < count && used + 2 < capacity; i++) {
        if (used)
            out[used++] = ' ';
        used += words_format(&a->texts.words, &sentences[i], out + used, capacity - used);
    }
    out[used] = '\0';
}

#include "app/chrome/panels_story.h"
#include "app/chrome/ask.h"
#include "app/chrome/chrome_words.h"
#include "app/chrome/panel.h"

#include "app/story/story_player.h"

#include <stdio.h>
#include <string.h>

// The shipped stories' words stand under their names: story.<name>.title and .audience.
static const char *story_word(const app *a, const char *name, const char *what)
{
    char id[96];
    snprintf(id, sizeof id, "story.%s.%s", name, what);
    return words_get_or(&a->texts.words, id, "");
}

static bool story_row(app *a, panel *p, const char *name)
{
    char id[64];
    snprintf(id, sizeof id, "stories.%s", name);
    const char *title = story_word(a, name, "title");
    return panel_entry(a, p, id, ICON_PLAY, *title ? title : name, story_word(a, name, "audience"));
}

// The one that needs no help stands first: somebody who asks for a list is likely to be alone.
static int first_of(const player_shipped *list)
{
    for (int i = 0; i < list->count; i++)
        if (strcmp(list->name[i], "explore") == 0)
            return i;
    return 0;
}

void panel_stories(app *a)
{
    panel_def def = {.id = "stories", .title = chrome_word(a, "stories.title"), .width = 900.0f};
    panel p = panel_begin(a, &def);
    const player_shipped *list = &a->player.shipped;
    int chosen = -1;
    panel_text(a, &p, chrome_word(a, list->count ? "stories.intro" : "stories.none"), TYPE_LABEL,
               TEXT_REGULAR, ui_theme(a->parts.ui)->ink);
    int first = first_of(list);
    for (int i = 0; i < list->count; i++) {
        int k = i == 0 ? first : i <= first ? i - 1 : i;
        if (story_row(a, &p, list->name[k]))
            chosen = k;
    }
    panel_end(a, &p);
    ui_layer_pop(a->parts.ui);
    if (chosen >= 0)
        ask_story(a, list->name[chosen]);
    else if (p.closed)
        ask_action(a, "app.close");
}

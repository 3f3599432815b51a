// Any bytes as a state string: the state is usable, prints, and reads back the same; problems are plain
// ASCII.
#include "view/view_state.h"
#include "view/view_text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool sound)
{
    if (!sound)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1), print[VIEW_STRING_MAX], again[VIEW_STRING_MAX];
    if (!text)
        return 0;
    if (size)
        memcpy(text, data, size);
    text[size] = '\0';
    view_state v, back;
    view_problems p;
    must(view_state_parse(text, &v, &p) == (p.count == 0));
    for (int i = 0; i < p.count; i++)
        for (const char *c = p.text[i]; *c; c++)
            must(*c >= ' ' && *c <= '~');
    must(view_state_print(&v, print, sizeof print) == strlen(print));
    must(view_state_parse(print, &back, &p) && view_state_equal(&v, &back));
    view_state_print(&back, again, sizeof again);
    must(strcmp(print, again) == 0);
    view_state rounded = view_state_rounded(&v), opening = view_state_opening();
    view_state_print(&rounded, print, sizeof print);
    must(view_state_parse(print, &back, &p));
    view_state middle = view_state_mix(&v, &opening, 0.37);
    view_state_print(&middle, print, sizeof print);
    must(view_state_parse(print, &back, &p) && view_state_equal(&middle, &back));
    free(text);
    return 0;
}

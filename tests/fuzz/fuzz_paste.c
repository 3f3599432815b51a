// Any text as what Ctrl+V takes: the stage shows a view that can be written down and read again, and what was
// wrong is told.
#include "app/stage/visit.h"
#include "app/state/session.h"
#include "base/utf8.h"
#include "scene/scenes.h"
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

static void paste(app *a, const char *text)
{
    char string[VIEW_STRING_MAX];
    view_state back;
    view_problems p;
    visit_paste(a, text);
    must(scene_of(a->session.view.scene) != NULL && a->stage.scene == scene_of(a->session.view.scene));
    must(view_state_print(&a->session.view, string, sizeof string) < sizeof string);
    must(view_state_parse(string, &back, &p) && view_state_equal(&a->session.view, &back));
    must(utf8_valid(a->notice.toast, strlen(a->notice.toast)));
    must(a->notice.problems.count <= VIEW_PROBLEMS);
    must(a->notice.toast[0] || a->stage.overlay == OVERLAY_PROBLEMS); // never silent
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static app a;            // large
    static treatment *model; // slow to make, and what it tabulates follows from the view alone
    char *text = malloc(size + 1);
    if (!text)
        return 0;
    if (size)
        memcpy(text, data, size);
    text[size] = '\0';
    memset(&a, 0, sizeof a);
    a.player.chosen = -1;
    view_state opening = view_state_opening();
    a.stage.scene = scene_of(opening.scene);
    session_set_view(&a, &opening);
    if (!model)
        model = treatment_create(treatment_inputs_default());
    a.parts.treatment = model;
    if (model)
        paste(&a, text);
    free(text);
    return 0;
}

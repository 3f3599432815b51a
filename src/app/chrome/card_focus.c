#include "app/chrome/card_focus.h"

#include <string.h>

// Whether the focus is on the card; its controls are built from the first of these to the second.
static bool holds_focus(const app *a)
{
    ui_focus f;
    ui_widget_info w;
    bool within = false;
    if (!ui_focused(a->parts.ui, &f))
        return false;
    for (int i = 0; ui_widget_at(a->parts.ui, i, &w); i++) {
        within = within || strcmp(w.id, "card.close") == 0;
        if (strcmp(w.id, f.id) == 0)
            return within;
        if (strcmp(w.id, "card.reset") == 0)
            return false;
    }
    return false;
}

void card_focus_by_key(app *a)
{
    ui_focus f = {0};
    if (a->session.card_open) {
        ui_focused(a->parts.ui, &f);
        memcpy(a->chrome.card_return, f.id, sizeof a->chrome.card_return);
        a->chrome.card_takes_focus = true;
        ui_focus_by_key(a->parts.ui);
    } else if (holds_focus(a) && a->chrome.card_return[0]) {
        ui_focus_set(a->parts.ui, a->chrome.card_return);
    }
}

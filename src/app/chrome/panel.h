// A panel over the stage: its card, its title, its scrolling body, and what panels have in common.
#ifndef NEUROTIDE_APP_PANEL_H
#define NEUROTIDE_APP_PANEL_H

#include "app/state/app_state.h"

typedef struct panel_def {
    const char *id, *title; // of the layer; resolved title
    float width;            // design units wished for; grows with the text, shrinks to the surface
    const char *scroll;     // id under which the place in the text is remembered, NULL: one for all panels
    float footer;           // px kept under the body, 0 for none
    bool must_answer;       // no close button, and a press beside it does not close it
} panel_def;

typedef struct panel {
    rect body;    // px, what scrolls
    rect footer;  // px, w = 0 for none
    rect content; // where to draw, moved by the scroll
    float y;      // where the next entry goes
    float gap;    // px between entries
    bool closed;  // the close button, Esc or a press beside the panel (known when it has ended)
    bool escaped; // Esc alone
    rect close;   // where the close button goes, w = 0 for none
    int texts;    // told so far with words to open
    bool untold;  // what follows is too much to be narrated unasked
} panel;

// Opens the layer, draws the card and its title, and begins to scroll; build entries from p.y downwards,
// advancing it, then end.
panel panel_begin(app *a, const panel_def *def);
void panel_end(app *a, panel *p);

// One paragraph at p->y; `gap_after` in entries' gaps.
void panel_text(app *a, panel *p, const char *text, type_role role, text_weight weight, colour ink);
// The same with its technical words leading to the glossary.
void panel_reading(app *a, panel *p, const char *text, type_role role, text_weight weight, colour ink);
// Something to open; true when it was pressed.
bool panel_entry(app *a, panel *p, const char *id, icon_id icon, const char *title, const char *note);
void panel_heading(app *a, panel *p, const char *text);
// Choices and switches that the first-run panel and the menu share.
void panel_language(app *a, panel *p);
void panel_theme(app *a, panel *p);
void panel_motion(app *a, panel *p);

#endif

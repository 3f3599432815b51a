// The panels over the stage: first run, menu, help, about, and the list of what was ignored. Each is a modal
// layer; app->overlay says which is open.
#ifndef NEUROTIDE_APP_PANELS_H
#define NEUROTIDE_APP_PANELS_H

#include "app/app_state.h"

// Builds the open panel, if any.
void panels_build(app *a);

// --- shared by the panels' files
typedef struct panel {
    rect box, body; // px; body is what scrolls
    float gap;      // px between entries
} panel;

typedef struct panel_def {
    const char *id;    // of the layer
    const char *title; // resolved
    float width, height; // design units wished for; shrunk to the surface
    float footer;        // px kept under the body
    bool closable;       // has a close button
} panel_def;

// Opens the layer and draws the card and its title; false when the close button was pressed.
bool panel_begin(app *a, const panel_def *def, panel *out);
void panel_end(app *a);

void panel_help(app *a);
void panel_about(app *a);
void panel_problems(app *a);

#endif

// What the program is made of: found or made at its start and at its end given back. Between the two nobody
// replaces one.
#ifndef NEUROTIDE_APP_PARTS_H
#define NEUROTIDE_APP_PARTS_H

#include "gfx/gfx.h"
#include "model/treatment.h"
#include "platform/host.h"
#include "platform/paths.h"
#include "platform/text.h"
#include "platform/window.h"
#include "ui/ui.h"

#include <stdbool.h>

struct app;

typedef struct app_parts {
    host host; // all zero without a window
    paths paths;
    platform_text *text; // NULL where nothing is drawn
    text_source text_source;
    treatment *treatment;
    gfx *gfx;
    ui *ui;
    window *window;        // NULL without one (pictures, benchmarks)
    struct stage *picture; // the 3D picture and its quality (app/stage/stage.h)
    bool eased;            // changes take their time, as in a window; a picture shows one moment only
} app_parts;

#endif

// Icons as simple filled shapes of the display list, drawn on a 24 x 24 grid and scaled to any box.
#ifndef NEUROTIDE_UI_ICONS_H
#define NEUROTIDE_UI_ICONS_H

#include "base/draw2d.h"

typedef enum icon_id {
    ICON_NONE,
    ICON_BRAIN,
    ICON_CIRCUIT,
    ICON_SYNAPSE,
    ICON_GROWTH, // the four magnifications
    ICON_PLAY,
    ICON_PAUSE,
    ICON_STEP_BACK,
    ICON_STEP_FORWARD,
    ICON_RESET,
    ICON_SETTINGS,
    ICON_HELP,
    ICON_INFO,
    ICON_CLOSE,
    ICON_MENU,
    ICON_PIN,
    ICON_EYE,
    ICON_LABELS,
    ICON_FULLSCREEN,
    ICON_LANGUAGE,
    ICON_THEME,
    ICON_CHEVRON_LEFT,
    ICON_CHEVRON_RIGHT,
    ICON_CHEVRON_UP,
    ICON_CHEVRON_DOWN,
    ICON_CHECK,
    ICON_WARNING,
    ICON_COPY,
    ICON_HOURGLASS,
    ICON_PLUS,
    ICON_MINUS,
    ICON_COUNT
} icon_id;

// Fits the grid into the box, centred. The ink should be opaque: icons are made of overlapping strokes, which
// a see-through ink would show.
void icon_draw(draw2d *d, icon_id icon, rect box, colour ink);

#endif

// Presentation options: how the stage is shown, not what is on it.
#ifndef NEUROTIDE_APP_PRESENTATION_H
#define NEUROTIDE_APP_PRESENTATION_H

#include "ui/theme.h"

#include <stdbool.h>

enum { APP_LANG_MAX = 16 };

typedef struct presentation {
    theme_id theme;
    float text_scale; // 0.8..2
    char lang[APP_LANG_MAX];
    bool reduce_motion;
} presentation;

#endif

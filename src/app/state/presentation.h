// Presentation options: how the stage is shown, not what is on it.
#ifndef NEUROTIDE_APP_PRESENTATION_H
#define NEUROTIDE_APP_PRESENTATION_H

#include "content/language.h"
#include "ui/theme.h"

#include <stdbool.h>

enum { APP_LANG_MAX = LANGUAGE_ID_MAX, APP_LANGS_MAX = LANGUAGES_MAX };
enum { PRESENTATION_TEXT_LEAST = 80, PRESENTATION_TEXT_MOST = 200 }; // %, how large text may be

typedef struct presentation {
    theme_id theme;
    float text_scale; // of PRESENTATION_TEXT_LEAST to MOST, as a factor
    char lang[APP_LANG_MAX];
    bool reduce_motion;
} presentation;

bool presentation_text_is(double percent); // a size that text may have
float presentation_text_within(float scale);

#endif

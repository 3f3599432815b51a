// Paragraphs whose technical words open the glossary.
#ifndef NEUROTIDE_APP_CHROME_TERMS_H
#define NEUROTIDE_APP_CHROME_TERMS_H

#include "app/state/app_state.h"

// Sets a left-aligned paragraph as ui_paragraph() does and makes every word of the glossary in it a way to
// its explanation (each where it first stands). `place` tells apart the paragraphs of one build. Returns the
// height used.
float chrome_paragraph(app *a, const char *place, rect box, const char *text, type_role role,
                       text_weight weight, colour ink);

// Makes one line of text, drawn already at the left of `box`, a way to an entry of the glossary.
void chrome_name(app *a, const char *id, rect box, const char *text, type_role role, text_weight weight,
                 const char *entry);

#endif

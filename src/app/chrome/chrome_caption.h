// The caption strip: the live description, in pages of whole sentences where it does not fit at once.
#ifndef NEUROTIDE_APP_CHROME_CAPTION_H
#define NEUROTIDE_APP_CHROME_CAPTION_H

#include "app/state/app_state.h"

// px that the caption strip needs for a->chrome.caption at the stage's width (a->chrome.layout.stage, before
// the caption is taken off); called between ui_begin and ui_end.
float chrome_caption_height(app *a);

void chrome_caption(app *a);

#endif

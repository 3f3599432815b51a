// The pages of the caption strip: a long description is told one page after the other, with the keys of a
// story.
#ifndef NEUROTIDE_APP_CAPTION_PAGES_H
#define NEUROTIDE_APP_CAPTION_PAGES_H

#include "app/state/app_state.h"

// The caption was laid out: how many pages, and about what; something new is read from its first page.
void caption_pages_laid_out(app *a, int count, unsigned subject);
bool caption_pages_go_on(const app *a); // there are further ones
// The next or the one before; false where there is none.
bool caption_pages_turn(app *a);
bool caption_pages_back(app *a);
void caption_pages_round(app *a); // the next, after the last the first
void caption_pages_begin(app *a); // the first

#endif

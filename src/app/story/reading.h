// From what is on the stage to its evidence cards and to the words that need explaining.
#ifndef NEUROTIDE_APP_READING_H
#define NEUROTIDE_APP_READING_H

#include "app/state/app_state.h"

// --- going through what there is to read: every step leads back to where it was made

// Opens a panel (OVERLAY_SURE, OVERLAY_GLOSSARY), a card or a word in it; "" opens the whole list.
void reading_go(app *a, overlay to, const char *card, const char *word);
void reading_back(app *a); // to what was open before; closes when that was the stage
bool reading_can_go_back(const app *a);
// The cards behind what is shown, or at once the card of the part that is picked.
void reading_go_cards(app *a);

// The cards behind what is shown, nearest first: what is picked, what the story's step rests on, what the
// sentences and names of this magnification and the clock claim. Then all others. Returns how many of
// `out` are behind what is shown; all evidence_count() cards are in `out`.
int reading_cards(const app *a, const evidence_card *out[EVIDENCE_CARDS_MAX], int *total);

// The terms of the caption and of the story's step, each once, in the order they stand. Returns how many.
enum { READING_TERMS_MAX = 48 };
int reading_terms(const app *a, int out[READING_TERMS_MAX]);

#endif

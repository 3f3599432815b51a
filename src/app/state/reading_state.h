// What app/reading.c keeps: evidence cards and glossary, read when they are first asked for, and the way that
// led to what is open.
#ifndef NEUROTIDE_APP_READING_STATE_H
#define NEUROTIDE_APP_READING_STATE_H

#include "content/evidence.h"
#include "content/glossary.h"

enum { READING_WAYS = 16, READING_FOCUS_MAX = 64 };

// One thing that can be open: a panel (an `overlay`), and in it a card or a word; empty: the whole list.
typedef struct reading_place {
    int panel;
    char card[EVIDENCE_ID_MAX];
    char word[GLOSSARY_ID_MAX];
    char focus[READING_FOCUS_MAX]; // what had the focus when it was left
} reading_place;

typedef struct reading_state {
    evidence *cards; // NULL: not read yet
    glossary *terms; // of the words with this serial (texts.serial): read it through reading_words() alone
    unsigned serial;
    reading_place here; // what is open, or was last
    reading_place back[READING_WAYS];
    int back_count;
} reading_state;

#endif

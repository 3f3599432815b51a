// What app/reading.c keeps: evidence cards and glossary, read when they are first asked for.
#ifndef NEUROTIDE_APP_READING_STATE_H
#define NEUROTIDE_APP_READING_STATE_H

#include "content/evidence.h"
#include "content/glossary.h"

typedef struct reading_state {
    evidence *cards;            // NULL: not read yet
    glossary *terms;            // of the language whose table it was made from
    const string_table *table;  // that table
    char card[EVIDENCE_ID_MAX]; // card that is open, empty for the list
} reading_state;

#endif

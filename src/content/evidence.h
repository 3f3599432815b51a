// Evidence cards, "How sure is this?": for each claim that is shown, what is drawn, what was simplified, what
// is known, how sure that is, sources and the date of the last review. assets/evidence/*.yaml hold all but
// the words, which stand in every language under evidence.<card>.{claim,drawn,simplified,known}.
#ifndef NEUROTIDE_CONTENT_EVIDENCE_H
#define NEUROTIDE_CONTENT_EVIDENCE_H

#include "base/message.h"
#include "content/content_problems.h"

#include <stdbool.h>
#include <stddef.h>

typedef enum evidence_sure {
    EVIDENCE_ESTABLISHED,
    EVIDENCE_DEBATED,
    EVIDENCE_DRAWN, // drawn for clarity: the authors' choice, neither measured nor disputed
    EVIDENCE_SURES
} evidence_sure;

enum {
    EVIDENCE_ID_MAX = 32, // [a-z0-9_-], with the NUL
    EVIDENCE_SOURCES_MAX = 8,
    EVIDENCE_SHOWN_MAX = 48,
    EVIDENCE_CARDS_MAX = 200
};

typedef struct evidence_card {
    char id[EVIDENCE_ID_MAX];
    evidence_sure sure;
    int year, month, day; // reviewed
    int source_count;
    const char *sources[EVIDENCE_SOURCES_MAX]; // as cited; the same in every language
    // Message ids of labels, badges and captions that make this claim; a '*' at the end stands for any rest.
    int shown_count;
    const char *shown[EVIDENCE_SHOWN_MAX];
    // Parts that are picked, as "<scene>.<part id>" ("brain.dlp"); the same '*'.
    int part_count;
    const char *parts[EVIDENCE_SHOWN_MAX];
} evidence_card;

typedef enum evidence_text {
    EVIDENCE_CLAIM, // the claim itself, the card's title
    EVIDENCE_WHAT_IS_DRAWN,
    EVIDENCE_WHAT_IS_SIMPLIFIED,
    EVIDENCE_WHAT_IS_KNOWN,
    EVIDENCE_TEXTS
} evidence_text;

typedef struct evidence evidence; // all cards

// NULL only on lack of memory; ended with evidence_destroy() (NULL is harmless).
evidence *evidence_create(void);
void evidence_destroy(evidence *e);

// Adds a file's cards; any bytes are safe. True when all was right; what is wrong is told with its place and
// the sound cards are kept.
bool evidence_add(evidence *e, const char *file_name, const char *bytes, size_t length,
                  content_problems *problems);

int evidence_count(const evidence *e);
const evidence_card *evidence_at(const evidence *e, int index);        // in the order they were read
const evidence_card *evidence_find(const evidence *e, const char *id); // NULL when there is none
// The card behind a label, badge or caption by its message id, and behind a picked part; NULL for none. The
// longest fitting entry counts.
const evidence_card *evidence_for_message(const evidence *e, const char *message_id);
const evidence_card *evidence_for_part(const evidence *e, const char *scene, const char *part);

// A card's words: "" when a language lacks them. Lives as long as the words do.
const char *evidence_words(const evidence_card *c, evidence_text text, const words *w);
// Message ids of the headings of those texts ("evidence.heading.drawn"; none for the claim, NULL), of the
// sources and the date of review, and of how sure it is ("evidence.sure.debated").
const char *evidence_heading(evidence_text text);
const char *evidence_sources_heading(void);
const char *evidence_title(void); // "How sure is this?"
const char *evidence_sure_word(evidence_sure sure);
// "evidence.reviewed" with the arguments {day} {month} {year}; the month is a word (evidence.month.<n>).
message evidence_reviewed(const evidence_card *c);

#endif

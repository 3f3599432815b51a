// A story: steps through states of the stage with words, questions and evidence, read from one YAML file
// (`format: 1`, docs/writing-a-story.md). Reading is pure: bytes in, checked plain data out, nothing global;
// read the bytes again and make a new story when the file changes. Nothing an audience answers is kept.
#ifndef NEUROTIDE_CONTENT_STORY_H
#define NEUROTIDE_CONTENT_STORY_H

#include "base/message.h"
#include "base/side.h"
#include "view/view_state.h"

#include <stdbool.h>
#include <stddef.h>

enum {
    STORY_BYTES_MAX = 1 << 19, // of the file
    STORY_STEPS_MAX = 100,
    STORY_ANSWERS_MIN = 2,
    STORY_ANSWERS_MAX = 6,
    STORY_REFS_MAX = 4,      // evidence cards of a step, and terms of a step
    STORY_NAME_MAX = 32,     // ids of steps, cards and terms: [a-z0-9_-], with the NUL
    STORY_CAPTION_MAX = 900, // room that story_caption() needs, bytes
    // The longest texts, bytes:
    STORY_TITLE_BYTES = 120,
    STORY_CAPTION_BYTES = 600,
    STORY_NOTES_BYTES = 4000,
    STORY_ANSWER_BYTES = 200
};

// Words of a story: by message id (shipped stories, any language), or as they stand in the file. One of both
// is set; both NULL: there is no such text.
typedef struct story_text {
    const char *id;   // "story.consult.start.caption"
    const char *text; // UTF-8
} story_text;

// The words, in the language of `w` where they are by id; "" when there are none. Lives as long as both.
const char *story_text_get(const story_text *t, const words *w);

// How the stage gets from the last step (or from wherever the audience went) to this step's state.
typedef enum story_change {
    STORY_MOVE, // view_state_mix() with easing over `seconds`
    STORY_RUN,  // the same, at constant speed on the clock's logarithmic axis: the clock is seen to run
    STORY_FADE, // a cross-fade of `seconds`
    STORY_CUT   // at once
} story_change;

typedef struct story_move {
    story_change change;
    double seconds; // 0..60; 0 for STORY_CUT
} story_move;

typedef struct story_question {
    story_text ask; // the question, shown before the reveal
    int answer_count;
    story_text answers[STORY_ANSWERS_MAX];
    bool right[STORY_ANSWERS_MAX]; // which of them the model shows; none: a question of opinion
    view_state reveal;             // where the stage moves to when the answer is revealed
    story_move move;               // how
    story_text say;                // replaces the caption once revealed; may be none
} story_question;

// A round light on one half, in fractions of that half's width and height (0 0 = top left).
typedef struct story_spotlight {
    side half;
    double x, y;
    double size; // diameter as a fraction of the half's shorter edge, 0.05..1
} story_spotlight;

typedef struct story_step {
    char id[STORY_NAME_MAX]; // unique in the story; "step3" where the file gives none
    view_state state;        // what is picked is part of it
    story_move move;
    story_text caption;
    story_text notes; // for the speaker; may be none
    double minutes;   // planned time for this step; 0: none given
    bool has_question;
    story_question question;
    bool has_spotlight;
    story_spotlight spotlight;
    int evidence_count;
    char evidence[STORY_REFS_MAX][STORY_NAME_MAX]; // ids of cards that back this step
    int term_count;
    char terms[STORY_REFS_MAX][STORY_NAME_MAX]; // glossary terms worth opening here
    int line;                                   // where the step starts in the file, 1-based
} story_step;

typedef struct story {
    story_text title, audience;
    int step_count; // at least 1
    story_step *steps;
    double minutes; // planned time of all steps; 0 when none gives any
    void *memory;   // of the texts; private
} story;

// Ends a story (content/story_read.h makes one); NULL is harmless.
void story_destroy(story *s);

// The step with an id; -1 when there is none.
int story_step_find(const story *s, const char *id);

// The caption of a step (0-based) in the language of `w`, or what is said once its question is revealed. The
// first step's begins with the short form of the safety text (id safety.short). Cut at a code point's border;
// returns the length.
size_t story_caption(const story *s, int step, bool revealed, const words *w, char *out, size_t capacity);

// Planned minutes up to the end of a step (0-based), for a pace hint; 0 when the story plans none.
double story_minutes_through(const story *s, int step);

#endif

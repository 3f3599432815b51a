// The state string, the readable form of a view state: "v1,scene=brain,tssri=4w,tketamine=40min". Anything
// left out has its default.
#ifndef NEUROTIDE_VIEW_VIEW_TEXT_H
#define NEUROTIDE_VIEW_VIEW_TEXT_H

#include "view/view_state.h"

#include <stddef.h>

// Whether a text is meant as a state string: it begins, after blanks, with a version (of this program or
// another).
bool view_state_is_meant(const char *text);

// What was wrong with a string: one entry per bad key or value, in plain English words for stderr and screen,
// printable ASCII whatever the string held. What app/ adds for the screen is in the person's language.
enum { VIEW_PROBLEMS = 16, VIEW_PROBLEM_TEXT = 320, VIEW_STRING_MAX = 1024 };
typedef struct view_problems {
    int count;   // number of entries stored
    int dropped; // further ones not stored
    char text[VIEW_PROBLEMS]
             [VIEW_PROBLEM_TEXT]; // "t=9w: expected 0 or a number with s, min, h, d or w, up to 8w; using 0"
} view_problems;

// Parses a state string; always leaves a usable state (defaults where something was wrong). True when all was
// right. `problems` may be NULL. Pairs are separated by commas; blanks and line ends round pairs, keys and
// values are ignored. A key given twice counts the first time. Another version than v1, or more than
// VIEW_STRING_MAX bytes: refused as a whole. Any bytes are safe; NULL is read as the empty string.
bool view_state_parse(const char *text, view_state *out, view_problems *problems);

// Prints the shortest string that parses to the same state (defaults left out, numbers with the fewest
// digits, moments in the unit that makes the number shortest). Returns the length; with VIEW_STRING_MAX bytes
// it always fits. What does not fit is left out pair by pair.
size_t view_state_print(const view_state *v, char *out, size_t capacity);

#endif

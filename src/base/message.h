// Words by id and arguments: layers below app/ never hold user-visible text, they name it.
#ifndef NEUROTIDE_BASE_MESSAGE_H
#define NEUROTIDE_BASE_MESSAGE_H

#include <stddef.h>

typedef enum message_arg_kind {
    MESSAGE_NUMBER, // `number` with `decimals` places, in the language's own notation
    MESSAGE_WORD,   // the text of message id `word`
    MESSAGE_TEXT    // `word` as it is (an already formatted text)
} message_arg_kind;

typedef struct message_arg {
    const char *name; // stands as {name} in the text
    message_arg_kind kind;
    double number;
    int decimals;
    const char *word; // borrowed
} message_arg;

enum { MESSAGE_ARGS = 8 };

// A message "x" with an argument named "count" of exactly 1 takes the text "x.one" where there is one.
typedef struct message {
    const char *id; // borrowed; NULL for none
    message_arg args[MESSAGE_ARGS];
    int arg_count;
} message;

// Where words come from. `get` returns NULL when the id is unknown.
typedef struct words {
    void *ctx;
    const char *(*get)(void *ctx, const char *id);
} words;

message message_make(const char *id);
void message_number(message *m, const char *name, double number, int decimals);
void message_word(message *m, const char *name, const char *id);
void message_text(message *m, const char *name, const char *text);

// The text of an id; the id itself, as it was given, when it is unknown, so that a gap is seen.
const char *words_get(const words *w, const char *id);

// The same with something else in place of an unknown id: for an id that is put together in memory which does
// not last as long as the text is used.
const char *words_get_or(const words *w, const char *id, const char *otherwise);

// Fills in the arguments; cut at `capacity` on a code-point border. Returns the length written.
// The number's decimal mark is the text of id "number.decimal" ("." when unknown).
size_t words_format(const words *w, const message *m, char *out, size_t capacity);

#endif

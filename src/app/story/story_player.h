// Playing a story: one step at a time the stage moves to the step's state; the audience may take it anywhere
// meanwhile, and the next step brings it back. What an audience answers is shown and then forgotten.
#ifndef NEUROTIDE_APP_STORY_PLAYER_H
#define NEUROTIDE_APP_STORY_PLAYER_H

#include "app/state/app_state.h"

// Opens a shipped story by its name ("consult") or any by its file's path and goes to its first step at once.
// What is wrong in the file is listed for the problems panel, which opens (not in a kiosk); sound steps are
// played, and the time of the presentation begins anew. False with a sentence when there is nothing to play:
// what was open before stays.
bool player_open(app *a, const char *name, error *e);
// For a story that could not be opened: says why in the window, unless the problems panel does.
void player_tell_unread(app *a, const error *e);
void player_close(app *a);

bool player_is_open(const app *a);
const story_step *player_step(const app *a); // NULL when no story is open

// Next: first reveals a question that is still open, else goes on. False at the end of the story.
bool player_next(app *a);
bool player_back(app *a); // hides what was revealed first; false at the start
void player_jump(app *a, int step);
void player_answer(app *a, int answer); // shows what the model says; -1: without a choice
void player_return(app *a);             // brings the stage back to where the story had it

// The stage is not where the story has it: somebody is exploring.
bool player_is_away(const app *a);
// The step's words still fit what is shown: at most the viewpoint, the look or what is picked was changed.
bool player_words_hold(const app *a);

// The words of the step as it stands (caption, question or what is said after it). Returns their length.
size_t player_caption(const app *a, char *out, size_t capacity);

// The same of any step of the open story, 0-based.
size_t player_caption_of(const app *a, int step, bool revealed, char *out, size_t capacity);

// Reads the file again when it has changed; looks at most once a second of a->frame.now_s.
void player_watch(app *a);

player_shipped player_list(const app *a); // reads the folder
// The same for a list that is about to be shown, or is no more: read once, when it opens.
void player_show_list(app *a, bool shown);

#endif

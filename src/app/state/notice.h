// What is told to the person: short notices over the stage, and the list of what was ignored.
#ifndef NEUROTIDE_APP_NOTICE_H
#define NEUROTIDE_APP_NOTICE_H

#include "app/state/app_state.h"
#include "view/view_text.h"

void notice_toast(app *a, const char *text_id);
void notice_message(app *a, const message *m);
void notice_text(app *a, const char *text); // in words already
void notice_end(app *a);                    // nothing is told any more
// Lets it go when it was there long enough to be read; true while it is there.
bool notice_advance(app *a, double dt_s);

// One more sentence for the problems panel. Opening it is the caller's.
void notice_problem(app *a, const char *text);
void notice_problem_message(app *a, const message *m);
void notice_problems_set(app *a, const view_problems *p);
void notice_story_problems_set(app *a, const content_problems *p);
void notice_problems_read(app *a); // they were seen, and go

#endif

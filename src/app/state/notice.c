#include "app/state/notice.h"

#include "app/state/requests.h"
#include "base/utf8.h"
#include "view/view_text.h"

#include <math.h>
#include <stdio.h>

static const double least_s = 4.0, letter_s = 0.075; // time to read it

static void show(app *a)
{
    a->notice.toasts++;
    a->notice.toast_left_s = fmax(least_s, letter_s * (double)utf8_count(a->notice.toast));
    request_redraw(a);
}

void notice_toast(app *a, const char *text_id)
{
    message m = message_make(text_id);
    notice_message(a, &m);
}

void notice_message(app *a, const message *m)
{
    words_format(&a->texts.words, m, a->notice.toast, sizeof a->notice.toast);
    show(a);
}

void notice_text(app *a, const char *text)
{
    snprintf(a->notice.toast, sizeof a->notice.toast, "%.*s", (int)sizeof a->notice.toast - 1, text);
    show(a);
}

void notice_end(app *a)
{
    a->notice.toast[0] = '\0';
    a->notice.toast_left_s = 0.0;
}

bool notice_advance(app *a, double dt_s)
{
    if (a->notice.toast_left_s <= 0.0)
        return false;
    a->notice.toast_left_s -= dt_s;
    if (a->notice.toast_left_s <= 0.0)
        a->notice.toast[0] = '\0';
    return true;
}

void notice_problem(app *a, const char *text)
{
    view_problems *p = &a->notice.problems;
    if (p->count < VIEW_PROBLEMS)
        snprintf(p->text[p->count++], VIEW_PROBLEM_TEXT, "%.*s", VIEW_PROBLEM_TEXT - 1, text);
    else
        p->dropped++;
}

void notice_problem_message(app *a, const message *m)
{
    char text[VIEW_PROBLEM_TEXT];
    words_format(&a->texts.words, m, text, sizeof text);
    notice_problem(a, text);
}

void notice_problems_set(app *a, const view_problems *p)
{
    a->notice.problems = *p;
}

void notice_story_problems_set(app *a, const content_problems *p)
{
    a->notice.story_problems = *p;
}

void notice_problems_read(app *a)
{
    a->notice.problems.count = a->notice.problems.dropped = 0;
    a->notice.story_problems.count = a->notice.story_problems.dropped = 0;
}

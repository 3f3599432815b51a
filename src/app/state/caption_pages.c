#include "app/state/caption_pages.h"

#include "app/state/requests.h"

void caption_pages_laid_out(app *a, int count, unsigned subject)
{
    a->pages.count = count;
    if (subject != a->pages.subject || a->pages.page >= count)
        a->pages.page = 0;
    a->pages.subject = subject;
}

bool caption_pages_go_on(const app *a)
{
    return a->pages.page + 1 < a->pages.count;
}

bool caption_pages_turn(app *a)
{
    if (!caption_pages_go_on(a))
        return false;
    a->pages.page++;
    request_redraw(a);
    return true;
}

bool caption_pages_back(app *a)
{
    if (a->pages.page == 0)
        return false;
    a->pages.page--;
    request_redraw(a);
    return true;
}

void caption_pages_round(app *a)
{
    if (!caption_pages_turn(a))
        caption_pages_begin(a);
}

void caption_pages_begin(app *a)
{
    a->pages.page = 0;
    request_redraw(a);
}

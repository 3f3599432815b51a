#include "app/story/shelf.h"

#include "app/words/library.h"

void shelf_open_words(app *a)
{
    reading_state *r = &a->reading;
    const string_table *now = a->texts.strings ? a->texts.strings : a->texts.english;
    if (r->terms && r->serial == a->texts.serial)
        return;
    glossary_destroy(r->terms);
    r->terms = now ? glossary_create(now) : NULL;
    r->serial = a->texts.serial;
}

void shelf_open(app *a)
{
    if (!a->reading.cards)
        a->reading.cards = library_cards(a->parts.paths.assets);
    shelf_open_words(a);
}

void shelf_close(app *a)
{
    evidence_destroy(a->reading.cards);
    glossary_destroy(a->reading.terms);
    a->reading = (reading_state){0};
}

#include "content/evidence.h"

#include "content/text_store.h"
#include "content/yaml_fields.h"

#include <libfyaml.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SOURCE_BYTES = 300, SHOWN_BYTES = 120 };

struct evidence {
    evidence_card *cards;
    int count;
    text_store *texts;
};

static const char *const sure_names[EVIDENCE_SURES] = {
    [EVIDENCE_ESTABLISHED] = "established", [EVIDENCE_DEBATED] = "debated", [EVIDENCE_DRAWN] = "drawn"};

evidence *evidence_create(void)
{
    evidence *e = calloc(1, sizeof *e);
    if (e && !(e->cards = calloc(EVIDENCE_CARDS_MAX, sizeof *e->cards))) {
        free(e);
        e = NULL;
    }
    return e;
}

void evidence_destroy(evidence *e)
{
    if (!e)
        return;
    text_store_destroy(e->texts);
    free(e->cards);
    free(e);
}

// --- reading

// 2026-11-23, a day that there is.
static bool take_date(const yaml_file *f, yaml_node *n, evidence_card *card)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const char *text;
    size_t length;
    if (!yaml_words(f, n, "reviewed", SOURCE_BYTES, &text, &length))
        return false;
    int value[3] = {0}, part = 0;
    bool good = length == 10;
    for (size_t i = 0; good && i < length; i++) {
        if (i == 4 || i == 7) {
            good = text[i] == '-';
            part++;
        } else {
            good = text[i] >= '0' && text[i] <= '9';
            value[part] = value[part] * 10 + text[i] - '0';
        }
    }
    good = good && value[0] >= 2000 && value[1] >= 1 && value[1] <= 12 && value[2] >= 1;
    bool leap = value[0] % 4 == 0 && (value[0] % 100 != 0 || value[0] % 400 == 0);
    if (!good || value[2] > days[value[1] - 1] + (leap && value[1] == 2)) {
        char quoted[CONTENT_QUOTE];
        yaml_file_problem(f, n, "reviewed: expected a day such as 2026-11-23, not %s",
                          content_quote(text, length, quoted));
        return false;
    }
    card->year = value[0];
    card->month = value[1];
    card->day = value[2];
    return true;
}

static int take_texts(evidence *e, const yaml_file *f, const yaml_field *field, size_t most_bytes,
                      const char **out, int most)
{
    yaml_node *items[EVIDENCE_SHOWN_MAX];
    int kept = 0, count = field->value ? yaml_list(f, field->value, field->name, items, most) : 0;
    for (int i = 0; i < count; i++) {
        const char *text;
        size_t length;
        if (!yaml_words(f, items[i], field->name, most_bytes, &text, &length))
            continue;
        out[kept] = text_store_copy(&e->texts, text, length);
        if (!out[kept]) {
            yaml_file_no_memory(f);
            break;
        }
        kept++;
    }
    return kept;
}

static void take_card(evidence *e, const yaml_file *f, yaml_node *n)
{
    enum { ID, SURE, REVIEWED, SOURCES, SHOWN, PARTS, FIELDS };
    yaml_field field[FIELDS] = {[ID] = {.name = "id", .required = true},
                                [SURE] = {.name = "sure", .required = true},
                                [REVIEWED] = {.name = "reviewed", .required = true},
                                [SOURCES] = {.name = "sources", .required = true},
                                [SHOWN] = {.name = "shown"},
                                [PARTS] = {.name = "parts"}};
    evidence_card card = {0};
    if (!yaml_fields_read(f, n, "a card", field, FIELDS))
        return;
    bool good = field[ID].value && yaml_id(f, field[ID].value, "id", card.id);
    if (good && evidence_find(e, card.id)) {
        yaml_file_problem(f, field[ID].value, "id: there is another card %s; expected an id of its own",
                          card.id);
        good = false;
    }
    int sure = field[SURE].value ? yaml_choice(f, field[SURE].value, "sure", sure_names, EVIDENCE_SURES) : -1;
    good = field[REVIEWED].value && take_date(f, field[REVIEWED].value, &card) && good;
    card.source_count = take_texts(e, f, &field[SOURCES], SOURCE_BYTES, card.sources, EVIDENCE_SOURCES_MAX);
    card.shown_count = take_texts(e, f, &field[SHOWN], SHOWN_BYTES, card.shown, EVIDENCE_SHOWN_MAX);
    card.part_count = take_texts(e, f, &field[PARTS], SHOWN_BYTES, card.parts, EVIDENCE_SHOWN_MAX);
    if (!good || sure < 0 || card.source_count == 0)
        return;
    card.sure = (evidence_sure)sure;
    if (e->count == EVIDENCE_CARDS_MAX)
        yaml_file_problem(f, n, "expected at most %d cards; this one is left out", (int)EVIDENCE_CARDS_MAX);
    else
        e->cards[e->count++] = card;
}

static void take_cards(evidence *e, const yaml_file *f, yaml_node *root)
{
    enum { FORMAT, CARDS, FIELDS };
    yaml_field field[FIELDS] = {
        [FORMAT] = {.name = "format", .required = true}, [CARDS] = {.name = "cards", .required = true}};
    double format;
    if (!yaml_fields_read(f, root, "a file of evidence cards", field, FIELDS))
        return;
    if (field[FORMAT].value)
        yaml_number(f, field[FORMAT].value, "format", 1, 1, &format);
    yaml_node *list = field[CARDS].value;
    if (list && !fy_node_is_sequence(list))
        yaml_file_problem(f, list, "cards: expected a list of cards (- id: ...)");
    void *iterator = NULL;
    yaml_node *card;
    while (list && fy_node_is_sequence(list) && (card = fy_node_sequence_iterate(list, &iterator)))
        take_card(e, f, card);
}

bool evidence_add(evidence *e, const char *file_name, const char *bytes, size_t length,
                  content_problems *problems)
{
    content_problems local = {0};
    content_problems *p = problems ? problems : &local;
    int before = p->count + p->dropped;
    yaml_file *f = yaml_file_open(file_name, bytes, length, p);
    yaml_node *root = f ? yaml_file_root(f) : NULL;
    if (root)
        take_cards(e, f, root);
    yaml_file_close(f);
    return p->count + p->dropped == before;
}

// --- looking up

int evidence_count(const evidence *e)
{
    return e->count;
}

const evidence_card *evidence_at(const evidence *e, int index)
{
    return index >= 0 && index < e->count ? &e->cards[index] : NULL;
}

const evidence_card *evidence_find(const evidence *e, const char *id)
{
    for (int i = 0; i < e->count; i++)
        if (strcmp(e->cards[i].id, id) == 0)
            return &e->cards[i];
    return NULL;
}

// How well an entry fits: the letters it gives, one more without a '*'; 0 when it does not.
static size_t fit(const char *entry, const char *id)
{
    size_t n = strlen(entry);
    if (n > 0 && entry[n - 1] == '*')
        return strncmp(entry, id, n - 1) == 0 ? n : 0;
    return strcmp(entry, id) == 0 ? n + 1 : 0;
}

// The card whose entry fits best: one of its `shown`, or of its `parts`.
static const evidence_card *best_fit(const evidence *e, bool parts, const char *id)
{
    const evidence_card *best = NULL;
    size_t most = 0;
    for (int i = 0; i < e->count; i++) {
        const evidence_card *c = &e->cards[i];
        for (int k = 0; k < (parts ? c->part_count : c->shown_count); k++) {
            size_t each = fit(parts ? c->parts[k] : c->shown[k], id);
            if (each > most) {
                most = each;
                best = c;
            }
        }
    }
    return best;
}

const evidence_card *evidence_for_message(const evidence *e, const char *message_id)
{
    return best_fit(e, false, message_id);
}

const evidence_card *evidence_for_part(const evidence *e, const char *scene, const char *part)
{
    char id[SHOWN_BYTES];
    snprintf(id, sizeof id, "%s.%s", scene, part);
    return best_fit(e, true, id);
}

// --- words

const char *evidence_words(const evidence_card *c, evidence_text text, const words *w)
{
    static const char *const names[EVIDENCE_TEXTS] = {"claim", "drawn", "simplified", "known"};
    char id[EVIDENCE_ID_MAX + 32];
    snprintf(id, sizeof id, "evidence.%s.%s", c->id, names[text]);
    const char *found = w->get(w->ctx, id);
    return found ? found : "";
}

const char *evidence_heading(evidence_text text)
{
    static const char *const ids[EVIDENCE_TEXTS] = {NULL, "evidence.heading.drawn",
                                                    "evidence.heading.simplified", "evidence.heading.known"};
    return ids[text];
}

const char *evidence_sources_heading(void)
{
    return "evidence.heading.sources";
}

const char *evidence_title(void)
{
    return "evidence.title";
}

const char *evidence_sure_word(evidence_sure sure)
{
    static const char *const ids[EVIDENCE_SURES] = {[EVIDENCE_ESTABLISHED] = "evidence.sure.established",
                                                    [EVIDENCE_DEBATED] = "evidence.sure.debated",
                                                    [EVIDENCE_DRAWN] = "evidence.sure.drawn"};
    return ids[sure];
}

message evidence_reviewed(const evidence_card *c)
{
    static const char *const months[] = {"evidence.month.1",  "evidence.month.2",  "evidence.month.3",
                                         "evidence.month.4",  "evidence.month.5",  "evidence.month.6",
                                         "evidence.month.7",  "evidence.month.8",  "evidence.month.9",
                                         "evidence.month.10", "evidence.month.11", "evidence.month.12"};
    message m = message_make("evidence.reviewed");
    message_number(&m, "day", c->day, 0);
    message_word(&m, "month", months[c->month - 1]);
    message_number(&m, "year", c->year, 0);
    return m;
}

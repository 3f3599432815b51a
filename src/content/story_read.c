#include "content/story_read.h"

#include "content/evidence.h"
#include "content/glossary.h"
#include "content/text_store.h"
#include "content/yaml_fields.h"
#include "view/view_text.h"

#include <libfyaml.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double default_seconds[] = {
    [STORY_MOVE] = 2, [STORY_RUN] = 12, [STORY_FADE] = 0.6, [STORY_CUT] = 0};

typedef struct reading {
    const yaml_file *file;
    const story_refs *refs;
    story *out;
    text_store *texts;
    char words[YAML_ID_MAX]; // name of the file of words; empty: the words stand in the story
    bool out_of_memory;
} reading;

static const char *keep(reading *r, const char *text, size_t length)
{
    const char *copy = text_store_copy(&r->texts, text, length);
    if (!copy) {
        r->out_of_memory = true;
        yaml_file_no_memory(r->file);
    }
    return copy;
}

// --- words

// Every language must have a text by id, and not too long.
static void check_languages(const reading *r, yaml_node *at, const char *id, size_t most)
{
    for (int i = 0; r->refs && i < r->refs->language_count; i++) {
        const words *w = &r->refs->words[i];
        const char *text = w->get(w->ctx, id), *language = r->refs->languages[i];
        if (!text || !*text)
            yaml_file_problem(r->file, at, "expected a text %s in assets/text/%s/stories/%s.yaml", id,
                              language, r->words);
        else if (strlen(text) > most)
            yaml_file_problem(r->file, at,
                              "expected the text %s of language %s to have at most %zu bytes, not %zu", id,
                              language, most, strlen(text));
    }
}

// A text of the story: by id when there is a file of words, else from the key. `at` is where to tell of it.
static story_text take_text(reading *r, const yaml_field *field, yaml_node *at, const char *id, size_t most,
                            bool required)
{
    story_text t = {0};
    const char *text;
    size_t length;
    if (r->words[0]) {
        if (field && field->value)
            yaml_file_problem(r->file, field->value,
                              "%s: expected no words here; those of this story stand under %s", field->name,
                              id);
        t.id = keep(r, id, strlen(id));
        check_languages(r, at, id, most);
    } else if (field && field->value) {
        if (yaml_words(r->file, field->value, field->name, most, &text, &length))
            t.text = keep(r, text, length);
    } else if (field && required && !field->given) {
        yaml_file_problem(r->file, at, "expected the key %s with words", field->name);
    }
    return t;
}

typedef char text_id[STORY_NAME_MAX * 4];

static void id_of(const reading *r, text_id out, const char *step, const char *text)
{
    snprintf(out, sizeof(text_id), "story.%s%s%s.%s", r->words, *step ? "." : "", step, text);
}

// --- small values

static bool take_state(const reading *r, yaml_node *n, const char *field, view_state *out)
{
    const char *text;
    size_t length;
    char string[VIEW_STRING_MAX + 1];
    if (!n || !yaml_words(r->file, n, field, VIEW_STRING_MAX, &text, &length))
        return false;
    memcpy(string, text, length);
    string[length] = '\0';
    view_problems problems = {0};
    view_state_parse(string, out, &problems);
    for (int i = 0; i < problems.count; i++)
        yaml_file_problem(r->file, n, "%s: %s", field, problems.text[i]);
    if (problems.dropped)
        yaml_file_problem(r->file, n, "%s: and %d more mistakes", field, problems.dropped);
    return true;
}

static story_move take_move(const reading *r, const yaml_field *change, const yaml_field *seconds)
{
    static const char *const names[] = {
        [STORY_MOVE] = "move", [STORY_RUN] = "run", [STORY_FADE] = "fade", [STORY_CUT] = "cut"};
    int kind = change->value ? yaml_choice(r->file, change->value, "change", names, 4) : STORY_MOVE;
    story_move m = {.change = kind < 0 ? STORY_MOVE : (story_change)kind};
    m.seconds = default_seconds[m.change];
    if (seconds->value && m.change == STORY_CUT)
        yaml_file_problem(r->file, seconds->value,
                          "seconds: a cut takes none; expected change: move, run or fade");
    else if (seconds->value)
        yaml_number(r->file, seconds->value, "seconds", 0.1, 60, &m.seconds);
    return m;
}

static const char *card_name(const void *cards, int i)
{
    const evidence_card *c = i < evidence_count(cards) ? evidence_at(cards, i) : NULL;
    return c ? c->id : NULL;
}

static const char *term_name(const void *terms, int i)
{
    const glossary_entry *e = glossary_at(terms, i);
    return e ? e->id : NULL;
}

// A list of ids; each must be known where a way to look it up is given.
static int take_refs(const reading *r, const yaml_field *field, const char *kind, const void *known,
                     const char *(*name)(const void *ctx, int i), char out[STORY_REFS_MAX][STORY_NAME_MAX])
{
    yaml_node *items[STORY_REFS_MAX];
    int kept = 0,
        count = field->value ? yaml_list(r->file, field->value, field->name, items, STORY_REFS_MAX) : 0;
    for (int i = 0; i < count; i++) {
        if (!yaml_id(r->file, items[i], field->name, out[kept]))
            continue;
        bool found = !known;
        const char *each;
        for (int k = 0; !found && (each = name(known, k)); k++)
            found = strcmp(each, out[kept]) == 0;
        if (found) {
            kept++;
            continue;
        }
        const char *near = yaml_nearest(out[kept], name, known);
        yaml_file_problem(r->file, items[i], "%s: there is no %s %s%s%s%s", field->name, kind, out[kept],
                          near ? "; did you mean " : "", near ? near : "", near ? "?" : "");
    }
    return kept;
}

// --- parts of a step

static void take_spotlight(const reading *r, yaml_node *n, story_step *step)
{
    static const char *const halves[] = {[SIDE_SSRI] = "ssri", [SIDE_KETAMINE] = "ketamine"};
    enum { HALF, X, Y, SIZE, FIELDS };
    yaml_field f[FIELDS] = {[HALF] = {.name = "half", .required = true},
                            [X] = {.name = "x", .required = true},
                            [Y] = {.name = "y", .required = true},
                            [SIZE] = {.name = "size"}};
    if (!yaml_fields_read(r->file, n, "a spotlight", f, FIELDS))
        return;
    story_spotlight s = {.size = 0.3};
    int half = f[HALF].value ? yaml_choice(r->file, f[HALF].value, "half", halves, SIDE_COUNT) : -1;
    bool good = half >= 0;
    good = f[X].value && yaml_number(r->file, f[X].value, "x", 0, 1, &s.x) && good;
    good = f[Y].value && yaml_number(r->file, f[Y].value, "y", 0, 1, &s.y) && good;
    if (f[SIZE].value)
        good = yaml_number(r->file, f[SIZE].value, "size", 0.05, 1, &s.size) && good;
    if (!good)
        return;
    s.half = (side)half;
    step->spotlight = s;
    step->has_spotlight = true;
}

static bool take_answers(reading *r, const yaml_field *field, const char *step, story_question *q)
{
    yaml_node *items[STORY_ANSWERS_MAX];
    if (!field->value)
        return false;
    int count = yaml_list(r->file, field->value, "answers", items, STORY_ANSWERS_MAX);
    for (int i = 0; i < count; i++) {
        story_text t = {0};
        if (r->words[0]) {
            char name[YAML_ID_MAX], key[YAML_ID_MAX + 8];
            text_id id;
            if (!yaml_id(r->file, items[i], "answers", name))
                continue;
            snprintf(key, sizeof key, "answer.%s", name);
            id_of(r, id, step, key);
            t = take_text(r, NULL, items[i], id, STORY_ANSWER_BYTES, true);
        } else {
            yaml_field answer = {.name = "answers", .value = items[i], .given = true};
            t = take_text(r, &answer, items[i], "", STORY_ANSWER_BYTES, true);
        }
        if (t.id || t.text)
            q->answers[q->answer_count++] = t;
    }
    if (q->answer_count >= STORY_ANSWERS_MIN)
        return true;
    yaml_file_problem(r->file, field->value, "answers: expected %d to %d answers", STORY_ANSWERS_MIN,
                      STORY_ANSWERS_MAX);
    return false;
}

static void take_right(const reading *r, const yaml_field *field, story_question *q)
{
    yaml_node *items[STORY_ANSWERS_MAX];
    int count = field->value ? yaml_list(r->file, field->value, "right", items, q->answer_count) : 0;
    for (int i = 0; i < count; i++) {
        double number;
        if (!yaml_number(r->file, items[i], "right", 1, q->answer_count, &number))
            continue;
        if (number != (int)number)
            yaml_file_problem(r->file, items[i], "right: expected a whole number, 1 for the first answer");
        else
            q->right[(int)number - 1] = true;
    }
}

static void take_question(reading *r, yaml_node *n, story_step *step)
{
    enum { ASK, ANSWERS, RIGHT, REVEAL, CHANGE, SECONDS, SAY, FIELDS };
    yaml_field f[FIELDS] = {[ASK] = {.name = "ask"},       [ANSWERS] = {.name = "answers", .required = true},
                            [RIGHT] = {.name = "right"},   [REVEAL] = {.name = "reveal", .required = true},
                            [CHANGE] = {.name = "change"}, [SECONDS] = {.name = "seconds"},
                            [SAY] = {.name = "say"}};
    if (!yaml_fields_read(r->file, n, "a question", f, FIELDS))
        return;
    story_question q = {0};
    text_id id;
    id_of(r, id, step->id, "question");
    q.ask = take_text(r, &f[ASK], n, id, STORY_CAPTION_BYTES, true);
    id_of(r, id, step->id, "reveal");
    q.say = take_text(r, &f[SAY], n, id, STORY_CAPTION_BYTES, false);
    bool good = take_answers(r, &f[ANSWERS], step->id, &q);
    good = take_state(r, f[REVEAL].value, "reveal", &q.reveal) && good;
    q.move = take_move(r, &f[CHANGE], &f[SECONDS]);
    take_right(r, &f[RIGHT], &q);
    if (!good || !(q.ask.id || q.ask.text))
        return;
    step->question = q;
    step->has_question = true;
}

// --- steps

static int line_of(yaml_node *n)
{
    while (n && !fy_node_is_scalar(n))
        n = fy_node_is_sequence(n) ? fy_node_sequence_get_by_index(n, 0)
                                   : fy_node_pair_key(fy_node_mapping_get_by_index(n, 0));
    struct fy_token *token = n ? fy_node_get_scalar_token(n) : NULL;
    const struct fy_mark *mark = token ? fy_token_start_mark(token) : NULL;
    return mark ? mark->line + 1 : 1;
}

static void take_step_id(const reading *r, const yaml_field *field, yaml_node *n, story_step *step)
{
    char name[YAML_ID_MAX];
    for (int i = r->out->step_count + 1; !step->id[0] || story_step_find(r->out, step->id) >= 0; i++)
        snprintf(step->id, sizeof step->id, "step%d", i);
    if (field->value && yaml_id(r->file, field->value, "id", name)) {
        if (story_step_find(r->out, name) < 0)
            memcpy(step->id, name, sizeof name);
        else
            yaml_file_problem(r->file, field->value,
                              "id: there is another step %s; expected an id of its own", name);
    } else if (!field->given && r->words[0]) {
        yaml_file_problem(r->file, n, "a step lacks the key id, by which its words are found");
    }
}

static void take_step(reading *r, yaml_node *n)
{
    enum {
        ID,
        STATE,
        CHANGE,
        SECONDS,
        CAPTION,
        NOTES,
        MINUTES,
        QUESTION,
        SPOTLIGHT,
        EVIDENCE,
        TERMS,
        FIELDS
    };
    yaml_field f[FIELDS] = {[ID] = {.name = "id"},
                            [STATE] = {.name = "state", .required = true},
                            [CHANGE] = {.name = "change"},
                            [SECONDS] = {.name = "seconds"},
                            [CAPTION] = {.name = "caption"},
                            [NOTES] = {.name = "notes"},
                            [MINUTES] = {.name = "minutes"},
                            [QUESTION] = {.name = "question"},
                            [SPOTLIGHT] = {.name = "spotlight"},
                            [EVIDENCE] = {.name = "evidence"},
                            [TERMS] = {.name = "terms"}};
    if (!yaml_fields_read(r->file, n, "a step", f, FIELDS))
        return;
    story_step *step = &r->out->steps[r->out->step_count];
    bool first = r->out->step_count == 0;
    *step = (story_step){.line = line_of(n), .state = first ? view_state_opening() : step[-1].state};
    take_step_id(r, &f[ID], n, step);
    take_state(r, f[STATE].value, "state", &step->state);
    step->move = take_move(r, &f[CHANGE], &f[SECONDS]);
    text_id id;
    id_of(r, id, step->id, "caption");
    step->caption = take_text(r, &f[CAPTION], n, id, STORY_CAPTION_BYTES, true);
    id_of(r, id, step->id, "notes");
    step->notes = take_text(r, &f[NOTES], n, id, STORY_NOTES_BYTES, false);
    if (f[MINUTES].value)
        yaml_number(r->file, f[MINUTES].value, "minutes", 0, 120, &step->minutes);
    if (f[QUESTION].value)
        take_question(r, f[QUESTION].value, step);
    if (f[SPOTLIGHT].value)
        take_spotlight(r, f[SPOTLIGHT].value, step);
    step->evidence_count = take_refs(r, &f[EVIDENCE], "evidence card", r->refs ? r->refs->cards : NULL,
                                     card_name, step->evidence);
    step->term_count = take_refs(r, &f[TERMS], "word in the glossary", r->refs ? r->refs->terms : NULL,
                                 term_name, step->terms);
    r->out->minutes += step->minutes;
    r->out->step_count++;
}

static void take_steps(reading *r, yaml_node *n)
{
    if (!n)
        return;
    int count = fy_node_is_sequence(n) ? fy_node_sequence_item_count(n) : 0;
    if (count <= 0) {
        yaml_file_problem(r->file, n, "steps: expected a list of steps (- state: ...)");
        return;
    }
    if (count > STORY_STEPS_MAX) {
        yaml_file_problem(r->file, n, "steps: expected at most %d steps; the further ones are left out",
                          STORY_STEPS_MAX);
        count = STORY_STEPS_MAX;
    }
    r->out->steps = calloc((size_t)count, sizeof *r->out->steps);
    r->out_of_memory = r->out_of_memory || !r->out->steps;
    void *iterator = NULL;
    for (int i = 0; i < count && r->out->steps; i++) {
        yaml_node *step = fy_node_sequence_iterate(n, &iterator);
        // What was not YAML was told already and left a gap.
        if (step && !(fy_node_is_scalar(step) && fy_node_is_null(step)))
            take_step(r, step);
    }
}

static void take_story(reading *r, yaml_node *root)
{
    enum { FORMAT, WORDS, TITLE, AUDIENCE, STEPS, FIELDS };
    yaml_field f[FIELDS] = {[FORMAT] = {.name = "format", .required = true},
                            [WORDS] = {.name = "words"},
                            [TITLE] = {.name = "title"},
                            [AUDIENCE] = {.name = "audience"},
                            [STEPS] = {.name = "steps", .required = true}};
    if (!yaml_fields_read(r->file, root, "a story", f, FIELDS))
        return;
    double format;
    if (f[FORMAT].value)
        yaml_number(r->file, f[FORMAT].value, "format", 1, 1, &format);
    if (f[WORDS].value && !yaml_id(r->file, f[WORDS].value, "words", r->words))
        r->words[0] = '\0';
    text_id id;
    id_of(r, id, "", "title");
    r->out->title = take_text(r, &f[TITLE], root, id, STORY_TITLE_BYTES, true);
    id_of(r, id, "", "audience");
    r->out->audience = take_text(r, &f[AUDIENCE], root, id, STORY_TITLE_BYTES, true);
    take_steps(r, f[STEPS].value);
}

story *story_open(const char *file_name, const char *bytes, size_t length, const story_refs *refs,
                  content_problems *problems)
{
    if (length > STORY_BYTES_MAX) {
        content_problem_add(problems, file_name, 1, 1,
                            "the file has %zu bytes, expected at most %d; it is left out", length,
                            (int)STORY_BYTES_MAX);
        return NULL;
    }
    int told = problems ? problems->count : 0;
    yaml_file *f = yaml_file_open(file_name, bytes, length, problems);
    story *s = f ? calloc(1, sizeof *s) : NULL;
    if (f && !s)
        yaml_file_no_memory(f);
    if (s) {
        reading r = {.file = f, .refs = refs, .out = s};
        yaml_node *root = yaml_file_root(f);
        if (root)
            take_story(&r, root);
        else if (problems && problems->count == told)
            content_problem_add(problems, file_name, 1, 1, "expected a story (format: 1 on the first line)");
        s->memory = r.texts;
        if (s->step_count == 0 || r.out_of_memory) {
            if (r.out_of_memory)
                yaml_file_no_memory(f);
            else if (root)
                content_problem_add(problems, file_name, 1, 1,
                                    "expected at least one sound step; the story cannot be opened");
            story_destroy(s);
            s = NULL;
        }
    }
    yaml_file_close(f);
    return s;
}

#include "app/story/story_player.h"

#include "app/stage/drift.h"
#include "app/stage/move_run.h"
#include "app/stage/moves.h"
#include "app/stage/overlay.h"
#include "app/state/caption_pages.h"
#include "app/state/notice.h"
#include "app/state/requests.h"
#include "app/state/session.h"
#include "app/story/shelf.h"
#include "content/story_read.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double watch_s = 1.0;
static const story_move quick = {.change = STORY_MOVE, .seconds = 0.4};

bool player_is_open(const app *a)
{
    return a->player.story != NULL;
}

const story_step *player_step(const app *a)
{
    return a->player.story ? &a->player.story->steps[a->player.step] : NULL;
}

// --- files

static bool ends_with(const char *text, const char *end)
{
    size_t n = strlen(text), m = strlen(end);
    return n >= m && strcmp(text + n - m, end) == 0;
}

static bool shipped_path(const app *a, const char *name, char out[PATH_MAX_BYTES])
{
    char folder[PATH_MAX_BYTES], file[STORY_NAME_MAX + 8];
    if (strlen(name) >= STORY_NAME_MAX || strchr(name, '/') || strchr(name, '.'))
        return false;
    snprintf(file, sizeof file, "%s.yaml", name);
    return path_join(folder, a->parts.paths.assets, "stories") && path_join(out, folder, file) &&
           file_exists(out);
}

static void take_name(void *ctx, const char *file)
{
    player_shipped *l = ctx;
    size_t length = strlen(file) - strlen(".yaml");
    if (l->count < PLAYER_STORIES_MAX && length > 0 && length < STORY_NAME_MAX)
        snprintf(l->name[l->count++], STORY_NAME_MAX, "%.*s", (int)length, file);
}

player_shipped player_list(const app *a)
{
    char folder[PATH_MAX_BYTES];
    player_shipped l = {.count = 0};
    if (path_join(folder, a->parts.paths.assets, "stories"))
        files_each(folder, ".yaml", take_name, &l);
    return l;
}

void player_show_list(app *a, bool shown)
{
    if (shown && !a->player.listed)
        a->player.shipped = player_list(a);
    a->player.listed = shown;
}

static bool find_story(const app *a, const char *name, char out[PATH_MAX_BYTES], error *e)
{
    if (shipped_path(a, name, out))
        return true;
    if (file_exists(name) && strlen(name) < PATH_MAX_BYTES) {
        memcpy(out, name, strlen(name) + 1);
        return true;
    }
    char names[PLAYER_STORIES_MAX * (STORY_NAME_MAX + 2)] = "";
    player_shipped l = player_list(a);
    for (int i = 0; i < l.count; i++) {
        strcat(names, i ? ", " : "");
        strcat(names, l.name[i]);
    }
    const char *what = strchr(name, '/') || ends_with(name, ".yaml") ? "file" : "story or file";
    error_set(e, "There is no %s %.200s; the stories beside the program are: %s.", what, name,
              l.count ? names : "none");
    return false;
}

// What it names is looked up as --check does, but not the words of languages that nobody reads now.
static story *read_story(app *a, const char *path, content_problems *problems, file_stamp *stamp, error *e)
{
    char *bytes = NULL;
    size_t length = 0;
    *problems = (content_problems){0};
    *stamp = file_stamp_of(path);
    if (!file_read(path, STORY_BYTES_MAX, &bytes, &length, e))
        return NULL;
    shelf_open(a);
    story_refs refs = {.cards = a->reading.cards, .terms = a->reading.terms};
    story *s = story_open(path, bytes, length, &refs, problems);
    free(bytes);
    for (int i = 0; i < problems->count; i++)
        fprintf(stderr, "neurotide: %s\n", problems->text[i]);
    if (!s)
        error_set(e, "%.200s holds no step that can be shown%s%.240s", path, problems->count ? ": " : ".",
                  problems->count ? problems->text[0] : "");
    return s;
}

// A panel with nothing in it goes; a kiosk has nobody to close one.
static void show_problems(app *a)
{
    if (a->notice.story_problems.count > 0 && !a->kiosk.on)
        overlay_open(a, OVERLAY_PROBLEMS);
    else if (a->stage.overlay == OVERLAY_PROBLEMS && a->notice.problems.count == 0)
        overlay_dismiss(a);
    request_redraw(a);
}

void player_tell_unread(app *a, const error *e)
{
    if (a->notice.story_problems.count > 0)
        return; // told already
    fprintf(stderr, "neurotide: %s\n", e->text);
    if (a->kiosk.on)
        return;
    message m = message_make("toast.story_not_read");
    message_text(&m, "file", a->player.path);
    notice_message(a, &m);
}

// --- going from step to step

static void forget_answer(app *a)
{
    a->player.revealed = false;
    a->player.chosen = -1;
}

static void go_here(app *a, const story_move *move)
{
    session_set_playing(a, false);
    drift_end(a);
    request_redraw(a);
    moves_go(a, &a->player.here, move);
}

// Tab may have given the arrow keys to the stage; with the next step they are the story's again.
static void give_keys_back(app *a)
{
    ui_focus f;
    if (a->parts.ui && a->present.on && ui_focused(a->parts.ui, &f) && strncmp(f.id, "stage.", 6) == 0)
        ui_focus_clear(a->parts.ui);
}

static void enter(app *a, int step, const story_move *move)
{
    a->player.step = step;
    a->player.here = a->player.story->steps[step].state;
    forget_answer(a);
    caption_pages_begin(a);
    give_keys_back(a);
    go_here(a, move ? move : &a->player.story->steps[step].move);
}

bool player_open(app *a, const char *name, error *e)
{
    player_state fresh = {.checked_s = a->frame.now_s, .chosen = -1};
    if (!find_story(a, name, fresh.path, e))
        return false;
    content_problems problems;
    fresh.story = read_story(a, fresh.path, &problems, &fresh.stamp, e);
    notice_story_problems_set(a, &problems);
    if (!fresh.story) {
        show_problems(a);
        return false;
    }
    story_destroy(a->player.story);
    a->player = fresh;
    a->present.elapsed_s = 0.0;
    static const story_move at_once = {.change = STORY_CUT};
    enter(a, 0, a->parts.eased && a->stage.scene_data ? NULL : &at_once);
    show_problems(a);
    return true;
}

void player_close(app *a)
{
    story_destroy(a->player.story);
    a->player = (player_state){.chosen = -1};
    notice_story_problems_set(a, &(content_problems){.count = 0});
    request_redraw(a);
}

void player_answer(app *a, int answer)
{
    const story_step *s = player_step(a);
    if (!s || !s->has_question || a->player.revealed)
        return;
    a->player.revealed = true;
    a->player.chosen = answer >= 0 && answer < s->question.answer_count ? answer : -1;
    a->player.here = s->question.reveal;
    caption_pages_begin(a);
    go_here(a, &s->question.move);
}

bool player_next(app *a)
{
    const story_step *s = player_step(a);
    if (!s)
        return false;
    if (s->has_question && !a->player.revealed) {
        player_answer(a, -1);
        return true;
    }
    if (a->player.step + 1 >= a->player.story->step_count)
        return false;
    enter(a, a->player.step + 1, NULL);
    return true;
}

bool player_back(app *a)
{
    if (!a->player.story)
        return false;
    if (a->player.revealed) {
        enter(a, a->player.step, &quick);
        return true;
    }
    if (a->player.step == 0)
        return false;
    enter(a, a->player.step - 1, &quick);
    return true;
}

void player_jump(app *a, int step)
{
    if (a->player.story && step >= 0 && step < a->player.story->step_count)
        enter(a, step, &quick);
}

void player_return(app *a)
{
    if (a->player.story)
        go_here(a, &quick);
}

// --- where one is

bool player_is_away(const app *a)
{
    return a->player.story && !move_run_is_on(a) && !view_state_equal(&a->session.view, &a->player.here);
}

bool player_words_hold(const app *a)
{
    if (!player_is_away(a))
        return true;
    view_state v = a->session.view;
    const view_state *here = &a->player.here;
    v.camera = here->camera;
    v.look = here->look;
    v.labels = here->labels;
    memcpy(v.pick, here->pick, sizeof v.pick);
    return view_state_equal(&v, here);
}

size_t player_caption_of(const app *a, int step, bool revealed, char *out, size_t capacity)
{
    const story_step *s = &a->player.story->steps[step];
    if (!s->has_question || revealed)
        return story_caption(a->player.story, step, revealed, &a->texts.words, out, capacity);
    const char *ask = story_text_get(&s->question.ask, &a->texts.words);
    char caption[STORY_CAPTION_MAX];
    if (!story_caption(a->player.story, step, false, &a->texts.words, caption, sizeof caption))
        return (size_t)snprintf(out, capacity, "%s", ask);
    message m = message_make("story.ask");
    message_text(&m, "caption", caption);
    message_text(&m, "question", ask);
    return words_format(&a->texts.words, &m, out, capacity);
}

size_t player_caption(const app *a, char *out, size_t capacity)
{
    return a->player.story ? player_caption_of(a, a->player.step, a->player.revealed, out, capacity) : 0;
}

// --- the file changes

static void take_again(app *a, story *s)
{
    player_state *p = &a->player;
    int step = story_step_find(s, p->story->steps[p->step].id);
    bool revealed = p->revealed;
    story_destroy(p->story);
    p->story = s;
    if (step < 0)
        step = p->step < s->step_count ? p->step : s->step_count - 1;
    enter(a, step, &quick);
    if (revealed)
        player_answer(a, -1);
    if (a->notice.story_problems.count == 0) // else their panel tells
        notice_toast(a, "toast.story_read_again");
}

// An audience goes on with the story as it was and is told in a line; the sentences are on standard error.
static void keep_for_audience(app *a, story *faulty)
{
    story_destroy(faulty);
    if (!a->kiosk.on)
        notice_toast(a, "toast.story_mistakes");
}

static void read_again(app *a)
{
    player_state *p = &a->player;
    error e = {0};
    content_problems problems;
    file_stamp stamp;
    story *s = read_story(a, p->path, &problems, &stamp, &e);
    p->stamp = stamp;
    notice_story_problems_set(a, &problems);
    if (a->present.on && problems.count > 0) {
        keep_for_audience(a, s);
        return;
    }
    if (s)
        take_again(a, s);
    else
        player_tell_unread(a, &e);
    show_problems(a);
}

void player_watch(app *a)
{
    player_state *p = &a->player;
    if (!p->story || a->frame.now_s - p->checked_s < watch_s)
        return;
    p->checked_s = a->frame.now_s;
    file_stamp now = file_stamp_of(p->path);
    // While an editor replaces it the file may be gone for a moment.
    if (now.exists && !file_stamp_same(&now, &p->stamp))
        read_again(a);
}

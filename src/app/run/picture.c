#include "app/run/picture.h"

#include "app/run/frame.h"
#include "app/stage/describe.h"
#include "app/stage/overlay.h"
#include "app/state/notice.h"
#include "app/state/requests.h"
#include "app/words/words.h"
#include "export/png.h"
#include "platform/file_out.h"
#include "view/view_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool draw(app *a, image *out, error *e)
{
    gfx_target_def def = {.label = "picture", .width = a->frame.width, .height = a->frame.height};
    gfx_target *t = gfx_target_create(a->parts.gfx, &def, e);
    bool done = t && app_still(a, t, e) && gfx_read(a->parts.gfx, t, out, e);
    gfx_target_destroy(a->parts.gfx, t);
    request_redraw(a); // a window shows its own picture again
    return done;
}

// Draws this moment and hands it on. `drawn` tells which of the two went wrong.
static bool give_frame(app *a, const sink *to, bool *drawn, error *e)
{
    image img = {0};
    *drawn = draw(a, &img, e);
    bool good = *drawn && to->frame(to->ctx, &img, e);
    image_destroy(&img);
    return good;
}

bool picture_write(app *a, const char *path, error *e)
{
    file_out *o = file_out_open(path, e);
    if (!o)
        return false;
    png_stream stream = {file_out_stream(o), path};
    sink to = sink_png(&stream);
    bool drawn, done = give_frame(a, &to, &drawn, e);
    return file_out_close(o, done, e) && done;
}

static int print_words(const app *a, char *out, size_t capacity)
{
    char state[VIEW_STRING_MAX], said[CHROME_CAPTION_MAX];
    describe_state(a, said, sizeof said);
    view_state tidy = view_state_rounded(&a->session.view);
    view_state_print(&tidy, state, sizeof state);
    bool own = strcmp(a->chrome.caption, said) != 0; // a story's words stand in the picture
    return snprintf(out, capacity, "%s%s%s\n\n%s\n%s\n\n%s\n", own ? a->chrome.caption : "",
                    own ? "\n\n" : "", said, words_get(&a->texts.words, "safety.models"),
                    words_get(&a->texts.words, "safety.short"), state);
}

typedef struct both_files {
    app *a;
    bool undrawn; // else what goes wrong has to do with the place
} both_files;

// Drawn when there is a place for it.
static bool write_picture(void *ctx, FILE *to, const char *name, error *e)
{
    both_files *f = ctx;
    png_stream stream = {to, name};
    sink png = sink_png(&stream);
    bool drawn, good = give_frame(f->a, &png, &drawn, e);
    f->undrawn = !drawn;
    return good;
}

static bool write_words(void *ctx, FILE *to, const char *name, error *e)
{
    const app *a = ((both_files *)ctx)->a;
    int length = print_words(a, NULL, 0);
    char *all = malloc((size_t)length + 1);
    if (!all) {
        error_set_memory(e, "writing %s", name);
        return false;
    }
    print_words(a, all, (size_t)length + 1);
    bool good = fwrite(all, 1, (size_t)length, to) == (size_t)length;
    free(all);
    if (!good)
        error_set(e, "%s cannot be written.", name);
    return good;
}

// What the system says, which is in none of the person's words, is for stderr.
static void explain(const app *a, host_given given, const char *path, error *e)
{
    message m = message_make(given == HOST_NOWHERE ? "error.picture_nowhere" : app_cause_id(e->cause));
    if (given == HOST_NOT_GIVEN)
        fprintf(stderr, "neurotide: %s\n", e->text);
    message_text(&m, "place", path);
    words_format(&a->texts.words, &m, e->text, sizeof e->text);
}

bool picture_save(app *a, char path[PATH_MAX_BYTES], error *e)
{
    char name[64];
    both_files both = {.a = a};
    const host_file files[] = {{.ending = ".png", .ctx = &both, .write = write_picture},
                               {.ending = ".txt", .ctx = &both, .write = write_words}};
    overlay panel = a->stage.overlay;
    overlay_open(a, OVERLAY_NONE);
    notice_end(a);
    snprintf(name, sizeof name, "neurotide-%s", a->stage.scene->id);
    host_given given = host_give(&a->parts.host, name, files, 2, path, e);
    if (given != HOST_GIVEN && !both.undrawn)
        explain(a, given, path, e);
    overlay_open(a, panel);
    return given == HOST_GIVEN;
}

void picture_save_and_tell(app *a)
{
    char path[PATH_MAX_BYTES];
    error e = {0};
    requests_picture_taken(a);
    bool saved = picture_save(a, path, &e);
    message m = message_make(saved ? "toast.picture_saved" : "toast.picture_not_saved");
    message_text(&m, "path", path);
    message_text(&m, "why", e.text);
    if (a->stage.overlay == OVERLAY_MENU)
        overlay_close(a); // the confirmation is to be seen
    notice_message(a, &m);
}

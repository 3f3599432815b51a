#include "app/run/picture.h"

#include "app/run/frame.h"
#include "app/stage/describe.h"
#include "app/stage/overlay.h"
#include "app/state/notice.h"
#include "app/state/requests.h"
#include "app/words/words.h"
#include "export/png.h"
#include "platform/file_out.h"
#include "platform/files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool write_png(const char *path, const image *picture, error *e)
{
    file_out *o = file_out_open(path, e);
    if (!o)
        return false;
    bool drawn = png_write(file_out_stream(o), path, picture, e);
    return file_out_close(o, drawn, e) && drawn;
}

static bool draw(app *a, image *out, error *e)
{
    gfx_target_def def = {.label = "picture", .width = a->frame.width, .height = a->frame.height};
    gfx_target *t = gfx_target_create(a->parts.gfx, &def, e);
    bool done = t && app_draw_still(a, t, e) && gfx_read(a->parts.gfx, t, out, e);
    gfx_target_destroy(a->parts.gfx, t);
    request_redraw(a); // a window shows its own picture again
    return done;
}

bool picture_write(app *a, const char *path, error *e)
{
    image img = {0};
    bool done = draw(a, &img, e) && write_png(path, &img, e);
    image_destroy(&img);
    return done;
}

enum { NUMBERS = 10000 };

// "neurotide-brain-1.png", or the next number for which neither a picture nor a text is there.
static bool free_names(const app *a, char picture[PATH_MAX_BYTES], char text[PATH_MAX_BYTES], error *e)
{
    char folder[PATH_MAX_BYTES], name[96];
    paths_pictures(folder);
    for (int i = 1; folder[0] && i < NUMBERS; i++) {
        snprintf(name, sizeof name, "neurotide-%s-%d.png", a->stage.scene->id, i);
        bool fits = path_join(picture, folder, name);
        snprintf(name, sizeof name, "neurotide-%s-%d.txt", a->stage.scene->id, i);
        if (!fits || !path_join(text, folder, name))
            break;
        if (!file_exists(picture) && !file_exists(text))
            return true;
    }
    message m = message_make("error.picture_nowhere");
    words_format(&a->texts.words, &m, e->text, sizeof e->text);
    return false;
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

static bool write_words(const app *a, const char *path, error *e)
{
    int length = print_words(a, NULL, 0);
    char *all = malloc((size_t)length + 1);
    if (!all) {
        error_set_memory(e, "writing %s", path);
        return false;
    }
    print_words(a, all, (size_t)length + 1);
    bool good = file_write(path, all, (size_t)length, e);
    free(all);
    return good;
}

// In the person's words; what the system says, which is in none of them, is for stderr.
static bool write_both(const app *a, const char *picture, const char *text, const image *img, error *e)
{
    if (write_png(picture, img, e) && write_words(a, text, e))
        return true;
    fprintf(stderr, "neurotide: %s\n", e->text);
    message m = message_make(app_cause_id(e->cause));
    message_text(&m, "place", picture);
    words_format(&a->texts.words, &m, e->text, sizeof e->text);
    return false;
}

bool picture_save(app *a, char path[PATH_MAX_BYTES], error *e)
{
    char text[PATH_MAX_BYTES];
    overlay panel = a->stage.overlay;
    if (!free_names(a, path, text, e))
        return false;
    overlay_open(a, OVERLAY_NONE);
    notice_end(a);
    image img = {0};
    bool done = draw(a, &img, e) && write_both(a, path, text, &img, e);
    image_destroy(&img);
    overlay_open(a, panel);
    return done;
}

void picture_save_and_tell(app *a)
{
    char path[PATH_MAX_BYTES];
    error e = {0};
    bool saved = picture_save(a, path, &e);
    message m = message_make(saved ? "toast.picture_saved" : "toast.picture_not_saved");
    message_text(&m, "path", path);
    message_text(&m, "why", e.text);
    if (a->stage.overlay == OVERLAY_MENU)
        overlay_close(a); // the confirmation is to be seen
    notice_message(a, &m);
}

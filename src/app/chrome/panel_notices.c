#include "app/chrome/panel_notices.h"

#include "app/chrome/ask.h"
#include "app/chrome/chrome_words.h"
#include "app/state/requests.h"
#include "platform/files.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// A notice's message id; after the dot stands the name of its file.
static const char *const notices[] = {
    "notice.neurotide", "notice.template", "notice.atlas",   "notice.mricron",
    "notice.inter",     "notice.sdl",      "notice.sdl_ttf", "notice.harfbuzz",
    "notice.freetype",  "notice.libepoxy", "notice.cglm",    "notice.libpng",
    "notice.libfyaml",  "notice.dbus",     "notice.zlib",    "notice.meshoptimizer"};

static const char *name_of(const char *id)
{
    return strchr(id, '.') + 1;
}

static bool notice_file(const app *a, const char *name, char path[PATH_MAX_BYTES])
{
    char folder[PATH_MAX_BYTES], file[64];
    snprintf(file, sizeof file, "%s.txt", name);
    return path_join(folder, a->parts.paths.assets, "notices") && path_join(path, folder, file);
}

static void open_notice(app *a, const char *id)
{
    notice_view *n = &a->chrome.notice;
    char path[PATH_MAX_BYTES], *bytes = NULL;
    size_t length = 0;
    error e = {0};
    snprintf(n->id, sizeof n->id, "%s", id);
    if (notice_file(a, name_of(id), path) && file_read(path, sizeof n->text - 1, &bytes, &length, &e))
        snprintf(n->text, sizeof n->text, "%s", bytes);
    else
        snprintf(n->text, sizeof n->text, "%s", e.text);
    free(bytes);
    request_redraw(a);
}

const char *panel_notice_open(const app *a)
{
    return a->chrome.notice.id;
}

void panel_notice_close(app *a)
{
    a->chrome.notice.id[0] = '\0';
    request_redraw(a);
}

void panel_notice_list(app *a, panel *p)
{
    const char *pressed = NULL;
    panel_heading(a, p, chrome_word(a, "about.notices"));
    for (size_t i = 0; i < sizeof notices / sizeof notices[0]; i++)
        if (panel_entry(a, p, notices[i], ICON_NONE, chrome_word(a, notices[i]), ""))
            pressed = notices[i];
    p->y += 0.6f * p->gap;
    if (pressed)
        open_notice(a, pressed);
}

// Set as it is in the file, line by line. Hundreds of lines are there, so those out of sight are only
// measured.
static void lines(app *a, panel *p, const char *text)
{
    ui *u = a->parts.ui;
    float one = ui_line_height(u, TYPE_SMALL);
    char line[512];
    for (const char *at = text; *at;) {
        size_t length = strcspn(at, "\n"), kept = length < sizeof line ? length : sizeof line - 1;
        while (kept < length && ((unsigned char)at[kept] & 0xC0) == 0x80)
            kept--; // never inside a character
        memcpy(line, at, kept);
        line[kept] = '\0';
        at += kept < length ? kept : at[length] ? length + 1 : length;
        float h = ui_text_width(u, line, TYPE_SMALL, TEXT_REGULAR) <= p->content.w
                      ? one
                      : ui_paragraph_height(u, p->content.w, line, TYPE_SMALL, TEXT_REGULAR);
        if (line[0] && p->y + h > p->body.y && p->y < p->body.y + p->body.h)
            ui_paragraph(u, (rect){p->content.x, p->y, p->content.w, 0.0f}, line, TYPE_SMALL, TEXT_REGULAR,
                         UI_LEFT, ui_theme(u)->ink);
        p->y += h;
    }
    p->y += p->gap;
}

void panel_notice(app *a)
{
    notice_view *n = &a->chrome.notice;
    char scroll[64];
    snprintf(scroll, sizeof scroll, "panel.scroll.%s", n->id);
    panel_def def = {.id = "notice", .title = chrome_word(a, n->id), .width = 1040.0f, .scroll = scroll};
    panel p = panel_begin(a, &def);
    ui_button_def back = {
        .label = chrome_word(a, "reading.back"), .icon = ICON_CHEVRON_LEFT, .look = UI_BUTTON_PLAIN};
    float h = ui_target_px(a->parts.ui), w = fminf(ui_button_width(a->parts.ui, &back), p.content.w);
    bool pressed = ui_button(a->parts.ui, "notice.back", (rect){p.content.x, p.y, w, h}, &back);
    p.y += h + p.gap;
    char path[PATH_MAX_BYTES];
    if (notice_file(a, name_of(n->id), path))
        panel_text(a, &p, path, TYPE_SMALL, TEXT_REGULAR, ui_theme(a->parts.ui)->quiet_ink);
    lines(a, &p, n->text);
    panel_end(a, &p);
    ui_layer_pop(a->parts.ui);
    if (pressed || p.escaped)
        panel_notice_close(a);
    else if (p.closed)
        ask_action(a, "app.close");
}

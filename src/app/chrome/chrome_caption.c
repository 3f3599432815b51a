#include "app/chrome/chrome_caption.h"

#include "app/chrome/ask.h"
#include "app/chrome/chrome_terms.h"
#include "app/chrome/chrome_words.h"
#include "app/story/story_player.h"

#include "base/fnv.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { PAGES_MAX = 12 };
static const float side_units = 32.0f;  // margin left and right
static const float strip_share = 0.12f; // of the surface's height that the caption may take
static const float story_share = 0.18f; // a story has more to say, and nobody who turns pages
static const float share_growth = 1.3f; // of either, at the most, with larger words
static const int least_lines = 2;

typedef struct pages {
    char text[CHROME_CAPTION_MAX]; // pages one behind the other, each NUL-terminated
    const char *page[PAGES_MAX];
    int count;
    int lines; // of the longest page
    type_role role;
    float width; // px of a line
    float pager; // px kept at the right for the page button, 0 for one page
} pages;

static int lines_of(const ui *u, const char *text, float width, type_role role)
{
    return (int)lroundf(ui_paragraph_height(u, width, text, role, TEXT_REGULAR) / ui_line_height(u, role));
}

// Behind the end of the sentence that begins at `at`: a stop, a space, and something that begins a sentence.
static const char *sentence_end(const char *at)
{
    for (; *at; at++) {
        if (!strchr(".!?", *at) || at[1] != ' ')
            continue;
        unsigned char next = (unsigned char)at[2];
        if ((next >= 'A' && next <= 'Z') || next >= 0x80u)
            return at + 1;
    }
    return at;
}

// Fills pages with as many sentences as fit into `most` lines; a sentence longer than that has a page alone.
static void paginate(const app *a, const char *text, float width, int most, pages *p)
{
    char *out = p->text;
    const char *at = text;
    p->count = 0;
    p->lines = 0;
    p->width = width;
    while (*at && p->count < PAGES_MAX) {
        const char *end = at;
        int lines = 0;
        size_t length = 0;
        while (*end) {
            const char *next = sentence_end(*end == ' ' ? end + 1 : end);
            size_t longer = (size_t)(next - at);
            memcpy(out, at, longer);
            out[longer] = '\0';
            int needed = lines_of(a->parts.ui, out, width, p->role);
            if (end != at && needed > most && p->count < PAGES_MAX - 1)
                break;
            lines = needed;
            length = longer;
            end = next;
        }
        out[length] = '\0';
        p->page[p->count++] = out;
        p->lines = lines > p->lines ? lines : p->lines;
        out += length + 1;
        at += length + (at[length] == ' ');
    }
}

static void pager_text(char *out, size_t capacity, int page, int count)
{
    snprintf(out, capacity, "%d/%d", page + 1, count);
}

static float line_width(const app *a)
{
    return fmaxf((float)a->frame.width - 2.0f * ui_px(a->parts.ui, side_units), 1.0f);
}

static int lines_within(const app *a, float growth, float line_height)
{
    float share = growth * (player_is_open(a) ? story_share : strip_share);
    int most = (int)(share * (float)a->frame.height / line_height);
    return most < least_lines ? least_lines : most;
}

// Whether all of it fits in the larger letters where words have their normal size: which letters it has must
// not depend on that size, or larger words would make smaller letters.
static bool fits_large(const app *a, const char *text)
{
    typeset t = {.text = ui_text_source(a->parts.ui)};
    float px = theme_type_px(TYPE_STRIP, ui_px(a->parts.ui, 1.0f), 1.0f), line = typeset_line_height(&t, px);
    float height = typeset_paragraph_height(&t, line_width(a), text, px, TEXT_REGULAR);
    return !*sentence_end(text) || (int)lroundf(height / line) <= lines_within(a, 1.0f, line);
}

static void lay_out_in(const app *a, const char *text, type_role role, pages *p)
{
    const ui *u = a->parts.ui;
    float margin = ui_px(u, side_units), width = line_width(a);
    float growth = powf(fmaxf(ui_type(u, role) / theme_type_px(role, ui_px(u, 1.0f), 1.0f), 1.0f), 2.0f);
    int most = lines_within(a, fminf(growth, share_growth), ui_line_height(u, role));
    p->pager = 0.0f;
    p->role = role;
    if (a->chrome.caption_lines > most && a->chrome.caption_small == (role == TYPE_LABEL))
        most = a->chrome.caption_lines; // room that is there already
    paginate(a, text, width, most, p);
    if (p->count > 1) {
        char pager[32];
        pager_text(pager, sizeof pager, PAGES_MAX - 1, PAGES_MAX);
        ui_button_def def = {.label = pager, .icon = ICON_CHEVRON_RIGHT};
        p->pager = ui_button_width(u, &def) + 0.5f * margin;
        width = fmaxf(width - p->pager, 1.0f);
        paginate(a, text, width, most, p);
        if (p->lines > most)
            paginate(a, text, width, p->lines, p); // one long sentence makes room for short ones elsewhere
    }
}

// In the size of captions where all of it fits, else in the size of labels, then in pages. What went smaller
// stays so until somebody changes what is shown, the surface or the words' size: letters that change size
// while the clock runs disturb.
static void lay_out(const app *a, const char *text, pages *p)
{
    bool small = a->chrome.caption_small || !fits_large(a, text);
    lay_out_in(a, text, small ? TYPE_LABEL : TYPE_STRIP, p);
}

static unsigned place_hash(const app *a)
{
    struct {
        int width, height, scene, halves;
        float text_scale;
        int story;
    } place = {a->frame.width,
               a->frame.height,
               player_is_open(a) ? -1 : (int)a->session.view.scene,
               player_is_open(a) ? -1 : (int)a->session.view.halves,
               a->session.look.text_scale,
               player_is_open(a)};
    uint64_t h = fnv1a64(FNV1A64_START, &place, sizeof place);
    h = fnv1a64(h, a->session.look.lang, strlen(a->session.look.lang));
    return (unsigned)(h ^ (h >> 32));
}

// Another pick is told in the larger letters if they fit, and keeps the room that is there.
static void begin_pick_anew(app *a)
{
    uint64_t h =
        fnv1a64(FNV1A64_START, a->session.view.pick, player_is_open(a) ? 0 : strlen(a->session.view.pick));
    unsigned pick = (unsigned)(h ^ (h >> 32));
    if (pick == a->chrome.caption_pick)
        return;
    int lines = (int)(a->chrome.caption_room / ui_line_height(a->parts.ui, TYPE_STRIP));
    a->chrome.caption_pick = pick;
    a->chrome.caption_small = false;
    a->chrome.caption_lines = lines < least_lines ? least_lines : lines;
}

// What the caption speaks about; something new is read from its first page.
static unsigned subject_hash(const app *a)
{
    bool told = player_is_open(a) && player_words_hold(a);
    int subject[] = {told ? -1 : (int)a->session.view.scene, told ? -1 : (int)a->session.view.halves};
    uint64_t h = fnv1a64(FNV1A64_START, subject, sizeof subject);
    h = fnv1a64(h, a->session.view.pick, told ? 0 : strlen(a->session.view.pick));
    return (unsigned)(h ^ (h >> 32));
}

static void reserve(app *a, const char *text)
{
    pages p;
    lay_out(a, text, &p);
    a->chrome.caption_small = p.role == TYPE_LABEL;
    if (p.lines > a->chrome.caption_lines)
        a->chrome.caption_lines = p.lines;
}

// Room for the longest of a story's captions from its start, so that the stage stands still.
static void reserve_story(app *a)
{
    const story *s = a->player.story;
    char text[CHROME_CAPTION_MAX];
    for (int i = 0; i < s->step_count; i++) {
        for (int revealed = 0; revealed <= s->steps[i].has_question; revealed++) {
            player_caption_of(a, i, revealed, text, sizeof text);
            reserve(a, text);
        }
    }
}

float chrome_caption_height(app *a)
{
    begin_pick_anew(a);
    unsigned place = place_hash(a);
    if (place != a->chrome.caption_place) {
        a->chrome.caption_place = place;
        a->chrome.caption_small = false;
        a->chrome.caption_lines = least_lines;
        a->chrome.caption_room = 0.0f;
        if (player_is_open(a))
            reserve_story(a);
    }
    reserve(a, a->chrome.caption);
    type_role role = a->chrome.caption_small ? TYPE_LABEL : TYPE_STRIP;
    float height = (float)a->chrome.caption_lines * ui_line_height(a->parts.ui, role);
    a->chrome.caption_room = fmaxf(a->chrome.caption_room, height);
    return a->chrome.caption_room;
}

static void page_button(app *a, const pages *p, int page)
{
    ui *u = a->parts.ui;
    rect strip = a->chrome.layout.caption;
    char text[32];
    pager_text(text, sizeof text, page, p->count);
    ui_button_def def = {.label = text,
                         .icon = ICON_CHEVRON_RIGHT,
                         .look = UI_BUTTON_PLAIN,
                         .hint = chrome_word(a, "caption.more")};
    float margin = ui_px(u, side_units), h = fminf(ui_target_px(u), strip.h);
    float w = p->pager - 0.5f * margin;
    rect r = {strip.x + strip.w - margin - w, floorf(strip.y + 0.5f * (strip.h - h)), w, h};
    if (ui_button(u, "caption.more", r, &def))
        ask_page(a);
}

void chrome_caption(app *a)
{
    rect strip = a->chrome.layout.caption;
    if (strip.h < 1.0f || !a->chrome.caption[0])
        return;
    ui *u = a->parts.ui;
    pages p;
    lay_out(a, a->chrome.caption, &p);
    unsigned subject = subject_hash(a);
    bool known = subject == a->pages.subject && a->pages.page < p.count;
    int page = known ? a->pages.page : 0;
    ask_pages(a, p.count, subject);
    float text_h = (float)a->chrome.caption_lines * ui_line_height(u, p.role);
    rect box = {strip.x + ui_px(u, side_units), floorf(strip.y + 0.5f * fmaxf(0.0f, strip.h - text_h)),
                p.width, text_h};
    chrome_paragraph(a, "caption", box, p.page[page], p.role, TEXT_REGULAR, ui_theme(u)->ink);
    if (p.count > 1)
        page_button(a, &p, page);
}

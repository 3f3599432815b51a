// Immediate-mode widgets: called each time the flat picture is rebuilt, they append to a display list and
// return what the user did since the last build. Events come first (ui_event), so that widgets have first
// refusal. All texts are given resolved (UTF-8, borrowed during the call); ui/ holds no words of its own. Ids
// are short unique strings per frame ("dock.play"), stable over frames.
#ifndef NEUROTIDE_UI_UI_H
#define NEUROTIDE_UI_UI_H

#include "base/draw2d.h"
#include "base/input.h"
#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/typeset.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct ui ui;

typedef struct ui_frame {
    draw2d *draw;            // commands are appended
    const text_source *text; // measures and rasterises
    const theme *theme;
    float width, height; // px of the surface
    float unit;          // px of one design unit
    float text_scale;    // 0.8..2
    double dt_s;         // since the last build, for easing (0 in still pictures)
    bool reduce_motion;
} ui_frame;

ui *ui_create(void); // NULL on lack of memory
void ui_destroy(ui *u);

// First refusal: true when a widget (or a modal layer) takes the event. Uses the rectangles of the last
// build; what widgets were sent since then is kept in order and delivered at their next build, so a press and
// release between two builds still is a click. Tab and Shift+Tab move the focus; Enter and Space press the
// button that a key moved the focus to; arrows, Home, End, Page Up and Page Down move sliders and choices.
// Events with places or amounts that are not numbers are ignored.
bool ui_event(ui *u, const input_event *e);
// Whether ui_event would take this press of a key; nothing changes.
bool ui_takes_key(const ui *u, const input_event *e);
// Id of the widget that has the focus, if keys are to go to it now; NULL for none. An area takes no key
// itself: what a key means on it is the app's to say.
const char *ui_keys_are_of(const ui *u);
// Whether a slider, choice or area that was last clicked (not reached with Tab) takes keys; true unless set.
// Off while presenting, so that the remote's keys stay with the story until Tab is used.
void ui_pointer_focus_takes_keys(ui *u, bool on);
// True when the last events, a running easing or a tooltip about to show need another build.
bool ui_wants_frame(const ui *u);
// Whether what was sent to widgets waits for their next build: only then it is known what it did.
bool ui_awaits_build(const ui *u);

void ui_begin(ui *u, const ui_frame *frame);
void ui_end(ui *u);

// Layers: what is built between push and pop lies above what came before. A modal layer dims what lies below,
// keeps the pointer and the focus inside, and gets the first focus when it appears; when it goes, the focus
// returns to where it was.
// Build layers after what they cover.
void ui_layer_push(ui *u, const char *id, bool modal);
void ui_layer_pop(ui *u);
// Within a modal layer: true when Esc was pressed or the pointer went down outside its cards and
// widgets since the last build. Calling it is what makes the layer take Esc.
bool ui_layer_dismissed(ui *u);
bool ui_layer_escaped(ui *u); // the same, by Esc alone

// --- looks
float ui_px(const ui *u, float design_units); // design units to px
float ui_type(const ui *u, type_role role);   // font px of a role
const theme *ui_theme(const ui *u);
draw2d *ui_draw(const ui *u);
const text_source *ui_text_source(const ui *u);
float ui_target_px(const ui *u); // least height of a control: 44 design px, never under 24 px

// --- text
// (Scenes' overlays set text the same way with ui/typeset.h; ui_typeset gives the one of this build.)
typeset ui_typeset(ui *u);
// One line in a box, vertically centred; shrunk to fit down to 12 px, then ended with an ellipsis (the tests
// count every ellipsis as a fault). Returns the width used.
float ui_line(ui *u, rect box, const char *text, type_role role, text_weight weight, ui_align align,
              colour ink);
float ui_text_width(const ui *u, const char *text, type_role role, text_weight weight);
float ui_line_height(const ui *u, type_role role);
// Wrapped text ("\n" starts a new line) from the top of the box; returns the height used. ui_paragraph_height
// only measures. Words longer than the line are broken.
float ui_paragraph(ui *u, rect box, const char *text, type_role role, text_weight weight, ui_align align,
                   colour ink);
float ui_paragraph_height(const ui *u, float width, const char *text, type_role role, text_weight weight);
// A number whose digits stand in cells of the widest digit, so that changing figures do not jitter. Returns
// its width; ui_figures_width only measures.
float ui_figures(ui *u, float x, float baseline, const char *text, type_role role, text_weight weight,
                 colour ink);
float ui_figures_width(const ui *u, const char *text, type_role role, text_weight weight);

// --- surfaces
// Card fill, 12 radius, soft shadow or rule by theme. The pointer does not reach what was built before below
// it.
void ui_card(ui *u, rect r);

// --- widgets. `label` is what is shown and narrated; `hint` (may be NULL) is narrated and shown as a
// tooltip. `disabled_why` not NULL: drawn quiet, still in the focus order, pressing shows the reason.
typedef enum ui_button_look {
    UI_BUTTON_QUIET,
    UI_BUTTON_PLAIN,
    UI_BUTTON_PRIMARY,
    UI_BUTTON_TAB
} ui_button_look;
typedef struct ui_button_def {
    const char *label;
    icon_id icon;   // ICON_NONE for none
    bool icon_only; // the label is narrated and shown as a tooltip
    ui_button_look look;
    bool selected; // pressed-in state, narrated
    const char *hint;
    const char *disabled_why;
} ui_button_def;
// True once for every press (the rest follow in the next builds).
bool ui_button(ui *u, const char *id, rect r, const ui_button_def *def);
// Natural width of a button with this label and icon.
float ui_button_width(const ui *u, const ui_button_def *def);

bool ui_toggle(ui *u, const char *id, rect r, const char *label, const char *hint,
               bool *on); // true when changed
float ui_toggle_height(const ui *u, float width, const char *label);

// Words inside a paragraph that lead to their explanation, with a quiet underline. `box`, `text`, `role` and
// `weight` are those of the ui_paragraph() that shows them, left-aligned; the terms stand in it from its
// start to its end. The explanation is a bubble while the pointer rests on the word or a key reached it.
// Returns the index of the one that was pressed (by pointer or Enter; Space is left to what it means
// elsewhere), -1 for none. A word is as high as its line, which may be less than a button's floor.
typedef struct ui_term {
    const char *id;
    size_t start, length; // bytes of the text
    const char *label, *hint;
} ui_term;
enum { UI_TERMS_MAX = 24 }; // in one paragraph; more are left out
int ui_terms(ui *u, rect box, const char *text, type_role role, text_weight weight, const ui_term *terms,
             int count);

typedef struct ui_slider_def {
    const char *label;
    const char *value_text; // already formatted, with unit
    const char *hint;
    double low, high, step;
    colour accent;
    const char *disabled_why;
} ui_slider_def;
bool ui_slider(ui *u, const char *id, rect r, const ui_slider_def *def, double *value); // true when changed
float ui_slider_height(const ui *u, float width, const ui_slider_def *def); // a long label takes lines

// One of several, as segments; true when changed. Wraps into rows where the width is too small.
bool ui_choice(ui *u, const char *id, rect r, const char *label, const char *const *options, int count,
               int *selected);
float ui_choice_height(const ui *u, float width, const char *label, const char *const *options, int count);

// A key as a cap, "Ctrl", "F5"; returns its width (ui_keycap_width only measures).
float ui_keycap(ui *u, float x, float centre_y, const char *text);
float ui_keycap_width(const ui *u, const char *text);
// A row of the help overlay: label at the left, caps at the right; pressing it does the action. `keys` holds
// count texts.
bool ui_list_row(ui *u, const char *id, rect r, const char *label, const char *const *keys, int count,
                 const char *disabled_why);

// An entry of a list that opens something: its title, wrapped where it must be, and a quiet note below it
// (may be empty), which is narrated as its value. True once for every press.
bool ui_entry(ui *u, const char *id, rect r, icon_id icon, const char *title, const char *note);
float ui_entry_height(const ui *u, float width, icon_id icon, const char *title, const char *note);

// A place of one's own drawing that takes pointer and keys: the stage's halves, the clock's axis.
typedef struct ui_area_result {
    bool hovered, focused, pressed; // pressed: the pointer went down in it and is still down
    bool clicked;                   // pressed and released without a drag
    bool began, ended;              // the press of this build; one that is given up does not end
    float x, y;                     // pointer, px (valid while hovered or pressed)
    float drag_x, drag_y;           // moved since the last build while pressed
    int button;                     // of the press
    int clicks;
    float wheel; // notches
    float pinch; // factor, 1 = none
    float pinch_dx, pinch_dy;
} ui_area_result;
typedef struct ui_area_def {
    const char *label; // narrated
    const char *value; // narrated, may be NULL
    const char *hint;
    bool focusable;
    float focus_radius; // corner radius of the focus ring, design units
} ui_area_def;
ui_area_result ui_area(ui *u, const char *id, rect r, const ui_area_def *def);

// A box whose content may be taller: wheel, drag, keys and a bar. Returns where the content goes, moved by
// the scroll, as wide as the bar leaves; what is drawn between begin and end is cut at r. Focus moved by keys
// is scrolled into sight. `label` is narrated where the box itself takes the focus, to be read with keys;
// NULL: it does not, since what is in it does. Not nested.
rect ui_scroll_begin(ui *u, const char *id, const char *label, rect r, float content_height);
void ui_scroll_end(ui *u);

// --- focus and narration
typedef struct ui_focus {
    char id[64], role[16], label[160], value[160], hint[320];
    bool selected, disabled;
} ui_focus;
// `role` is one of "button", "tab", "toggle", "term", "slider", "choice", "area", "scroll",
// "row": ids for the app to put into words. What has the focus now; false when nothing has.
bool ui_focused(const ui *u, ui_focus *out);
void ui_focus_set(ui *u, const char *id);
void ui_focus_clear(ui *u);
void ui_focus_next(ui *u); // to the control that is built next
// A key brought the focus to where it is, or to the layer that comes next: its ring is shown, Enter presses.
void ui_focus_by_key(ui *u);
// Focus rings are drawn only after a key moved the focus (not after a click).
bool ui_focus_visible(const ui *u);
// Pointer over any widget or modal layer.
bool ui_wants_pointer(const ui *u);

// --- for tests: every widget of the last build
typedef struct ui_widget_info {
    char id[64], role[16], label[160];
    rect box;
    rect visible; // what the surface and scroll boxes leave of it; all 0 for nothing
    int layer;
    bool disabled;
    bool focusable;
    bool in_scroll; // built inside a scroll box
} ui_widget_info;
int ui_widget_count(const ui *u);
bool ui_widget_at(const ui *u, int index, ui_widget_info *out);
int ui_ellipsis_count(const ui *u); // texts that had to be cut in the last build

#endif

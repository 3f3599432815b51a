// Inside ui/ only: the state behind `ui` and what its files share.
//
// Two lists of widgets are kept: `built` of the last complete build, which events are tested against, and
// `building`. Events become entries of one queue, in order, each for one widget; a widget takes its entries
// when it is built next, and entries of widgets that were not built are dropped at the end of the build.
#ifndef NEUROTIDE_UI_INTERNAL_H
#define NEUROTIDE_UI_INTERNAL_H

#include "ui/ui.h"

#include <stdint.h>

enum {
    UI_LAYERS = 16, // in one build; more are folded into the last
    UI_TRAPS = 8,
    UI_QUEUE = 1024,
    UI_REASON_BYTES = 320
};

enum {
    WIDGET_FOCUSABLE = 1,
    WIDGET_PRESS = 2,  // Enter and Space
    WIDGET_ARROWS = 4, // arrows, Home, End
    WIDGET_PAGES = 8,  // Page Up, Page Down
    WIDGET_WHEEL = 16, // wheel and pinch
    WIDGET_ANY_BUTTON = 32,
    WIDGET_CARD = 64, // stops the pointer, nothing else
    WIDGET_SCROLL = 128,
    WIDGET_DRAGS_SIDEWAYS = 256, // a touch drag along x is its own, along y its scroll box's
    WIDGET_OWN_DRAG = 512,       // keeps every drag
    WIDGET_ENTER = 1024          // Enter alone: Space keeps its meaning elsewhere
};

typedef struct ui_widget {
    uint64_t hash;
    char id[64], role[16], label[160], value[160], hint[320];
    char why[UI_REASON_BYTES]; // empty: enabled
    rect box, clip;
    int layer;
    int scroll; // index of the scroll box around it, -1 for none
    unsigned flags;
    bool selected, icon_only;
    float focus_radius, focus_gap; // px
} ui_widget;

typedef struct ui_widgets {
    ui_widget *at; // owned
    int count, capacity;
} ui_widgets;

typedef enum queued_kind {
    QUEUED_DOWN,
    QUEUED_MOVE,
    QUEUED_UP,    // `inside`: where it may count as a click; `dragged`
    QUEUED_CLICK, // Enter or Space
    QUEUED_KEY,
    QUEUED_WHEEL,
    QUEUED_PINCH,
    QUEUED_CANCEL // the press was taken away
} queued_kind;

typedef struct queued {
    uint64_t hash;
    queued_kind kind;
    float x, y, dx, dy, amount;
    int button, clicks, key;
    unsigned mods;
    bool inside, dragged, touch;
    bool keep; // for the next build
} queued;

// Retained for every id that was seen lately.
typedef struct ui_state {
    uint64_t hash;                         // 0: free
    unsigned seen;                         // number of the build
    float hover, on, spot;                 // eased 0..1
    float scroll, scroll_to, scroll_range; // px
    double before;                         // value when the press began
    bool grabbed;                          // the press is on the moving part
} ui_state;

typedef enum layer_kind { LAYER_FLOAT, LAYER_MODAL } layer_kind;

typedef struct ui_layer {
    uint64_t hash;
    layer_kind kind;
    int parent;
    bool asks_dismissed;
    float saved_alpha;
} ui_layer;

typedef struct ui_trap {
    uint64_t layer, focus; // what had the focus before
    bool visible;
} ui_trap;

struct ui {
    ui_frame frame; // sanitised, valid between begin and end
    bool in_build;
    unsigned build;
    float dt; // s for easing, this build

    ui_widgets built, building;
    ui_layer layers[UI_LAYERS], built_layers[UI_LAYERS];
    int layer_count, built_layer_count, layer;
    int layer_overflow; // pushes beyond UI_LAYERS
    int scroll;         // index in `building`, -1 outside
    rect scroll_box;

    ui_state *states; // open addressing, capacity a power of two
    size_t state_count, state_capacity;
    ui_state spare; // stands in when memory lacks

    queued queue[UI_QUEUE];
    int queue_count;

    // pointer
    bool pointer_in, pointer_touch;
    float pointer_x, pointer_y;
    uint64_t hot; // widget under the pointer
    bool captured;
    uint64_t capture; // 0 with `captured`: the press belongs to nothing that is there
    int capture_button;
    float down_x, down_y, moved_x, moved_y;
    bool capture_dragged, capture_touch;

    // focus
    uint64_t focus;
    int focus_order;      // place in the order, to go on from when it vanished
    uint64_t focus_prior; // before ui_focus_set
    int focus_waits;      // builds to wait for a widget that was asked for
    bool focus_next;      // the control built next takes it
    bool focus_visible;
    bool pointer_keys; // see ui_pointer_focus_takes_keys
    ui_trap traps[UI_TRAPS];
    int trap_count;
    uint64_t dismissed; // layer
    bool dismissed_by_key;

    // bubbles
    uint64_t tip;       // widget of the tooltip
    float tip_wait;     // s on it
    float tip_shown;    // eased 0..1
    uint64_t tip_muted; // pressed: no tooltip until the pointer leaves
    uint64_t why;       // widget whose reason is shown because it was pressed
    float why_left;     // s

    bool dirty, animating; // something changed; something goes on by itself
    int ellipses;
};

// --- ui.c
uint64_t ui_hash(const char *id);
float ui_finite(float v, float otherwise);
rect ui_sane_rect(rect r);
void ui_copy_text(char *out, size_t capacity, const char *text); // cut between code points
const ui_widget *ui_built_widget(const ui *u, uint64_t hash);
int ui_built_index(const ui *u, uint64_t hash);
ui_state *ui_state_of(ui *u, uint64_t hash); // valid until the next call; never NULL
// Moves *value towards 0 or 1 (200 ms, at once in still pictures or with reduced motion) and returns it
// eased.
float ui_ease(ui *u, float *value, bool on);

// What a widget starts with.
typedef struct ui_spec {
    const char *id, *role, *label, *value, *hint, *why;
    rect box;
    unsigned flags;
    bool selected, icon_only;
    float focus_radius; // design units
    bool bare;          // without a plate of its own: the ring keeps more distance
    bool row;           // in a list: the ring is drawn along the edge
} ui_spec;
typedef struct ui_io {
    uint64_t hash;
    int index; // in `building`, -1 when it is not registered (an id used twice, no memory)
    bool hovered, focused, pressed;
    ui_state *state; // never NULL, valid until the next widget
    bool fresh;      // not in the last build: eased values start at their end
    float hover;     // eased
} ui_io;
ui_io ui_widget_begin(ui *u, const ui_spec *spec);
void ui_register_card(ui *u, rect r); // stops the pointer, has no id
// The next queue entry of this widget from *at on (start with 0); NULL at the end.
queued *ui_next_queued(ui *u, const ui_io *io, int *at);
// Presses since the last build (keys included); those beyond the first are left for the next build when
// `one`. Shows the reason of a disabled widget and returns 0.
int ui_take_presses(ui *u, const ui_io *io, bool one);
bool ui_is_disabled(const ui_widget *w);

// --- ui_event.c
void ui_update_hot(ui *u);
void ui_queue_add(ui *u, const queued *q);

// --- ui_focus.c
int ui_trapping_layer(const ui_layer *layers, int count); // 0 when none
bool ui_focus_has_order(const ui *u);                     // whether Tab has anything to go to
void ui_focus_tab(ui *u, bool backwards);
void ui_focus_settle(ui *u); // at the end of a build
void ui_focus_to(ui *u, int built_index, bool by_key);

// --- ui_overlay.c
void ui_overlay_draw(ui *u); // ring and bubbles, at the end of a build
void ui_show_why(ui *u, uint64_t hash);

// --- shared looks
colour ui_opaque_mix(colour a, colour b, float t);
float ui_radius(const ui *u, float design_units, rect r);
void ui_draw_field(ui *u, rect r, float radius, colour fill); // with the rule of the contrast theme
float ui_icon_px(const ui *u);                                // beside a label
// Px of a part of a control, growing a little with the text.
float ui_part_px(const ui *u, float design_units);

#endif

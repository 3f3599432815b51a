// Events against the rectangles of the last build.
#include "ui/ui_internal.h"

#include "base/ease.h"

#include <math.h>
#include <string.h>

static const float drag_units = 6.0f, touch_drag_units = 14.0f;

// --- what lies under the pointer

static rect visible_box(const ui_widget *w)
{
    return rect_intersect(w->box, w->clip);
}

// The topmost entry under the point that lies below `above` (-1: the topmost of all); -1 when there is none.
// Higher layers win, then what was built later.
static int hit_below(const ui *u, float x, float y, int above)
{
    int trap = ui_trapping_layer(u->built_layers, u->built_layer_count), best = -1;
    for (int i = 0; i < u->built.count; i++) {
        const ui_widget *w = &u->built.at[i];
        if (w->layer < trap || !rect_contains(visible_box(w), x, y))
            continue;
        if (above >= 0) {
            int limit = u->built.at[above].layer;
            if (w->layer > limit || (w->layer == limit && i >= above))
                continue;
        }
        if (best < 0 || w->layer >= u->built.at[best].layer)
            best = i;
    }
    return best;
}

void ui_update_hot(ui *u)
{
    uint64_t hot = 0;
    if (u->pointer_in && !u->pointer_touch) {
        int hit = hit_below(u, u->pointer_x, u->pointer_y, -1);
        if (hit >= 0 && !(u->built.at[hit].flags & WIDGET_CARD))
            hot = u->built.at[hit].hash;
        if (u->captured && hot != u->capture)
            hot = 0;
    }
    if (hot == u->hot)
        return;
    if (u->why == u->hot)
        u->why = 0;
    if (hot != u->tip_muted)
        u->tip_muted = 0;
    u->hot = hot;
    u->tip_wait = 0.0f;
    u->dirty = true;
}

bool ui_wants_pointer(const ui *u)
{
    if (ui_trapping_layer(u->built_layers, u->built_layer_count) > 0 || u->captured)
        return true;
    return u->pointer_in && hit_below(u, u->pointer_x, u->pointer_y, -1) >= 0;
}

// --- the queue

void ui_queue_add(ui *u, const queued *q)
{
    u->dirty = true;
    for (int i = u->queue_count - 1; i >= 0; i--) {
        queued *last = &u->queue[i];
        if (last->hash != q->hash)
            continue;
        bool alike = last->kind == q->kind && !last->keep;
        if (alike && (q->kind == QUEUED_MOVE || q->kind == QUEUED_WHEEL || q->kind == QUEUED_PINCH)) {
            last->x = q->x;
            last->y = q->y;
            last->dx += q->dx;
            last->dy += q->dy;
            last->amount = q->kind == QUEUED_PINCH ? last->amount * q->amount : last->amount + q->amount;
            last->dragged = last->dragged || q->dragged;
            return;
        }
        break;
    }
    if (u->queue_count < UI_QUEUE)
        u->queue[u->queue_count++] = *q;
}

// --- pointer

static bool pointer_move(ui *u, const input_event *e);

static void let_scroll_take_over(ui *u, float dx, float dy)
{
    const ui_widget *w = ui_built_widget(u, u->capture);
    if (!w || w->scroll < 0 || !u->capture_touch || (w->flags & WIDGET_OWN_DRAG))
        return;
    const ui_widget *box = &u->built.at[w->scroll];
    bool sideways = fabsf(dx) > fabsf(dy);
    if (!(box->flags & WIDGET_WHEEL) || (sideways && (w->flags & WIDGET_DRAGS_SIDEWAYS)))
        return;
    ui_queue_add(u, &(queued){.hash = u->capture, .kind = QUEUED_CANCEL});
    u->capture = box->hash;
    ui_queue_add(u, &(queued){.hash = u->capture,
                              .kind = QUEUED_DOWN,
                              .x = u->down_x,
                              .y = u->down_y,
                              .button = u->capture_button,
                              .touch = true});
}

static bool pointer_move(ui *u, const input_event *e)
{
    float dx = e->x - u->pointer_x, dy = e->y - u->pointer_y;
    u->pointer_x = e->x;
    u->pointer_y = e->y;
    u->pointer_in = true;
    if (!u->captured) {
        u->pointer_touch = e->touch;
        ui_update_hot(u);
        if (u->hot)
            u->dirty = true; // what follows the pointer
        return ui_wants_pointer(u);
    }
    float from_x = e->x - u->down_x, from_y = e->y - u->down_y;
    float limit = fmaxf(4.0f, (u->capture_touch ? touch_drag_units : drag_units) * u->frame.unit);
    if (!u->capture_dragged && hypotf(from_x, from_y) > limit) {
        u->capture_dragged = true;
        let_scroll_take_over(u, from_x, from_y);
    }
    ui_update_hot(u);
    if (u->capture)
        ui_queue_add(u, &(queued){.hash = u->capture,
                                  .kind = QUEUED_MOVE,
                                  .x = e->x,
                                  .y = e->y,
                                  .dx = dx,
                                  .dy = dy,
                                  .mods = e->mods,
                                  .button = u->capture_button,
                                  .dragged = u->capture_dragged});
    return true;
}

static bool pointer_down(ui *u, const input_event *e)
{
    u->pointer_x = e->x;
    u->pointer_y = e->y;
    u->pointer_in = true;
    u->pointer_touch = e->touch;
    u->dirty = u->dirty || u->focus_visible;
    u->focus_visible = false;
    if (u->captured)
        return true; // one press at a time
    int hit = hit_below(u, e->x, e->y, -1);
    int trap = ui_trapping_layer(u->built_layers, u->built_layer_count);
    if (hit < 0 && trap == 0)
        return false;
    u->captured = true;
    u->capture = 0;
    u->capture_button = e->button;
    u->capture_dragged = false;
    u->capture_touch = e->touch;
    u->down_x = e->x;
    u->down_y = e->y;
    u->why = 0;
    if (hit < 0) {
        u->dismissed = u->built_layers[trap].asks_dismissed ? u->built_layers[trap].hash : 0;
        u->dismissed_by_key = false;
        u->dirty = true;
        return true;
    }
    const ui_widget *w = &u->built.at[hit];
    if ((w->flags & WIDGET_CARD) || (e->button != BUTTON_LEFT && !(w->flags & WIDGET_ANY_BUTTON)))
        return true;
    u->capture = w->hash;
    u->tip_muted = w->hash;
    if (w->flags & WIDGET_FOCUSABLE)
        ui_focus_to(u, hit, false);
    ui_queue_add(u, &(queued){.hash = w->hash,
                              .kind = QUEUED_DOWN,
                              .x = e->x,
                              .y = e->y,
                              .button = e->button,
                              .clicks = e->clicks,
                              .mods = e->mods,
                              .touch = e->touch});
    ui_update_hot(u);
    return true;
}

static bool pointer_up(ui *u, const input_event *e)
{
    bool was_captured = u->captured;
    if (u->captured && e->button == u->capture_button) {
        const ui_widget *w = ui_built_widget(u, u->capture);
        if (w && (e->x != u->pointer_x || e->y != u->pointer_y))
            pointer_move(u, e);
        w = ui_built_widget(u, u->capture);
        u->captured = false;
        if (w)
            ui_queue_add(u, &(queued){.hash = w->hash,
                                      .kind = QUEUED_UP,
                                      .x = e->x,
                                      .y = e->y,
                                      .button = e->button,
                                      .mods = e->mods,
                                      .touch = u->capture_touch,
                                      .inside = rect_contains(visible_box(w), e->x, e->y),
                                      .dragged = u->capture_dragged});
        u->capture = 0;
        u->dirty = true;
    }
    if (!u->captured) {
        u->pointer_x = e->x;
        u->pointer_y = e->y;
        u->pointer_in = !e->touch;
        ui_update_hot(u);
    }
    return was_captured;
}

// Gives the press up.
static void pointer_cancel(ui *u)
{
    if (u->captured && u->capture)
        ui_queue_add(u, &(queued){.hash = u->capture, .kind = QUEUED_CANCEL});
    u->captured = false;
    u->capture = 0;
    u->pointer_in = false;
    ui_update_hot(u);
}

// Wheel and pinch go to the nearest thing below the pointer that wants them; a card is the floor.
static bool wheel_or_pinch(ui *u, const input_event *e)
{
    bool pinch = e->kind == INPUT_PINCH;
    int hit = -1;
    while ((hit = hit_below(u, e->x, e->y, hit)) >= 0) {
        const ui_widget *w = &u->built.at[hit];
        if (!(w->flags & WIDGET_WHEEL) && w->scroll >= 0)
            w = &u->built.at[w->scroll];
        if (w->flags & WIDGET_WHEEL) {
            ui_queue_add(u, &(queued){.hash = w->hash,
                                      .kind = pinch ? QUEUED_PINCH : QUEUED_WHEEL,
                                      .x = e->x,
                                      .y = e->y,
                                      .dx = e->dx,
                                      .dy = e->dy,
                                      .mods = e->mods,
                                      .amount = e->amount});
            return true;
        }
        if (w->flags & WIDGET_CARD)
            return true;
    }
    return ui_trapping_layer(u->built_layers, u->built_layer_count) > 0;
}

// --- keys

static bool is_arrow(int key)
{
    return key == KEY_LEFT || key == KEY_RIGHT || key == KEY_UP || key == KEY_DOWN;
}

static bool is_page(int key)
{
    return key == KEY_PAGE_UP || key == KEY_PAGE_DOWN;
}

static bool is_scroll_key(int key)
{
    return key == KEY_UP || key == KEY_DOWN || key == KEY_HOME || key == KEY_END || is_page(key);
}

static bool takes_key(const ui_widget *w, int key)
{
    bool arrows = is_arrow(key) || key == KEY_HOME || key == KEY_END;
    if ((w->flags & WIDGET_SCROLL) && is_scroll_key(key))
        return (w->flags & WIDGET_WHEEL) != 0;
    return ((w->flags & WIDGET_ARROWS) && arrows) || ((w->flags & WIDGET_PAGES) && is_page(key));
}

// What a key does here.
typedef enum key_use { KEY_UNUSED, KEY_TABS, KEY_DISMISSES, KEY_PRESSES, KEY_MOVES } key_use;

typedef struct key_goal {
    key_use use;
    const ui_widget *to; // of KEY_PRESSES and KEY_MOVES
} key_goal;

static bool is_awake(const ui *u)
{
    return u->focus_visible || u->pointer_keys;
}

static key_goal goal_of_focused(const ui *u, const ui_widget *w, int key)
{
    bool presses = key == KEY_ENTER ? (w->flags & (WIDGET_PRESS | WIDGET_ENTER)) != 0
                                    : key == ' ' && (w->flags & WIDGET_PRESS);
    if (presses) // after a click the Space bar still belongs to the stage
        return (key_goal){u->focus_visible ? KEY_PRESSES : KEY_UNUSED, w};
    if (is_awake(u) && takes_key(w, key))
        return (key_goal){KEY_MOVES, w};
    const ui_widget *box = w->scroll >= 0 ? &u->built.at[w->scroll] : NULL;
    if (is_awake(u) && box && takes_key(box, key))
        return (key_goal){KEY_MOVES, box};
    return (key_goal){KEY_UNUSED, NULL};
}

static key_goal goal_of_key(const ui *u, const input_event *e)
{
    key_goal none = {KEY_UNUSED, NULL};
    if (e->mods & (MOD_CTRL | MOD_ALT | MOD_META))
        return none;
    int trap = ui_trapping_layer(u->built_layers, u->built_layer_count);
    if (e->key == KEY_TAB)
        return (key_goal){trap > 0 || ui_focus_has_order(u) ? KEY_TABS : KEY_UNUSED, NULL};
    if (e->key == KEY_ESCAPE)
        return (key_goal){trap > 0 && u->built_layers[trap].asks_dismissed ? KEY_DISMISSES : KEY_UNUSED,
                          NULL};
    const ui_widget *w = ui_built_widget(u, u->focus);
    key_goal goal = w && w->layer >= trap ? goal_of_focused(u, w, e->key) : none;
    for (int i = 0; goal.use == KEY_UNUSED && trap > 0 && i < u->built.count; i++) {
        const ui_widget *box = &u->built.at[i];
        if (box->layer >= trap && (box->flags & WIDGET_SCROLL) && takes_key(box, e->key))
            goal = (key_goal){KEY_MOVES, box};
    }
    return goal;
}

bool ui_takes_key(const ui *u, const input_event *e)
{
    return goal_of_key(u, e).use != KEY_UNUSED;
}

const char *ui_keys_are_of(const ui *u)
{
    const ui_widget *w = ui_built_widget(u, u->focus);
    bool reached = w && w->layer >= ui_trapping_layer(u->built_layers, u->built_layer_count);
    return reached && is_awake(u) ? w->id : NULL;
}

static bool key_down(ui *u, const input_event *e)
{
    key_goal goal = goal_of_key(u, e);
    switch (goal.use) {
    case KEY_TABS:
        ui_focus_tab(u, (e->mods & MOD_SHIFT) != 0);
        break;
    case KEY_DISMISSES:
        u->dismissed = u->built_layers[ui_trapping_layer(u->built_layers, u->built_layer_count)].hash;
        u->dismissed_by_key = true;
        u->dirty = true;
        break;
    case KEY_PRESSES:
        if (!e->repeat)
            ui_queue_add(u, &(queued){.hash = goal.to->hash, .kind = QUEUED_CLICK, .mods = e->mods});
        break;
    case KEY_MOVES:
        ui_queue_add(u, &(queued){.hash = goal.to->hash, .kind = QUEUED_KEY, .key = e->key, .mods = e->mods});
        if (goal.to->flags & (WIDGET_ARROWS | WIDGET_PAGES))
            u->focus_visible = true;
        break;
    case KEY_UNUSED:
        return false;
    }
    return true;
}

static bool numbers_are_finite(const input_event *e)
{
    return isfinite(e->x) && isfinite(e->y) && isfinite(e->dx) && isfinite(e->dy) && isfinite(e->amount);
}

bool ui_event(ui *u, const input_event *e)
{
    if (!numbers_are_finite(e))
        return false;
    switch (e->kind) {
    case INPUT_KEY_DOWN:
        return key_down(u, e);
    case INPUT_POINTER_MOVE:
        return pointer_move(u, e);
    case INPUT_POINTER_DOWN:
        return pointer_down(u, e);
    case INPUT_POINTER_UP:
        return pointer_up(u, e);
    case INPUT_POINTER_LEAVE:
        u->pointer_in = u->captured;
        ui_update_hot(u);
        return false;
    case INPUT_WHEEL:
        return wheel_or_pinch(u, e);
    case INPUT_PINCH:
        return e->amount > 0.0f && wheel_or_pinch(u, e);
    case INPUT_POINTER_CANCEL:
    case INPUT_MINIMISED:
        pointer_cancel(u);
        return false;
    case INPUT_RESIZE:
        u->dirty = true;
        return false;
    default:
        return false;
    }
}

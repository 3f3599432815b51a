// Layers, the order of the focus, and where it goes when layers come and go.
#include "ui/ui_internal.h"

#include "base/ease.h"

#include <assert.h>
#include <string.h>

// --- layers

int ui_trapping_layer(const ui_layer *layers, int count)
{
    for (int i = count - 1; i > 0; i--) {
        if (layers[i].kind != LAYER_FLOAT)
            return i;
    }
    return 0;
}

static void layer_push(ui *u, const char *id, layer_kind kind)
{
    if (u->layer_count == UI_LAYERS) {
        u->layer_overflow++;
        return;
    }
    draw2d *d = u->frame.draw;
    uint64_t hash = ui_hash(id) ^ 0x9E3779B97F4A7C15u; // ids of layers and widgets may be alike
    ui_state *state = ui_state_of(u, hash);
    if (state->seen + 1 != u->build)
        state->on = 0.0f;
    state->seen = u->build;
    float shown = ui_ease(u, &state->on, true);
    u->layers[u->layer_count] =
        (ui_layer){.hash = hash, .kind = kind, .parent = u->layer, .saved_alpha = d->alpha};
    u->layer = u->layer_count++;
    if (kind == LAYER_FLOAT)
        return;
    if (kind == LAYER_MODAL) {
        rect whole = {0.0f, 0.0f, u->frame.width, u->frame.height};
        float dim = u->frame.theme->light ? 0.45f : 0.62f;
        draw2d_box(d, whole, 0.0f, (colour){0.0f, 0.0f, 0.0f, dim * shown});
    }
    d->alpha *= shown;
}

void ui_layer_push(ui *u, const char *id, bool modal)
{
    layer_push(u, id, modal ? LAYER_MODAL : LAYER_FLOAT);
}

void ui_layer_pop(ui *u)
{
    if (u->layer_overflow > 0) {
        u->layer_overflow--;
        return;
    }
    assert(u->layer > 0);
    if (u->layer == 0)
        return;
    u->frame.draw->alpha = u->layers[u->layer].saved_alpha;
    u->layer = u->layers[u->layer].parent;
}

bool ui_layer_dismissed(ui *u)
{
    ui_layer *l = &u->layers[u->layer];
    l->asks_dismissed = true;
    return l->hash && u->dismissed == l->hash;
}

bool ui_layer_escaped(ui *u)
{
    return ui_layer_dismissed(u) && u->dismissed_by_key;
}

// --- the order

static bool in_order(const ui *u, int index, int trap)
{
    const ui_widget *w = &u->built.at[index];
    return (w->flags & WIDGET_FOCUSABLE) && w->layer >= trap;
}

// Place of a widget in the order, or the count of the order when `index` is -1.
static int order_of(const ui *u, int index, int trap)
{
    int place = 0;
    for (int i = 0; i < u->built.count && i != index; i++)
        place += in_order(u, i, trap);
    return place;
}

static int at_order(const ui *u, int place, int trap)
{
    for (int i = 0; i < u->built.count; i++) {
        if (in_order(u, i, trap) && place-- == 0)
            return i;
    }
    return -1;
}

// Scrolls the box around a widget so that all of the widget is seen.
static void reveal(ui *u, const ui_widget *w)
{
    if (w->scroll < 0)
        return;
    const ui_widget *box = &u->built.at[w->scroll];
    ui_state *s = ui_state_of(u, box->hash);
    float pad = 12.0f * u->frame.unit, move = 0.0f;
    if (w->box.y < box->box.y + pad)
        move = w->box.y - pad - box->box.y;
    else if (w->box.y + w->box.h > box->box.y + box->box.h - pad)
        move = w->box.y + w->box.h + pad - box->box.y - box->box.h;
    if (move != 0.0f)
        s->scroll_to = clampf(s->scroll + move, 0.0f, s->scroll_range);
}

void ui_focus_to(ui *u, int built_index, bool by_key)
{
    const ui_widget *w = &u->built.at[built_index];
    u->focus = w->hash;
    u->focus_visible = by_key;
    u->focus_waits = 0;
    u->focus_order = order_of(u, built_index, ui_trapping_layer(u->built_layers, u->built_layer_count));
    u->dirty = true;
    if (by_key) {
        u->why = 0;
        u->tip_muted = u->hot; // a resting mouse does not speak over the keys
        reveal(u, w);
    }
}

bool ui_focus_has_order(const ui *u)
{
    return order_of(u, -1, ui_trapping_layer(u->built_layers, u->built_layer_count)) > 0;
}

void ui_focus_tab(ui *u, bool backwards)
{
    int trap = ui_trapping_layer(u->built_layers, u->built_layer_count);
    int count = order_of(u, -1, trap);
    if (count == 0)
        return;
    int index = ui_built_index(u, u->focus);
    int place;
    if (index >= 0 && in_order(u, index, trap))
        place = order_of(u, index, trap) + (backwards ? -1 : 1);
    else // it vanished: go on from the place where it was
        place = u->focus_order - (backwards ? 1 : 0);
    place = (place % count + count) % count;
    ui_focus_to(u, at_order(u, place, trap), true);
}

// --- settling at the end of a build

static int built_layer_of(const ui *u, uint64_t layer)
{
    for (int i = 1; i < u->built_layer_count; i++) {
        if (u->built_layers[i].hash == layer && u->built_layers[i].kind != LAYER_FLOAT)
            return i;
    }
    return 0;
}

static bool is_trapped(const ui *u, uint64_t layer)
{
    for (int i = 0; i < u->trap_count; i++) {
        if (u->traps[i].layer == layer)
            return true;
    }
    return false;
}

// Layers that went give the focus back; layers that came remember it.
static void follow_layers(ui *u)
{
    for (int i = 0; i < u->trap_count; i++) {
        if (built_layer_of(u, u->traps[i].layer))
            continue;
        int held = ui_built_index(u, u->focus);
        bool elsewhere = held >= 0 && u->focus_waits > 0; // the app asked for something else
        if (!elsewhere && u->focus != u->traps[i].focus) {
            u->focus = u->traps[i].focus;
            u->focus_visible = u->focus_visible || u->traps[i].visible;
            u->dirty = true;
        }
        u->trap_count = i; // what was above is taken up again below, if it is still there
    }
    for (int i = 1; i < u->built_layer_count; i++) {
        const ui_layer *l = &u->built_layers[i];
        if (l->kind == LAYER_FLOAT || is_trapped(u, l->hash) || u->trap_count == UI_TRAPS)
            continue;
        int held = ui_built_index(u, u->focus);
        bool inside = held >= 0 && u->built.at[held].layer >= i;
        u->traps[u->trap_count++] = (ui_trap){
            .layer = l->hash, .focus = inside ? u->focus_prior : u->focus, .visible = u->focus_visible};
    }
}

void ui_focus_settle(ui *u)
{
    follow_layers(u);
    int trap = ui_trapping_layer(u->built_layers, u->built_layer_count);
    int index = ui_built_index(u, u->focus);
    if (index >= 0 && in_order(u, index, trap)) {
        u->focus_waits = 0;
        u->focus_order = order_of(u, index, trap);
        return;
    }
    if (u->focus && u->focus_waits > 0) {
        u->focus_waits--;
        u->dirty = true;
        return;
    }
    uint64_t before = u->focus;
    int first = trap > 0 ? at_order(u, 0, trap) : -1;
    u->focus = first >= 0 ? u->built.at[first].hash : 0;
    if (first >= 0)
        u->focus_order = 0;
    if (u->focus != before)
        u->dirty = true;
}

// --- for the app

bool ui_focused(const ui *u, ui_focus *out)
{
    const ui_widget *w = ui_built_widget(u, u->focus);
    if (!w)
        return false;
    ui_copy_text(out->id, sizeof out->id, w->id);
    ui_copy_text(out->role, sizeof out->role, w->role);
    ui_copy_text(out->label, sizeof out->label, w->label);
    ui_copy_text(out->value, sizeof out->value, w->value);
    ui_copy_text(out->hint, sizeof out->hint, ui_is_disabled(w) ? w->why : w->hint);
    out->selected = w->selected;
    out->disabled = ui_is_disabled(w);
    return true;
}

void ui_focus_set(ui *u, const char *id)
{
    u->focus_prior = u->focus;
    u->focus = ui_hash(id);
    u->focus_waits = 2;
    u->dirty = true;
}

void ui_focus_clear(ui *u)
{
    u->focus = 0;
    u->focus_waits = 0;
    u->dirty = true;
}

void ui_focus_next(ui *u)
{
    u->focus_next = true;
    u->dirty = true;
}

void ui_focus_by_key(ui *u)
{
    u->focus_visible = true;
    u->dirty = true;
}

bool ui_focus_visible(const ui *u)
{
    return u->focus_visible && ui_built_widget(u, u->focus);
}

// Life, frames, the table of retained state and the registration of widgets.
#include "ui/ui_internal.h"

#include "base/ease.h"
#include "base/fnv.h"
#include "base/utf8.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double ease_s = 0.2;

uint64_t ui_hash(const char *id)
{
    uint64_t h = fnv1a64(FNV1A64_START, id, strlen(id));
    return h ? h : 1;
}

float ui_finite(float v, float otherwise)
{
    return isfinite(v) ? v : otherwise;
}

rect ui_sane_rect(rect r)
{
    if (!isfinite(r.x) || !isfinite(r.y) || !isfinite(r.w) || !isfinite(r.h))
        return (rect){0};
    return (rect){r.x, r.y, r.w > 0.0f ? r.w : 0.0f, r.h > 0.0f ? r.h : 0.0f};
}

void ui_copy_text(char *out, size_t capacity, const char *text)
{
    size_t used = 0;
    const char *at = text ? text : "";
    while (*at) {
        const char *start = at;
        utf8_next(&at);
        size_t bytes = (size_t)(at - start);
        if (used + bytes >= capacity)
            break;
        memcpy(out + used, start, bytes);
        used += bytes;
    }
    out[used] = '\0';
}

ui *ui_create(void)
{
    ui *u = calloc(1, sizeof *u);
    if (!u)
        return NULL;
    u->scroll = -1;
    u->pointer_keys = true;
    u->build = 1; // state that was never seen is not of the last build
    u->dirty = true;
    return u;
}

void ui_destroy(ui *u)
{
    if (!u)
        return;
    free(u->built.at);
    free(u->building.at);
    free(u->states);
    free(u);
}

bool ui_wants_frame(const ui *u)
{
    return u->dirty || u->animating;
}

bool ui_awaits_build(const ui *u)
{
    return u->queue_count > 0 || u->dismissed != 0;
}

void ui_pointer_focus_takes_keys(ui *u, bool on)
{
    u->pointer_keys = on;
}

// --- retained state

static ui_state *state_slot(ui_state *table, size_t capacity, uint64_t hash)
{
    size_t i = (size_t)hash & (capacity - 1);
    while (table[i].hash && table[i].hash != hash)
        i = (i + 1) & (capacity - 1);
    return &table[i];
}

// Makes room for one more; what was not seen for a while is forgotten. False on lack of memory.
static bool states_reserve(ui *u)
{
    if (2 * (u->state_count + 1) <= u->state_capacity)
        return true;
    size_t live = 0;
    for (size_t i = 0; i < u->state_capacity; i++)
        live += u->states[i].hash && u->states[i].seen + 2 > u->build;
    size_t capacity = u->state_capacity ? u->state_capacity : 128;
    while (capacity < 4 * (live + 1))
        capacity *= 2;
    ui_state *table = calloc(capacity, sizeof *table);
    if (!table)
        return false;
    for (size_t i = 0; i < u->state_capacity; i++) {
        const ui_state *s = &u->states[i];
        if (s->hash && s->seen + 2 > u->build)
            *state_slot(table, capacity, s->hash) = *s;
    }
    free(u->states);
    u->states = table;
    u->state_capacity = capacity;
    u->state_count = live;
    return true;
}

ui_state *ui_state_of(ui *u, uint64_t hash)
{
    if (u->state_capacity) {
        ui_state *s = state_slot(u->states, u->state_capacity, hash);
        if (s->hash)
            return s;
    }
    if (!states_reserve(u)) {
        u->spare = (ui_state){.seen = u->build};
        return &u->spare;
    }
    ui_state *s = state_slot(u->states, u->state_capacity, hash);
    *s = (ui_state){.hash = hash};
    u->state_count++;
    return s;
}

float ui_ease(ui *u, float *value, bool on)
{
    float target = on ? 1.0f : 0.0f;
    float step = u->dt / (float)ease_s;
    if (!(u->dt > 0.0f) || u->frame.reduce_motion || fabsf(*value - target) <= step)
        *value = target;
    else
        *value += *value < target ? step : -step;
    if (*value != target)
        u->animating = true;
    return (float)ease_in_out((double)*value);
}

// --- frames

void ui_begin(ui *u, const ui_frame *frame)
{
    assert(!u->in_build && frame->draw && frame->text && frame->theme);
    u->frame = *frame;
    u->frame.width = fmaxf(ui_finite(frame->width, 0.0f), 0.0f);
    u->frame.height = fmaxf(ui_finite(frame->height, 0.0f), 0.0f);
    u->frame.unit = clampf(ui_finite(frame->unit, 1.0f), 0.01f, 64.0f);
    u->frame.text_scale = clampf(ui_finite(frame->text_scale, 1.0f), 0.5f, 4.0f);
    double dt = isfinite(frame->dt_s) && frame->dt_s > 0.0 ? frame->dt_s : 0.0;
    // After a rest the time since the last build says nothing about what begins to move now.
    u->dt = (float)(u->animating ? dt : fmin(dt, 1.0 / 60.0));
    u->build++;
    u->in_build = true;
    u->dirty = false;
    u->animating = false;
    u->ellipses = 0;
    u->building.count = 0;
    u->layer = 0;
    u->layer_overflow = 0;
    u->layers[0] = (ui_layer){.hash = 0, .kind = LAYER_FLOAT};
    u->layer_count = 1;
    u->scroll = -1;
}

static void drop_delivered(ui *u)
{
    int kept = 0;
    for (int i = 0; i < u->queue_count; i++) {
        if (u->queue[i].keep) {
            u->queue[kept] = u->queue[i];
            u->queue[kept++].keep = false;
        }
    }
    u->queue_count = kept;
    if (kept > 0)
        u->dirty = true;
}

void ui_end(ui *u)
{
    assert(u->in_build && u->layer == 0 && u->scroll < 0);
    ui_widgets last = u->built;
    u->built = u->building;
    u->building = last;
    memcpy(u->built_layers, u->layers, sizeof u->layers);
    u->built_layer_count = u->layer_count;
    drop_delivered(u);
    u->dismissed = 0;
    if (u->captured && u->capture && !ui_built_widget(u, u->capture))
        u->capture = 0; // the rest of the press is swallowed, not handed to the stage
    ui_focus_settle(u);
    ui_update_hot(u);
    ui_overlay_draw(u);
    u->in_build = false;
}

int ui_built_index(const ui *u, uint64_t hash)
{
    for (int i = 0; hash && i < u->built.count; i++) {
        if (u->built.at[i].hash == hash)
            return i;
    }
    return -1;
}

const ui_widget *ui_built_widget(const ui *u, uint64_t hash)
{
    int i = ui_built_index(u, hash);
    return i < 0 ? NULL : &u->built.at[i];
}

// --- registration

static bool widgets_reserve(ui_widgets *w)
{
    if (w->count < w->capacity)
        return true;
    int capacity = w->capacity ? 2 * w->capacity : 64;
    ui_widget *grown = realloc(w->at, (size_t)capacity * sizeof *grown);
    if (!grown)
        return false;
    w->at = grown;
    w->capacity = capacity;
    return true;
}

static bool id_in_use(const ui *u, uint64_t hash)
{
    for (int i = 0; i < u->building.count; i++) {
        if (u->building.at[i].hash == hash)
            return true;
    }
    return false;
}

void ui_register_card(ui *u, rect r)
{
    if (!widgets_reserve(&u->building))
        return;
    ui_widget *w = &u->building.at[u->building.count++];
    *w = (ui_widget){.box = r,
                     .clip = u->frame.draw->clips[u->frame.draw->clip_depth - 1],
                     .layer = u->layer,
                     .scroll = u->scroll,
                     .flags = WIDGET_CARD};
}

static int widget_register(ui *u, uint64_t hash, const ui_spec *spec)
{
    bool twice = id_in_use(u, hash);
    assert(!twice && "a widget id is used twice in one build");
    if (twice || !widgets_reserve(&u->building))
        return -1;
    int index = u->building.count++;
    ui_widget *w = &u->building.at[index];
    w->hash = hash;
    ui_copy_text(w->id, sizeof w->id, spec->id);
    ui_copy_text(w->role, sizeof w->role, spec->role);
    ui_copy_text(w->label, sizeof w->label, spec->label);
    ui_copy_text(w->value, sizeof w->value, spec->value);
    ui_copy_text(w->hint, sizeof w->hint, spec->hint);
    ui_copy_text(w->why, sizeof w->why, spec->why);
    w->box = spec->box;
    w->clip = u->frame.draw->clips[u->frame.draw->clip_depth - 1];
    w->layer = u->layer;
    w->scroll = u->scroll;
    w->flags = spec->flags;
    w->selected = spec->selected;
    w->icon_only = spec->icon_only;
    if (u->focus_next && (spec->flags & WIDGET_FOCUSABLE)) {
        u->focus_next = false;
        ui_focus_set(u, spec->id);
    }
    w->focus_radius = spec->focus_radius * u->frame.unit;
    w->focus_gap = spec->row ? -1.0f : (spec->bare ? 7.0f : 3.0f) * u->frame.unit;
    return index;
}

ui_io ui_widget_begin(ui *u, const ui_spec *spec)
{
    assert(u->in_build);
    uint64_t hash = ui_hash(spec->id);
    ui_io io = {.hash = hash, .index = widget_register(u, hash, spec)};
    if (io.index < 0) {
        u->spare = (ui_state){0};
        io.state = &u->spare;
        return io;
    }
    io.state = ui_state_of(u, hash);
    io.fresh = io.state->seen + 1 != u->build;
    io.state->seen = u->build;
    io.hovered = u->hot == hash;
    io.focused = u->focus == hash;
    io.pressed = u->captured && u->capture == hash;
    bool lit = io.hovered || (io.pressed && u->capture_touch);
    if (io.fresh)
        io.state->hover = lit ? 1.0f : 0.0f;
    io.hover = ui_ease(u, &io.state->hover, lit && !(spec->why && *spec->why));
    return io;
}

queued *ui_next_queued(ui *u, const ui_io *io, int *at)
{
    for (; io->index >= 0 && *at < u->queue_count; ++*at) {
        if (u->queue[*at].hash == io->hash && !u->queue[*at].keep)
            return &u->queue[(*at)++];
    }
    return NULL;
}

bool ui_is_disabled(const ui_widget *w)
{
    return w->why[0] != '\0';
}

int ui_take_presses(ui *u, const ui_io *io, bool one)
{
    int presses = 0, at = 0;
    queued *q;
    while ((q = ui_next_queued(u, io, &at)) != NULL) {
        bool press = q->kind == QUEUED_CLICK || (q->kind == QUEUED_UP && q->inside);
        if (!press)
            continue;
        if (presses > 0 && one)
            q->keep = true;
        else
            presses++;
    }
    if (presses > 0 && io->index >= 0 && ui_is_disabled(&u->building.at[io->index])) {
        ui_show_why(u, io->hash);
        return 0;
    }
    return presses;
}

// --- for tests

int ui_widget_count(const ui *u)
{
    int count = 0;
    for (int i = 0; i < u->built.count; i++)
        count += !(u->built.at[i].flags & WIDGET_CARD);
    return count;
}

bool ui_widget_at(const ui *u, int index, ui_widget_info *out)
{
    for (int i = 0; i < u->built.count; i++) {
        const ui_widget *w = &u->built.at[i];
        if ((w->flags & WIDGET_CARD) || index-- > 0)
            continue;
        ui_copy_text(out->id, sizeof out->id, w->id);
        ui_copy_text(out->role, sizeof out->role, w->role);
        ui_copy_text(out->label, sizeof out->label, w->label);
        out->box = w->box;
        out->visible = rect_intersect(w->box, w->clip);
        if (out->visible.w <= 0.0f || out->visible.h <= 0.0f)
            out->visible = (rect){0};
        out->layer = w->layer;
        out->disabled = ui_is_disabled(w);
        out->in_scroll = w->scroll >= 0;
        out->focusable = (w->flags & WIDGET_FOCUSABLE) != 0;
        return true;
    }
    return false;
}

int ui_ellipsis_count(const ui *u)
{
    return u->ellipses;
}

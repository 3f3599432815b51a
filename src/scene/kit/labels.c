#include "scene/kit/labels.h"

#include <math.h>
#include <string.h>

// One column while it is being filled: indices of its labels by anchor height, top first.
typedef struct column {
    int order[LABELS_MAX];
    int count;
} column;

static float bottom_of(rect r)
{
    return r.y + r.h;
}

static bool overlaps(rect a, rect b, float gap)
{
    return a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap;
}

// Whether a straight line passes through a rectangle (slab test on the line's parameter).
static bool line_meets(const float a[2], const float b[2], rect r)
{
    float low = 0.0f, high = 1.0f;
    const float from[2] = {r.x, r.y}, size[2] = {r.w, r.h};
    for (int i = 0; i < 2; i++) {
        float d = b[i] - a[i];
        if (fabsf(d) < 1e-6f) {
            if (a[i] <= from[i] || a[i] >= from[i] + size[i])
                return false;
            continue;
        }
        float t0 = (from[i] - a[i]) / d, t1 = (from[i] + size[i] - a[i]) / d;
        low = fmaxf(low, fminf(t0, t1));
        high = fminf(high, fmaxf(t0, t1));
    }
    return low < high;
}

static float cross(const float o[2], const float a[2], const float b[2])
{
    return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
}

static bool lines_cross(const float a[2], const float b[2], const float c[2], const float d[2])
{
    return cross(a, b, c) * cross(a, b, d) < 0.0f && cross(c, d, a) * cross(c, d, b) < 0.0f;
}

static bool leaders_cross(const label *a, const label *b)
{
    for (int i = 0; i < 2; i++)
        for (int k = 0; k < 2; k++)
            if (lines_cross(a->leader[i], a->leader[i + 1], b->leader[k], b->leader[k + 1]))
                return true;
    return false;
}

static bool leader_meets(const label *l, rect r)
{
    return line_meets(l->leader[0], l->leader[1], r) || line_meets(l->leader[1], l->leader[2], r);
}

static void set_box(label *l, const labels_def *def, bool left)
{
    l->left = left;
    l->box.w = l->width;
    l->box.h = l->height;
    l->box.x = left ? def->bounds.x : def->bounds.x + def->bounds.w - l->width;
}

static int heeded(int count)
{
    return count < LABELS_OBSTACLES_MAX ? count : LABELS_OBSTACLES_MAX;
}

static bool push_out(label *l, const labels_def *def, const rect *obstacles, int count, int direction)
{
    bool moved = false;
    for (int i = 0; i < count; i++) {
        rect o = obstacles[i];
        if (o.w <= 0.0f || o.h <= 0.0f || !overlaps(l->box, o, 0.99f * def->gap))
            continue;
        l->box.y = direction > 0 ? bottom_of(o) + def->gap : o.y - def->gap - l->box.h;
        moved = true;
    }
    return moved;
}

// Pushes a box out of the obstacles it meets, down or up.
static void clear_obstacles(label *l, const labels_def *def, int direction)
{
    int n = heeded(def->obstacle_count), quiet = heeded(def->quiet_count);
    for (int round = 0; round < n + quiet; round++) {
        bool moved = push_out(l, def, def->obstacles, n, direction);
        if (!push_out(l, def, def->quiet, quiet, direction) && !moved)
            return;
    }
}

// Heights of a column: each wants to stand at its anchor; neighbours push one another apart, first downwards,
// then up from the lower border.
static bool stack(label *labels, const column *c, const labels_def *def)
{
    // Groups in contact share the displacement (pool of adjacent violators on the wished tops).
    float at[LABELS_MAX], weight[LABELS_MAX], offset[LABELS_MAX];
    int first[LABELS_MAX], groups = 0;
    float run = 0.0f;
    for (int i = 0; i < c->count; i++) {
        const label *l = &labels[c->order[i]];
        offset[i] = run;
        run += l->height + def->gap;
        at[groups] = l->anchor[1] - 0.5f * l->height - offset[i];
        weight[groups] = 1.0f;
        first[groups] = i;
        groups++;
        while (groups > 1 && at[groups - 2] > at[groups - 1]) {
            float total = weight[groups - 2] + weight[groups - 1];
            at[groups - 2] =
                (at[groups - 2] * weight[groups - 2] + at[groups - 1] * weight[groups - 1]) / total;
            weight[groups - 2] = total;
            groups--;
        }
    }
    for (int g = 0; g < groups; g++) {
        int end = g + 1 < groups ? first[g + 1] : c->count;
        for (int i = first[g]; i < end; i++)
            labels[c->order[i]].box.y = at[g] + offset[i];
    }
    float low = def->bounds.y;
    for (int i = 0; i < c->count; i++) {
        label *l = &labels[c->order[i]];
        l->box.y = fmaxf(l->box.y, low);
        clear_obstacles(l, def, 1);
        low = bottom_of(l->box) + def->gap;
    }
    float high = bottom_of(def->bounds);
    for (int i = c->count - 1; i >= 0; i--) {
        label *l = &labels[c->order[i]];
        if (bottom_of(l->box) > high) {
            l->box.y = high - l->box.h;
            clear_obstacles(l, def, -1);
        }
        high = l->box.y - def->gap;
    }
    return c->count == 0 || labels[c->order[0]].box.y >= def->bounds.y - 0.01f;
}

// Leaders run level to the column's widest text, then straight to the anchor.
static void lead(label *labels, const column *c, const labels_def *def)
{
    float widest = 0.0f;
    for (int i = 0; i < c->count; i++)
        widest = fmaxf(widest, labels[c->order[i]].width);
    for (int i = 0; i < c->count; i++) {
        label *l = &labels[c->order[i]];
        float middle = l->box.y + 0.5f * l->box.h;
        float edge = l->left ? l->box.x + l->box.w : l->box.x;
        float elbow = l->left ? l->box.x + widest + def->gap : l->box.x + l->box.w - widest - def->gap;
        // An anchor that lies before the elbow is met straight from the text.
        bool before = l->left ? l->anchor[0] < elbow : l->anchor[0] > elbow;
        l->leader[0][0] = edge;
        l->leader[1][0] = before ? edge : elbow;
        l->leader[0][1] = l->leader[1][1] = middle;
        memcpy(l->leader[2], l->anchor, sizeof l->anchor);
    }
}

static bool sound(const label *labels, const column *c, const column *other, const labels_def *def)
{
    int n = heeded(def->obstacle_count), quiet = heeded(def->quiet_count);
    for (int i = 0; i < c->count; i++) {
        const label *l = &labels[c->order[i]];
        float away = fabsf(l->box.y + 0.5f * l->box.h - l->anchor[1]);
        // A text stands neither on nor beyond the place it names.
        float clear = l->left ? l->anchor[0] - l->leader[0][0] : l->leader[0][0] - l->anchor[0];
        if (away > def->reach || clear < def->gap)
            return false;
        for (int k = 0; k < n; k++)
            if (overlaps(l->box, def->obstacles[k], 0.5f * def->gap) || leader_meets(l, def->obstacles[k]))
                return false;
        for (int k = 0; k < quiet; k++)
            if (overlaps(l->box, def->quiet[k], 0.5f * def->gap))
                return false;
        for (int k = 0; k < c->count; k++) {
            const label *m = &labels[c->order[k]];
            if (k == i)
                continue;
            if (overlaps(l->box, m->box, 0.5f * def->gap) || leader_meets(l, m->box) || leaders_cross(l, m))
                return false;
        }
        for (int k = 0; k < other->count; k++) {
            const label *m = &labels[other->order[k]];
            if (overlaps(l->box, m->box, def->gap) || leader_meets(l, m->box) || leader_meets(m, l->box) ||
                leaders_cross(l, m))
                return false;
        }
    }
    return true;
}

static void insert(column *c, const label *labels, int index)
{
    int at = c->count++;
    for (; at > 0; at--) {
        float above = labels[c->order[at - 1]].anchor[1], mine = labels[index].anchor[1];
        if (above < mine || (above == mine && c->order[at - 1] < index))
            break;
        c->order[at] = c->order[at - 1];
    }
    c->order[at] = index;
}

static bool arrange(label *labels, const column *c, const column *other, const labels_def *def)
{
    bool fits = stack(labels, c, def);
    lead(labels, c, def);
    return fits && sound(labels, c, other, def);
}

static bool try_column(label *labels, int index, column *c, const column *other, const labels_def *def,
                       bool left)
{
    column before = *c;
    set_box(&labels[index], def, left);
    insert(c, labels, index);
    if (arrange(labels, c, other, def))
        return true;
    *c = before;
    arrange(labels, c, other, def);
    return false;
}

// Whether a leader from the column on that side would not run over too much of the picture.
static bool within_across(const label *l, const labels_def *def, bool left)
{
    float edge = left ? def->bounds.x + l->width : def->bounds.x + def->bounds.w - l->width;
    return def->across <= 0.0f || fabsf(l->anchor[0] - edge) <= def->across;
}

void labels_place(label *labels, int count, const labels_def *def)
{
    for (int i = 0; i < count; i++)
        labels[i].shown = false;
    if (count > LABELS_MAX)
        count = LABELS_MAX;
    column columns[2] = {{.count = 0}, {.count = 0}};
    bool looked_at[LABELS_MAX] = {false};
    for (int placed = 0, round = 0; round < count && placed < def->most; round++) {
        int best = -1;
        for (int i = 0; i < count; i++)
            if (!looked_at[i] && (best < 0 || labels[i].priority > labels[best].priority))
                best = i;
        looked_at[best] = true;
        label *l = &labels[best];
        bool left = l->anchor[0] < def->middle_x;
        if (l->width > def->bounds.w || l->height > def->bounds.h ||
            !rect_contains(def->bounds, l->anchor[0], l->anchor[1]))
            continue;
        l->shown = try_column(labels, best, &columns[!left], &columns[left], def, left) ||
                   (within_across(l, def, !left) &&
                    try_column(labels, best, &columns[left], &columns[!left], def, !left));
        placed += l->shown;
    }
}

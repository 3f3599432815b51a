#include "bake/mend.h"
#include "bake/grid.h"

#include <stdlib.h>
#include <string.h>

enum { ROUNDS_MAX = 16 };

typedef struct half_edge {
    uint32_t low, high; // vertices
    uint32_t corner;    // index of the start vertex in the index array
    uint32_t backward;  // 1 when it runs from high to low
} half_edge;

typedef struct triangle_key {
    uint32_t v[3]; // ascending
    uint32_t triangle;
    int turn; // +1 or -1
} triangle_key;

static uint32_t next_corner(uint32_t c)
{
    return c % 3 == 2 ? c - 2 : c + 1;
}

static int compare_half_edges(const void *a, const void *b)
{
    const half_edge *x = a, *y = b;
    if (x->low != y->low)
        return x->low < y->low ? -1 : 1;
    if (x->high != y->high)
        return x->high < y->high ? -1 : 1;
    return x->corner < y->corner ? -1 : x->corner > y->corner;
}

static int compare_triangles(const void *a, const void *b)
{
    const triangle_key *x = a, *y = b;
    for (int k = 0; k < 3; k++)
        if (x->v[k] != y->v[k])
            return x->v[k] < y->v[k] ? -1 : 1;
    return x->triangle < y->triangle ? -1 : x->triangle > y->triangle;
}

static void swap_keys(triangle_key *k, int i, int j)
{
    if (k->v[i] <= k->v[j])
        return;
    uint32_t v = k->v[i];
    k->v[i] = k->v[j];
    k->v[j] = v;
    k->turn = -k->turn;
}

// Removes triangles with a repeated vertex and pairs of triangles that lie back to back.
static void drop_flat(mend_result *r)
{
    size_t count = r->index_count / 3, kept = 0;
    triangle_key *key = bake_alloc(count, sizeof *key);
    bool *drop = bake_alloc(count, sizeof *drop);
    for (size_t t = 0; t < count; t++) {
        key[t] = (triangle_key){.triangle = (uint32_t)t, .turn = 1};
        memcpy(key[t].v, r->index + 3 * t, sizeof key[t].v);
        swap_keys(&key[t], 0, 1);
        swap_keys(&key[t], 1, 2);
        swap_keys(&key[t], 0, 1);
        drop[t] = key[t].v[0] == key[t].v[1] || key[t].v[1] == key[t].v[2];
    }
    qsort(key, count, sizeof *key, compare_triangles);
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && memcmp(key[i].v, key[end].v, sizeof key[i].v) == 0; end++) {
        }
        for (size_t a = i; a < end; a++)
            for (size_t b = a + 1; b < end; b++)
                if (!drop[key[a].triangle] && !drop[key[b].triangle] && key[a].turn != key[b].turn)
                    drop[key[a].triangle] = drop[key[b].triangle] = true;
    }
    for (size_t t = 0; t < count; t++)
        if (!drop[t])
            memmove(r->index + 3 * kept++, r->index + 3 * t, 3 * sizeof *r->index);
    r->index_count = 3 * kept;
    free(key);
    free(drop);
}

// Pairs the half edges of every edge: twin[corner] is the half edge that runs back. Returns the number of
// edges shared by more than two triangles, or SIZE_MAX when the sides do not balance.
static size_t pair_half_edges(const mend_result *r, uint32_t *twin, half_edge *edge)
{
    for (size_t c = 0; c < r->index_count; c++) {
        uint32_t a = r->index[c], b = r->index[next_corner((uint32_t)c)];
        edge[c] = (half_edge){
            .low = a < b ? a : b, .high = a < b ? b : a, .corner = (uint32_t)c, .backward = a > b};
    }
    qsort(edge, r->index_count, sizeof *edge, compare_half_edges);
    size_t pinched = 0;
    for (size_t i = 0, end; i < r->index_count; i = end) {
        for (end = i + 1;
             end < r->index_count && edge[end].low == edge[i].low && edge[end].high == edge[i].high; end++) {
        }
        pinched += end - i > 2;
        size_t back = i;
        for (size_t forth = i; forth < end; forth++) {
            if (edge[forth].backward)
                continue;
            while (back < end && !edge[back].backward)
                back++;
            if (back == end)
                return SIZE_MAX;
            twin[edge[forth].corner] = edge[back].corner;
            twin[edge[back].corner] = edge[forth].corner;
            back++;
        }
        while (back < end)
            if (edge[back++].backward)
                return SIZE_MAX;
    }
    return pinched;
}

static uint32_t add_copy(mend_result *r, size_t vertex_count, uint32_t of)
{
    while (of >= vertex_count)
        of = r->copy_of[of - vertex_count];
    r->copy_of = bake_realloc(r->copy_of, r->copy_count + 1, sizeof *r->copy_of);
    r->copy_of[r->copy_count] = of;
    return (uint32_t)(vertex_count + r->copy_count++);
}

// The corners around a vertex form rings; every ring but a vertex' first gets its own copy of the vertex.
static void split_rings(mend_result *r, const uint32_t *twin, size_t vertex_count)
{
    size_t vertices = vertex_count + r->copy_count;
    bool *seen = bake_alloc(r->index_count, sizeof *seen), *taken = bake_alloc(vertices, sizeof *taken);
    for (size_t start = 0; start < r->index_count; start++) {
        if (seen[start])
            continue;
        uint32_t vertex = r->index[start], name = vertex;
        if (taken[vertex])
            name = add_copy(r, vertex_count, vertex);
        taken[vertex] = true;
        uint32_t c = (uint32_t)start;
        do {
            seen[c] = true;
            r->index[c] = name;
            c = next_corner(twin[c]);
        } while (c != start);
    }
    free(seen);
    free(taken);
}

// For a sheet that meets itself along an edge: a new corner on one pair's edge makes it a different edge.
// One edge a round, at most one a triangle.
static void divide_edges(mend_result *r, const uint32_t *twin, const half_edge *edge, size_t vertex_count)
{
    size_t count = r->index_count;
    bool *touched = bake_alloc(count / 3, sizeof *touched);
    for (size_t i = 0; i + 1 < count; i++) {
        bool again = edge[i].low == edge[i + 1].low && edge[i].high == edge[i + 1].high;
        uint32_t c = edge[i].corner, back = twin[c];
        if (!again || touched[c / 3] || touched[back / 3])
            continue;
        size_t group = 2;
        while (i + group < count && edge[i + group].low == edge[i].low &&
               edge[i + group].high == edge[i].high)
            group++;
        if (group == 2)
            continue;
        touched[c / 3] = touched[back / 3] = true;
        uint32_t a = r->index[c], b = r->index[back], middle = add_copy(r, vertex_count, a);
        uint32_t apex = r->index[next_corner(next_corner(c))];
        uint32_t other = r->index[next_corner(next_corner(back))];
        uint32_t extra[6] = {middle, b, apex, middle, a, other};
        r->index[next_corner(c)] = middle;
        r->index[next_corner(back)] = middle;
        r->index = bake_realloc(r->index, r->index_count + 6, sizeof *r->index);
        memcpy(r->index + r->index_count, extra, sizeof extra);
        r->index_count += 6;
        i += group - 1;
    }
    free(touched);
}

mend_result mend(const uint32_t *index, size_t index_count, size_t vertex_count)
{
    mend_result r = {.index_count = index_count};
    r.index = bake_alloc(index_count, sizeof *r.index);
    memcpy(r.index, index, index_count * sizeof *index);
    drop_flat(&r);
    for (int round = 0; round < ROUNDS_MAX && !r.closed; round++) {
        uint32_t *twin = bake_alloc(r.index_count, sizeof *twin);
        half_edge *edge = bake_alloc(r.index_count, sizeof *edge);
        size_t pinched = pair_half_edges(&r, twin, edge);
        r.closed = pinched == 0;
        if (pinched > 0 && pinched != SIZE_MAX) {
            if (round == 0)
                split_rings(&r, twin, vertex_count);
            else
                divide_edges(&r, twin, edge, vertex_count);
        }
        free(twin);
        free(edge);
        if (pinched == SIZE_MAX)
            break;
    }
    return r;
}

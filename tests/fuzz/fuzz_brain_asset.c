// Any bytes as a brain asset. Whole files are too large and their checksum too strict for chance, so an input
// is mostly a list of changes to a small asset that is sound (three bytes each: where, and what stands
// there), sealed again; the first byte says which. What is read can be walked from end to end.
#include "model/brain_asset.h"
#include "model/small_asset.h"

#include <math.h>

enum { AS_IT_IS = 1, CUT_SHORT = 2 }; // bits of the first byte

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool sound)
{
    if (!sound)
        abort();
}

static void walk(const brain_part *p)
{
    must(p->kind <= BRAIN_PART_STEM && p->lod >= 0 && p->lod < BRAIN_LODS && p->node >= -1 &&
         p->node < ATLAS_NODES);
    must(p->vertex_count > 0 && p->index_count > 0 && p->index_count % 3 == 0);
    must(p->radius_mm > 0.0 && p->radius_mm < 1000.0);
    for (size_t i = 0; i < p->index_count; i++)
        must(p->indices[i] < p->vertex_count);
    for (size_t i = 0; i < p->vertex_count; i++) {
        double at[3], normal[3];
        const brain_vertex *v = &p->vertices[i];
        brain_vertex_position_mm(v, at);
        brain_vertex_normal(v, normal);
        for (int k = 0; k < 3; k++) {
            must(fabs(at[k]) <= 129.0 && fabs(normal[k]) <= 1.0 + 1e-9);
            must(v->node[k] < ATLAS_NODES || v->node[k] == BRAIN_NO_NODE);
        }
        must(v->weight[0] + v->weight[1] <= 255 && v->tissue <= BRAIN_TISSUE_DEEP);
    }
    static const double from[3] = {100.0, 20.0, 30.0}, direction[3] = {-1.0, -0.1, -0.2};
    brain_hit hit;
    if (brain_asset_ray(p, from, direction, &hit))
        must(hit.triangle < p->index_count / 3 && hit.node >= -1 && hit.node < ATLAS_NODES);
}

static void check(const uint8_t *bytes, size_t count)
{
    error e = {0};
    brain_asset *a = brain_asset_read(bytes, count, &e);
    must((a != NULL) == !e.text[0]);
    for (size_t i = 0; a && i < brain_asset_part_count(a); i++)
        walk(brain_asset_part_at(a, i));
    for (int lod = 0; a && lod < BRAIN_LODS; lod++)
        must(brain_asset_part(a, BRAIN_PART_HULL, lod, ATLAS_MIDLINE, -1) != NULL);
    brain_asset_free(a);
}

// The changes of one block may say 65536 places; the file is smaller, so they come round.
static void change(file *f, const uint8_t *data, size_t size)
{
    for (size_t i = 0; i + 2 < size; i += 3)
        f->bytes[((size_t)data[i] | (size_t)data[i + 1] << 8) % f->count] = data[i + 2];
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!size)
        return 0;
    if (data[0] & AS_IT_IS) {
        check(data + 1, size - 1);
        return 0;
    }
    file f = make_file();
    change(&f, data + 1, size - 1);
    if (data[0] & CUT_SHORT && size > 2)
        f.count -= ((size_t)data[1] | (size_t)data[2] << 8) % (f.count - sizeof(brain_file_header));
    seal(&f);
    // A copy of exactly this size, so that reading past its end is seen.
    uint8_t *exact = malloc(f.count);
    if (exact) {
        memcpy(exact, f.bytes, f.count);
        check(exact, f.count);
    }
    free(exact);
    free(f.bytes);
    return 0;
}

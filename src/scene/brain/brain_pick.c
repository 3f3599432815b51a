#include "scene/brain/brain_pick.h"

#include "scene/brain/brain_plan.h"
#include "scene/brain/brain_scene.h"

#include <math.h>
#include <string.h>

// A pointer never hits a small nucleus exactly: rays this far off, px, still count.
static const float slack_px = 5.0f;

static int deep_hit(const brain *b, atlas_hemisphere h, const double origin[3], const double direction[3])
{
    int best = -1;
    double nearest = INFINITY;
    for (size_t i = 0; i < brain_asset_part_count(b->asset); i++) {
        const brain_part *p = brain_asset_part_at(b->asset, i);
        if (p->kind != BRAIN_PART_DEEP || p->lod != BRAIN_LODS - 1)
            continue;
        if (h != ATLAS_MIDLINE && p->hemisphere != ATLAS_MIDLINE && p->hemisphere != h)
            continue;
        // Most rays miss the bounding sphere.
        double along = 0.0, off = 0.0;
        for (int k = 0; k < 3; k++)
            along += (p->centre_mm[k] - origin[k]) * direction[k];
        for (int k = 0; k < 3; k++) {
            double miss = p->centre_mm[k] - origin[k] - along * direction[k];
            off += miss * miss;
        }
        brain_hit hit;
        if (off > p->radius_mm * p->radius_mm || !brain_asset_ray(p, origin, direction, &hit) ||
            hit.distance >= nearest)
            continue;
        nearest = hit.distance;
        best = p->node;
    }
    return best;
}

static int surface_hit(const brain *b, const scene_frame *f, const double origin[3],
                       const double direction[3])
{
    const int lod = BRAIN_LODS - 1;
    brain_hit hit, stem;
    if (f->view->look != VIEW_INSIDE) {
        const brain_part *hull = brain_asset_part(b->asset, BRAIN_PART_HULL, lod, ATLAS_MIDLINE, -1);
        return brain_asset_ray(hull, origin, direction, &hit) ? hit.node : -1;
    }
    atlas_hemisphere h = brain_inside_hemisphere(f->view);
    bool wall = brain_asset_ray(brain_asset_part(b->asset, BRAIN_PART_HEMISPHERE, lod, h, -1), origin,
                                direction, &hit);
    bool below = brain_asset_ray(brain_asset_part(b->asset, BRAIN_PART_STEM, lod, ATLAS_MIDLINE, -1), origin,
                                 direction, &stem);
    if (wall && (!below || hit.distance < stem.distance))
        return hit.node;
    return below ? stem.node : -1;
}

static int node_under(const brain *b, const scene_frame *f, const camera *c, float x, float y)
{
    // The point itself, then a small ring round it for what is easily missed.
    static const float ring[5][2] = {{0.0f, 0.0f}, {1.0f, 0.0f}, {-1.0f, 0.0f}, {0.0f, 1.0f}, {0.0f, -1.0f}};
    bool glass = f->view->look == VIEW_GLASS;
    double origin[3], direction[3];
    for (int i = 4; i >= -1; i--) {
        int k = i < 0 ? 0 : 4 - i; // deep parts along the ring, the surface at the point alone
        float o[3], d[3];
        camera_ray(c, x + slack_px * ring[k][0], y + slack_px * ring[k][1], o, d);
        for (int j = 0; j < 3; j++) {
            origin[j] = o[j];
            direction[j] = d[j];
        }
        if (i < 0)
            return surface_hit(b, f, origin, direction);
        int node = glass ? deep_hit(b, ATLAS_MIDLINE, origin, direction) : -1;
        if (node >= 0)
            return node;
    }
    return -1;
}

const char *brain_pick(const void *scene, const scene_frame *f, float x, float y)
{
    const brain *b = scene;
    for (int s = 0; s < SIDE_COUNT; s++) {
        if (!rect_contains(f->half[s], x, y))
            continue;
        camera c = brain_camera_window(f, (side)s);
        int node = node_under(b, f, &c, x, y);
        return node < 0 ? NULL : atlas_region_get(atlas_node_get(node)->region)->id;
    }
    return NULL;
}

const char *brain_pick_step(const void *scene, const char *current, int direction)
{
    (void)scene;
    atlas_region_id now = ATLAS_DRN;
    // The atlas' own order: from the brainstem over the deep nuclei to the cortex and the cerebellum.
    if (!current || !atlas_region_find(current, &now))
        return atlas_region_get(direction < 0 ? ATLAS_CER : ATLAS_DRN)->id;
    int next = ((int)now + (direction < 0 ? -1 : 1) + ATLAS_REGIONS) % ATLAS_REGIONS;
    return atlas_region_get((atlas_region_id)next)->id;
}

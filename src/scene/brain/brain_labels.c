#include "scene/brain/brain_labels.h"

#include "base/ease.h"
#include "scene/brain/brain_light.h"
#include "scene/brain/brain_plan.h"
#include "scene/kit/labels.h"
#include "scene/kit/labels_draw.h"
#include "scene/kit/type.h"
#include "scene/kit/wrap.h"

#include <math.h>
#include <stdio.h>

// Regions below this level are named only when they are landmarks or pointed at.
static const float least_level = 0.30f;
static const int most_labels = 9;
// Below this a region counts as hidden.
static const float least_clear = 0.3f;
// Nearer to the midline than this a cortical region is seen on the medial wall, mm.
static const float medial_mm = 16.0f;

static float smooth(float from, float to, float x)
{
    return (float)ease_in_out((double)((x - from) / (to - from)));
}

// How clearly a node is seen in the present look.
static float clearness(const brain *b, const scene_frame *f, side s, const camera *c, int node)
{
    const brain_anchor *a = &b->anchors[node];
    const atlas_node *n = atlas_node_get(node);
    bool deep = atlas_region_get(n->region)->deep;
    float facing = camera_facing(c, a->normal);
    if (f->view->look == VIEW_INSIDE) {
        atlas_hemisphere h = brain_inside_hemisphere(f->view);
        if (n->hemisphere != ATLAS_MIDLINE && n->hemisphere != h)
            return 0.0f;
        // Of this hemisphere one sees the medial wall and what glimmers through it.
        if (deep)
            return 0.8f;
        return fabsf(a->mm[0]) < medial_mm ? 1.0f : a->surface ? smooth(0.1f, 0.4f, facing) : 0.0f;
    }
    if (a->surface)
        return smooth(0.05f, 0.35f, facing);
    // Deep structures are seen through glass as far as the cortex before them is clear; through solid cortex
    // as a glimmer, the medial wall never.
    if (f->view->look == VIEW_GLASS)
        return 1.0f - b->cover[s];
    return deep ? 0.8f * (1.0f - b->cover[s]) : 0.0f;
}

// The most engaged deep centres shine through others that stand before them.
static bool shines_through(const brain *b, const scene_frame *f, side s, int node)
{
    const float *range = brain_light_of(f->theme)->spark + 4;
    return b->level[s][node] > 0.5f * (range[0] + range[1]);
}

brain_spot brain_spot_of(const brain *b, const scene_frame *f, side s, const camera *c,
                         const brain_sight *sight, atlas_region_id region)
{
    brain_spot best = {.clear = 0.0f, .node = atlas_node_of(region, ATLAS_LEFT)};
    int nodes[2] = {best.node, atlas_node_of(region, ATLAS_RIGHT)};
    float best_depth = -INFINITY;
    if (!atlas_region_get(region)->deep)
        sight = NULL;
    for (int i = 0; i < 2; i++) {
        int node = nodes[i];
        float px[2], depth = 0.0f, clear = clearness(b, f, s, c, node);
        if (clear < least_clear || (sight && !sight->seen[node] && !shines_through(b, f, s, node)))
            clear = 0.0f;
        if (!camera_project(c, b->anchors[node].mm, px, &depth))
            continue;
        // Of two that are seen, or two that are not, the nearer is the one that a person means.
        bool better = (clear > 0.0f) != (best.clear > 0.0f) ? clear > 0.0f : depth > best_depth;
        if (!better)
            continue;
        best_depth = depth;
        const float *at = sight && sight->seen[node] ? sight->px[node] : px;
        best = (brain_spot){.px = {at[0], at[1]}, .clear = clear, .node = node};
    }
    return best;
}

// Regions that are named even at rest, so that a person finds the way.
static bool is_landmark(atlas_region_id r)
{
    return r == ATLAS_TEM || r == ATLAS_PAR || r == ATLAS_DLP || r == ATLAS_OCC || r == ATLAS_CER ||
           r == ATLAS_MOT || r == ATLAS_THA || r == ATLAS_HIP;
}

// Importance by what is fixed for a picture: the level in coarse steps, then the atlas' order. It does not
// follow the angle, so that turning does not reshuffle the labels.
static float importance(float level, atlas_region_id region)
{
    return floorf(fminf(level, 1.0f) * 20.0f) / 20.0f + (is_landmark(region) ? 0.12f : 0.0f) -
           0.001f * (float)region;
}

// Only where deep structures are seen as bodies.
static const brain_sight *deep_sight(const brain *b, const scene_frame *f, side s, const camera *c,
                                     brain_sight *found)
{
    if (f->view->look != VIEW_GLASS || 1.0f - b->cover[s] < least_clear)
        return NULL;
    return brain_sight_find(b->asset, c, found) ? found : NULL;
}

static int collect(const brain *b, const scene_frame *f, side s, const camera *c, label *labels,
                   label_text *texts, float px)
{
    atlas_region_id picked = ATLAS_DRN, hovered = ATLAS_DRN;
    bool any_picked = brain_picked(f, &picked), any_hovered = brain_hovered(f, &hovered);
    int count = 0;
    if (!f->labels && !any_picked && !any_hovered)
        return 0; // nothing is named
    brain_sight found;
    const brain_sight *sight = deep_sight(b, f, s, c, &found);
    for (int r = 0; r < ATLAS_REGIONS && count < LABELS_MAX; r++) {
        atlas_region_id region = (atlas_region_id)r;
        bool chosen = (any_picked && picked == region) || (any_hovered && hovered == region);
        brain_spot spot = brain_spot_of(b, f, s, c, sight, region);
        float level = b->level[s][spot.node];
        bool wanted = f->labels && spot.clear > 0.0f && (level >= least_level || is_landmark(region));
        if (!chosen && !wanted)
            continue;
        label_text *t = &texts[count];
        *t =
            (label_text){.chosen = chosen,
                         .id = atlas_region_get(region)->id,
                         .ink = chosen ? f->theme->ink : colour_mix(f->theme->quiet_ink, f->theme->ink, 0.6f),
                         .weight = chosen ? TEXT_SEMIBOLD : TEXT_REGULAR,
                         .alpha = chosen ? 1.0f : smooth(0.5f * least_clear, 0.6f, spot.clear)};
        char id[64];
        snprintf(id, sizeof id, "region.%s.short", atlas_region_get(region)->id);
        snprintf(t->text, sizeof t->text, "%s", words_get(f->words, id));
        labels[count] = (label){.anchor = {spot.px[0], spot.px[1]},
                                .width = wrap_width(f->text, t->text, px, t->weight) + 0.5f * px,
                                .height = 1.25f * px,
                                .priority = chosen ? 10.0f : importance(level, region)};
        count++;
    }
    return count;
}

// Where labels may stand: the half, but no farther from the brain than a long name needs.
static rect columns_of(const scene_frame *f, side s, const camera *c, float px)
{
    rect r = rect_inset(f->half[s], fmaxf(6.0f, 12.0f * f->unit));
    float scale = c->px_per_mm / (float)fmin(f->view->camera.zoom, 1.0);
    float reach = 0.5f * BRAIN_WIDTH_MM * scale + 13.0f * px;
    rect near = {c->centre_px[0] - reach, r.y, 2.0f * reach, r.h};
    return rect_intersect(r, near);
}

void brain_draw_labels(const brain *b, const scene_frame *f, side s, const rect *obstacles,
                       int obstacle_count)
{
    label labels[LABELS_MAX];
    label_text texts[LABELS_MAX];
    float px = type_small_px(f);
    camera c = brain_camera_window(f, s);
    int count = collect(b, f, s, &c, labels, texts, px);
    rect half = f->half[s];
    // Crowded halves name fewer regions.
    int room = (int)(half.h / (3.0f * px)), most = room < most_labels ? room : most_labels;
    if (half.w < 22.0f * px && most > 4)
        most = 4;
    labels_def def = {.bounds = columns_of(f, s, &c, px),
                      .obstacles = obstacles,
                      .obstacle_count = obstacle_count,
                      .middle_x = c.centre_px[0],
                      .gap = fmaxf(3.0f, 0.3f * px),
                      .reach = 0.34f * half.h,
                      .across = 0.3f * half.w,
                      .most = most};
    labels_place(labels, count, &def);
    for (int i = 0; i < count; i++)
        if (labels[i].shown)
            labels_draw(f, &labels[i], &texts[i], px);
}

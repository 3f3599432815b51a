#include "scene/synapse/synapse_pick.h"

#include "scene/synapse/synapse_machine.h"
#include "scene/synapse/synapse_names.h"
#include "scene/synapse/synapse_plan.h"

#include <math.h>
#include <string.h>

// A molecule is small: this far beside it still counts, px.
static const float slack_px = 4.0f;

// The thing under the point that is nearest to the viewer.
typedef struct hit {
    bool any;
    float depth;
    synapse_choice choice;
} hit;

static void offer(hit *h, float depth, synapse_name name, int number)
{
    if (h->any && depth <= h->depth)
        return;
    *h = (hit){true, depth, {name, number}};
}

static synapse_name name_of(synapse_kind k)
{
    static const synapse_name names[SYNAPSE_DRAWN_KINDS] = {
        SYNAPSE_NAME_AMPA, SYNAPSE_NAME_NMDA, SYNAPSE_NAME_5HT, SYNAPSE_NAME_SERT, SYNAPSE_NAME_UPTAKE};
    return names[k];
}

// Extent of a machine in its own widths: half across, from, to along its axis; and of what sits in it.
typedef struct extent {
    float across, from, to;
    float guest_across, guest_from, guest_to;
} extent;

static const extent extents[SYNAPSE_DRAWN_KINDS] = {{0.60f, 0.0f, 1.0f, 0.0f, 0.0f, 0.0f},
                                                    {0.80f, 0.0f, 1.25f, 0.40f, 0.2f, 1.15f},
                                                    {0.55f, 0.0f, 0.8f, 0.0f, 0.0f, 0.0f},
                                                    {0.56f, -0.9f, 0.75f, 0.52f, 0.5f, 1.05f},
                                                    {0.60f, -0.1f, 0.75f, 0.0f, 0.0f, 0.0f}};

static void try_machines(hit *h, const synapse_sight *g, const camera *c, float x, float y)
{
    int number[SYNAPSE_DRAWN_KINDS] = {0};
    for (int i = 0; i < g->machine_count; i++) {
        const synapse_machine *m = &g->machines[i];
        int own = number[m->kind]++;
        float px[2], depth = 0.0f;
        if (!synapse_machine_stands(m) || !camera_project(c, m->at, px, &depth))
            continue;
        float width = synapse_machine_width(m->kind) * c->focal_px / (c->distance_mm - depth);
        float towards = synapse_machine_towards(m->kind), right = (x - px[0]) / width,
              up = towards * (px[1] - y) / width, cosine = cosf(m->lean), sine = sinf(m->lean);
        float across = fabsf(cosine * right + sine * up), along = cosine * up - sine * right;
        const extent *e = &extents[m->kind];
        bool guest = across < e->guest_across && along > e->guest_from && along < e->guest_to;
        if (guest && m->drug_in)
            offer(h, depth, m->kind == SYNAPSE_DRAWN_SERT ? SYNAPSE_NAME_SSRI : SYNAPSE_NAME_KETAMINE, -1);
        else if (guest && m->mg_in)
            offer(h, depth, SYNAPSE_NAME_MG, -1);
        else if (across < e->across && along > e->from && along < e->to)
            offer(h, depth, name_of(m->kind), own);
    }
}

bool synapse_guest_seen(const synapse_sight *g, const camera *c, float x, float y, synapse_name guest)
{
    hit h = {false, 0.0f, {guest, -1}};
    try_machines(&h, g, c, x, y);
    return h.any && h.choice.name == guest;
}

static void try_round(hit *h, const camera *c, const float at[3], float radius, float slack, float x, float y,
                      synapse_name name)
{
    float px[2], depth = 0.0f;
    if (at[1] < SYNAPSE_FRONT || !camera_project(c, at, px, &depth))
        return;
    float r = radius * c->focal_px / (c->distance_mm - depth) + slack, dx = x - px[0], dy = y - px[1];
    if (dx * dx + dy * dy < r * r)
        offer(h, depth, name, -1);
}

// What the cut and the walls behind show where nothing stands before them.
bool synapse_scenery(side s, const camera *c, float x, float y, synapse_choice *out)
{
    float eye[3], ray[3];
    camera_ray(c, x, y, eye, ray);
    if (ray[1] <= 0.0f)
        return false;
    float t = (SYNAPSE_FRONT - eye[1]) / ray[1], at_x = fabsf(eye[0] + t * ray[0]),
          at_z = eye[2] + t * ray[2];
    out->number = -1;
    if (at_z >= SYNAPSE_CEILING && at_x < (at_z > 1.0f ? 0.5f : 1.16f)) {
        out->name = SYNAPSE_NAME_BOUTON;
        return true;
    }
    if (at_z <= SYNAPSE_FLOOR && (s == SIDE_SSRI || at_x < 1.13f)) {
        float below = SYNAPSE_FLOOR - at_z - SYNAPSE_MEMBRANE;
        bool density = s == SIDE_KETAMINE && below > 0.0f && below < 0.17f && at_x < 0.6f;
        out->name = density ? SYNAPSE_NAME_DENSITY : SYNAPSE_NAME_POST;
        return true;
    }
    if (ray[2] < 0.0f) { // the membrane's face, seen from the cleft
        t = (SYNAPSE_FLOOR - eye[2]) / ray[2];
        if (eye[1] + t * ray[1] < SYNAPSE_BACK && (s == SIDE_SSRI || fabsf(eye[0] + t * ray[0]) < 1.0f)) {
            out->name = SYNAPSE_NAME_POST;
            return true;
        }
    }
    if (s == SIDE_KETAMINE && fabsf(at_z) < 0.5f) {
        out->name = SYNAPSE_NAME_ASTROCYTE;
        return true;
    }
    return false;
}

static const char *lasting(const synapse *y, synapse_choice c)
{
    return c.number < 0 ? synapse_name_id(c.name) : synapse_machine_id(y, c.name, c.number);
}

const char *synapse_pick(const void *scene, const scene_frame *f, float x, float y)
{
    const synapse *whole = scene;
    synapse_plan plan = synapse_plan_make(f);
    for (int i = 0; i < SIDE_COUNT; i++) {
        side s = (side)i;
        if (!rect_contains(plan.picture[s], x, y))
            continue;
        const synapse_sight *g = &whole->sight[s];
        camera c = synapse_camera_window(&plan, f, s, g->focus);
        hit h = {.any = false};
        try_machines(&h, g, &c, x, y);
        for (int k = 0; k < g->vesicle_count; k++)
            try_round(&h, &c, g->vesicles[k].at, SYNAPSE_VESICLE_RADIUS, 0.0f, x, y, SYNAPSE_NAME_VESICLE);
        synapse_name molecule = s == SIDE_SSRI ? SYNAPSE_NAME_SEROTONIN : SYNAPSE_NAME_GLUTAMATE;
        // A machine behind a cloud of molecules can still be reached: molecules count where nothing else
        // does.
        for (int k = 0; k < g->molecule_count && !h.any; k++)
            try_round(&h, &c, g->molecules[k], synapse_molecule_radius(s), slack_px, x, y, molecule);
        synapse_choice found = h.choice;
        return h.any || synapse_scenery(s, &c, x, y, &found) ? lasting(whole, found) : NULL;
    }
    return NULL;
}

const char *synapse_pick_step(const void *scene, const char *current, int direction)
{
    (void)scene;
    // From the sending cell across the cleft: the left synapse's parts, then the right one's.
    synapse_choice now;
    if (!synapse_choice_read(current, &now))
        return synapse_name_id(direction < 0 ? (synapse_name)(SYNAPSE_NAMES - 1) : SYNAPSE_NAME_BOUTON);
    int next = ((int)now.name + (direction < 0 ? -1 : 1) + SYNAPSE_NAMES) % SYNAPSE_NAMES;
    return synapse_name_id((synapse_name)next);
}

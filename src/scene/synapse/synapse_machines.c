#include "scene/synapse/synapse_machines.h"

#include "scene/synapse/synapse_light.h"
#include "scene/synapse/synapse_machine.h"
#include "scene/synapse/synapse_names.h"

#include <math.h>
#include <string.h>

static const float half_turn = 3.14159265f;

// Everything that the machines of one half are drawn with.
typedef struct builder {
    const synapse *scene;
    const scene_frame *f;
    side s;
    const camera *camera;
    const synapse_light *light;
    synapse_part_lists *to;
    synapse_detail detail; // of the machine that is being added
    bool chosen;           // it is picked or pointed at
    float back;            // it stands behind the row in the cut, 0..1
} builder;

typedef struct part_def {
    synapse_part part;
    float x, z, turn; // widths, radians
    bool mirror;
    colour body;
    float glow, size; // size 1: the machine's own
    bool light_rim;   // its outline is light
} part_def;

static void bytes_of(colour c, uint8_t out[4])
{
    const float v[4] = {c.r, c.g, c.b, c.a};
    for (int i = 0; i < 4; i++)
        out[i] = (uint8_t)(255.0f * fminf(fmaxf(v[i], 0.0f), 1.0f) + 0.5f);
}

static void add_part(builder *b, const synapse_machine *m, const part_def *d)
{
    int *count = &b->to->count[b->detail][d->part];
    if (*count >= SYNAPSE_PART_INSTANCES)
        return;
    synapse_part_instance *i = &b->to->of[b->detail][d->part][(*count)++];
    float width = synapse_machine_width(m->kind) * (d->size > 0.0f ? d->size : 1.0f);
    // The whole machine leans, also what is mirrored in it: a mirrored part leans the other way.
    float sign = d->mirror ? -1.0f : 1.0f, lean = sign * m->lean, c = cosf(lean), s = sinf(lean);
    *i = (synapse_part_instance){.place = {m->at[0], m->at[1], m->at[2], width},
                                 .pose = {c * d->x - s * d->z, s * d->x + c * d->z, d->turn + lean, sign}};
    colour body = colour_mix(d->body, b->light->recess, b->back);
    body.a = m->kind == SYNAPSE_DRAWN_UPTAKE ? 0.35f : 1.0f; // far off, and still to be seen
    bytes_of(body, i->body);
    i->mark[0] = synapse_machine_towards(m->kind) < 0.0f ? 255 : 0;
    i->mark[1] = (uint8_t)(255.0f * fminf(fmaxf(d->glow, 0.0f), 1.0f) + 0.5f);
    i->mark[2] = b->chosen ? 255 : 0;
    i->mark[3] = d->light_rim && b->back <= 0.0f ? 255 : 0;
}

static void add_jaws(builder *b, const synapse_machine *m, part_def d)
{
    add_part(b, m, &d);
    d.mirror = true;
    add_part(b, m, &d);
}

static void add_ampa(builder *b, const synapse_machine *m)
{
    const synapse_light *l = b->light;
    add_part(b, m, &(part_def){.part = SYNAPSE_PART_LOBE, .body = colour_mix(l->ampa, l->pore, 0.42f)});
    add_part(b, m, &(part_def){.part = SYNAPSE_PART_PORE, .body = colour_mix(l->pore, l->lit, m->open)});
    // Open: the gate moves apart, and the lobes close on the molecule.
    add_jaws(b, m,
             (part_def){.part = SYNAPSE_PART_AMPA_JAW,
                        .x = 0.02f + 0.12f * m->open,
                        .turn = 0.10f * m->bound,
                        .body = l->ampa});
}

static void add_nmda(builder *b, const synapse_machine *m)
{
    const synapse_light *l = b->light;
    add_part(b, m,
             &(part_def){.part = SYNAPSE_PART_FUNNEL, .body = colour_mix(l->pore, l->lit, 0.40f * m->open)});
    // Open: a way through for the ions.
    if (m->open > 0.02f)
        add_part(b, m, &(part_def){.part = SYNAPSE_PART_PORE, .body = colour_mix(l->pore, l->lit, m->open)});
    add_jaws(b, m,
             (part_def){.part = SYNAPSE_PART_NMDA_JAW,
                        .x = 0.02f + 0.15f * m->open,
                        .turn = 0.05f * m->bound,
                        .body = l->nmda});
    if (m->plugged > 0.02f)
        add_part(b, m,
                 &(part_def){.part = SYNAPSE_PART_WEDGE,
                             .z = 1.3f * (1.0f - m->plugged),
                             .body = synapse_colour_ketamine(b->f->theme),
                             .light_rim = true});
    else if (m->mg > 0.05f)
        add_part(b, m,
                 &(part_def){.part = SYNAPSE_PART_MG, .z = 0.44f + 0.9f * (1.0f - m->mg), .body = l->mg});
}

static void add_pump(builder *b, const synapse_machine *m)
{
    const synapse_light *l = b->light;
    float busy = m->turned > 0.0f ? 1.0f - m->plugged : 0.0f;
    // Where drawing is slow, the rows in the shade are done without their works.
    if (b->back <= 0.0f || b->f->quality.lod < 2) {
        add_part(b, m, &(part_def){.part = SYNAPSE_PART_BORE, .body = l->pore});
        add_part(b, m,
                 &(part_def){.part = SYNAPSE_PART_ROTOR,
                             .z = SYNAPSE_ROTOR_Z,
                             .turn = half_turn * fminf(fmaxf((m->turned - 0.2f) / 0.4f, 0.0f), 2.0f) * busy,
                             .body = colour_mix(l->rotor, l->stopped, m->plugged)});
    }
    // A pump that is stopped loses its light.
    add_jaws(b, m,
             (part_def){.part = SYNAPSE_PART_PUMP_JAW, .body = colour_mix(l->pump, l->stopped, m->plugged)});
    if (m->plugged > 0.02f)
        add_part(b, m,
                 &(part_def){.part = SYNAPSE_PART_PLUG,
                             .z = 1.2f * (1.0f - m->plugged),
                             .body = synapse_colour_plug(b->f->theme),
                             .light_rim = true});
}

static void add_claws(builder *b, const synapse_machine *m)
{
    add_jaws(b, m,
             (part_def){.part = SYNAPSE_PART_CLAW,
                        .turn = -0.30f + 0.38f * m->bound,
                        .body = b->light->claw,
                        .glow = 0.55f * m->bound});
}

static void add_transporter(builder *b, const synapse_machine *m)
{
    add_jaws(b, m,
             (part_def){.part = SYNAPSE_PART_CUP,
                        .turn = -0.16f + 0.30f * m->bound,
                        .body = b->light->transporter,
                        .glow = 0.5f * m->bound});
}

static synapse_detail detail_of(const builder *b, const synapse_machine *m)
{
    // Width on the target, px, from which the fine shapes are worth their corners.
    static const float worth_px[3] = {16.0f, 34.0f, 60.0f};
    int lod = b->f->quality.lod < 0 ? 0 : b->f->quality.lod > 2 ? 2 : b->f->quality.lod;
    float px[2], depth = 0.0f;
    if (!camera_project(b->camera, m->at, px, &depth))
        return SYNAPSE_COARSE;
    float width = synapse_machine_width(m->kind) * b->camera->focal_px / (b->camera->distance_mm - depth);
    const float close_px = 220.0f;
    return width >= close_px ? SYNAPSE_CLOSE : width >= worth_px[lod] ? SYNAPSE_FINE : SYNAPSE_COARSE;
}

// One machine is chosen by its number; a kind as a whole would light up half the picture.
static bool is_chosen(const builder *b, const char *id, int machine)
{
    synapse_choice c;
    return synapse_choice_read(id, &c) && synapse_name_on(c.name, b->s) &&
           synapse_machine_index(c.name, c.number) == machine;
}

void synapse_machines_list(const synapse *y, const scene_frame *f, side s, const camera *c,
                           synapse_part_lists *to)
{
    static void (*const add[SYNAPSE_DRAWN_KINDS])(builder *, const synapse_machine *) = {
        add_ampa, add_nmda, add_claws, add_pump, add_transporter};
    builder b = {.scene = y, .f = f, .s = s, .camera = c, .light = synapse_light_of(f->theme), .to = to};
    const synapse_sight *sight = &y->sight[s];
    memset(to->count, 0, sizeof to->count);
    for (int i = 0; i < sight->machine_count; i++) {
        const synapse_machine *m = &sight->machines[i];
        if (!synapse_machine_stands(m))
            continue;
        b.detail = detail_of(&b, m);
        // One row of pumps tells the story; the others stand in its shade.
        b.back = m->kind == SYNAPSE_DRAWN_SERT && m->at[1] > SYNAPSE_FRONT + 0.1f ? 0.72f : 0.0f;
        b.chosen = is_chosen(&b, f->view->pick, i) || is_chosen(&b, f->hovered, i);
        add[m->kind](&b, m);
    }
}

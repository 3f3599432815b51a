#include "scene/synapse_light.h"
#include "scene/synapse_names.h"
#include "scene/synapse_plan.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// One part of one machine (shaders/synapse_machine.vert).
typedef struct part_instance {
    float place[4], pose[4];
    uint8_t body[4], mark[4];
} part_instance;

// One molecule or vesicle (shaders/synapse_sprite.vert).
typedef struct sprite {
    float place[4];
    uint8_t body[4];
    uint8_t form[4];
} sprite;

enum { INSTANCES = 2 * SYNAPSE_MACHINES, SPRITES = SYNAPSE_MOLECULES + SYNAPSE_MACHINES + SYNAPSE_VESICLES };

struct synapse_scratch {
    part_instance parts[SYNAPSE_DETAILS][SYNAPSE_PARTS][INSTANCES];
    int part_count[SYNAPSE_DETAILS][SYNAPSE_PARTS];
    sprite sprites[SPRITES];
    int sprite_count;
};

synapse_scratch *synapse_scratch_create(void)
{
    return calloc(1, sizeof(synapse_scratch));
}

// Everything that one half is drawn with.
typedef struct painter {
    const synapse *scene;
    const scene_frame *f;
    side s;
    camera camera;
    const synapse_light *light;
    synapse_scratch *to;
    synapse_detail detail; // of the machine that is being added
    bool chosen;           // it is picked or pointed at
    gfx_uniform uniforms[24];
    int uniform_count;
    float key[3], fog[4], air[2], turn[2], ink[4], glow[4], shell[4], lumen[4];
} painter;

float synapse_molecule_radius(side s)
{
    return s == SIDE_SSRI ? 0.0195f : 0.0105f;
}

float synapse_machine_width(synapse_kind k)
{
    static const float widths[SYNAPSE_DRAWN_KINDS] = {0.165f, 0.180f, 0.165f, 0.135f};
    return widths[k];
}

float synapse_machine_height(synapse_kind k, float *towards)
{
    bool above = k == SYNAPSE_DRAWN_SERT;
    *towards = above ? -1.0f : 1.0f;
    return above ? SYNAPSE_CEILING : SYNAPSE_FLOOR;
}

void synapse_seat(const synapse_machine *m, float out[3])
{
    static const float seats[SYNAPSE_DRAWN_KINDS] = {0.84f, 1.0f, 0.46f, 0.5f};
    float towards, z = synapse_machine_height(m->kind, &towards);
    out[0] = m->at[0];
    out[1] = m->at[1] - 0.1f * synapse_machine_width(m->kind);
    out[2] = z + towards * seats[m->kind] * synapse_machine_width(m->kind);
}

static void bytes_of(colour c, uint8_t out[4])
{
    const float v[4] = {c.r, c.g, c.b, c.a};
    for (int i = 0; i < 4; i++)
        out[i] = (uint8_t)(255.0f * fminf(fmaxf(v[i], 0.0f), 1.0f) + 0.5f);
}

static uint8_t byte_of(float v)
{
    return (uint8_t)(255.0f * fminf(fmaxf(v, 0.0f), 1.0f) + 0.5f);
}

// --- machines

typedef struct part_def {
    synapse_part part;
    float x, z, turn; // widths, radians
    bool mirror;
    colour body;
    float glow, size; // size 1: the machine's own
} part_def;

static void add_part(painter *p, const synapse_machine *m, const part_def *d)
{
    synapse_scratch *t = p->to;
    int *count = &t->part_count[p->detail][d->part];
    if (*count >= INSTANCES)
        return;
    float towards, z = synapse_machine_height(m->kind, &towards);
    part_instance *i = &t->parts[p->detail][d->part][(*count)++];
    float width = synapse_machine_width(m->kind) * (d->size > 0.0f ? d->size : 1.0f);
    *i = (part_instance){.place = {m->at[0], m->at[1], z, width},
                         .pose = {d->x, d->z, d->turn, d->mirror ? -1.0f : 1.0f}};
    bytes_of(d->body, i->body);
    i->mark[0] = towards < 0.0f ? 255 : 0;
    i->mark[1] = byte_of(d->glow);
    i->mark[2] = p->chosen ? 255 : 0;
}

static void add_jaws(painter *p, const synapse_machine *m, part_def d)
{
    add_part(p, m, &d);
    d.mirror = true;
    add_part(p, m, &d);
}

static void add_channel(painter *p, const synapse_machine *m, bool nmda)
{
    const synapse_light *l = p->light;
    synapse_part jaw = nmda ? SYNAPSE_PART_NMDA_JAW : SYNAPSE_PART_AMPA_JAW;
    // Bound: the lobes close on the molecule; open: the gate below moves apart.
    float gap = 0.02f + (nmda ? 0.09f * m->bound : 0.11f * m->open);
    colour body = nmda ? l->nmda : l->ampa;
    add_part(p, m,
             &(part_def){.part = SYNAPSE_PART_LOBE,
                         .body = colour_mix(body, l->pore, 0.42f),
                         .z = nmda ? 0.16f : 0.0f,
                         .size = nmda ? 1.12f : 1.0f});
    add_part(p, m,
             &(part_def){.part = SYNAPSE_PART_PORE, .z = 0.0f, .body = colour_mix(l->pore, l->lit, m->open)});
    add_jaws(p, m, (part_def){.part = jaw, .x = gap, .turn = 0.10f * m->bound, .body = body});
    if (m->plugged > 0.02f)
        add_part(p, m,
                 &(part_def){.part = SYNAPSE_PART_WEDGE,
                             .z = 0.02f + 1.3f * (1.0f - m->plugged),
                             .body = synapse_colour_ketamine(p->f->theme)});
    else if (m->mg > 0.05f)
        add_part(p, m,
                 &(part_def){.part = SYNAPSE_PART_MG, .z = 0.10f + 0.9f * (1.0f - m->mg), .body = l->mg});
}

static void add_pump(painter *p, const synapse_machine *m)
{
    const float out = 0.30f; // how far it stands out of the membrane
    float turn = 6.28318531f * m->turned * (1.0f - m->plugged);
    add_part(p, m, &(part_def){.part = SYNAPSE_PART_SOCKET, .z = out, .body = p->light->pore});
    add_part(p, m, &(part_def){.part = SYNAPSE_PART_ROTOR, .z = out, .turn = turn, .body = p->light->rotor});
    add_jaws(p, m, (part_def){.part = SYNAPSE_PART_PUMP_JAW, .z = out, .x = 0.0f, .body = p->light->pump});
    if (m->plugged > 0.02f)
        add_part(p, m,
                 &(part_def){.part = SYNAPSE_PART_PLUG,
                             .z = out + 1.2f * (1.0f - m->plugged),
                             .body = synapse_colour_plug(p->f->theme)});
}

static void add_claws(painter *p, const synapse_machine *m)
{
    add_jaws(p, m,
             (part_def){.part = SYNAPSE_PART_CLAW,
                        .turn = -0.30f + 0.38f * m->bound,
                        .body = p->light->claw,
                        .glow = 0.55f * m->bound});
}

static synapse_detail detail_of(const painter *p, const synapse_machine *m)
{
    // Width on the target, px, from which the fine shapes are worth their corners.
    static const float worth_px[3] = {16.0f, 34.0f, 60.0f};
    int lod = p->f->quality.lod < 0 ? 0 : p->f->quality.lod > 2 ? 2 : p->f->quality.lod;
    float towards, px[2], depth = 0.0f;
    const float at[3] = {m->at[0], m->at[1], synapse_machine_height(m->kind, &towards)};
    if (!camera_project(&p->camera, at, px, &depth))
        return SYNAPSE_COARSE;
    float width = synapse_machine_width(m->kind) * p->camera.focal_px / (p->camera.distance_mm - depth);
    return width >= worth_px[lod] ? SYNAPSE_FINE : SYNAPSE_COARSE;
}

// One machine is chosen by its number; a kind as a whole would light up half the picture.
static bool is_chosen(const painter *p, const char *id, int machine)
{
    synapse_choice c;
    return synapse_choice_read(id, &c) && synapse_name_on(c.name, p->s) &&
           synapse_machine_index(c.name, c.number) == machine;
}

static void add_machines(painter *p)
{
    const synapse_sight *sight = &p->scene->sight[p->s];
    for (int i = 0; i < sight->machine_count; i++) {
        const synapse_machine *m = &sight->machines[i];
        if (m->at[1] < SYNAPSE_FRONT)
            continue;
        p->detail = detail_of(p, m);
        p->chosen = is_chosen(p, p->f->view->pick, i) || is_chosen(p, p->f->hovered, i);
        if (m->kind == SYNAPSE_DRAWN_SERT)
            add_pump(p, m);
        else if (m->kind == SYNAPSE_DRAWN_AMPA || m->kind == SYNAPSE_DRAWN_NMDA)
            add_channel(p, m, m->kind == SYNAPSE_DRAWN_NMDA);
        else
            add_claws(p, m);
    }
}

// --- molecules and vesicles

static void add_sprite(painter *p, const float at[3], float radius, colour body, const uint8_t form[4])
{
    synapse_scratch *t = p->to;
    if (t->sprite_count >= SPRITES)
        return;
    sprite *s = &t->sprites[t->sprite_count++];
    *s = (sprite){.place = {at[0], at[1], at[2], radius}};
    bytes_of(body, s->body);
    memcpy(s->form, form, 4);
}

static colour transmitter(const painter *p)
{
    const theme *t = p->f->theme;
    return p->s == SIDE_SSRI ? synapse_colour_serotonin(t) : synapse_colour_glutamate(t);
}

static void add_molecules(painter *p)
{
    const synapse_sight *sight = &p->scene->sight[p->s];
    const uint8_t form[4] = {p->s == SIDE_SSRI ? 255 : 0, 0, 0, 0};
    float radius = synapse_molecule_radius(p->s);
    colour body = transmitter(p);
    for (int i = 0; i < sight->molecule_count; i++) {
        const float *at = sight->molecules[i];
        // What lies before the cut has been taken away with it.
        float shown = fminf((at[1] - SYNAPSE_FRONT) / 0.06f, 1.0f);
        if (shown > 0.0f)
            add_sprite(p, at, radius * shown, body, form);
    }
    for (int i = 0; i < sight->machine_count; i++) {
        const synapse_machine *m = &sight->machines[i];
        if (!m->held || m->at[1] < SYNAPSE_FRONT)
            continue;
        float at[3];
        synapse_seat(m, at);
        at[1] -= 0.5f * synapse_machine_width(m->kind);
        add_sprite(p, at, 1.25f * radius, body, form);
    }
}

static void add_vesicles(painter *p)
{
    const synapse_sight *sight = &p->scene->sight[p->s];
    for (int i = 0; i < sight->vesicle_count; i++) {
        const synapse_vesicle *v = &sight->vesicles[i];
        const uint8_t form[4] = {0, 255, byte_of(v->full), byte_of(v->open)};
        add_sprite(p, v->at, SYNAPSE_VESICLE_RADIUS, transmitter(p), form);
    }
}

// --- drawing

static void uniform(painter *p, const char *name, gfx_uniform_kind kind, const float *values)
{
    p->uniforms[p->uniform_count++] = (gfx_uniform){.name = name, .kind = kind, .count = 1, .values = values};
}

static void rgb(const colour *c, float out[3])
{
    out[0] = c->r;
    out[1] = c->g;
    out[2] = c->b;
}

static void rgba(const colour *c, float out[4])
{
    rgb(c, out);
    out[3] = c->a;
}

static void direction(const camera *c, float right, float up, float toward, float out[3])
{
    float length = sqrtf(right * right + up * up + toward * toward);
    for (int i = 0; i < 3; i++)
        out[i] = (right * c->right[i] + up * c->up[i] + toward * c->toward[i]) / length;
}

static void collect(painter *p)
{
    direction(&p->camera, -0.55f, 0.75f, 0.65f, p->key);
    rgba(&p->light->fog, p->fog);
    p->air[0] = p->camera.distance_mm - 0.7f;
    p->air[1] = p->camera.distance_mm + 2.3f;
    // Machines keep their face to the viewer as one walks round.
    p->turn[0] = p->camera.right[0];
    p->turn[1] = p->camera.right[1];
    rgba(&p->light->ink, p->ink);
    rgba(&p->light->lit, p->glow);
    p->glow[3] = 0.5f;
    rgba(&p->light->shell, p->shell);
    rgba(&p->light->lumen, p->lumen);
    uniform(p, "u_view_projection", GFX_MAT4, p->camera.view_projection);
    uniform(p, "u_eye", GFX_VEC3, p->camera.eye_mm);
    uniform(p, "u_key", GFX_VEC3, p->key);
    uniform(p, "u_fog", GFX_VEC4, p->fog);
    uniform(p, "u_air", GFX_VEC2, p->air);
    uniform(p, "u_turn", GFX_VEC2, p->turn);
    uniform(p, "u_ink", GFX_VEC4, p->ink);
    uniform(p, "u_glow", GFX_VEC4, p->glow);
    uniform(p, "u_shell", GFX_VEC4, p->shell);
    uniform(p, "u_lumen", GFX_VEC4, p->lumen);
    uniform(p, "u_right", GFX_VEC3, p->camera.right);
    uniform(p, "u_up", GFX_VEC3, p->camera.up);
}

static void draw_stage(const painter *p)
{
    const theme *t = p->f->theme;
    const float stage[3] = {t->stage.r, t->stage.g, t->stage.b};
    const float lift[3] = {t->stage_lift.r, t->stage_lift.g, t->stage_lift.b};
    const float centre[4] = {0.0f, 0.05f, 1.0f, 1.0f}, halo[4] = {0};
    const gfx_uniform uniforms[] = {{"u_stage", GFX_VEC3, 1, stage},
                                    {"u_lift", GFX_VEC3, 1, lift},
                                    {"u_centre", GFX_VEC4, 1, centre},
                                    {"u_halo", GFX_VEC4, 1, halo}};
    gfx_draw_def d = gfx_draw_default(p->scene->meshes.shaders[SYNAPSE_SHADER_STAGE], p->scene->meshes.quad);
    d.depth = GFX_DEPTH_OFF;
    d.depth_write = false;
    d.uniforms = uniforms;
    d.uniform_count = 4;
    gfx_draw(p->scene->gfx, &d);
}

static void draw_surface(painter *p, synapse_surface which, synapse_shader matter, const colour *body,
                         const colour *second)
{
    const gfx_mesh *mesh = p->scene->meshes.surfaces[p->s][which];
    if (!mesh)
        return;
    int kept = p->uniform_count;
    float colours[2][3], detail = p->f->quality.lod >= 2 ? 0.0f : 1.0f;
    if (matter == SYNAPSE_SHADER_FACE && p->f->quality.lod >= 2)
        matter = SYNAPSE_SHADER_FAR;
    bool shaded = which == SYNAPSE_SURFACE_POST && p->s == SIDE_KETAMINE;
    const float shade[4] = {0.0f, SYNAPSE_AXIS_Y, SYNAPSE_PSD, shaded ? p->light->shadow : 0.0f};
    rgb(body, colours[0]);
    rgb(second, colours[1]);
    uniform(p, "u_body", GFX_VEC3, colours[0]);
    uniform(p, "u_second", GFX_VEC3, colours[1]);
    uniform(p, "u_shade", GFX_VEC4, shade);
    uniform(p, "u_detail", GFX_FLOAT, &detail);
    gfx_draw_def d = gfx_draw_default(p->scene->meshes.shaders[matter], mesh);
    d.cull = GFX_CULL_NONE;
    if (matter == SYNAPSE_SHADER_DENSITY) {
        d.blend = GFX_BLEND;
        d.depth_write = false;
    }
    d.uniforms = p->uniforms;
    d.uniform_count = p->uniform_count;
    gfx_draw(p->scene->gfx, &d);
    p->uniform_count = kept;
}

static void draw_scenery(painter *p)
{
    const synapse_light *l = p->light;
    draw_surface(p, SYNAPSE_SURFACE_BOUTON_CUT, SYNAPSE_SHADER_SECTION, &l->tails[0], &l->heads[0]);
    draw_surface(p, SYNAPSE_SURFACE_POST_CUT, SYNAPSE_SHADER_SECTION, &l->tails[1], &l->heads[1]);
    draw_surface(p, SYNAPSE_SURFACE_POST_BODY, SYNAPSE_SHADER_CYTOPLASM, &l->body, &l->body_deep);
    draw_surface(p, SYNAPSE_SURFACE_POST, SYNAPSE_SHADER_FACE, &l->face[1], &l->heads[1]);
    draw_surface(p, SYNAPSE_SURFACE_BOUTON, SYNAPSE_SHADER_FACE, &l->face[0], &l->heads[0]);
    draw_surface(p, SYNAPSE_SURFACE_BOUTON_INNER, SYNAPSE_SHADER_FACE, &l->face[0], &l->heads[0]);
    draw_surface(p, SYNAPSE_SURFACE_BOUTON_INSIDE, SYNAPSE_SHADER_HOLLOW, &l->hollow, &l->hollow_deep);
    draw_surface(p, SYNAPSE_SURFACE_GLIA, SYNAPSE_SHADER_FACE, &l->glia, &l->glia_heads);
    draw_surface(p, SYNAPSE_SURFACE_DENSITY, SYNAPSE_SHADER_DENSITY, &l->density, &l->density_grain);
}

static void draw_parts(painter *p)
{
    for (int k = 0; k < SYNAPSE_DETAILS * SYNAPSE_PARTS; k++) {
        int detail = k / SYNAPSE_PARTS, i = k % SYNAPSE_PARTS;
        const gfx_instances instances = {
            .data = p->to->parts[detail][i],
            .count = (size_t)p->to->part_count[detail][i],
            .bytes = sizeof(part_instance),
            .attributes = {{"a_place", GFX_F32, 4, false, offsetof(part_instance, place)},
                           {"a_pose", GFX_F32, 4, false, offsetof(part_instance, pose)},
                           {"a_body", GFX_U8, 4, true, offsetof(part_instance, body)},
                           {"a_mark", GFX_U8, 4, true, offsetof(part_instance, mark)}},
            .attribute_count = 4};
        gfx_draw_def d = gfx_draw_default(p->scene->meshes.shaders[SYNAPSE_SHADER_MACHINE],
                                          p->scene->meshes.parts[detail][i]);
        d.cull = GFX_CULL_NONE; // mirrored halves turn their faces round
        d.instances = &instances;
        d.uniforms = p->uniforms;
        d.uniform_count = p->uniform_count;
        gfx_draw(p->scene->gfx, &d);
    }
}

static void draw_sprites(painter *p)
{
    const gfx_instances instances = {.data = p->to->sprites,
                                     .count = (size_t)p->to->sprite_count,
                                     .bytes = sizeof(sprite),
                                     .attributes = {{"a_place", GFX_F32, 4, false, offsetof(sprite, place)},
                                                    {"a_body", GFX_U8, 4, true, offsetof(sprite, body)},
                                                    {"a_form", GFX_U8, 4, true, offsetof(sprite, form)}},
                                     .attribute_count = 3};
    gfx_draw_def d = gfx_draw_default(p->scene->meshes.shaders[SYNAPSE_SHADER_SPRITE], p->scene->meshes.quad);
    d.cull = GFX_CULL_NONE;
    d.instances = &instances;
    d.uniforms = p->uniforms;
    d.uniform_count = p->uniform_count;
    gfx_draw(p->scene->gfx, &d);
}

static void draw_half(const synapse *y, const scene_frame *f, side s, float scale)
{
    painter p = {.scene = y,
                 .f = f,
                 .s = s,
                 .camera = synapse_camera(f, s, y->sight[s].focus, scale, f->quality.jitter),
                 .light = synapse_light_of(f->theme),
                 .to = y->scratch};
    collect(&p);
    memset(p.to->part_count, 0, sizeof p.to->part_count);
    p.to->sprite_count = 0;
    gfx_viewport(y->gfx, p.camera.frame);
    draw_stage(&p);
    // The nearest first, so that what is hidden costs little.
    add_machines(&p);
    draw_parts(&p);
    add_vesicles(&p);
    add_molecules(&p);
    draw_sprites(&p);
    draw_scenery(&p);
}

void synapse_draw3d(const void *scene, const scene_frame *f, float scale)
{
    const synapse *y = scene;
    gfx_viewport(y->gfx, (rect){0.0f, 0.0f, roundf(f->stage.w * scale), roundf(f->stage.h * scale)});
    gfx_clear(y->gfx, f->theme->stage);
    for (int i = 0; i < SIDE_COUNT; i++) {
        rect r = synapse_picture_rect(f, (side)i);
        if (r.w >= 1.0f && r.h >= 1.0f)
            draw_half(y, f, (side)i, scale);
    }
}

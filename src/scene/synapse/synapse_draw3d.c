#include "scene/synapse/synapse_draw3d.h"

#include "scene/synapse/synapse_light.h"
#include "scene/synapse/synapse_machine.h"
#include "scene/synapse/synapse_machines.h"
#include "scene/synapse/synapse_names.h"
#include "scene/synapse/synapse_plan.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// One molecule or vesicle (shaders/synapse_sprite.vert).
typedef struct sprite {
    float place[4];
    uint8_t body[4];
    uint8_t form[4];
} sprite;

enum { SPRITES = SYNAPSE_MOLECULES + 2 * SYNAPSE_MACHINES + SYNAPSE_VESICLES };

struct synapse_scratch {
    synapse_part_lists parts;
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
    gfx_uniform uniforms[24];
    int uniform_count;
    float key[3], fog[4], air[2], turn[2], ink[4], glow[4], shell[4], lumen[4], rim[3];
} painter;

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
        float seat[3], size = 1.0f;
        if (!synapse_machine_stands(m))
            continue;
        if (m->held) {
            synapse_seat(m, seat);
            add_sprite(p, seat, 1.25f * radius, body, form);
        }
        if (synapse_passenger(m, seat, &size))
            add_sprite(p, seat, 1.25f * radius * size, body, form);
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
    rgb(&p->light->rim, p->rim);
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
    uniform(p, "u_rim", GFX_VEC3, p->rim);
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
            .data = p->to->parts.of[detail][i],
            .count = (size_t)p->to->parts.count[detail][i],
            .bytes = sizeof(synapse_part_instance),
            .attributes = {{"a_place", GFX_F32, 4, false, offsetof(synapse_part_instance, place)},
                           {"a_pose", GFX_F32, 4, false, offsetof(synapse_part_instance, pose)},
                           {"a_body", GFX_U8, 4, true, offsetof(synapse_part_instance, body)},
                           {"a_mark", GFX_U8, 4, true, offsetof(synapse_part_instance, mark)}},
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

static void draw_half(const synapse *y, const synapse_plan *plan, const scene_frame *f, side s, float scale)
{
    painter p = {.scene = y,
                 .f = f,
                 .s = s,
                 .camera = synapse_camera(plan, f, s, y->sight[s].focus, scale, f->quality.jitter),
                 .light = synapse_light_of(f->theme),
                 .to = y->scratch};
    collect(&p);
    p.to->sprite_count = 0;
    gfx_viewport(y->gfx, p.camera.frame);
    draw_stage(&p);
    // The nearest first, so that what is hidden costs little.
    synapse_machines_list(y, f, s, &p.camera, &p.to->parts);
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
    synapse_plan plan = synapse_plan_make(f);
    for (int i = 0; i < SIDE_COUNT; i++) {
        rect r = plan.picture[i];
        if (r.w >= 1.0f && r.h >= 1.0f)
            draw_half(y, &plan, f, (side)i, scale);
    }
}

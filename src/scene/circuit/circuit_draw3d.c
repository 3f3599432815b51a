#include "scene/circuit/circuit_draw3d.h"

#include "scene/circuit/circuit_activity.h"
#include "scene/circuit/circuit_light.h"
#include "scene/circuit/circuit_plan.h"
#include "scene/circuit/circuit_scene.h"

#include "base/ease.h"

#include <math.h>
#include <string.h>

enum { UNIFORMS_MAX = 40, POOLS = 3 };

// Where the glutamate gathers: among the pyramidal cells of both layers. um, and half width and height.
static const float pool_at[POOLS][3] = {{0.0f, 220.0f, 20.0f}, {0.0f, -200.0f, 40.0f}, {0.0f, 10.0f, -80.0f}};
static const float pool_size[POOLS][2] = {{250.0f, 150.0f}, {260.0f, 140.0f}, {320.0f, 130.0f}};

// The uniforms of one half, collected once and given to every draw.
typedef struct half_uniforms {
    gfx_uniform list[UNIFORMS_MAX];
    int count;
    camera camera;
    float spike[CIRCUIT_PATCH_CELLS][4], cell[CIRCUIT_PATCH_CELLS][4];
    float tonic[2], blocked[2];
    float depth[4], fog[4], travel[3], halo[2], map[4], frame[4], least[1], edge[1];
    float key[3], rim[3], screen_key[3], screen_rim[3];
    float stage[3], lift[3], centre[4], pool[POOLS][4], haze[4], plug[3];
} half_uniforms;

static void add(half_uniforms *u, const char *name, gfx_uniform_kind kind, int count, const float *values)
{
    if (u->count < UNIFORMS_MAX)
        u->list[u->count++] = (gfx_uniform){.name = name, .kind = kind, .count = count, .values = values};
}

// --- what the cells do

static void gather_cells(half_uniforms *u, const circuit_scene *c, const scene_frame *f, side s)
{
    circuit_activity a = circuit_activity_of(c->model[s], c->patch);
    memcpy(u->spike, a.ages_ms, sizeof u->spike);
    circuit_choice picked = circuit_choice_of(f->view->pick), hovered = circuit_choice_of(f->hovered);
    int chosen = picked.cell >= 0 ? picked.cell : -1;
    for (int i = 0; i < CIRCUIT_PATCH_CELLS; i++) {
        bool matters = chosen < 0 || i == chosen;
        for (int k = 0; chosen >= 0 && k < c->patch->cells[chosen].output_count; k++)
            matters = matters || c->patch->cells[chosen].outputs[k] == i;
        u->cell[i][0] = a.glow[i];
        u->cell[i][1] = matters ? 1.0f : 0.45f;
        u->cell[i][2] = i == chosen ? 1.0f : i == hovered.cell ? 0.7f : 0.0f;
        u->cell[i][3] = 0.0f;
    }
    u->tonic[0] = a.tonic[CIRCUIT_PYRAMIDAL];
    u->tonic[1] = a.tonic[CIRCUIT_INTERNEURON];
    u->blocked[0] = a.blocked[CIRCUIT_PYRAMIDAL];
    u->blocked[1] = a.blocked[CIRCUIT_INTERNEURON];
    // A close-up stands in the light as a whole: there it is fainter.
    u->haze[3] *= a.haze / sqrtf(fmaxf((float)f->view->camera.zoom, 1.0f));
}

// --- light and stage

static void screen_direction(const camera *c, float right, float up, float toward, float world[3],
                             float screen[3])
{
    float length = sqrtf(right * right + up * up + toward * toward);
    const float d[3] = {right / length, up / length, toward / length};
    memcpy(screen, d, sizeof d);
    for (int i = 0; i < 3; i++)
        world[i] = d[0] * c->right[i] + d[1] * c->up[i] + d[2] * c->toward[i];
}

static void place_in_half(const camera *c, rect half, const float um[3], float out[2])
{
    float px[2] = {0.0f, 0.0f};
    camera_project(c, um, px, NULL);
    out[0] = 2.0f * (px[0] - half.x) / fmaxf(half.w, 1.0f) - 1.0f;
    out[1] = 1.0f - 2.0f * (px[1] - half.y) / fmaxf(half.h, 1.0f);
}

static void gather_stage(half_uniforms *u, const scene_frame *f, rect half)
{
    const theme *t = f->theme;
    const camera *c = &u->camera;
    const float stage[3] = {t->stage.r, t->stage.g, t->stage.b};
    const float lift[3] = {t->stage_lift.r, t->stage_lift.g, t->stage_lift.b};
    memcpy(u->stage, stage, sizeof stage);
    memcpy(u->lift, lift, sizeof lift);
    float w = fmaxf(half.w, 1.0f), h = fmaxf(half.h, 1.0f);
    place_in_half(c, half, c->centre_mm, u->centre);
    float radius = 1.25f * CIRCUIT_PATCH_HALF_WIDTH_UM * c->px_per_mm;
    u->centre[2] = 2.0f * radius / w;
    u->centre[3] = 1.2f * radius / h;
    for (int i = 0; i < POOLS; i++) {
        place_in_half(c, half, pool_at[i], u->pool[i]);
        u->pool[i][2] = 2.0f * pool_size[i][0] * c->px_per_mm / w;
        u->pool[i][3] = 2.0f * pool_size[i][1] * c->px_per_mm / h;
    }
    const rect *p = &c->frame;
    u->map[0] = p->w / w;
    u->map[1] = p->h / h;
    u->map[2] = 2.0f * (p->x + 0.5f * p->w - half.x) / w - 1.0f;
    u->map[3] = 1.0f - 2.0f * (p->y + 0.5f * p->h - half.y) / h;
    u->frame[0] = u->map[2] - u->map[0];
    u->frame[1] = u->map[3] - u->map[1];
    u->frame[2] = u->map[2] + u->map[0];
    u->frame[3] = u->map[3] + u->map[1];
    u->plug[0] = t->side[SIDE_KETAMINE].r;
    u->plug[1] = t->side[SIDE_KETAMINE].g;
    u->plug[2] = t->side[SIDE_KETAMINE].b;
}

// The patch lies within its picture; else it fades towards the border.
static bool is_whole(const view_camera *v)
{
    return v->zoom < 1.02 && fabs(v->yaw_deg) < 4.0 && fabs(v->pitch_deg) < 4.0 && v->pan_x == 0.0 &&
           v->pan_y == 0.0;
}

static void gather_space(half_uniforms *u, const circuit_light *light, bool whole)
{
    const camera *c = &u->camera;
    // From the front of the patch to its back, whichever way it is turned.
    float deep = fabsf(c->toward[0]) * CIRCUIT_PATCH_HALF_DEPTH_UM +
                 fabsf(c->toward[1]) * CIRCUIT_PATCH_HALF_WIDTH_UM +
                 fabsf(c->toward[2]) * CIRCUIT_PATCH_HALF_HEIGHT_UM;
    for (int i = 0; i < 3; i++) {
        u->depth[i] = c->toward[i] / (1.12f * deep);
        u->fog[i] = u->stage[i] + 0.55f * u->haze[3] * (u->haze[i] - u->stage[i]);
    }
    u->depth[3] = 0.0f;
    u->fog[3] = light->fog;
    u->edge[0] = whole ? 1e3f : 0.86f;
    u->travel[0] = CIRCUIT_PULSE_UM_A_MS;
    u->travel[1] = 24.0f;
    u->travel[2] = 9.0f;
    u->least[0] = 0.55f / c->px_per_mm;
    u->halo[0] = fmaxf(1.6f, 1.1f / c->px_per_mm);
    u->halo[1] = 7.0f;
    screen_direction(c, -0.50f, 0.72f, 0.62f, u->key, u->screen_key);
    screen_direction(c, 0.62f, 0.42f, -0.35f, u->rim, u->screen_rim);
}

static void collect(half_uniforms *u, const circuit_light *light)
{
    add(u, "u_view_projection", GFX_MAT4, 1, u->camera.view_projection);
    add(u, "u_eye", GFX_VEC3, 1, u->camera.eye_mm);
    add(u, "u_right", GFX_VEC3, 1, u->camera.right);
    add(u, "u_up", GFX_VEC3, 1, u->camera.up);
    add(u, "u_toward", GFX_VEC3, 1, u->camera.toward);
    add(u, "u_depth", GFX_VEC4, 1, u->depth);
    add(u, "u_spike", GFX_VEC4, CIRCUIT_PATCH_CELLS, u->spike[0]);
    add(u, "u_cell", GFX_VEC4, CIRCUIT_PATCH_CELLS, u->cell[0]);
    add(u, "u_tonic", GFX_VEC2, 1, u->tonic);
    add(u, "u_rest", GFX_VEC3, 2, light->rest[0]);
    add(u, "u_active", GFX_VEC3, 2, light->active[0]);
    add(u, "u_pulse", GFX_VEC3, 2, light->pulse[0]);
    add(u, "u_fog", GFX_VEC4, 1, u->fog);
    add(u, "u_travel", GFX_VEC3, 1, u->travel);
    add(u, "u_least", GFX_FLOAT, 1, u->least);
    add(u, "u_halo", GFX_VEC2, 1, u->halo);
    add(u, "u_map", GFX_VEC4, 1, u->map);
    add(u, "u_frame", GFX_VEC4, 1, u->frame);
    add(u, "u_edge", GFX_FLOAT, 1, u->edge);
    add(u, "u_key", GFX_VEC3, 1, u->key);
    add(u, "u_rim", GFX_VEC3, 1, u->rim);
    add(u, "u_screen_key", GFX_VEC3, 1, u->screen_key);
    add(u, "u_screen_rim", GFX_VEC3, 1, u->screen_rim);
    add(u, "u_key_colour", GFX_VEC3, 1, light->key);
    add(u, "u_sky", GFX_VEC3, 1, light->sky);
    add(u, "u_ground", GFX_VEC3, 1, light->ground);
    add(u, "u_rim_colour", GFX_VEC3, 1, light->rim);
    add(u, "u_stage", GFX_VEC3, 1, u->stage);
    add(u, "u_lift", GFX_VEC3, 1, u->lift);
    add(u, "u_centre", GFX_VEC4, 1, u->centre);
    add(u, "u_pool", GFX_VEC4, POOLS, u->pool[0]);
    add(u, "u_haze", GFX_VEC4, 1, u->haze);
    add(u, "u_puff", GFX_VEC3, 1, light->puff);
    add(u, "u_blocked", GFX_VEC2, 1, u->blocked);
    add(u, "u_plug", GFX_VEC3, 1, u->plug);
}

static void draw(const circuit_scene *c, circuit_shader shader, const gfx_mesh *mesh, const half_uniforms *u)
{
    gfx_draw_def d = gfx_draw_default(c->shaders[shader], mesh);
    d.cull = shader == CIRCUIT_SHADER_SOMA ? GFX_CULL_BACK : GFX_CULL_NONE;
    d.uniforms = u->list;
    d.uniform_count = u->count;
    gfx_draw(c->gfx, &d);
}

static void draw_stage(const circuit_scene *c, const half_uniforms *u)
{
    gfx_draw_def d = gfx_draw_default(c->shaders[CIRCUIT_SHADER_STAGE], c->stage);
    d.depth = GFX_DEPTH_OFF;
    d.depth_write = false;
    d.cull = GFX_CULL_NONE;
    d.uniforms = u->list;
    d.uniform_count = u->count;
    gfx_draw(c->gfx, &d);
}

static void draw_puffs(const circuit_scene *c, const half_uniforms *u, const circuit_light *light)
{
    gfx_draw_def d = gfx_draw_default(c->shaders[CIRCUIT_SHADER_PUFF], c->meshes.terminals);
    d.cull = GFX_CULL_NONE;
    d.depth_write = false;
    d.blend = light->adds ? GFX_ADD : GFX_BLEND;
    d.uniforms = u->list;
    d.uniform_count = u->count;
    gfx_draw(c->gfx, &d);
}

void circuit_draw3d(const void *scene, const scene_frame *f, float scale)
{
    const circuit_scene *c = scene;
    const circuit_light *light = circuit_light_of(f->theme);
    int lod = f->quality.lod < 0 ? 0 : f->quality.lod >= CIRCUIT_LODS ? CIRCUIT_LODS - 1 : f->quality.lod;
    gfx_viewport(c->gfx, (rect){0.0f, 0.0f, roundf(f->stage.w * scale), roundf(f->stage.h * scale)});
    gfx_clear(c->gfx, f->theme->stage);
    for (int i = 0; i < SIDE_COUNT; i++) {
        side s = (side)i;
        rect h = f->half[s];
        if (h.w < 1.0f || h.h < 1.0f)
            continue;
        rect half = {(h.x - f->stage.x) * scale, (h.y - f->stage.y) * scale, h.w * scale, h.h * scale};
        half_uniforms u = {.count = 0, .camera = circuit_camera(f, s, scale, f->quality.jitter)};
        memcpy(u.haze, light->haze, sizeof u.haze);
        gather_stage(&u, f, half);
        gather_cells(&u, c, f, s);
        gather_space(&u, light, is_whole(&f->view->camera));
        collect(&u, light);
        gfx_viewport(c->gfx, half);
        draw_stage(c, &u);
        if (u.camera.frame.w < 1.0f || u.camera.frame.h < 1.0f)
            continue; // names and plots have taken all the room
        gfx_viewport(c->gfx, u.camera.frame);
        if (lod < CIRCUIT_LODS - 1) // finer than a coarse picture's pixels
            draw(c, CIRCUIT_SHADER_HALO, c->meshes.tubes[lod], &u);
        draw(c, CIRCUIT_SHADER_TUBE, c->meshes.tubes[lod], &u);
        draw(c, CIRCUIT_SHADER_SOMA, c->meshes.somata[lod], &u);
        draw(c, CIRCUIT_SHADER_TERMINAL, c->meshes.terminals, &u);
        draw(c, CIRCUIT_SHADER_PLUG, c->meshes.plugs, &u);
        draw_puffs(c, &u, light);
    }
}

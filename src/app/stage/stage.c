#include "app/stage/stage.h"

#include "base/ease.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct quality_level {
    int lod;
    float scale; // target px per window px
} quality_level;

static const quality_level levels[] = {{0, 1.0f}, {0, 0.8f}, {1, 1.0f}, {1, 0.85f},
                                       {1, 0.7f}, {2, 0.7f}, {2, 0.6f}, {2, 0.5f}};
enum { LEVELS = sizeof levels / sizeof levels[0], LEVEL_SOFTWARE = 4 };

// 30 frames a second are the floor; a step up mostly costs a third more. A screen that is slower itself is
// not to be mistaken for a machine that is: there the limits are these many times its own interval.
static const double slow_ms = 29.0, ample_ms = 19.0, slow_times = 1.5, ample_times = 1.2;
// Frames wait for the screen, some for one of its intervals more than others: room is judged by a running
// mean.
static const double mean_share = 0.25;
enum {
    PATIENCE_DOWN = 2,
    PATIENCE_UP = 12,
    PATIENCE_MOST = 32 * PATIENCE_UP,
    TRIAL = 45 // frames after a step up in which slow ones show that it was too much
};
static const int least_width = 960, least_height = 540;

// Where a picture's halves lie on its stage, px.
typedef struct halves_of {
    rect stage, half[SIDE_COUNT];
} halves_of;

struct stage {
    gfx *gfx;
    gfx_target *sample, *sum, *old;
    halves_of drawn, kept; // of the picture shown and of the old one
    int width, height;     // of sample; sum has the same size when valid
    int level;
    int samples;  // in sum
    int pictures; // drawn so far, not counted further than 2
    bool resting; // the last picture shown is the sum
    int slow_frames, ample_frames;
    double mean_ms; // interval at this level, 0 before the first
    int trial;      // frames left of the trial of the last step up
    int patience;   // ample frames before the next step up
};

stage *stage_create(gfx *g)
{
    stage *s = calloc(1, sizeof *s);
    if (!s)
        return NULL;
    s->gfx = g;
    s->level = gfx_is_software(g) ? LEVEL_SOFTWARE : 0;
    s->patience = PATIENCE_UP;
    return s;
}

void stage_destroy(stage *s)
{
    if (!s)
        return;
    gfx_target_destroy(s->gfx, s->sample);
    gfx_target_destroy(s->gfx, s->sum);
    gfx_target_destroy(s->gfx, s->old);
    free(s);
}

// A low-discrepancy sequence, so that any number of samples covers the pixel evenly.
static float halton(int index, int base)
{
    float f = 1.0f, r = 0.0f;
    for (int i = index; i > 0; i /= base) {
        f /= (float)base;
        r += f * (float)(i % base);
    }
    return r;
}

static bool need_target(stage *s, gfx_target **t, const gfx_target_def *def, error *e)
{
    int w = 0, h = 0;
    if (*t)
        gfx_target_size(*t, &w, &h);
    if (*t && w == def->width && h == def->height)
        return true;
    gfx_target_destroy(s->gfx, *t);
    *t = gfx_target_create(s->gfx, def, e);
    return *t != NULL;
}

static bool prepare(stage *s, const scene_frame *f, float scale, error *e)
{
    s->width = (int)fmaxf(1.0f, roundf(f->stage.w * scale));
    s->height = (int)fmaxf(1.0f, roundf(f->stage.h * scale));
    s->drawn.stage = f->stage;
    memcpy(s->drawn.half, f->half, sizeof s->drawn.half);
    gfx_target_def def = {.label = "stage", .width = s->width, .height = s->height, .depth = true};
    return need_target(s, &s->sample, &def, e);
}

static void draw_sample(stage *s, const scene_class *c, const void *scene, scene_frame *f)
{
    s->pictures = s->pictures < 2 ? s->pictures + 1 : 2;
    gfx_begin(s->gfx, s->sample, 0, 0);
    c->draw3d(scene, f, (float)s->width / fmaxf(1.0f, f->stage.w));
}

// Small windows are not scaled below the least internal size.
static float moving_scale(const stage *s, const scene_frame *f)
{
    float scale = levels[s->level].scale;
    float least = fmaxf((float)least_width / f->stage.w, (float)least_height / f->stage.h);
    return fminf(1.0f, fmaxf(scale, fminf(least, 1.0f) * 0.5f));
}

bool stage_draw_moving(stage *s, const scene_class *c, const void *scene, scene_frame *f, error *e)
{
    if (!prepare(s, f, moving_scale(s, f), e))
        return false;
    f->quality = (scene_quality){.lod = levels[s->level].lod};
    draw_sample(s, c, scene, f);
    s->resting = false;
    s->samples = 0;
    return true;
}

bool stage_draw_resting(stage *s, const scene_class *c, const void *scene, scene_frame *f, error *e)
{
    if (!prepare(s, f, 1.0f, e))
        return false;
    gfx_target_def def = {.label = "stage sum", .width = s->width, .height = s->height, .precise = true};
    if (!need_target(s, &s->sum, &def, e))
        return false;
    f->quality = (scene_quality){
        .lod = 0, .jitter = {halton(s->samples + 1, 2) - 0.5f, halton(s->samples + 1, 3) - 0.5f}};
    draw_sample(s, c, scene, f);
    gfx_accumulate(s->gfx, s->sum, s->sample, s->samples);
    s->samples++;
    s->resting = true;
    return true;
}

void stage_restart(stage *s)
{
    s->samples = 0;
}

bool stage_is_finished(const stage *s)
{
    return s->resting && s->samples >= STAGE_SAMPLES;
}

static rect shares_of(rect part, rect whole)
{
    return (rect){(part.x - whole.x) / whole.w, (part.y - whole.y) / whole.h, part.w / whole.w,
                  part.h / whole.h};
}

// One half of a picture into a half of the stage, about the middles of both. What lies beyond the picture's
// own half is not shown.
static void present_half(const stage *s, const gfx_target *t, rect from, rect picture, rect to, float zoom,
                         float opacity)
{
    float scale = zoom * fmaxf(to.w / from.w, to.h / from.h);
    float w = fminf(from.w, to.w / scale), h = fminf(from.h, to.h / scale);
    rect part = {from.x + 0.5f * (from.w - w), from.y + 0.5f * (from.h - h), w, h};
    rect where = {to.x + 0.5f * (to.w - w * scale), to.y + 0.5f * (to.h - h * scale), w * scale, h * scale};
    gfx_present_part(s->gfx, t, shares_of(part, picture), where, GFX_FILTER_PLAIN, opacity);
}

static void present_zoomed(const stage *s, const gfx_target *t, const halves_of *of, rect where, float zoom,
                           float opacity)
{
    const halves_of *now = &s->drawn;
    for (int i = 0; i < SIDE_COUNT; i++) {
        rect share = shares_of(now->half[i], now->stage);
        rect to = {where.x + share.x * where.w, where.y + share.y * where.h, share.w * where.w,
                   share.h * where.h};
        if (to.w > 0.0f && of->half[i].w > 0.0f)
            present_half(s, t, of->half[i], of->stage, to, zoom, opacity);
    }
}

void stage_forget_old(stage *s)
{
    gfx_target_destroy(s->gfx, s->old);
    s->old = NULL;
}

// The one that fills its halves lies above and fades; the smaller one below it stands on the bare stage, so
// that its border is not seen.
static void present_zooming(const stage *s, const gfx_target *shown, rect where, stage_mix mix)
{
    bool out = mix.old_zoom < 1.0f;
    if (out)
        present_zoomed(s, s->old, &s->kept, where, mix.old_zoom, 1.0f);
    if (shown)
        present_zoomed(s, shown, &s->drawn, where, mix.zoom, out ? 1.0f - mix.old_opacity : 1.0f);
    if (!out)
        present_zoomed(s, s->old, &s->kept, where, mix.old_zoom, mix.old_opacity);
}

void stage_present(const stage *s, rect where, stage_mix mix)
{
    // The very first picture is not held up until the driver has compiled the filter.
    bool plain = s->pictures < 2 || (s->resting && s->samples >= 4);
    gfx_filter filter = plain ? GFX_FILTER_PLAIN : GFX_FILTER_SMOOTH;
    const gfx_target *shown = s->resting ? s->sum : s->sample;
    bool old = s->old && mix.old_opacity > 0.0f;
    if (old && (mix.zoom != 1.0f || mix.old_zoom != 1.0f)) {
        present_zooming(s, shown, where, mix);
        return;
    }
    if (shown)
        gfx_present(s->gfx, shown, where, filter, 1.0f);
    if (old)
        gfx_present(s->gfx, s->old, where, GFX_FILTER_PLAIN, mix.old_opacity);
}

// The mixture as one picture; NULL where there is no room for it.
static gfx_target *mixed(const stage *s, stage_mix mix, colour bare)
{
    rect whole = {0.0f, 0.0f, (float)s->width, (float)s->height};
    gfx_target_def def = {.label = "stage mixed", .width = s->width, .height = s->height};
    gfx_target *t = gfx_target_create(s->gfx, &def, NULL);
    if (t) {
        gfx_begin(s->gfx, t, 0, 0);
        gfx_clear(s->gfx, bare);
        stage_present(s, whole, mix);
    }
    return t;
}

void stage_keep_old(stage *s, stage_mix mix, colour bare)
{
    gfx_target **shown = s->resting ? &s->sum : &s->sample;
    if (!*shown)
        return;
    gfx_target *both = s->old && mix.old_opacity > 0.0f ? mixed(s, mix, bare) : NULL;
    gfx_target_destroy(s->gfx, s->old);
    s->old = both ? both : *shown;
    if (!both)
        *shown = NULL;
    s->kept = s->drawn;
    s->resting = false;
    s->samples = 0;
}

static void to_level(stage *s, int level, int trial)
{
    s->level = level;
    s->trial = trial;
    s->slow_frames = s->ample_frames = 0;
    s->mean_ms = 0.0;
}

void stage_measured(stage *s, double interval_ms, double least_ms)
{
    double slow = fmax(slow_ms, slow_times * least_ms), ample = fmax(ample_ms, ample_times * least_ms);
    s->mean_ms = s->mean_ms > 0.0 ? s->mean_ms + mean_share * (interval_ms - s->mean_ms) : interval_ms;
    s->slow_frames = interval_ms > slow ? s->slow_frames + 1 : 0;
    s->ample_frames = s->mean_ms < ample ? s->ample_frames + 1 : 0;
    // A step that lasts is forgiven the ones before it that did not.
    if (s->trial > 0 && --s->trial == 0)
        s->patience = PATIENCE_UP;
    if (s->slow_frames >= PATIENCE_DOWN && s->level < LEVELS - 1) {
        // Going up and down without end would be seen as flicker of the sharpness.
        if (s->trial > 0)
            s->patience = s->patience < PATIENCE_MOST ? 2 * s->patience : PATIENCE_MOST;
        to_level(s, s->level + 1, 0);
    }
    if (s->ample_frames >= s->patience && s->level > 0)
        to_level(s, s->level - 1, TRIAL);
}

stage_info stage_info_of(const stage *s)
{
    return (stage_info){.lod = s->resting ? 0 : levels[s->level].lod,
                        .width = s->width,
                        .height = s->height,
                        .level = s->level};
}

// The 3D picture behind the interface: drawn into off-screen targets at a quality that follows the measured
// frame time while things move, and refined sample by sample when they rest. The flat interface is never
// scaled.
#ifndef NEUROTIDE_APP_STAGE_H
#define NEUROTIDE_APP_STAGE_H

#include "scene/scene.h"

enum { STAGE_SAMPLES = 16 }; // jittered samples of a resting picture

typedef struct stage stage;

stage *stage_create(gfx *g); // NULL on lack of memory
void stage_destroy(stage *s);

// One frame of a moving picture at the present quality. False with one sentence when targets cannot be had.
bool stage_draw_moving(stage *s, const scene_class *c, const void *scene, scene_frame *f, error *e);
// The next sample of a resting picture; stage_restart() begins anew.
bool stage_draw_resting(stage *s, const scene_class *c, const void *scene, scene_frame *f, error *e);
void stage_restart(stage *s);
bool stage_is_finished(const stage *s);

// How the last picture and the kept one are shown together.
typedef struct stage_mix {
    float old_opacity; // 0: the kept picture is not shown
    float old_zoom;    // each half grows and shrinks about its own middle, 1 = as it is
    float zoom;
} stage_mix;

// Keeps what is shown, a mixture as well, so that the next picture can appear out of it. `bare` is the colour
// of a stage without a picture.
void stage_keep_old(stage *s, stage_mix mix, colour bare);
void stage_forget_old(stage *s);

// Shows the last picture at `where` of the current target.
void stage_present(const stage *s, rect where, stage_mix mix);

// Tells how long after the moving frame before it the last one was shown, all that either needed included,
// and the least that the screen allows (0 where unknown). Quality goes down at once when that is too long, up
// when there has been ample room for a while. What it does follows from these numbers alone.
void stage_measured(stage *s, double interval_ms, double least_ms);

typedef struct stage_info {
    int lod;           // in use while moving
    int width, height; // px of the last target
    int level;         // 0 best
} stage_info;
stage_info stage_info_of(const stage *s);

#endif

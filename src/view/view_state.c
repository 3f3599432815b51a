#include "view/view_state.h"

#include "base/course.h"
#include "base/dmath.h"
#include "view/view_clock.h"

#include <math.h>
#include <string.h>

// How a scene opens.
static const struct opening {
    const char *id;
    double yaw_deg, pitch_deg, run_s;
} openings[VIEW_SCENES] = {
#define VIEW_SCENE(NAME, id, yaw, pitch, run, KEYS) {#id, yaw, pitch, run},
#include "view/view_scenes.def"
};

// The first for what is no scene.
static const struct opening *opening_of(view_scene scene)
{
    return &openings[(unsigned)scene < VIEW_SCENES ? scene : 0];
}

const char *view_scene_id(view_scene scene)
{
    return opening_of(scene)->id;
}

view_state view_state_default(view_scene scene)
{
    const struct opening *o = opening_of(scene);
    return (view_state){
        .scene = scene,
        .ketamine_mg_per_kg = 0.5,
        .ssri_target = 0.8,
        .run_s = o->run_s,
        .seed = 7,
        .camera = {.yaw_deg = o->yaw_deg, .pitch_deg = o->pitch_deg, .zoom = 1.0},
        .labels = true,
#define VIEW_SCENE(NAME, id, yaw, pitch, run, KEYS) KEYS
#define VIEW_KEY(type, member, name, initial, expected, ...) .member = initial,
#include "view/view_scenes.def"
    };
}

view_state view_state_opening(void)
{
    view_state v = view_state_default(VIEW_BRAIN);
    v.pinned[SIDE_SSRI] = v.pinned[SIDE_KETAMINE] = true;
    v.pin_min[SIDE_SSRI] = 4.0 * 7.0 * 24.0 * 60.0;
    v.pin_min[SIDE_KETAMINE] = 40.0;
    return v;
}

double view_moment_min(const view_state *v, side s)
{
    return v->pinned[s] ? v->pin_min[s] : v->t_min;
}

bool view_shows(const view_state *v, side s)
{
    return v->halves == VIEW_BOTH || v->halves == (s == SIDE_SSRI ? VIEW_SSRI : VIEW_KETAMINE);
}

static bool camera_equal(const view_camera *a, const view_camera *b)
{
    return a->yaw_deg == b->yaw_deg && a->pitch_deg == b->pitch_deg && a->zoom == b->zoom &&
           a->pan_x == b->pan_x && a->pan_y == b->pan_y;
}

bool view_state_equal(const view_state *a, const view_state *b)
{
    for (int s = 0; s < SIDE_COUNT; s++)
        if (a->pinned[s] != b->pinned[s] || (a->pinned[s] && a->pin_min[s] != b->pin_min[s]))
            return false;
    return a->scene == b->scene && a->t_min == b->t_min && a->halves == b->halves &&
           a->ketamine_mg_per_kg == b->ketamine_mg_per_kg && a->ssri_target == b->ssri_target &&
           a->run_s == b->run_s && a->seed == b->seed && camera_equal(&a->camera, &b->camera) &&
           a->labels == b->labels && strcmp(a->pick, b->pick) == 0
#define VIEW_SCENE(NAME, id, yaw, pitch, run, KEYS) KEYS
#define VIEW_KEY(type, member, name, initial, expected, ...) &&a->member == b->member
#include "view/view_scenes.def"
        ;
}

view_state view_state_edited(const view_state *now, const view_state *before, const view_state *after)
{
    view_state v = *now;
    for (int s = 0; s < SIDE_COUNT; s++) {
        if (after->pinned[s] != before->pinned[s])
            v.pinned[s] = after->pinned[s];
        if (after->pin_min[s] != before->pin_min[s])
            v.pin_min[s] = after->pin_min[s];
    }
    if (!camera_equal(&after->camera, &before->camera))
        v.camera = after->camera;
    if (strcmp(after->pick, before->pick) != 0)
        memcpy(v.pick, after->pick, sizeof v.pick);
#define TAKE(member)                                                                                         \
    if (after->member != before->member)                                                                     \
    v.member = after->member
    TAKE(scene);
    TAKE(t_min);
    TAKE(halves);
    TAKE(ketamine_mg_per_kg);
    TAKE(ssri_target);
    TAKE(run_s);
    TAKE(seed);
    TAKE(labels);
    TAKE(look);
    TAKE(target);
    TAKE(mg);
    TAKE(true_scale);
    TAKE(block);
    TAKE(inhibition);
    TAKE(stressed);
    TAKE(rapamycin);
#undef TAKE
    return v;
}

static double mix(double a, double b, double t)
{
    return a + (b - a) * t;
}

static double mix_time(double a, double b, double t)
{
    if (a == b)
        return a;
    return view_time_of_axis(mix(view_axis_of_time(a), view_axis_of_time(b), t));
}

static double wrap_degrees(double deg)
{
    return deg > 180.0 ? deg - 360.0 : deg < -180.0 ? deg + 360.0 : deg;
}

static view_camera mix_camera(const view_camera *a, const view_camera *b, double t)
{
    double turn = wrap_degrees(b->yaw_deg - a->yaw_deg);
    return (view_camera){
        .yaw_deg = wrap_degrees(a->yaw_deg + turn * t),
        .pitch_deg = mix(a->pitch_deg, b->pitch_deg, t),
        .zoom = a->zoom == b->zoom ? a->zoom : a->zoom * dmath_pow(b->zoom / a->zoom, t),
        .pan_x = mix(a->pan_x, b->pan_x, t),
        .pan_y = mix(a->pan_y, b->pan_y, t),
    };
}

view_state view_state_mix(const view_state *a, const view_state *b, double t)
{
    if (!(t > 0.0))
        return *a;
    if (t >= 1.0)
        return *b;
    view_state m = t < 0.5 ? *a : *b;
    m.t_min = mix_time(a->t_min, b->t_min, t);
    for (side s = SIDE_SSRI; s < SIDE_COUNT; s++) {
        m.pinned[s] = a->pinned[s] || b->pinned[s];
        m.pin_min[s] = m.pinned[s] ? mix_time(view_moment_min(a, s), view_moment_min(b, s), t) : 0.0;
    }
    m.ketamine_mg_per_kg = mix(a->ketamine_mg_per_kg, b->ketamine_mg_per_kg, t);
    m.ssri_target = mix(a->ssri_target, b->ssri_target, t);
    if (a->scene == b->scene) {
        m.run_s = mix(a->run_s, b->run_s, t);
        m.camera = mix_camera(&a->camera, &b->camera, t);
    }
    return m;
}

static double round_to(double v, double per_unit)
{
    return round(v * per_unit) / per_unit;
}

// Three figures in the unit that the time would be spoken in, so that 43.294 min becomes 43.3 min.
static double round_time(double t_min)
{
    static const double unit_min[] = {1440.0, 60.0, 1.0, 1.0 / 60.0};
    double unit = unit_min[3];
    for (int i = 0; i < 3; i++) {
        if (t_min >= 2.0 * unit_min[i]) {
            unit = unit_min[i];
            break;
        }
    }
    double count = t_min / unit;
    double step = count >= 100.0 ? 1.0 : count >= 10.0 ? 10.0 : 100.0;
    double rounded = round_to(count, step) * unit;
    return rounded > COURSE_END_MIN ? COURSE_END_MIN : rounded;
}

view_state view_state_rounded(const view_state *v)
{
    view_state r = *v;
    r.t_min = round_time(v->t_min);
    for (int s = 0; s < SIDE_COUNT; s++)
        r.pin_min[s] = round_time(v->pin_min[s]);
    r.ketamine_mg_per_kg = round_to(v->ketamine_mg_per_kg, 100.0);
    r.ssri_target = round_to(v->ssri_target, 100.0);
    r.run_s = round_to(v->run_s, 100.0);
    r.camera.yaw_deg = round_to(v->camera.yaw_deg, 10.0);
    r.camera.pitch_deg = round_to(v->camera.pitch_deg, 10.0);
    r.camera.zoom = round_to(v->camera.zoom, 100.0);
    r.camera.pan_x = round_to(v->camera.pan_x, 100.0);
    r.camera.pan_y = round_to(v->camera.pan_y, 100.0);
    return r;
}

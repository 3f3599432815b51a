#include "view/view_keys.h"

#include "base/course.h"
#include "view/view_number.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOMENT_EXPECTED "0 or a number with s, min, h, d or w, up to 8w"

typedef enum value_kind {
    VALUE_CHOICE,
    VALUE_MOMENT,
    VALUE_PIN,
    VALUE_NUMBER,
    VALUE_SEED,
    VALUE_CAM,
    VALUE_PICK
} value_kind;

static const struct key {
    const char *name;
    value_kind kind;
    const char *expected;
    const char *choices[5]; // in the order of the enumeration that they stand for
    double low, high;
} keys[VIEW_KEYS] = {
    [VIEW_KEY_SCENE] = {"scene",
                        VALUE_CHOICE,
                        "brain, circuit, synapse or growth",
                        {"brain", "circuit", "synapse", "growth"},
                        0,
                        0},
    [VIEW_KEY_T] = {"t", VALUE_MOMENT, MOMENT_EXPECTED, {0}, 0, 0},
    [VIEW_KEY_TSSRI] = {"tssri", VALUE_PIN, MOMENT_EXPECTED, {0}, 0, 0},
    [VIEW_KEY_TKETAMINE] = {"tketamine", VALUE_PIN, MOMENT_EXPECTED, {0}, 0, 0},
    [VIEW_KEY_VIEW] = {"view", VALUE_CHOICE, "both, ssri or ketamine", {"both", "ssri", "ketamine"}, 0, 0},
    [VIEW_KEY_KETAMINE] = {"ketamine", VALUE_NUMBER, "a number from 0 to 1 (mg/kg)", {0}, 0.0, 1.0},
    [VIEW_KEY_SSRI] = {"ssri", VALUE_NUMBER, "a number from 0 to 0.9 (occupancy)", {0}, 0.0, 0.9},
    [VIEW_KEY_RUN] = {"run", VALUE_NUMBER, "a number from 0 to 3600 (seconds)", {0}, 0.0, 3600.0},
    [VIEW_KEY_SEED] = {"seed", VALUE_SEED, "a whole number from 0 to 4294967295", {0}, 0, 0},
    [VIEW_KEY_CAM] = {"cam",
                      VALUE_CAM,
                      "yaw:pitch:zoom or yaw:pitch:zoom:x:y (-180 to 180, -89 to 89, 0.5 to 12, -1 to 1)",
                      {0},
                      0,
                      0},
    [VIEW_KEY_LABELS] = {"labels", VALUE_CHOICE, "on or off", {"off", "on"}, 0, 0},
    [VIEW_KEY_PICK] =
        {"pick", VALUE_PICK, "an id of up to 23 lower-case letters, digits, '_', '.' or '-'", {0}, 0, 0},
    [VIEW_KEY_LOOK] = {"look", VALUE_CHOICE, "glass, solid or inside", {"glass", "solid", "inside"}, 0, 0},
    [VIEW_KEY_TARGET] =
        {"target", VALUE_CHOICE, "interneuron or pyramidal", {"interneuron", "pyramidal"}, 0, 0},
    [VIEW_KEY_MG] = {"mg", VALUE_CHOICE, "on or off", {"off", "on"}, 0, 0},
    [VIEW_KEY_SCALE] = {"scale", VALUE_CHOICE, "seen or true", {"seen", "true"}, 0, 0},
    [VIEW_KEY_BLOCK] = {"block",
                        VALUE_CHOICE,
                        "both, interneuron, pyramidal or none",
                        {"both", "interneuron", "pyramidal", "none"},
                        0,
                        0},
    [VIEW_KEY_INHIBITION] = {"inhibition", VALUE_CHOICE, "on or off", {"off", "on"}, 0, 0},
    [VIEW_KEY_START] = {"start", VALUE_CHOICE, "healthy or stressed", {"healthy", "stressed"}, 0, 0},
    [VIEW_KEY_RAPAMYCIN] = {"rapamycin", VALUE_CHOICE, "off or on", {"off", "on"}, 0, 0},
};

const char *view_key_name(view_key_id key)
{
    return keys[key].name;
}

const char *view_key_expected(view_key_id key)
{
    return keys[key].expected;
}

static int choice_get(view_key_id key, const view_state *v)
{
    switch (key) {
    case VIEW_KEY_SCENE:
        return (int)v->scene;
    case VIEW_KEY_VIEW:
        return (int)v->halves;
    case VIEW_KEY_LABELS:
        return v->labels;
    case VIEW_KEY_LOOK:
        return (int)v->look;
    case VIEW_KEY_TARGET:
        return (int)v->target;
    case VIEW_KEY_MG:
        return v->mg;
    case VIEW_KEY_SCALE:
        return v->true_scale;
    case VIEW_KEY_BLOCK:
        return (int)v->block;
    case VIEW_KEY_INHIBITION:
        return v->inhibition;
    case VIEW_KEY_START:
        return v->stressed;
    default:
        return v->rapamycin;
    }
}

static void choice_set(view_key_id key, view_state *v, int choice)
{
    switch (key) {
    case VIEW_KEY_SCENE:
        v->scene = (view_scene)choice;
        break;
    case VIEW_KEY_VIEW:
        v->halves = (view_halves)choice;
        break;
    case VIEW_KEY_LABELS:
        v->labels = choice != 0;
        break;
    case VIEW_KEY_LOOK:
        v->look = (view_look)choice;
        break;
    case VIEW_KEY_TARGET:
        v->target = (view_target)choice;
        break;
    case VIEW_KEY_MG:
        v->mg = choice != 0;
        break;
    case VIEW_KEY_SCALE:
        v->true_scale = choice != 0;
        break;
    case VIEW_KEY_BLOCK:
        v->block = (view_block)choice;
        break;
    case VIEW_KEY_INHIBITION:
        v->inhibition = choice != 0;
        break;
    case VIEW_KEY_START:
        v->stressed = choice != 0;
        break;
    default:
        v->rapamycin = choice != 0;
        break;
    }
}

// A value of none of the enumeration's reads as its first.
static const char *choice_name(view_key_id key, int choice)
{
    enum { CHOICES = sizeof keys[0].choices / sizeof keys[0].choices[0] };
    bool known = choice >= 0 && choice < CHOICES && keys[key].choices[choice];
    return keys[key].choices[known ? choice : 0];
}

static double *number_of(view_key_id key, view_state *v)
{
    switch (key) {
    case VIEW_KEY_T:
        return &v->t_min;
    case VIEW_KEY_TSSRI:
        return &v->pin_min[SIDE_SSRI];
    case VIEW_KEY_TKETAMINE:
        return &v->pin_min[SIDE_KETAMINE];
    case VIEW_KEY_KETAMINE:
        return &v->ketamine_mg_per_kg;
    case VIEW_KEY_SSRI:
        return &v->ssri_target;
    default:
        return &v->run_s;
    }
}

static bool *pin_of(view_key_id key, view_state *v)
{
    return &v->pinned[key == VIEW_KEY_TSSRI ? SIDE_SSRI : SIDE_KETAMINE];
}

static bool read_choice(view_key_id key, const char *value, view_state *v)
{
    for (int i = 0; i < 5 && keys[key].choices[i]; i++) {
        if (strcmp(value, keys[key].choices[i]) == 0) {
            choice_set(key, v, i);
            return true;
        }
    }
    return false;
}

static bool read_seed(const char *value, uint32_t *out)
{
    uint64_t seed = 0;
    for (const char *at = value; *at; at++) {
        if (*at < '0' || *at > '9')
            return false;
        seed = seed * 10u + (uint64_t)(*at - '0');
        if (seed > UINT32_MAX)
            return false;
    }
    *out = (uint32_t)seed;
    return *value != '\0';
}

static bool read_camera(const char *value, view_camera *out)
{
    static const double low[] = {-180.0, -89.0, 0.5, -1.0, -1.0}, high[] = {180.0, 89.0, 12.0, 1.0, 1.0};
    double part[5] = {0};
    int count = 0;
    for (const char *at = value;; count++) {
        char text[VIEW_NUMBER_MAX];
        size_t length = strcspn(at, ":");
        if (count == 5 || length >= sizeof text)
            return false;
        memcpy(text, at, length);
        text[length] = '\0';
        if (!view_number_read(text, &part[count]) || part[count] < low[count] || part[count] > high[count])
            return false;
        at += length;
        if (!*at++)
            break;
    }
    if (count != 2 && count != 4)
        return false;
    *out = (view_camera){part[0], part[1], part[2], part[3], part[4]};
    return true;
}

static bool read_pick(const char *value, char out[VIEW_PICK_MAX])
{
    size_t length = strspn(value, "abcdefghijklmnopqrstuvwxyz0123456789_.-");
    if (!length || value[length] || length >= VIEW_PICK_MAX)
        return false;
    memcpy(out, value, length + 1);
    return true;
}

bool view_key_read(view_key_id key, const char *value, view_state *v)
{
    double number;
    switch (keys[key].kind) {
    case VALUE_CHOICE:
        return read_choice(key, value, v);
    case VALUE_SEED:
        return read_seed(value, &v->seed);
    case VALUE_CAM:
        return read_camera(value, &v->camera);
    case VALUE_PICK:
        return read_pick(value, v->pick);
    case VALUE_NUMBER:
        if (!view_number_read(value, &number) || number < keys[key].low || number > keys[key].high)
            return false;
        break;
    default:
        if (!view_moment_read(value, &number) || number > COURSE_END_MIN)
            return false;
        if (keys[key].kind == VALUE_PIN)
            *pin_of(key, v) = true;
        break;
    }
    *number_of(key, v) = number;
    return true;
}

static void write_camera(const view_camera *c, char out[VIEW_VALUE_MAX])
{
    const double part[] = {c->yaw_deg, c->pitch_deg, c->zoom, c->pan_x, c->pan_y};
    int count = c->pan_x != 0.0 || c->pan_y != 0.0 ? 5 : 3;
    size_t used = 0;
    for (int i = 0; i < count; i++) {
        char number[VIEW_NUMBER_MAX];
        view_number_write(part[i], number);
        used += (size_t)snprintf(out + used, VIEW_VALUE_MAX - used, "%s%s", i ? ":" : "", number);
    }
}

void view_key_write(view_key_id key, const view_state *v, char out[VIEW_VALUE_MAX])
{
    view_state copy = *v;
    out[0] = '\0';
    switch (keys[key].kind) {
    case VALUE_CHOICE:
        snprintf(out, VIEW_VALUE_MAX, "%s", choice_name(key, choice_get(key, v)));
        break;
    case VALUE_SEED:
        snprintf(out, VIEW_VALUE_MAX, "%lu", (unsigned long)v->seed);
        break;
    case VALUE_CAM:
        write_camera(&v->camera, out);
        break;
    case VALUE_PICK:
        snprintf(out, VIEW_VALUE_MAX, "%s", v->pick);
        break;
    case VALUE_NUMBER:
        view_number_write(*number_of(key, &copy), out);
        break;
    case VALUE_PIN:
        if (*pin_of(key, &copy))
            view_moment_write(*number_of(key, &copy), out);
        break;
    default:
        view_moment_write(*number_of(key, &copy), out);
        break;
    }
}

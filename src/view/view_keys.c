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

static const char *const scene_ids[] = {
#define VIEW_SCENE(NAME, id, yaw, pitch, run, KEYS) #id,
#include "view/view_scenes.def"
    NULL};
static const char *const both_sides[] = {"both", "ssri", "ketamine", NULL}, *const off_on[] = {"off", "on",
                                                                                               NULL};
#define VIEW_SCENE(NAME, id, yaw, pitch, run, KEYS) KEYS
#define VIEW_KEY(type, member, name, initial, expected, ...)                                                 \
    static const char *const choices_##member[] = {__VA_ARGS__, NULL};
#include "view/view_scenes.def"

static const struct key {
    const char *name;
    value_kind kind;
    const char *expected;       // NULL: one of the choices
    const char *const *choices; // in the order of the enumeration that they stand for, then NULL
    double low, high;
} keys[VIEW_KEYS] = {
    [VIEW_KEY_SCENE] = {.name = "scene", .kind = VALUE_CHOICE, .choices = scene_ids},
    [VIEW_KEY_T] = {.name = "t", .kind = VALUE_MOMENT, .expected = MOMENT_EXPECTED},
    [VIEW_KEY_TSSRI] = {.name = "tssri", .kind = VALUE_PIN, .expected = MOMENT_EXPECTED},
    [VIEW_KEY_TKETAMINE] = {.name = "tketamine", .kind = VALUE_PIN, .expected = MOMENT_EXPECTED},
    [VIEW_KEY_VIEW] = {.name = "view", .kind = VALUE_CHOICE, .choices = both_sides},
    [VIEW_KEY_KETAMINE] = {.name = "ketamine",
                           .kind = VALUE_NUMBER,
                           .expected = "a number from 0 to 1 (mg/kg)",
                           .high = 1.0},
    [VIEW_KEY_SSRI] = {.name = "ssri",
                       .kind = VALUE_NUMBER,
                       .expected = "a number from 0 to 0.9 (occupancy)",
                       .high = 0.9},
    [VIEW_KEY_RUN] = {.name = "run",
                      .kind = VALUE_NUMBER,
                      .expected = "a number from 0 to 3600 (seconds)",
                      .high = 3600.0},
    [VIEW_KEY_SEED] = {.name = "seed", .kind = VALUE_SEED, .expected = "a whole number from 0 to 4294967295"},
    [VIEW_KEY_CAM] =
        {.name = "cam",
         .kind = VALUE_CAM,
         .expected = "yaw:pitch:zoom or yaw:pitch:zoom:x:y (-180 to 180, -89 to 89, 0.5 to 12, -1 to 1)"},
    [VIEW_KEY_LABELS] = {.name = "labels", .kind = VALUE_CHOICE, .expected = "on or off", .choices = off_on},
    [VIEW_KEY_PICK] = {.name = "pick",
                       .kind = VALUE_PICK,
                       .expected = "an id of up to 23 lower-case letters, digits, '_', '.' or '-'"},
#define VIEW_SCENE(NAME, id, yaw, pitch, run, KEYS) KEYS
#define VIEW_KEY(type, member, key, initial, told, ...)                                                      \
    [VIEW_KEY_##                                                                                             \
        member] = {.name = (key), .kind = VALUE_CHOICE, .expected = (told), .choices = choices_##member},
#include "view/view_scenes.def"
};

const char *view_key_name(view_key_id key)
{
    return keys[key].name;
}

void view_key_expected(view_key_id key, char out[VIEW_EXPECTED_MAX])
{
    const struct key *k = &keys[key];
    size_t used = (size_t)snprintf(out, VIEW_EXPECTED_MAX, "%s", k->expected ? k->expected : k->choices[0]);
    for (int i = 1; !k->expected && k->choices[i] && used < VIEW_EXPECTED_MAX; i++)
        used += (size_t)snprintf(out + used, VIEW_EXPECTED_MAX - used, "%s%s",
                                 k->choices[i + 1] ? ", " : " or ", k->choices[i]);
}

view_key_id view_key_printed(int place)
{
    // Strings of the first version go on looking as they did; all other keys stand in the order of their
    // scenes.
    static const view_key_id first[] = {VIEW_KEY_look, VIEW_KEY_target, VIEW_KEY_mg, VIEW_KEY_true_scale};
    enum { FIRST = sizeof first / sizeof first[0], OWN = VIEW_KEY_PICK + 1 };
    if (place < OWN + FIRST)
        return place < OWN ? (view_key_id)place : first[place - OWN];
    int left = place - OWN - FIRST;
    for (int k = OWN; k < VIEW_KEYS; k++) {
        bool was_first = false;
        for (int i = 0; i < FIRST; i++)
            was_first = was_first || first[i] == (view_key_id)k;
        if (!was_first && left-- == 0)
            return (view_key_id)k;
    }
    return VIEW_KEYS;
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
#define VIEW_SCENE(NAME, id, yaw, pitch, run, KEYS) KEYS
#define VIEW_KEY(type, member, name, initial, expected, ...)                                                 \
    case VIEW_KEY_##member:                                                                                  \
        return (int)v->member;
#include "view/view_scenes.def"
    default:
        return 0;
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
#define VIEW_SCENE(NAME, id, yaw, pitch, run, KEYS) KEYS
#define VIEW_KEY(type, member, name, initial, expected, ...)                                                 \
    case VIEW_KEY_##member:                                                                                  \
        v->member = (type)choice;                                                                            \
        break;
#include "view/view_scenes.def"
    default:
        break;
    }
}

// A value of none of the enumeration's reads as its first.
static const char *choice_name(view_key_id key, int choice)
{
    int count = 0;
    while (keys[key].choices[count])
        count++;
    bool known = choice >= 0 && choice < count;
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
    for (int i = 0; keys[key].choices[i]; i++) {
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
    static const double low[] = {-180.0, -89.0, VIEW_ZOOM_MIN, -1.0, -1.0},
                        high[] = {180.0, 89.0, VIEW_ZOOM_MAX, 1.0, 1.0};
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

static bool is_word(const char *text)
{
    size_t length = strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789_");
    return length && !text[length] && length < VIEW_KEY_NAME_MAX;
}

static bool check_opening(view_scene scene, error *e)
{
    view_state v = view_state_default(scene), back;
    static const view_key_id numbers[] = {VIEW_KEY_SCENE, VIEW_KEY_CAM, VIEW_KEY_RUN};
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        char value[VIEW_VALUE_MAX], expected[VIEW_EXPECTED_MAX];
        view_key_write(numbers[i], &v, value);
        if (view_key_read(numbers[i], value, &back))
            continue;
        view_key_expected(numbers[i], expected);
        error_set(e, "view_scenes.def, %s: %s=%s cannot be read back; it has to be %s.", view_scene_id(scene),
                  view_key_name(numbers[i]), value, expected);
        return false;
    }
    return true;
}

static bool check_key(view_key_id key, error *e)
{
    const struct key *k = &keys[key];
    if (!is_word(k->name)) {
        error_set(e, "view_scenes.def: the key \"%s\" has to be up to 23 lower-case letters, digits or '_'.",
                  k->name);
        return false;
    }
    for (view_key_id other = 0; other < key; other++)
        if (strcmp(keys[other].name, k->name) == 0) {
            error_set(e, "view_scenes.def: there are two keys %s.", k->name);
            return false;
        }
    view_state usual = view_state_default(VIEW_BRAIN);
    int count = 0;
    for (; k->kind == VALUE_CHOICE && k->choices[count]; count++)
        if (!is_word(k->choices[count])) {
            error_set(
                e,
                "view_scenes.def: \"%s\" of the key %s has to be up to 23 lower-case letters, digits or '_'.",
                k->choices[count], k->name);
            return false;
        }
    if (k->kind == VALUE_CHOICE && (choice_get(key, &usual) < 0 || choice_get(key, &usual) >= count)) {
        error_set(e, "view_scenes.def: the default of the key %s is none of its choices.", k->name);
        return false;
    }
    return true;
}

bool view_keys_check(error *e)
{
    for (view_scene s = 0; s < VIEW_SCENES; s++) {
        if (!check_opening(s, e))
            return false;
        for (view_scene other = 0; other < s; other++)
            if (strcmp(scene_ids[other], scene_ids[s]) == 0) {
                error_set(e, "view_scenes.def: there are two magnifications %s.", scene_ids[s]);
                return false;
            }
    }
    for (view_key_id k = 0; k < VIEW_KEYS; k++)
        if (!check_key(k, e))
            return false;
    return true;
}

// The keys of the state string, one plain table: what each is called, what it may hold, how it reads and
// writes its part of the view state. Used by the parser and the printer only.
#ifndef NEUROTIDE_VIEW_VIEW_KEYS_H
#define NEUROTIDE_VIEW_VIEW_KEYS_H

#include "base/error.h"
#include "view/view_state.h"

typedef enum view_key_id {
    VIEW_KEY_SCENE,
    VIEW_KEY_T,
    VIEW_KEY_TSSRI,
    VIEW_KEY_TKETAMINE,
    VIEW_KEY_VIEW,
    VIEW_KEY_KETAMINE,
    VIEW_KEY_SSRI,
    VIEW_KEY_RUN,
    VIEW_KEY_SEED,
    VIEW_KEY_CAM,
    VIEW_KEY_LABELS,
    VIEW_KEY_PICK,
// those of single scenes: VIEW_KEY_look, VIEW_KEY_mg ...
#define VIEW_SCENE(NAME, id, yaw, pitch, run, KEYS) KEYS
#define VIEW_KEY(type, member, name, initial, expected, ...) VIEW_KEY_##member,
#include "view/view_scenes.def"
    VIEW_KEYS
} view_key_id;

enum {
    VIEW_VALUE_MAX = 160,    // longest printed value, with its NUL
    VIEW_EXPECTED_MAX = 200, // longest view_key_expected()
    VIEW_KEY_NAME_MAX = 24   // longest name of a key, and id of a scene, with its NUL
};

// The key's name, and in words what it expects ("a number from 0 to 1 (mg/kg)").
const char *view_key_name(view_key_id key);
void view_key_expected(view_key_id key, char out[VIEW_EXPECTED_MAX]);

// The key that stands at this place of a printed string, 0 .. VIEW_KEYS - 1.
view_key_id view_key_printed(int place);

// Reads a value (NUL-terminated, any bytes) into the state; false, and the state as it was, when it is not
// one of this key's.
bool view_key_read(view_key_id key, const char *value, view_state *v);

// Writes the value of a key, the shortest text that reads back as the same; empty for no pin and no pick.
void view_key_write(view_key_id key, const view_state *v, char out[VIEW_VALUE_MAX]);

// Asked at the start, and by tests: whether what view_scenes.def says holds together. False with a sentence
// that names the entry: an id or key that is no plain word or is there twice, a camera or run that could not
// be read back, a default that is none of the choices.
bool view_keys_check(error *e);

#endif

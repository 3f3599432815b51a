// The keys of the state string, one plain table: what each is called, what it may hold, how it reads and
// writes its part of the view state. Used by the parser and the printer only.
#ifndef NEUROTIDE_VIEW_VIEW_KEYS_H
#define NEUROTIDE_VIEW_VIEW_KEYS_H

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
    VIEW_KEY_LOOK,
    VIEW_KEY_TARGET,
    VIEW_KEY_MG,
    VIEW_KEY_SCALE,
    VIEW_KEY_BLOCK,
    VIEW_KEY_INHIBITION,
    VIEW_KEY_START,
    VIEW_KEY_RAPAMYCIN,
    VIEW_KEYS
} view_key_id;

enum { VIEW_VALUE_MAX = 160 }; // longest printed value, with its NUL

// The key's name, and in words what it expects ("a number from 0 to 1 (mg/kg)").
const char *view_key_name(view_key_id key);
const char *view_key_expected(view_key_id key);

// Reads a value (NUL-terminated, any bytes) into the state; false, and the state as it was, when it is not
// one of this key's.
bool view_key_read(view_key_id key, const char *value, view_state *v);

// Writes the value of a key, the shortest text that reads back as the same; empty for no pin and no pick.
void view_key_write(view_key_id key, const view_state *v, char out[VIEW_VALUE_MAX]);

#endif

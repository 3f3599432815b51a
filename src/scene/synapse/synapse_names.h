// The parts that can be named, picked and pointed at: their ids, their words and where they stand. Private to
// scene/synapse.
#ifndef NEUROTIDE_SCENE_SYNAPSE_NAMES_H
#define NEUROTIDE_SCENE_SYNAPSE_NAMES_H

#include "scene/kit/camera.h"
#include "scene/synapse/synapse_scene.h"

typedef enum synapse_name {
    SYNAPSE_NAME_BOUTON,
    SYNAPSE_NAME_VESICLE,
    SYNAPSE_NAME_SEROTONIN,
    SYNAPSE_NAME_SERT,
    SYNAPSE_NAME_SSRI,
    SYNAPSE_NAME_5HT,
    SYNAPSE_NAME_GLUTAMATE,
    SYNAPSE_NAME_AMPA,
    SYNAPSE_NAME_NMDA,
    SYNAPSE_NAME_MG,
    SYNAPSE_NAME_KETAMINE,
    SYNAPSE_NAME_DENSITY,
    SYNAPSE_NAME_ASTROCYTE,
    SYNAPSE_NAME_UPTAKE,
    SYNAPSE_NAME_POST,
    SYNAPSE_NAMES
} synapse_name;

// A part as it is picked: a kind, or one machine of that kind.
typedef struct synapse_choice {
    synapse_name name;
    int number; // of the machine among its kind, from 0; -1 for the kind
} synapse_choice;

// "nmda" or "nmda.3"; false when there is none of that name.
bool synapse_choice_read(const char *id, synapse_choice *out);
// The id in the caller's buffer, at least 24 bytes.
void synapse_choice_write(synapse_choice c, char *out, size_t capacity);
const char *synapse_name_id(synapse_name n);
// The id of one machine, kept by the scene.
const char *synapse_machine_id(const synapse *y, synapse_name n, int number);
void synapse_ids_make(synapse *y);
bool synapse_name_on(synapse_name n, side s);

// Index into the sight's machines of machine `number` of this kind; -1 when there is none.
int synapse_machine_index(synapse_name n, int number);
// Where the part is on this side, scene units: a machine, or the best example in sight. False when it is not
// there now (no plug in any pump).
bool synapse_where(const synapse *y, side s, synapse_choice c, float out[3]);

// What a closer look at the part turns to; false for what cannot be looked at closely.
bool synapse_focus(const synapse *y, side s, synapse_choice c, float out[3]);

#endif

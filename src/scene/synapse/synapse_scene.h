// What the magnification `synapse` keeps between frames. Private to scene/synapse.
//
// Scene units: 1 is about the width of a hand of receptors; x right, y away from the viewer, z up, the middle
// of the cleft at the origin. Either side has its own micrometres per unit (synapse_plan.h), and its own
// stretch of height.
#ifndef NEUROTIDE_SCENE_SYNAPSE_SCENE_H
#define NEUROTIDE_SCENE_SYNAPSE_SCENE_H

#include "model/synapse_glutamate.h"
#include "model/synapse_serotonin.h"
#include "scene/scene.h"

// Scenery, scene units.
#define SYNAPSE_CEILING 0.35f   // outer face of the presynaptic membrane
#define SYNAPSE_FLOOR (-0.35f)  // outer face of the postsynaptic membrane
#define SYNAPSE_MEMBRANE 0.075f // thickness
#define SYNAPSE_FRONT (-0.70f)  // the cut
#define SYNAPSE_BACK 2.2f
#define SYNAPSE_AXIS_Y 0.22f // where the glutamate synapse has its middle
#define SYNAPSE_RIM 3.03f    // where glutamate leaves the model and the astrocyte begins
#define SYNAPSE_PSD 0.91f    // radius of the postsynaptic density

#define SYNAPSE_VESICLE_RADIUS 0.088f

// Releases on demand follow one another by at least this, display seconds: three flashes in two seconds are
// allowed, and more than that would not be seen as releases.
#define SYNAPSE_RELEASE_APART_S 0.5

typedef enum synapse_shader {
    SYNAPSE_SHADER_STAGE,
    SYNAPSE_SHADER_MACHINE, // receptors and pumps
    SYNAPSE_SHADER_SPRITE,  // molecules and vesicles
    // what a surface is made of:
    SYNAPSE_SHADER_SECTION,   // cut through a bilayer
    SYNAPSE_SHADER_FACE,      // face of a bilayer
    SYNAPSE_SHADER_FAR,       // the same without its pattern
    SYNAPSE_SHADER_HOLLOW,    // far end of the hollow bouton
    SYNAPSE_SHADER_CYTOPLASM, // cut through the postsynaptic cell
    SYNAPSE_SHADER_DENSITY,   // the postsynaptic density in the cut
    SYNAPSE_SHADERS
} synapse_shader;

typedef enum synapse_part {
    SYNAPSE_PART_AMPA_JAW,
    SYNAPSE_PART_NMDA_JAW,
    SYNAPSE_PART_LOBE,   // the half of a channel behind its pore
    SYNAPSE_PART_PORE,   // what is seen through a channel's open jaws
    SYNAPSE_PART_FUNNEL, // the same of an NMDA receptor, with its mouth
    SYNAPSE_PART_CLAW,   // of a serotonin receptor
    SYNAPSE_PART_PUMP_JAW,
    SYNAPSE_PART_BORE, // what is seen through it
    SYNAPSE_PART_ROTOR,
    SYNAPSE_PART_PLUG,  // the SSRI
    SYNAPSE_PART_WEDGE, // ketamine
    SYNAPSE_PART_MG,    // magnesium
    SYNAPSE_PART_CUP,   // of a glutamate transporter
    SYNAPSE_PARTS
} synapse_part;

// Machines that are small on the screen are drawn with fewer corners, and the one looked at closely with
// more.
typedef enum synapse_detail { SYNAPSE_FINE, SYNAPSE_COARSE, SYNAPSE_CLOSE, SYNAPSE_DETAILS } synapse_detail;

typedef enum synapse_surface {
    SYNAPSE_SURFACE_BOUTON,        // outer face
    SYNAPSE_SURFACE_BOUTON_INNER,  // inner face
    SYNAPSE_SURFACE_BOUTON_INSIDE, // the far end of its hollow
    SYNAPSE_SURFACE_BOUTON_CUT,
    SYNAPSE_SURFACE_POST,
    SYNAPSE_SURFACE_POST_CUT,
    SYNAPSE_SURFACE_POST_BODY,
    SYNAPSE_SURFACE_DENSITY,
    SYNAPSE_SURFACE_GLIA,
    SYNAPSE_SURFACES
} synapse_surface;

typedef struct synapse_meshes {
    gfx_shader *shaders[SYNAPSE_SHADERS];
    gfx_mesh *quad; // -1..1
    gfx_mesh *parts[SYNAPSE_DETAILS][SYNAPSE_PARTS];
    gfx_mesh *surfaces[SIDE_COUNT][SYNAPSE_SURFACES]; // NULL where a side has none
} synapse_meshes;

typedef enum synapse_kind {
    SYNAPSE_DRAWN_AMPA,
    SYNAPSE_DRAWN_NMDA,
    SYNAPSE_DRAWN_5HT, // receptor for serotonin
    SYNAPSE_DRAWN_SERT,
    SYNAPSE_DRAWN_UPTAKE, // the astrocyte's transporter for glutamate
    SYNAPSE_DRAWN_KINDS
} synapse_kind;

// A machine as it is drawn: what the model says, eased over a few frames. All 0..1.
typedef struct synapse_machine {
    synapse_kind kind;
    float at[3];       // scene units: across, away, height of the membrane that it stands on
    float lean;        // radians counter-clockwise from upright
    bool held, opened; // what the model says now: a molecule is bound; ions can pass
    bool mg_in, drug_in;
    float bound, open, mg, plugged;
    float turned; // of a pump, 0..1 of the way of a molecule through it
} synapse_machine;

typedef struct synapse_vesicle {
    float at[3]; // scene units
    float full, open;
} synapse_vesicle;

enum {
    SYNAPSE_UPTAKES = 10,
    SYNAPSE_ID_MAX = 24,
    SYNAPSE_MACHINES = 128,
    SYNAPSE_VESICLES = 24,
    SYNAPSE_MOLECULES = 8192,
    SYNAPSE_LOOK_EVERY = 8 // steps of live time
};

// A molecule where it was last looked at.
typedef struct synapse_glimpse {
    uint32_t mark; // its id + 1; 0: nobody yet
    float at[3];   // scene units
} synapse_glimpse;

// One half as it is drawn.
typedef struct synapse_sight {
    float (*molecules)[3]; // free ones, scene units; owned, SYNAPSE_MOLECULES long
    int molecule_count;
    synapse_glimpse *glimpses; // by id; owned, SYNAPSE_MOLECULES long
    unsigned looks;            // so far
    synapse_machine machines[SYNAPSE_MACHINES];
    int machine_count;
    synapse_vesicle vesicles[SYNAPSE_VESICLES];
    int vesicle_count;
    float focus[3]; // what a closer look turns to
} synapse_sight;

// What the models of the halves were made for.
typedef struct synapse_conditions {
    uint32_t seed;
    double moment_min[SIDE_COUNT];
    double ketamine_uM, occupancy;
    treatment_inputs inputs;
    view_target target;
    bool mg, true_scale;
} synapse_conditions;

typedef struct synapse {
    gfx *gfx;
    synapse_meshes meshes;
    struct synapse_scratch *scratch; // owned (synapse_draw3d.h)
    synapse_serotonin *serotonin;    // owned; NULL before the first set
    synapse_glutamate *glutamate;    // owned
    synapse_conditions conditions;
    bool forgotten;         // the next set makes the models anew
    double forgotten_run_s; // and lets them live so long
    float turn[2];          // cosine and sine of how far the glutamate synapse is drawn turned about its axis
    synapse_sight sight[SIDE_COUNT];
    char ids[SIDE_COUNT][SYNAPSE_MACHINES][SYNAPSE_ID_MAX]; // of the machines
    unsigned changes;                                       // made by buttons
} synapse;

#endif

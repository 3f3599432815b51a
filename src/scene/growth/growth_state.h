// What the models say about the shown moments, in the form that `growth` draws and describes.
// Private to scene/growth.
#ifndef NEUROTIDE_SCENE_GROWTH_STATE_H
#define NEUROTIDE_SCENE_GROWTH_STATE_H

#include "model/learning.h"
#include "model/plasticity.h"
#include "model/spines.h"
#include "model/treatment.h"
#include "view/view_state.h"

#include <stdbool.h>

// One place as it is drawn.
typedef struct growth_spine {
    double birth_min; // tells the spine that stands there from its forerunners
    uint32_t shape;   // random bits of this very spine
    float there;      // 0 empty .. 1 grown out
    float maturity;   // 0 thin and young .. 1 mushroom
    float extra;      // 1: it would not be there without the drug
    float ring;       // strength of the ring round an extra spine, 0..1; fades with age
} growth_spine;

enum { GROWTH_POINTS = 161 }; // of a curve over the clock's axis

typedef struct growth_half {
    double moment_min;
    growth_spine goal[SPINES_SITES], shown[SPINES_SITES];
    int before;           // spines on this stretch before the dose
    spines_counts counts; // at the moment
    int without;          // of these, the spines that would be there without the drug too: the hidden twin's
    double density;       // of the model's average, relative to the same without the drug
    learning learning;
    // Over the clock's axis, relative to the same without the drug: the average, the standard deviation
    // between stretches of this many sites, and this very stretch.
    float average[GROWTH_POINTS], scatter[GROWTH_POINTS], stretch[GROWTH_POINTS];
} growth_half;

typedef struct growth_state {
    plasticity *plasticity; // owned
    spines *spines;         // owned
    uint32_t seed;          // of `spines`
    growth_half half[SIDE_COUNT];
    float top;  // of the density axis, the same for both sides: what the inputs make the highest line reach
    float calm; // 1 at rest .. 0 while many spines come and go: their names would jump about
    bool known; // set at least once
} growth_state;

// False on lack of memory.
bool growth_state_create(growth_state *g);
void growth_state_destroy(growth_state *g);

// Looks up the shown moments; tabulates anew only when inputs or seed changed. The first call shows its goal
// at once, the next ones are eased to by growth_state_settle().
void growth_state_set(growth_state *g, const view_state *v, const treatment *t);
// Eases what is shown towards its goal, in half a second or more for a birth; true while something still
// moves.
bool growth_state_settle(growth_state *g, double dt_s);

#endif

// The spines drawn on a stretch of dendrite (docs/models.md): 200 sites a side, each empty or occupied. An
// occupied one loses its spine at the rate eps; an empty one gains one at the rate eps q0 (s + phi p) / (1 -
// q), q being the occupied share and q0 = 0.5. The mean over seeds is then the density rho = q / q0 of
// plasticity.h. Illustrative, after rodent data.
//
// All births and deaths of the eight weeks are drawn at once, in continuous time, from the seed: a picture at
// any moment is a look-up, and scrubbing back and forth shows the same spines. Both sides and a hidden twin
// without any drug go through the same random events. Because drugs only ever raise formation here, every
// site that the twin has occupied is occupied on both sides too; the others are the extra spines, those that
// would not be there without the drug.
#ifndef NEUROTIDE_MODEL_SPINES_H
#define NEUROTIDE_MODEL_SPINES_H

#include "base/side.h"
#include "model/plasticity.h"

#include <stdbool.h>
#include <stdint.h>

enum { SPINES_SITES = 200 };
#define SPINES_OCCUPIED 0.5 // q0, share of sites occupied at density 1: 100 sites, 85 when stressed

// One spine. Times in minutes after the first dose.
typedef struct spine {
    double birth_min; // negative: older than the first dose
    double death_min; // INFINITY: outlives the eight weeks
    double
        extra_until_min; // extra from its birth to here (no later than its death); = birth_min: never extra
    uint32_t shape;      // 32 random bits, the same for the same spine on both sides
    uint16_t site;       // 0..SPINES_SITES - 1
} spine;

typedef struct spines spines; // opaque, immutable once made

// NULL only on lack of memory. `p` is not kept. The caller ends it with spines_destroy().
spines *spines_create(const plasticity *p, uint32_t seed);
void spines_make(spines *s, const plasticity *p, uint32_t seed); // in place, about 1 ms
void spines_destroy(spines *s);

// All spines of one side in the eight weeks, ascending by birth; owned by `s`.
const spine *spines_of(const spines *s, side which, int *count);
// The same of the twin without drug.
const spine *spines_of_twin(const spines *s, int *count);

// Whether it is there at a moment (birth <= t < death), and whether as an extra one.
bool spine_is_there(const spine *p, double t_min);
bool spine_is_extra(const spine *p, double t_min);

typedef struct spines_counts {
    int there;  // spines at that moment
    int extra;  // of these, those that would not be there without the drug; there - extra = the twin's
    int formed; // born since the first dose
    int lost;   // lost since the first dose
} spines_counts;

// t_min <= 0 or NaN: the moment of the first dose; after eight weeks nothing changes.
spines_counts spines_counts_at(const spines *s, side which, double t_min);

#endif

// What the live descriptions of all scenes share: how they begin (the clock's moment, and whose sentence
// follows), and where the glutamate burst stands.
#ifndef NEUROTIDE_SCENE_SAYING_H
#define NEUROTIDE_SCENE_SAYING_H

#include "scene/scene_frame.h"

#define SAYING_INFUSION_END_MIN 40.0 // where the glutamate burst is highest

// The sentences of one description as they come together.
typedef struct saying_list {
    message *out; // room for SCENE_SENTENCES, the caller's
    int count;
} saying_list;

// What finds no room any more is left unsaid.
void saying_add(saying_list *l, message m);

// "4 days after the first dose.", when some shown side follows the clock.
void saying_moment(saying_list *l, const view_state *v);

// "Ketamine:", or "Ketamine at 4 days:" for a side that is pinned to a moment of its own.
message saying_lead(const view_state *v, side s);

// Where the glutamate burst stands at a moment: every magnification tells it in these steps.
typedef enum saying_burst {
    SAYING_BEFORE,   // the dose is still to come
    SAYING_NO_DRUG,  // the input is 0
    SAYING_FAINT,    // the input is too small ever to raise the release of glutamate
    SAYING_STARTING, // the infusion runs and release is not raised yet
    SAYING_RAISED,
    SAYING_OVER, // release is back at rest, some of the drug is left
    SAYING_GONE, // a day on, the drug has left too
    SAYING_STEPS
} saying_burst;
saying_burst saying_burst_at(const treatment *t, double t_min);

// Points to the magnification Growth once the burst is gone and set off growth there.
void saying_growth(saying_list *l, const view_state *v, const treatment *t);

#endif

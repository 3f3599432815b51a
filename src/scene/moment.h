// How the live description of a scene begins: the clock's moment as a sentence, and each side's name, with
// its own moment where it is pinned.
#ifndef NEUROTIDE_SCENE_MOMENT_H
#define NEUROTIDE_SCENE_MOMENT_H

#include "base/message.h"
#include "view/view_state.h"

#include <stdbool.h>

// From here on the burst is over and what it left is said instead (product sheet). Minutes after the dose.
#define MOMENT_BURST_OVER_MIN (24.0 * 60.0)
#define MOMENT_INFUSION_END_MIN 40.0

// Some side that is shown follows the clock: then its moment is said first.
bool moment_follows_clock(const view_state *v);
message moment_sentence(double t_min);            // "40 minutes after the first dose."
message moment_lead(const view_state *v, side s); // "SSRI:", pinned "SSRI at 4 weeks:"

#endif

// How the live description begins, the same in every scene: the clock's moment, and whose sentence follows.
#ifndef NEUROTIDE_SCENE_SAYING_H
#define NEUROTIDE_SCENE_SAYING_H

#include "base/message.h"
#include "view/view_state.h"

// "4 days after the first dose.", when some shown side follows the clock. Returns how many messages it wrote,
// 0 or 1.
int saying_moment(const view_state *v, message out[1]);

// "Ketamine:", or "Ketamine at 4 days:" for a side that is pinned to a moment of its own.
message saying_lead(const view_state *v, side s);

#endif

// What stands in the corner of a half: its name in its colour, and badges for everything that differs on
// purpose (a pin, a slow motion, a scale), so that the comparison stays fair and says where it is not.
#ifndef NEUROTIDE_SCENE_BADGES_H
#define NEUROTIDE_SCENE_BADGES_H

#include "scene/scene_frame.h"
#include "ui/icons.h"

typedef struct badge {
    icon_id icon;      // ICON_NONE for none
    const char *text;  // UTF-8, wrapped where the half is narrow
    bool side_accent;  // in the side's colour (pins), else quiet
    bool beside_name;  // on the name's own line where there is room, else below it
    const char *brief; // UTF-8, says the same beside the name where `text` is too long there; NULL for none
} badge;

// Name and badges at the top left of the half, from the top downwards, no wider than `width` px. Returns the
// rectangle taken.
rect badges_draw(const scene_frame *f, side s, float width, const badge *badges, int count);
// The same rectangle without drawing.
rect badges_measure(const scene_frame *f, side s, float width, const badge *badges, int count);

// One badge by itself with its top left corner at x, y, no wider than `width` px; `draw` false only measures.
rect badges_pill(const scene_frame *f, side s, float x, float y, float width, const badge *b, bool draw);

// A soft patch of the stage's colour behind text that a close-up may run under; none at zoom 1 and below.
void badges_backing(const scene_frame *f, rect r);

// The thin line between the halves; nothing when only one is shown. `from`, `to`: part of it that is drawn,
// 0..1 from the top (or left, where the halves stand one above the other).
void badges_divider(const scene_frame *f, float from, float to);

// "Shown at 4 weeks" for a pinned side, in words: the badge's text in the caller's buffer. False when the
// side follows the clock.
bool badges_pin_text(const scene_frame *f, side s, char *out, size_t capacity);
// The moment alone ("4 weeks"), for `brief`; the pin's icon says the rest.
bool badges_pin_brief(const scene_frame *f, side s, char *out, size_t capacity);

#endif

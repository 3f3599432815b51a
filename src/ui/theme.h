// Design tokens: colours of the three themes and the sizes of type.
#ifndef NEUROTIDE_UI_THEME_H
#define NEUROTIDE_UI_THEME_H

#include "base/geometry2d.h"
#include "base/side.h"

#include <stdbool.h>

typedef enum theme_id { THEME_NIGHT, THEME_DAYLIGHT, THEME_CONTRAST, THEMES } theme_id;

typedef struct theme {
    const char *id;           // "night", "daylight", "contrast"
    colour stage, stage_lift; // background and its radial lift in the middle
    colour card, card_rule;   // card_rule alpha 0 where there is none
    float card_rule_width;    // design units
    colour ink, quiet_ink;
    colour field;                 // quiet fill of controls on a card
    colour side[SIDE_COUNT];      // SSRI / serotonin, ketamine / NMDA block
    colour side_text[SIDE_COUNT]; // the same as text: at least 4.5:1 on stage and card
    colour glutamate, glutamate_text, gaba, growth;
    colour focus;
    float focus_width; // design units
    bool light;        // dark ink on a light stage
} theme;

const theme *theme_get(theme_id id);
// By name; false when there is none of that name.
bool theme_find(const char *name, theme_id *out);

// WCAG 2 relative luminance of an opaque colour, 0..1.
float theme_luminance(colour c);
// WCAG 2 contrast ratio of two opaque colours, 1..21.
float theme_contrast(colour a, colour b);

// Engagement 0..1 to colour: dark violet over rose to cream, the same in every theme (piecewise-linear table
// of 9 stops, also given to shaders through theme_engagement_stops).
enum { THEME_ENGAGEMENT_STOPS = 9 };
colour theme_engagement(float level);
const colour *theme_engagement_stops(void);

typedef enum type_role {
    TYPE_TITLE,
    TYPE_CAPTION,
    TYPE_STRIP, // a caption of many words: as large as TYPE_CAPTION at scale 1, as TYPE_LABEL at 2
    TYPE_LABEL,
    TYPE_SMALL,
    TYPE_ROLES
} type_role;
// Font px of a role: 48/36/36/28/22 design units at `unit` px a design unit and the user's scale (0.8..2),
// never below 12 px.
float theme_type_px(type_role role, float unit, float text_scale);

#endif

// Colours and light of the magnification `synapse` by theme. Private to scene/synapse.
#ifndef NEUROTIDE_SCENE_SYNAPSE_LIGHT_H
#define NEUROTIDE_SCENE_SYNAPSE_LIGHT_H

#include "ui/theme.h"

typedef struct synapse_light {
    colour tails[2], heads[2]; // of the membranes: before and behind the cleft
    colour face[2];            // of the membranes seen from the cleft
    colour hollow, hollow_deep;
    colour body, body_deep; // cut through the postsynaptic cell
    colour density, density_grain;
    colour glia, glia_heads;
    colour ampa, nmda, pump, rotor, claw, mg, transporter;
    colour ampa_line, nmda_line, claw_line; // as curves and words on the stage
    colour stopped;                         // a pump with a plug in it
    colour recess;                          // what the rows behind the foremost one are drawn towards
    colour rim;                             // round what plugs
    colour pore;                            // of a closed channel
    colour lit;                             // of an open one
    colour shell, lumen;                    // of a vesicle
    colour ink;                             // outlines; alpha is their strength
    colour fog;                             // alpha is its most
    float shadow;                           // of the density on the face, 0..1
} synapse_light;

const synapse_light *synapse_light_of(const theme *t);

// What molecules and drugs are drawn with, from the theme's own tokens.
colour synapse_colour_serotonin(const theme *t);
colour synapse_colour_plug(const theme *t);
colour synapse_colour_glutamate(const theme *t);
colour synapse_colour_ketamine(const theme *t);

#endif

// The two halves of the stage, always in this order (the fair-comparison rule).
#ifndef NEUROTIDE_BASE_SIDE_H
#define NEUROTIDE_BASE_SIDE_H

typedef enum side {
    SIDE_SSRI,     // left half
    SIDE_KETAMINE, // right half
    SIDE_COUNT
} side;

#endif

#include "app/state/presentation.h"

#include <math.h>

bool presentation_text_is(double percent)
{
    return percent >= PRESENTATION_TEXT_LEAST && percent <= PRESENTATION_TEXT_MOST;
}

float presentation_text_within(float scale)
{
    return fminf(fmaxf(scale, (float)PRESENTATION_TEXT_LEAST / 100.0f),
                 (float)PRESENTATION_TEXT_MOST / 100.0f);
}

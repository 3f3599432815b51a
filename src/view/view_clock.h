// The clock's axis, its marks, and moments in words.
#ifndef NEUROTIDE_VIEW_VIEW_CLOCK_H
#define NEUROTIDE_VIEW_VIEW_CLOCK_H

#include "base/message.h"

// The clock's axis: 0 = "before" stub .. 1 = 8 weeks. The stub takes the first VIEW_AXIS_STUB of the axis,
// then log10(t) from 1 minute to 8 weeks. Both functions clamp and are each other's inverse; within the stub
// the time rises evenly from 0 to 1 min, and only the axis' very start is "before".
#define VIEW_AXIS_STUB 0.06
double view_axis_of_time(double t_min);
double view_time_of_axis(double axis);

// The marks of the clock in order: before, 40 min (end of infusion), 2 h, 24 h, 7 d, 2, 4, 6 and 8 weeks.
typedef struct view_mark {
    double t_min;
    const char *word; // message id of its short label
} view_mark;
const view_mark *view_marks(int *count);
// Next or previous mark from a moment; the same moment at the ends.
double view_mark_step(double t_min, int direction);

// A moment in words, as "{count} minutes": ids time.s, time.min (to 2 h), time.h (to 48 h), time.d (to 14 d)
// and time.w, count with one decimal when below 10 and not whole; "time.before" for 0.
message view_time_message(double t_min);

#endif

#include "view/view_clock.h"

#include "base/course.h"
#include "base/dmath.h"

#include <math.h>

#define HOUR_MIN 60.0
#define DAY_MIN (24.0 * HOUR_MIN)
#define WEEK_MIN (7.0 * DAY_MIN)

double view_axis_of_time(double t_min)
{
    if (!(t_min > 0.0))
        return 0.0;
    if (t_min >= COURSE_END_MIN)
        return 1.0;
    if (t_min < 1.0)
        return VIEW_AXIS_STUB * t_min;
    return VIEW_AXIS_STUB + (1.0 - VIEW_AXIS_STUB) * dmath_log10(t_min) / dmath_log10(COURSE_END_MIN);
}

double view_time_of_axis(double axis)
{
    if (!(axis > 0.0))
        return 0.0;
    if (axis >= 1.0)
        return COURSE_END_MIN;
    if (axis < VIEW_AXIS_STUB)
        return axis / VIEW_AXIS_STUB;
    double t = dmath_pow(COURSE_END_MIN, (axis - VIEW_AXIS_STUB) / (1.0 - VIEW_AXIS_STUB));
    return t > COURSE_END_MIN ? COURSE_END_MIN : t;
}

const view_mark *view_marks(int *count)
{
    static const view_mark marks[] = {
        {0.0, "clock.mark.before"},        {40.0, "clock.mark.40min"},
        {2.0 * HOUR_MIN, "clock.mark.2h"}, {DAY_MIN, "clock.mark.24h"},
        {WEEK_MIN, "clock.mark.7d"},       {2.0 * WEEK_MIN, "clock.mark.2w"},
        {4.0 * WEEK_MIN, "clock.mark.4w"}, {6.0 * WEEK_MIN, "clock.mark.6w"},
        {8.0 * WEEK_MIN, "clock.mark.8w"},
    };
    *count = (int)(sizeof marks / sizeof marks[0]);
    return marks;
}

double view_mark_step(double t_min, int direction)
{
    int count;
    const view_mark *marks = view_marks(&count);
    // A moment a rounding error away from a mark counts as that mark, or stepping would stay on it.
    double slack = 1e-9 * t_min;
    if (direction > 0) {
        for (int i = 0; i < count; i++)
            if (marks[i].t_min > t_min + slack)
                return marks[i].t_min;
    } else if (direction < 0) {
        for (int i = count - 1; i >= 0; i--)
            if (marks[i].t_min < t_min - slack)
                return marks[i].t_min;
    }
    return t_min;
}

message view_time_message(double t_min)
{
    // Each unit is used up to the length at which people change to the next ("90 minutes", "36 hours").
    static const struct {
        const char *id;
        double unit_min, below_min;
    } units[] = {
        {"time.s", 1.0 / 60.0, 1.0},         {"time.min", 1.0, 2.0 * HOUR_MIN},
        {"time.h", HOUR_MIN, 2.0 * DAY_MIN}, {"time.d", DAY_MIN, 2.0 * WEEK_MIN},
        {"time.w", WEEK_MIN, INFINITY},
    };
    if (!(t_min > 0.0))
        return message_make("time.before");
    size_t i = 0;
    double count;
    for (;; i++) {
        count = t_min / units[i].unit_min;
        count = count < 9.95 ? fmax(round(count * 10.0) / 10.0, 0.1) : round(count);
        // Rounded up to the limit, the next unit says it: 119.8 min are 2 hours, not 120 minutes.
        if (count * units[i].unit_min < units[i].below_min * (1.0 - 1e-12))
            break;
    }
    message m = message_make(units[i].id);
    message_number(&m, "count", count, count == round(count) ? 0 : 1);
    return m;
}

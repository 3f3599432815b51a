#include "scene/saying.h"

#include <string.h>

// By which a moment is said: the units of view_time_message().
enum { UNITS = 6 };
static const char *const unit_of_time[UNITS] = {"time.before", "time.s", "time.min",
                                                "time.h",      "time.d", "time.w"};
static const char *const at_id[UNITS] = {"describe.at.before", "describe.at.s", "describe.at.min",
                                         "describe.at.h",      "describe.at.d", "describe.at.w"};
static const char *const plain_id[SIDE_COUNT] = {"describe.lead_ssri.plain", "describe.lead_ketamine.plain"};
static const char *const lead_id[SIDE_COUNT][UNITS] = {
    {"describe.lead_ssri.before", "describe.lead_ssri.s", "describe.lead_ssri.min", "describe.lead_ssri.h",
     "describe.lead_ssri.d", "describe.lead_ssri.w"},
    {"describe.lead_ketamine.before", "describe.lead_ketamine.s", "describe.lead_ketamine.min",
     "describe.lead_ketamine.h", "describe.lead_ketamine.d", "describe.lead_ketamine.w"}};

// The moment's own message under another id, with its count.
static message said_as(double t_min, const char *const ids[UNITS])
{
    message m = view_time_message(t_min);
    for (int i = 0; i < UNITS; i++)
        if (strcmp(m.id, unit_of_time[i]) == 0) {
            m.id = ids[i];
            break;
        }
    return m;
}

int saying_moment(const view_state *v, message out[1])
{
    for (int s = 0; s < SIDE_COUNT; s++) {
        if (!view_shows(v, (side)s) || v->pinned[s])
            continue;
        out[0] = said_as(v->t_min, at_id);
        return 1;
    }
    return 0;
}

message saying_lead(const view_state *v, side s)
{
    return v->pinned[s] ? said_as(v->pin_min[s], lead_id[s]) : message_make(plain_id[s]);
}

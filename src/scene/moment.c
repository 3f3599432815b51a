#include "scene/moment.h"

#include <string.h>

// By which a moment is said: the units of view_time_message().
enum { UNITS = 6 };
static const char *const unit_of_time[UNITS] = {"time.before", "time.s", "time.min",
                                                "time.h",      "time.d", "time.w"};
static const char *const at_id[UNITS] = {"describe.at.before", "describe.at.s", "describe.at.min",
                                         "describe.at.h",      "describe.at.d", "describe.at.w"};
static const char *const lead_id[SIDE_COUNT][UNITS] = {
    {"describe.brain.lead_ssri.before", "describe.brain.lead_ssri.s", "describe.brain.lead_ssri.min",
     "describe.brain.lead_ssri.h", "describe.brain.lead_ssri.d", "describe.brain.lead_ssri.w"},
    {"describe.brain.lead_ketamine.before", "describe.brain.lead_ketamine.s",
     "describe.brain.lead_ketamine.min", "describe.brain.lead_ketamine.h", "describe.brain.lead_ketamine.d",
     "describe.brain.lead_ketamine.w"}};
static const char *const plain_id[SIDE_COUNT] = {"describe.brain.lead_ssri.plain",
                                                 "describe.brain.lead_ketamine.plain"};

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

bool moment_follows_clock(const view_state *v)
{
    bool follows = false;
    for (int s = 0; s < SIDE_COUNT; s++)
        follows = follows || (view_shows(v, (side)s) && !v->pinned[s]);
    return follows;
}

message moment_sentence(double t_min)
{
    return said_as(t_min, at_id);
}

message moment_lead(const view_state *v, side s)
{
    return v->pinned[s] ? said_as(view_moment_min(v, s), lead_id[s]) : message_make(plain_id[s]);
}

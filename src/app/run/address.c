#include "app/run/address.h"

#include "view/view_text.h"

#include <string.h>

const char *address_begin(const host *h, const char *given, char room[VIEW_STRING_MAX])
{
    if (given)
        return given;
    return host_address(h, room, VIEW_STRING_MAX) ? room : NULL;
}

void address_follow(app *a)
{
    char now[VIEW_STRING_MAX];
    if (!a->parts.host.show_address)
        return;
    view_state tidy = view_state_rounded(&a->session.view);
    view_state_print(&tidy, now, sizeof now);
    if (strcmp(now, a->frame.address) == 0)
        return;
    memcpy(a->frame.address, now, sizeof now);
    host_show_address(&a->parts.host, now);
}

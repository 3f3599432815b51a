#include "platform/monitors.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

void monitor_take_name(monitor *list, int index, const char *name)
{
    _Static_assert(MONITORS_MAX < 10, "one digit tells screens apart");
    char plain[MONITOR_NAME_MAX - 2], alike = '1';
    utf8_copy_plain(plain, sizeof plain, name && *name ? name : "?");
    snprintf(list[index].name, sizeof list[index].name, "%s", plain);
    for (int i = 0; i < index; i++)
        if (strcmp(list[i].name, list[index].name) == 0)
            snprintf(list[index].name, sizeof list[index].name, "%s %c", plain, ++alike);
}

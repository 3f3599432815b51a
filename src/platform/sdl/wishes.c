#include "platform/sdl/wishes.h"

#ifdef NEUROTIDE_DBUS

#include "platform/files.h"

#include <dbus/dbus.h>
#include <stdlib.h>
#include <string.h>

enum { PATIENCE_MS = 250 };

// An answer of the portal: a switch, a number or a word, as a number.
typedef struct answer {
    bool given, late; // late: nothing came, and asking for more would only hold up the start
    double value;
} answer;

// The bus that the session has already: asking the library for it might start one.
static DBusConnection *open_bus(void)
{
    char path[PATH_MAX_BYTES], address[PATH_MAX_BYTES + 16];
    const char *given = getenv("DBUS_SESSION_BUS_ADDRESS"), *folder = getenv("XDG_RUNTIME_DIR");
    if (given && given[0])
        snprintf(address, sizeof address, "%s", given);
    else if (folder && folder[0] == '/' && path_join(path, folder, "bus") && file_exists(path))
        snprintf(address, sizeof address, "unix:path=%s", path);
    else
        return NULL;
    DBusConnection *bus = dbus_connection_open_private(address, NULL);
    if (!bus)
        return NULL;
    dbus_connection_set_exit_on_disconnect(bus, FALSE);
    if (dbus_bus_register(bus, NULL))
        return bus;
    dbus_connection_close(bus);
    dbus_connection_unref(bus);
    return NULL;
}

// The value lies in variants within variants.
static answer number_in(DBusMessage *m)
{
    DBusMessageIter at, inner;
    if (!dbus_message_iter_init(m, &at))
        return (answer){0};
    while (dbus_message_iter_get_arg_type(&at) == DBUS_TYPE_VARIANT) {
        dbus_message_iter_recurse(&at, &inner);
        at = inner;
    }
    DBusBasicValue v;
    switch (dbus_message_iter_get_arg_type(&at)) {
    case DBUS_TYPE_BOOLEAN:
        dbus_message_iter_get_basic(&at, &v);
        return (answer){.given = true, .value = v.bool_val};
    case DBUS_TYPE_UINT32:
        dbus_message_iter_get_basic(&at, &v);
        return (answer){.given = true, .value = v.u32};
    case DBUS_TYPE_STRING:
        dbus_message_iter_get_basic(&at, &v);
        return (answer){.given = v.str[0] != '\0', .value = strtod(v.str, NULL)};
    default:
        return (answer){0};
    }
}

static answer ask(DBusConnection *bus, const char *group, const char *key)
{
    DBusMessage *m =
        dbus_message_new_method_call("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop",
                                     "org.freedesktop.portal.Settings", "Read");
    if (!m)
        return (answer){0};
    dbus_message_set_auto_start(m, FALSE);
    DBusMessage *reply = NULL;
    DBusError e = DBUS_ERROR_INIT;
    if (dbus_message_append_args(m, DBUS_TYPE_STRING, &group, DBUS_TYPE_STRING, &key, DBUS_TYPE_INVALID))
        reply = dbus_connection_send_with_reply_and_block(bus, m, PATIENCE_MS, &e);
    dbus_message_unref(m);
    answer found = {.late = dbus_error_has_name(&e, DBUS_ERROR_NO_REPLY)};
    dbus_error_free(&e);
    if (reply) {
        found = number_in(reply);
        dbus_message_unref(reply);
    }
    return found;
}

host_wishes wishes_ask(void)
{
    // The common name of a wish first, then those of single desktops from before there was one.
    static const struct {
        const char *group, *key;
        double wish; // the value that is one
        bool motion;
    } places[] = {
        {"org.freedesktop.appearance", "reduced-motion", 1, true},
        {"org.gnome.desktop.interface", "enable-animations", 0, true},
        {"org.kde.kdeglobals.KDE", "AnimationDurationFactor", 0, true},
        {"org.freedesktop.appearance", "contrast", 1, false},
        {"org.gnome.desktop.a11y.interface", "high-contrast", 1, false},
    };
    host_wishes w = {0};
    DBusConnection *bus = open_bus();
    if (!bus)
        return w;
    answer found = {0};
    for (size_t i = 0; i < sizeof places / sizeof *places && !found.late; i++) {
        bool *wish = places[i].motion ? &w.less_motion : &w.more_contrast;
        if (*wish)
            continue;
        found = ask(bus, places[i].group, places[i].key);
        *wish = found.given && found.value == places[i].wish;
    }
    dbus_connection_close(bus);
    dbus_connection_unref(bus);
    return w;
}

#else

host_wishes wishes_ask(void)
{
    return (host_wishes){0};
}

#endif

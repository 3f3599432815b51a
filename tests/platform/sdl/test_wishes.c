// What a desktop answers when it is asked for the person's wishes: a bus of one's own with a portal on it.
#include "check.h"
#include "platform/sdl/wishes.h"
#include "temp_folder.h"

#include <dbus/dbus.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static const char config[] =
    "<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\"\n"
    " \"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">\n"
    "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><policy context=\"default\">\n"
    "<allow send_destination=\"*\"/><allow receive_sender=\"*\"/><allow own=\"*\"/></policy></busconfig>\n";

// The one thing that a portal knows.
typedef struct known {
    const char *group, *key;
    int type; // of D-Bus
    DBusBasicValue value;
    bool sleeps; // and never answers
} known;

static struct {
    char folder[64];
    pid_t bus, portal;
} t;

static int begin(void **state)
{
    (void)state;
    int ends[2];
    char path[PATH_MAX_BYTES], address[512];
    assert_true(temp_folder_make(t.folder));
    assert_true(path_join(path, t.folder, "bus.conf"));
    error e = {0};
    if (!file_write(path, config, strlen(config), &e))
        fail_msg("%s", e.text);
    assert_int_equal(pipe(ends), 0);
    t.bus = fork();
    if (t.bus == 0) {
        char print[32], from[PATH_MAX_BYTES + 16];
        close(ends[0]);
        if (!freopen("/dev/null", "w", stderr)) // it tells at length what it may not do here
            _exit(126);
        snprintf(print, sizeof print, "--print-address=%d", ends[1]);
        snprintf(from, sizeof from, "--config-file=%s", path);
        execlp("dbus-daemon", "dbus-daemon", "--nofork", from, print, (char *)NULL);
        _exit(127);
    }
    close(ends[1]);
    ssize_t n = read(ends[0], address, sizeof address - 1);
    close(ends[0]);
    assert_true(n > 0);
    address[n] = '\0';
    address[strcspn(address, "\n")] = '\0';
    setenv("DBUS_SESSION_BUS_ADDRESS", address, 1);
    t.portal = 0;
    return 0;
}

static void stop(pid_t *pid)
{
    if (*pid > 0) {
        kill(*pid, SIGKILL);
        waitpid(*pid, NULL, 0);
    }
    *pid = 0;
}

static int end(void **state)
{
    (void)state;
    stop(&t.portal);
    stop(&t.bus);
    temp_folder_remove(t.folder);
    return 0;
}

static DBusMessage *answer(DBusMessage *m, const known *k)
{
    const char *group = "", *key = "";
    dbus_message_get_args(m, NULL, DBUS_TYPE_STRING, &group, DBUS_TYPE_STRING, &key, DBUS_TYPE_INVALID);
    if (strcmp(group, k->group) != 0 || strcmp(key, k->key) != 0)
        return dbus_message_new_error(m, "org.freedesktop.portal.Error.NotFound", "not found");
    DBusMessage *reply = dbus_message_new_method_return(m);
    DBusMessageIter at, outer, inner;
    const char type[2] = {(char)k->type, '\0'};
    dbus_message_iter_init_append(reply, &at);
    dbus_message_iter_open_container(&at, DBUS_TYPE_VARIANT, "v", &outer);
    dbus_message_iter_open_container(&outer, DBUS_TYPE_VARIANT, type, &inner);
    dbus_message_iter_append_basic(&inner, k->type, &k->value);
    dbus_message_iter_close_container(&outer, &inner);
    dbus_message_iter_close_container(&at, &outer);
    return reply;
}

static void portal_begins(const known *k)
{
    int ready[2];
    assert_int_equal(pipe(ready), 0);
    stop(&t.portal);
    t.portal = fork();
    if (t.portal == 0) {
        DBusConnection *bus = dbus_connection_open_private(getenv("DBUS_SESSION_BUS_ADDRESS"), NULL);
        if (!bus || !dbus_bus_register(bus, NULL) ||
            dbus_bus_request_name(bus, "org.freedesktop.portal.Desktop", 0, NULL) < 0)
            _exit(1);
        if (write(ready[1], "!", 1) != 1)
            _exit(1);
        while (dbus_connection_read_write(bus, -1)) {
            DBusMessage *m;
            while ((m = dbus_connection_pop_message(bus)) != NULL) {
                if (!k->sleeps && dbus_message_is_method_call(m, "org.freedesktop.portal.Settings", "Read"))
                    dbus_connection_send(bus, answer(m, k), NULL);
                dbus_message_unref(m);
            }
            dbus_connection_flush(bus);
        }
        _exit(0);
    }
    char byte;
    close(ready[1]);
    assert_int_equal(read(ready[0], &byte, 1), 1);
    close(ready[0]);
}

static void wishes(known k, bool less_motion, bool more_contrast)
{
    portal_begins(&k);
    host_wishes w = wishes_ask();
    if (w.less_motion != less_motion || w.more_contrast != more_contrast)
        fail_msg("%s %s: less motion %d, more contrast %d", k.group, k.key, w.less_motion, w.more_contrast);
}

static void wishes_are_found_where_desktops_keep_them(void **state)
{
    (void)state;
    const DBusBasicValue none = {.u32 = 0}, one = {.u32 = 1}, off = {.bool_val = FALSE},
                         on = {.bool_val = TRUE};
    const char common[] = "org.freedesktop.appearance", gnome[] = "org.gnome.desktop.interface",
               kde[] = "org.kde.kdeglobals.KDE";
    char zero[] = "0", half[] = "0.5";
    wishes((known){common, "reduced-motion", DBUS_TYPE_UINT32, one, false}, true, false);
    wishes((known){common, "reduced-motion", DBUS_TYPE_UINT32, none, false}, false, false);
    wishes((known){gnome, "enable-animations", DBUS_TYPE_BOOLEAN, off, false}, true, false);
    wishes((known){gnome, "enable-animations", DBUS_TYPE_BOOLEAN, on, false}, false, false);
    wishes((known){kde, "AnimationDurationFactor", DBUS_TYPE_STRING, {.str = zero}, false}, true, false);
    wishes((known){kde, "AnimationDurationFactor", DBUS_TYPE_STRING, {.str = half}, false}, false, false);
    wishes((known){common, "contrast", DBUS_TYPE_UINT32, one, false}, false, true);
    wishes((known){"org.gnome.desktop.a11y.interface", "high-contrast", DBUS_TYPE_BOOLEAN, on, false}, false,
           true);
}

static void nothing_is_wished_for_without_a_portal(void **state)
{
    (void)state;
    host_wishes w = wishes_ask();
    assert_false(w.less_motion || w.more_contrast);
    setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent", 1);
    w = wishes_ask();
    assert_false(w.less_motion || w.more_contrast);
    unsetenv("DBUS_SESSION_BUS_ADDRESS");
    setenv("XDG_RUNTIME_DIR", t.folder, 1);
    w = wishes_ask();
    assert_false(w.less_motion || w.more_contrast);
}

static void a_portal_that_sleeps_holds_nothing_up(void **state)
{
    (void)state;
    portal_begins(&(known){.group = "", .key = "", .sleeps = true});
    struct timespec from, to;
    clock_gettime(CLOCK_MONOTONIC, &from);
    host_wishes w = wishes_ask();
    clock_gettime(CLOCK_MONOTONIC, &to);
    assert_false(w.less_motion || w.more_contrast);
    double took_s = (double)(to.tv_sec - from.tv_sec) + 1e-9 * (double)(to.tv_nsec - from.tv_nsec);
    assert_true(took_s < 0.9); // one answer is waited for, not one for each question
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(wishes_are_found_where_desktops_keep_them, begin, end),
        cmocka_unit_test_setup_teardown(nothing_is_wished_for_without_a_portal, begin, end),
        cmocka_unit_test_setup_teardown(a_portal_that_sleeps_holds_nothing_up, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

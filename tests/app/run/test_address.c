// What is shown has an address where the host has one.
#include "app/run/address.h"
#include "app/state/session.h"
#include "chrome_fixture.h"
#include "view/view_text.h"

static char shown[VIEW_STRING_MAX];
static int times;

static bool address(void *ctx, char *out, size_t capacity)
{
    snprintf(out, capacity, "%s", (const char *)ctx);
    return true;
}

static void show_address(void *ctx, const char *state)
{
    (void)ctx;
    times++;
    snprintf(shown, sizeof shown, "%s", state);
}

static void the_program_begins_where_its_address_leads(void **state)
{
    (void)state;
    char room[VIEW_STRING_MAX];
    host with = {.ctx = "v1,scene=growth", .address = address};
    assert_string_equal(address_begin(&with, NULL, room), "v1,scene=growth");
    assert_string_equal(address_begin(&with, "v1,t=1h", room), "v1,t=1h"); // what was asked for goes first
    assert_null(address_begin(&(host){0}, NULL, room));
}

static void the_address_follows_what_is_shown(void **state)
{
    (void)state;
    a.parts.host = (host){.show_address = show_address};
    times = 0;
    address_follow(&a);
    address_follow(&a);
    assert_int_equal(times, 1);
    view_state v = a.session.view, read;
    v.t_min = 90.0;
    session_set_view(&a, &v);
    address_follow(&a);
    assert_int_equal(times, 2);
    view_problems none = {0};
    assert_true(view_state_parse(shown, &read, &none));
    check_near(read.t_min, 90.0, 1e-9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_program_begins_where_its_address_leads),
        cmocka_unit_test_setup_teardown(the_address_follows_what_is_shown, open_app, close_app),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

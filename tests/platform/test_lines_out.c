// Lines for a reader that may be slow, asleep or gone.
#include "check.h"
#include "platform/lines_out.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static struct {
    int in, out; // ends of a pipe
    lines_out *l;
} t;

static int open_pipe(void **state)
{
    (void)state;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    t.in = ends[0];
    t.out = ends[1];
    t.l = lines_out_open(t.out);
    assert_non_null(t.l);
    return 0;
}

static int close_pipe(void **state)
{
    (void)state;
    lines_out_close(t.l, 0.0);
    close(t.out);
    if (t.in >= 0)
        close(t.in);
    return 0;
}

static char *everything(void)
{
    static char text[1 << 18];
    size_t used = 0;
    fcntl(t.in, F_SETFL, O_NONBLOCK);
    for (;;) {
        bool more = lines_out_push(t.l);
        ssize_t n = read(t.in, text + used, sizeof text - 1 - used);
        if (n > 0)
            used += (size_t)n;
        else if (!more)
            break;
    }
    text[used] = '\0';
    return text;
}

static void what_is_said_goes_out_at_once(void **state)
{
    (void)state;
    lines_out_say(t.l, "one");
    lines_out_say(t.l, "");
    assert_false(lines_out_push(t.l));
    assert_string_equal(everything(), "one\n\n");
}

static const char *line_of(int number)
{
    static char line[128];
    int n = snprintf(line, sizeof line, "%06d ", number);
    memset(line + n, 'a' + number % 26, 100);
    line[n + 100] = '\0';
    return line;
}

// Every line that comes is whole, in its order, and the last one said is among them.
static void check_lines(char *text, int last)
{
    int before = -1, lines = 0;
    for (char *at = text; *at; lines++) {
        char *end = strchr(at, '\n');
        assert_non_null(end);
        *end = '\0';
        int number = (int)strtol(at, NULL, 10);
        assert_true(number > before);
        assert_string_equal(at, line_of(number));
        before = number;
        at = end + 1;
    }
    assert_int_equal(before, last);
    assert_true(lines > 100 && lines < last); // some were dropped
}

static void nobody_reads_and_nothing_waits(void **state)
{
    (void)state;
    enum { LINES = 5000 }; // more than a pipe and what is kept can hold
    for (int i = 0; i < LINES; i++)
        lines_out_say(t.l, line_of(i));
    assert_true(lines_out_push(t.l));
    assert_false(lines_out_is_gone(t.l));
    check_lines(everything(), LINES - 1);
}

static void a_line_that_has_begun_goes_out_whole(void **state)
{
    (void)state;
    enum { LINES = 3000 };
    for (int i = 0; i < LINES; i++) {
        char some[37];
        lines_out_say(t.l, line_of(i));
        if (i > 1000 && i % 50 == 0) { // a slow reader, who stops anywhere in a line
            ssize_t n = read(t.in, some, sizeof some);
            assert_true(n > 0);
        }
    }
    char *text = everything();
    check_lines(strchr(text, '\n') + 1, LINES - 1);
}

static void a_line_that_is_too_long_is_cut(void **state)
{
    (void)state;
    static char line[2 * LINES_OUT_MOST];
    memset(line, 'x', sizeof line - 1);
    lines_out_say(t.l, line);
    lines_out_say(t.l, "next");
    char *text = everything();
    assert_int_equal(strcspn(text, "\n"), LINES_OUT_MOST - 1);
    assert_string_equal(strchr(text, '\n'), "\nnext\n");
}

static void a_reader_that_ends_does_not_end_us(void **state)
{
    (void)state;
    lines_out_say(t.l, "heard");
    assert_string_equal(everything(), "heard\n");
    close(t.in);
    t.in = -1;
    lines_out_say(t.l, "not heard");
    assert_true(lines_out_is_gone(t.l));
    lines_out_say(t.l, "nor this");
    assert_false(lines_out_push(t.l));
}

static void a_socket_does_not_wait_either(void **state)
{
    (void)state;
    int ends[2];
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    lines_out *l = lines_out_open(ends[1]);
    assert_non_null(l);
    for (int i = 0; i < 20000; i++)
        lines_out_say(l, line_of(i));
    assert_true(lines_out_push(l));
    close(ends[0]);
    lines_out_say(l, "gone");
    assert_true(lines_out_is_gone(l));
    lines_out_close(l, 0.0);
    close(ends[1]);
}

// Others who share the stream keep waiting as they did.
static void the_stream_of_others_is_left_as_it_was(void **state)
{
    (void)state;
    lines_out_say(t.l, "one");
    assert_int_equal(fcntl(t.out, F_GETFL) & O_NONBLOCK, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_said_goes_out_at_once, open_pipe, close_pipe),
        cmocka_unit_test_setup_teardown(nobody_reads_and_nothing_waits, open_pipe, close_pipe),
        cmocka_unit_test_setup_teardown(a_line_that_has_begun_goes_out_whole, open_pipe, close_pipe),
        cmocka_unit_test_setup_teardown(a_line_that_is_too_long_is_cut, open_pipe, close_pipe),
        cmocka_unit_test_setup_teardown(a_reader_that_ends_does_not_end_us, open_pipe, close_pipe),
        cmocka_unit_test_setup_teardown(a_socket_does_not_wait_either, open_pipe, close_pipe),
        cmocka_unit_test_setup_teardown(the_stream_of_others_is_left_as_it_was, open_pipe, close_pipe),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "export/png.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <png.h>

typedef struct place {
    char folder[64], path[96];
} place;

static int make_folder(void **state)
{
    static place p;
    snprintf(p.folder, sizeof p.folder, "/tmp/neurotide-png-XXXXXX");
    assert_non_null(mkdtemp(p.folder));
    snprintf(p.path, sizeof p.path, "%s/a.png", p.folder);
    *state = &p;
    return 0;
}

static int drop_folder(void **state)
{
    place *p = *state;
    remove(p->path);
    return rmdir(p->folder);
}

static image checker(int channels)
{
    image i;
    assert_true(image_create(&i, 31, 17, channels));
    for (int k = 0; k < 31 * 17 * channels; k++)
        i.data[k] = (uint8_t)(k * 37 % 251);
    return i;
}

static size_t file_bytes(const char *path, unsigned char *out, size_t size)
{
    FILE *f = fopen(path, "rb");
    assert_non_null(f);
    size_t n = fread(out, 1, size, f);
    fclose(f);
    return n;
}

static void write_to(const char *path, const image *i)
{
    error e = {0};
    FILE *f = fopen(path, "wb");
    if (!f || !png_write(f, path, i, &e) || fclose(f) != 0)
        fail_msg("%s", e.text);
}

static void a_written_picture_reads_back_the_same(void **state)
{
    place *p = *state;
    static const int channels[] = {1, 3, 4};
    static const png_uint_32 formats[] = {PNG_FORMAT_GRAY, PNG_FORMAT_RGB, PNG_FORMAT_RGBA};
    for (int k = 0; k < 3; k++) {
        image written = checker(channels[k]);
        write_to(p->path, &written);
        png_image read = {.version = PNG_IMAGE_VERSION};
        assert_true(png_image_begin_read_from_file(&read, p->path));
        read.format = formats[k];
        uint8_t pixels[31 * 17 * 4];
        assert_true(png_image_finish_read(&read, NULL, pixels, 0, NULL));
        assert_int_equal(read.width, 31);
        assert_int_equal(read.height, 17);
        assert_memory_equal(pixels, written.data, (size_t)(31 * 17 * channels[k]));
        image_destroy(&written);
    }
}

static void the_same_picture_gives_the_same_bytes(void **state)
{
    place *p = *state;
    unsigned char first[8192], second[8192];
    image i = checker(3);
    write_to(p->path, &i);
    size_t length = file_bytes(p->path, first, sizeof first);
    write_to(p->path, &i);
    assert_int_equal(file_bytes(p->path, second, sizeof second), length);
    assert_memory_equal(first, second, length);
    for (size_t k = 0; k + 4 <= length; k++)
        assert_memory_not_equal(first + k, "tIME", 4);
    image_destroy(&i);
}

static void a_full_disk_is_one_sentence(void **state)
{
    (void)state;
    FILE *f = fopen("/dev/full", "wb");
    if (!f)
        skip();
    setvbuf(f, NULL, _IONBF, 0);
    image i = checker(3);
    error e = {0};
    assert_false(png_write(f, "a.png", &i, &e));
    assert_non_null(strstr(e.text, "a.png"));
    assert_non_null(strstr(e.text, "No space"));
    assert_int_equal(e.cause, ERROR_DISK_FULL);
    image_destroy(&i);
    fclose(f);
}

// As a video's encoder takes them.
static void frames_follow_each_other_in_a_stream(void **state)
{
    place *p = *state;
    unsigned char bytes[16384];
    image i = checker(3);
    error e = {0};
    write_to(p->path, &i);
    size_t one = file_bytes(p->path, bytes, sizeof bytes);
    FILE *f = fopen(p->path, "wb");
    assert_non_null(f);
    png_stream to = {f, p->path};
    sink s = sink_png(&to);
    assert_true(s.frame(s.ctx, &i, &e) && s.frame(s.ctx, &i, &e));
    fclose(f);
    assert_int_equal(file_bytes(p->path, bytes, sizeof bytes), 2 * one);
    assert_memory_equal(bytes, bytes + one, one);
    image_destroy(&i);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_written_picture_reads_back_the_same, make_folder, drop_folder),
        cmocka_unit_test_setup_teardown(the_same_picture_gives_the_same_bytes, make_folder, drop_folder),
        cmocka_unit_test(a_full_disk_is_one_sentence),
        cmocka_unit_test_setup_teardown(frames_follow_each_other_in_a_stream, make_folder, drop_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

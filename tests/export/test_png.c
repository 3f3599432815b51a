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
    char folder[64], path[96], part[112];
} place;

static int make_folder(void **state)
{
    static place p;
    snprintf(p.folder, sizeof p.folder, "/tmp/neurotide-png-XXXXXX");
    assert_non_null(mkdtemp(p.folder));
    snprintf(p.path, sizeof p.path, "%s/a.png", p.folder);
    snprintf(p.part, sizeof p.part, "%s.part", p.path);
    *state = &p;
    return 0;
}

static int drop_folder(void **state)
{
    place *p = *state;
    remove(p->path);
    return rmdir(p->folder); // fails when a temporary file was left
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

static void a_written_picture_reads_back_the_same(void **state)
{
    place *p = *state;
    static const int channels[] = {1, 3, 4};
    static const png_uint_32 formats[] = {PNG_FORMAT_GRAY, PNG_FORMAT_RGB, PNG_FORMAT_RGBA};
    for (int k = 0; k < 3; k++) {
        image written = checker(channels[k]);
        error e = {0};
        sink s = sink_png(p->path);
        assert_true(s.frame(s.ctx, &written, &e));
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
    error e = {0};
    assert_true(png_write(p->path, &i, &e));
    size_t length = file_bytes(p->path, first, sizeof first);
    assert_true(png_write(p->path, &i, &e));
    assert_int_equal(file_bytes(p->path, second, sizeof second), length);
    assert_memory_equal(first, second, length);
    for (size_t k = 0; k + 4 <= length; k++)
        assert_memory_not_equal(first + k, "tIME", 4);
    image_destroy(&i);
}

static void a_missing_folder_is_one_sentence(void **state)
{
    (void)state;
    image i = checker(3);
    error e = {0};
    assert_false(png_write("/tmp/neurotide-no-such-folder/a.png", &i, &e));
    assert_non_null(strstr(e.text, "/tmp/neurotide-no-such-folder/a.png"));
    assert_non_null(strstr(e.text, "No such file"));
    image_destroy(&i);
}

static void a_failed_write_leaves_no_temporary_file(void **state)
{
    place *p = *state;
    char folder[112];
    snprintf(folder, sizeof folder, "%s/dir", p->folder);
    char keep[128];
    snprintf(keep, sizeof keep, "mkdir -p %s/x", folder);
    assert_int_equal(system(keep), 0);
    image i = checker(3);
    error e = {0};
    // A folder that is not empty cannot be replaced by a file.
    assert_false(png_write(folder, &i, &e));
    char part[128];
    snprintf(part, sizeof part, "%s.part", folder);
    assert_int_not_equal(access(part, F_OK), 0);
    assert_true(e.text[0] != '\0');
    image_destroy(&i);
    snprintf(keep, sizeof keep, "rm -r %s", folder);
    assert_int_equal(system(keep), 0);
}

static void a_full_disk_is_one_sentence(void **state)
{
    (void)state;
    if (access("/dev/full", W_OK) != 0)
        skip();
    image i = checker(3);
    error e = {0};
    assert_false(png_write_in_place("/dev/full", &i, &e));
    assert_non_null(strstr(e.text, "No space"));
    image_destroy(&i);
}

// What happens to be called as the temporary file would be is somebody's.
static void no_other_file_is_touched_by_writing(void **state)
{
    place *p = *state;
    unsigned char bytes[16];
    FILE *f = fopen(p->part, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite("mine", 1, 4, f), 4);
    fclose(f);
    image i = checker(3);
    error e = {0};
    assert_true(png_write(p->path, &i, &e));
    assert_int_equal(file_bytes(p->part, bytes, sizeof bytes), 4);
    assert_memory_equal(bytes, "mine", 4);
    image_destroy(&i);
    remove(p->part);
}

static void the_null_sink_takes_everything(void **state)
{
    (void)state;
    image i = checker(3);
    error e = {0};
    sink s = sink_null();
    assert_true(s.frame(s.ctx, &i, &e));
    assert_string_equal(e.text, "");
    image_destroy(&i);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_written_picture_reads_back_the_same, make_folder, drop_folder),
        cmocka_unit_test_setup_teardown(the_same_picture_gives_the_same_bytes, make_folder, drop_folder),
        cmocka_unit_test(a_missing_folder_is_one_sentence),
        cmocka_unit_test_setup_teardown(a_failed_write_leaves_no_temporary_file, make_folder, drop_folder),
        cmocka_unit_test(a_full_disk_is_one_sentence),
        cmocka_unit_test_setup_teardown(no_other_file_is_touched_by_writing, make_folder, drop_folder),
        cmocka_unit_test(the_null_sink_takes_everything),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

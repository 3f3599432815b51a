// What the recording backend writes down; no GL is touched.
#include "fixture.h"

#include <string.h>

static gfx *recorder(void)
{
    gfx_def def = {.text = text_source_blocks()};
    gfx *g = gfx_create_recording(&def);
    assert_non_null(g);
    return g;
}

static void a_frame_reads_as_one_line_a_call(void **state)
{
    (void)state;
    gfx *g = recorder();
    error e = {0};
    const float vertices[9] = {0};
    const uint32_t indices[3] = {0, 1, 2};
    gfx_mesh_def mesh = {.label = "cortex",
                         .vertices = vertices,
                         .vertex_count = 3,
                         .vertex_bytes = 12,
                         .indices = indices,
                         .index_count = 3};
    gfx_shader *s = gfx_shader_create(g, "brain", &e);
    gfx_mesh *m = gfx_mesh_create(g, &mesh, &e);
    gfx_target_def td = {.label = "stage", .width = 64, .height = 32, .depth = true, .precise = true};
    gfx_target *t = gfx_target_create(g, &td, &e);
    gfx_begin(g, t, 0, 0);
    gfx_viewport(g, (rect){0, 0, 32.5f, 32});
    gfx_clear(g, (colour){1, 0.5f, 0, 1});
    gfx_draw_def draw = gfx_draw_default(s, m);
    const float values[] = {0.12345678f, -0.00001f, 3};
    gfx_uniform u[] = {{"u_light", GFX_VEC3, 1, values}, {"u_level", GFX_FLOAT, 2, values}};
    draw.uniforms = u;
    draw.uniform_count = 2;
    draw.blend = GFX_BLEND;
    draw.depth_write = false;
    gfx_draw(g, &draw);
    gfx_instances many = {.count = 7};
    draw.instances = &many;
    draw.uniform_count = 0;
    gfx_draw(g, &draw);
    gfx_accumulate(g, t, t, 3);
    image picture;
    assert_true(gfx_read(g, t, &picture, &e));
    assert_int_equal(picture.width, 64);
    gfx_begin(g, NULL, 640, 360);
    gfx_present(g, t, (rect){0, 0, 640, 360}, GFX_FILTER_SMOOTH, 0.25f);
    assert_string_equal(gfx_recording(g), "shader brain\n"
                                          "mesh cortex vertices 3 triangles 1\n"
                                          "target stage 64x32 depth precise\n"
                                          "begin stage 64x32\n"
                                          "viewport 0 0 32.5 32\n"
                                          "clear fill #ff8000ff\n"
                                          "draw brain cortex triangles 1 depth less write c blend blend cull "
                                          "back u_light=[ 0.1235 0 3 ] u_level=[ 0.1235 0 ]\n"
                                          "draw brain cortex triangles 1 depth less write c blend blend cull "
                                          "back times 7\n"
                                          "accumulate stage stage 3\n"
                                          "read stage\n"
                                          "begin window 640x360\n"
                                          "present stage 0 0 640 360 smooth opacity 0.25\n");
    assert_int_equal(gfx_stats_get(g).triangles, 8);
    gfx_recording_clear(g);
    assert_string_equal(gfx_recording(g), "");
    image_destroy(&picture);
    gfx_target_destroy(g, t);
    gfx_mesh_destroy(g, m);
    gfx_shader_destroy(g, s);
    gfx_destroy(g);
}

static void the_display_list_reads_with_its_words(void **state)
{
    (void)state;
    gfx *g = recorder();
    draw2d d = {0};
    draw2d_begin(&d, 100, 50);
    text_source blocks = text_source_blocks();
    draw2d_box(&d, (rect){1, 2, 30, 40}, 4, colour_hex(0x161D33));
    draw2d_frame(&d, (rect){1, 2, 30, 40}, 0, 2, colour_hex(0xFFFFFF));
    draw2d_push_clip(&d, (rect){10, 10, 20, 20});
    draw2d_text(&d, &blocks, "40 min “dose”", 5, 20, 16, TEXT_MEDIUM, colour_hex(0xE8743B));
    draw2d_pop_clip(&d);
    draw2d_line(&d, 1, 2, 3, 4.25f, 1.5f, colour_hex(0x0072B2));
    draw2d_gradient(&d, (rect){0, 0, 10, 20}, true, colour_hex(0x000000), colour_hex(0xFFFFFF));
    gfx_draw2d(g, &d, 100, 50);
    assert_string_equal(gfx_recording(g),
                        "draw2d 100x50 commands 5\n"
                        "  box 1 2 30 40 radius 4 fill #161d33ff clip 0 0 100 50\n"
                        "  box 1 2 30 40 width 2 fill #ffffff00 line #ffffffff clip 0 0 100 50\n"
                        "  text 5 20 px 16 medium \"40 min “dose”\" fill #e8743bff clip 10 10 20 20\n"
                        "  capsule 1 2 3 4.25 width 1.5 fill #0072b2ff clip 0 0 100 50\n"
                        "  gradient 0 0 10 20 fill #000000ff down-to #ffffffff clip 0 0 100 50\n");
    draw2d_destroy(&d);
    gfx_destroy(g);
}

static void missing_shader_files_are_noticed_when_there_is_a_reader(void **state)
{
    (void)state;
    gfx_def def = fixture_def();
    gfx *g = gfx_create_recording(&def);
    assert_non_null(g);
    error e = {0};
    assert_null(gfx_shader_create(g, "not_there", &e));
    assert_non_null(strstr(e.text, "not_there.vert"));
    gfx_shader *s = gfx_shader_create(g, "shape", &e);
    assert_non_null(s);
    gfx_shader_destroy(g, s);
    gfx_destroy(g);
}

static void impossible_targets_are_refused_here_too(void **state)
{
    (void)state;
    gfx *g = recorder();
    gfx_target_def def = {.label = "none", .width = 0, .height = 5};
    error e = {0};
    assert_null(gfx_target_create(g, &def, &e));
    assert_non_null(strstr(e.text, "0 x 5"));
    gfx_destroy(g);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_frame_reads_as_one_line_a_call),
        cmocka_unit_test(the_display_list_reads_with_its_words),
        cmocka_unit_test(missing_shader_files_are_noticed_when_there_is_a_reader),
        cmocka_unit_test(impossible_targets_are_refused_here_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

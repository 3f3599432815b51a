// Meshes, targets and whole-picture passes, on both kinds of context.
#include "fixture.h"

#include <string.h>

// --- meshes

typedef struct vertex {
    float position[3];
    uint8_t tint[4];
} vertex;

// The mesh and the shader of tests/gfx/shaders, drawn with everything else at its default.
typedef struct flat {
    gfx_shader *shader;
    gfx_mesh *mesh;
} flat;

static bool read_test_shader(void *ctx, const char *name, char **bytes, size_t *length, error *e)
{
    (void)ctx;
    bool mine = strncmp(name, "flat", 4) == 0 || strncmp(name, "broken", 6) == 0;
    return fixture_read(mine ? NEUROTIDE_SOURCE_DIR "/tests/gfx/shaders" : NULL, name, bytes, length, e);
}

static fixture *open_with_test_shaders(bool es)
{
    fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    error e = {0};
    f->context = gfx_offscreen_create(es, NULL, &e);
    gfx_def def = {{NULL, read_test_shader}, text_source_blocks()};
    f->g = f->context ? gfx_create(&def, &e) : NULL;
    if (!f->g)
        fail_msg("%s", e.text);
    return f;
}

static int open_gl_flat(void **state)
{
    *state = open_with_test_shaders(false);
    return 0;
}

static int open_es_flat(void **state)
{
    *state = open_with_test_shaders(true);
    return 0;
}

// Two rectangles on the left half: red in front (z -0.5), then green behind it and reaching further up.
static flat flat_create(gfx *g)
{
    static const vertex vertices[] = {
        {{-1, -1, -0.5f}, {255, 0, 0, 255}}, {{0, -1, -0.5f}, {255, 0, 0, 255}},
        {{0, 0, -0.5f}, {255, 0, 0, 255}},   {{-1, 0, -0.5f}, {255, 0, 0, 255}},
        {{-1, -1, 0.5f}, {0, 255, 0, 255}},  {{0, -1, 0.5f}, {0, 255, 0, 255}},
        {{0, 1, 0.5f}, {0, 255, 0, 255}},    {{-1, 1, 0.5f}, {0, 255, 0, 255}},
    };
    static const uint32_t indices[] = {0, 1, 2, 0, 2, 3, 4, 5, 6, 4, 6, 7};
    gfx_mesh_def def = {.label = "flat",
                        .vertices = vertices,
                        .vertex_count = 8,
                        .vertex_bytes = sizeof(vertex),
                        .attributes = {{"a_position", GFX_F32, 3, false, offsetof(vertex, position)},
                                       {"a_colour", GFX_U8, 4, true, offsetof(vertex, tint)},
                                       {"a_unused", GFX_I8, 4, false, 0}},
                        .attribute_count = 3,
                        .indices = indices,
                        .index_count = 12};
    error e = {0};
    flat f = {gfx_shader_create(g, "flat", &e), gfx_mesh_create(g, &def, &e)};
    if (!f.shader || !f.mesh)
        fail_msg("%s", e.text);
    return f;
}

static void flat_destroy(gfx *g, flat *f)
{
    gfx_mesh_destroy(g, f->mesh);
    gfx_shader_destroy(g, f->shader);
}

static const float identity[16] = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};

static void draw_flat(gfx *g, const flat *f, gfx_draw_def def, float tint, float add)
{
    const float tints[8] = {tint, tint, tint, tint, 0, 0, add, 0};
    const gfx_uniform uniforms[] = {
        {"u_mvp", GFX_MAT4, 1, identity}, {"u_tint", GFX_VEC4, 2, tints}, {"u_absent", GFX_FLOAT, 1, tints}};
    def.shader = f->shader;
    def.mesh = f->mesh;
    def.uniforms = uniforms;
    def.uniform_count = 3;
    gfx_draw(g, &def);
}

static void depth_decides_which_surface_is_seen(void **state)
{
    gfx *g = gfx_of(state);
    flat f = flat_create(g);
    gfx_target *t = fixture_target(g, 40, 40, true, false);
    gfx_begin(g, t, 0, 0);
    gfx_clear(g, colour_hex(0x000000));
    gfx_draw_def def = gfx_draw_default(NULL, NULL);
    draw_flat(g, &f, def, 1, 0);
    image p = fixture_picture(g, t);
    assert_int_equal(pixel(&p, 10, 30), 0xFF0000); // lower left: red in front
    assert_int_equal(pixel(&p, 10, 10), 0x00FF00); // upper left: only green there
    assert_int_equal(pixel(&p, 30, 10), 0x000000);
    image_destroy(&p);

    gfx_clear(g, colour_hex(0x000000));
    def.depth = GFX_DEPTH_OFF;
    draw_flat(g, &f, def, 1, 0);
    p = fixture_picture(g, t);
    assert_int_equal(pixel(&p, 10, 30), 0x00FF00); // the later one
    image_destroy(&p);

    // A prepass of depth alone, then the same surface where it is the nearest.
    gfx_clear(g, colour_hex(0x000000));
    def = gfx_draw_default(NULL, NULL);
    def.colour_write = false;
    draw_flat(g, &f, def, 1, 0);
    p = fixture_picture(g, t);
    assert_int_equal(pixel(&p, 10, 30), 0);
    image_destroy(&p);
    def.colour_write = true;
    draw_flat(g, &f, def, 1, 0); // LESS than itself: nothing
    p = fixture_picture(g, t);
    assert_int_equal(pixel(&p, 10, 30), 0);
    image_destroy(&p);
    def.depth = GFX_DEPTH_LEQUAL;
    draw_flat(g, &f, def, 1, 0);
    p = fixture_picture(g, t);
    assert_int_equal(pixel(&p, 10, 30), 0xFF0000);
    image_destroy(&p);
    gfx_target_destroy(g, t);
    flat_destroy(g, &f);
}

typedef struct copy_of_flat {
    float shift[2];
    uint8_t own[4];
} copy_of_flat;

// The mesh's left half drawn at its place and moved to the right, each in a colour of its own.
static void instances_have_places_and_colours_of_their_own(void **state)
{
    gfx *g = gfx_of(state);
    flat f = flat_create(g);
    error e = {0};
    gfx_shader *many = gfx_shader_create(g, "flat_many", &e);
    if (!many)
        fail_msg("%s", e.text);
    gfx_target *t = fixture_target(g, 40, 40, true, false);
    static const copy_of_flat copies[] = {{{0, 0}, {255, 0, 0, 255}}, {{1, 0}, {0, 0, 255, 255}}};
    gfx_instances instances = {.data = copies,
                               .count = 2,
                               .bytes = sizeof(copy_of_flat),
                               .attributes = {{"a_shift", GFX_F32, 2, false, offsetof(copy_of_flat, shift)},
                                              {"a_own", GFX_U8, 4, true, offsetof(copy_of_flat, own)}},
                               .attribute_count = 2};
    static const float whole[8] = {1, 1, 1, 1};
    const gfx_uniform tint = {"u_tint", GFX_VEC4, 2, whole};
    gfx_draw_def def = gfx_draw_default(many, f.mesh);
    def.uniforms = &tint;
    def.uniform_count = 1;
    def.instances = &instances;
    gfx_begin(g, t, 0, 0);
    gfx_clear(g, colour_hex(0x000000));
    gfx_stats_reset(g);
    gfx_draw(g, &def);
    assert_int_equal(gfx_stats_get(g).triangles, 8);
    image p = fixture_picture(g, t);
    assert_int_equal(pixel(&p, 10, 30), 0xFF0000);
    assert_int_equal(pixel(&p, 30, 30), 0x0000FF);
    image_destroy(&p);

    // Fewer of them, then none at all, then the mesh by itself with another shader.
    gfx_clear(g, colour_hex(0x000000));
    instances.data = copies + 1;
    instances.count = 1;
    gfx_draw(g, &def);
    p = fixture_picture(g, t);
    assert_int_equal(pixel(&p, 10, 30), 0x000000);
    assert_int_equal(pixel(&p, 30, 30), 0x0000FF);
    image_destroy(&p);
    gfx_clear(g, colour_hex(0x000000));
    instances.count = 0;
    gfx_draw(g, &def);
    p = fixture_picture(g, t);
    assert_int_equal(pixel(&p, 30, 30), 0x000000);
    image_destroy(&p);
    draw_flat(g, &f, gfx_draw_default(NULL, NULL), 1, 0);
    p = fixture_picture(g, t);
    assert_int_equal(pixel(&p, 10, 30), 0xFF0000);
    image_destroy(&p);
    gfx_target_destroy(g, t);
    gfx_shader_destroy(g, many);
    flat_destroy(g, &f);
}

static int attributes_placed;

static void EPOXY_CALLSPEC count_placed(GLuint index, GLint size, GLenum type, GLboolean normalised,
                                        GLsizei stride, const void *at)
{
    (void)index, (void)size, (void)type, (void)normalised, (void)stride, (void)at;
    attributes_placed++;
}

// Both shaders of a mesh in turn, then a list in which text and shapes alternate.
static void draw_a_little_of_everything(gfx *g, const flat *f, const gfx_shader *other)
{
    text_source blocks = text_source_blocks();
    draw2d list = {0};
    for (int round = 0; round < 2; round++) {
        draw_flat(g, f, gfx_draw_default(NULL, NULL), 1, 0);
        draw_flat(g, &(flat){(gfx_shader *)(uintptr_t)other, f->mesh}, gfx_draw_default(NULL, NULL), 1, 0);
        draw2d_begin(&list, 40, 40);
        for (int i = 0; i < 8; i++) {
            draw2d_text(&list, &blocks, "abc", 2, 30, 14, TEXT_REGULAR, colour_hex(0xFFFFFF));
            draw2d_circle(&list, 20, 20, 9, colour_hex(0xFF00FF));
        }
        gfx_draw2d(g, &list, 40, 40);
    }
    draw2d_destroy(&list);
}

// Software GL compiles a vertex shader anew when attributes move to other places: 10 to 40 ms in the midst of
// a frame.
static void attributes_keep_their_places_from_frame_to_frame(void **state)
{
    gfx *g = gfx_of(state);
    flat f = flat_create(g);
    error e = {0};
    gfx_shader *other = gfx_shader_create(g, "flat_swapped", &e);
    gfx_target *t = fixture_target(g, 40, 40, true, false);
    gfx_begin(g, t, 0, 0);
    draw_a_little_of_everything(g, &f, other);
    void(EPOXY_CALLSPEC * kept)(GLuint, GLint, GLenum, GLboolean, GLsizei, const void *) =
        epoxy_glVertexAttribPointer;
    attributes_placed = 0;
    epoxy_glVertexAttribPointer = count_placed;
    draw_a_little_of_everything(g, &f, other);
    epoxy_glVertexAttribPointer = kept;
    assert_int_equal(attributes_placed, 0);
    gfx_target_destroy(g, t);
    gfx_shader_destroy(g, other);
    flat_destroy(g, &f);
}

static void blending_culling_and_viewports_hold(void **state)
{
    gfx *g = gfx_of(state);
    flat f = flat_create(g);
    gfx_target *t = fixture_target(g, 40, 40, true, false);
    gfx_begin(g, t, 0, 0);
    gfx_clear(g, colour_hex(0x0000FF));
    gfx_draw_def def = gfx_draw_default(NULL, NULL);
    def.blend = GFX_BLEND;
    draw_flat(g, &f, def, 0.5f, 0);
    image p = fixture_picture(g, t);
    assert_int_equal(pixel(&p, 10, 30), 0x800080 - 0x01); // red over blue, half each
    image_destroy(&p);

    gfx_clear(g, colour_hex(0x0000FF));
    def.blend = GFX_ADD;
    draw_flat(g, &f, def, 1.0f, 0);
    p = fixture_picture(g, t);
    assert_int_equal(pixel(&p, 10, 30), 0xFF00FF);
    image_destroy(&p);

    gfx_clear(g, colour_hex(0x0000FF));
    def = gfx_draw_default(NULL, NULL);
    def.cull = GFX_CULL_FRONT;
    draw_flat(g, &f, def, 1.0f, 0);
    p = fixture_picture(g, t);
    assert_int_equal(pixel(&p, 10, 30), 0x0000FF);
    image_destroy(&p);

    def.cull = GFX_CULL_NONE;
    gfx_viewport(g, (rect){20, 0, 20, 20}); // upper right
    draw_flat(g, &f, def, 1.0f, 1.0f);
    p = fixture_picture(g, t);
    assert_int_equal(pixel(&p, 22, 15), 0xFF00FF);
    assert_int_equal(pixel(&p, 22, 5), 0x00FFFF);
    assert_int_equal(pixel(&p, 35, 5), 0x0000FF);
    assert_int_equal(pixel(&p, 10, 30), 0x0000FF);
    gfx_stats stats = gfx_stats_get(g);
    assert_int_equal(stats.draws, 4);
    assert_int_equal(stats.triangles, 16);
    gfx_stats_reset(g);
    assert_int_equal(gfx_stats_get(g).draws, 0);
    image_destroy(&p);
    gfx_target_destroy(g, t);
    flat_destroy(g, &f);
}

static void a_viewport_without_a_size_takes_nothing(void **state)
{
    gfx *g = gfx_of(state);
    flat f = flat_create(g);
    gfx_target *t = fixture_target(g, 40, 40, true, false);
    gfx_begin(g, t, 0, 0);
    gfx_clear(g, colour_hex(0x0000FF));
    static const rect nothing[] = {{10, 10, -4, 20}, {10, 10, 20, -4}, {10, 10, 0, 20}, {50, 60, -90, -90}};
    for (size_t i = 0; i < sizeof nothing / sizeof nothing[0]; i++) {
        gfx_viewport(g, nothing[i]);
        assert_int_equal(glGetError(), GL_NO_ERROR);
        draw_flat(g, &f, gfx_draw_default(NULL, NULL), 1.0f, 0);
        assert_int_equal(glGetError(), GL_NO_ERROR);
    }
    image p = fixture_picture(g, t);
    for (int y = 0; y < 40; y++)
        for (int x = 0; x < 40; x++)
            assert_int_equal(pixel(&p, x, y), 0x0000FF);
    image_destroy(&p);
    gfx_target_destroy(g, t);
    flat_destroy(g, &f);
}

static void a_mesh_follows_when_shaders_take_turns(void **state)
{
    gfx *g = gfx_of(state);
    flat f = flat_create(g);
    gfx_target *t = fixture_target(g, 8, 8, true, false);
    gfx_begin(g, t, 0, 0);
    for (int k = 0; k < 5; k++) {
        error e = {0};
        gfx_shader *other = gfx_shader_create(g, k % 2 ? "flat" : "flat_swapped", &e);
        if (!other)
            fail_msg("%s", e.text);
        flat turn = {other, f.mesh};
        gfx_clear(g, colour_hex(0));
        draw_flat(g, &turn, gfx_draw_default(NULL, NULL), 1, 0);
        image p = fixture_picture(g, t);
        assert_int_equal(pixel(&p, 1, 6), 0xFF0000);
        image_destroy(&p);
        gfx_shader_destroy(g, other);
    }
    gfx_target_destroy(g, t);
    flat_destroy(g, &f);
}

static void a_broken_shader_is_named_with_its_line(void **state)
{
    error e = {0};
    assert_null(gfx_shader_create(gfx_of(state), "broken", &e));
    assert_non_null(strstr(e.text, "\"broken\""));
    assert_non_null(strstr(e.text, "broken.frag:6:"));
    assert_null(strchr(e.text, '\n'));
    assert_null(gfx_shader_create(gfx_of(state), "not_there", &e));
    assert_non_null(strstr(e.text, "not_there.vert"));
}

static void an_empty_mesh_is_refused(void **state)
{
    gfx_mesh_def def = {.label = "nothing", .vertex_bytes = 12};
    error e = {0};
    assert_null(gfx_mesh_create(gfx_of(state), &def, &e));
    assert_non_null(strstr(e.text, "nothing"));
}

// --- targets and passes

static void impossible_targets_are_refused(void **state)
{
    gfx *g = gfx_of(state);
    static const int sizes[][2] = {{0, 10}, {10, -1}, {1 << 20, 10}, {10, 1 << 20}};
    for (int k = 0; k < 4; k++) {
        gfx_target_def def = {.label = "x", .width = sizes[k][0], .height = sizes[k][1], .depth = true};
        error e = {0};
        assert_null(gfx_target_create(g, &def, &e));
        assert_non_null(strstr(e.text, "pixels"));
    }
    gfx_target *t = fixture_target(g, 1, 1, true, true);
    gfx_begin(g, t, 0, 0);
    gfx_clear(g, colour_hex(0xABCDEF));
    gfx_present(g, t, (rect){0, 0, 0, 0}, GFX_FILTER_SMOOTH, 1);
    image p = fixture_picture(g, t);
    assert_int_equal(pixel(&p, 0, 0), 0xABCDEF);
    image_destroy(&p);
    gfx_target_destroy(g, t);
}

static void accumulated_samples_are_their_mean(void **state)
{
    gfx *g = gfx_of(state);
    gfx_target *sum = fixture_target(g, 8, 8, false, true), *sample = fixture_target(g, 8, 8, false, false);
    double mean[3] = {0, 0, 0};
    for (int k = 0; k < 16; k++) {
        const unsigned values[3] = {(unsigned)(k * 17), (unsigned)(k % 2 ? 255 : 0), (unsigned)(k * k)};
        gfx_begin(g, sample, 0, 0);
        gfx_clear(g, colour_hex(values[0] << 16 | values[1] << 8 | values[2]));
        gfx_accumulate(g, sum, sample, k);
        for (int c = 0; c < 3; c++)
            mean[c] += (double)values[c] / 16.0;
    }
    image p = fixture_picture(g, sum);
    for (int c = 0; c < 3; c++) {
        double got = p.data[c];
        assert_true(got >= mean[c] - 1.0 && got <= mean[c] + 1.0);
    }
    image_destroy(&p);
    // The first sample replaces whatever was there.
    gfx_begin(g, sample, 0, 0);
    gfx_clear(g, colour_hex(0x0A141E));
    gfx_accumulate(g, sum, sample, 0);
    p = fixture_picture(g, sum);
    assert_int_equal(pixel(&p, 3, 3), 0x0A141E);
    image_destroy(&p);
    gfx_target_destroy(g, sum);
    gfx_target_destroy(g, sample);
}

// Top half white, bottom half black, a red square in the upper left corner.
static gfx_target *orientation_card(gfx *g, int size)
{
    gfx_target *t = fixture_target(g, size, size, false, false);
    gfx_begin(g, t, 0, 0);
    gfx_clear(g, colour_hex(0x000000));
    gfx_viewport(g, (rect){0, 0, (float)size, (float)size / 2});
    gfx_clear(g, colour_hex(0xFFFFFF));
    gfx_viewport(g, (rect){0, 0, (float)size / 4, (float)size / 4});
    gfx_clear(g, colour_hex(0xFF0000));
    return t;
}

static void presenting_keeps_top_and_left(void **state)
{
    gfx *g = gfx_of(state);
    gfx_target *source = orientation_card(g, 32), *out = fixture_target(g, 96, 64, false, false);
    for (int filter = GFX_FILTER_PLAIN; filter <= GFX_FILTER_SMOOTH; filter++) {
        gfx_begin(g, out, 0, 0);
        gfx_clear(g, colour_hex(0x0000FF));
        gfx_present(g, source, (rect){32, 0, 64, 64}, (gfx_filter)filter, 1);
        image p = fixture_picture(g, out);
        assert_int_equal(pixel(&p, 36, 4), 0xFF0000);
        assert_int_equal(pixel(&p, 80, 10), 0xFFFFFF);
        assert_int_equal(pixel(&p, 36, 60), 0x000000);
        assert_int_equal(pixel(&p, 30, 4), 0x0000FF);
        image_destroy(&p);
    }
    gfx_clear(g, colour_hex(0x000000));
    gfx_present(g, source, (rect){0, 0, 96, 64}, GFX_FILTER_PLAIN, 0.5f);
    image p = fixture_picture(g, out);
    assert_true(abs((int)(pixel(&p, 60, 10) & 255) - 128) <= 1);
    image_destroy(&p);
    gfx_target_destroy(g, source);
    gfx_target_destroy(g, out);
}

static void smoothing_touches_only_edges_and_softens_steps(void **state)
{
    gfx *g = gfx_of(state);
    gfx_target *source = fixture_target(g, 64, 64, false, false),
               *out = fixture_target(g, 64, 64, false, false);
    gfx_begin(g, source, 0, 0);
    gfx_clear(g, colour_hex(0x203040));
    for (int k = 0; k < 8; k++) { // stairs: each step 8 px long and 1 px high
        gfx_viewport(g, (rect){(float)(8 * k), 20.0f + (float)k, 8, 44.0f - (float)k});
        gfx_clear(g, colour_hex(0xE0E0E0));
    }
    gfx_begin(g, out, 0, 0);
    gfx_present(g, source, (rect){0, 0, 64, 64}, GFX_FILTER_SMOOTH, 1);
    image p = fixture_picture(g, out);
    for (int x = 0; x < 64; x++) {
        assert_int_equal(pixel(&p, x, 5), 0x203040);
        assert_int_equal(pixel(&p, x, 45), 0xE0E0E0);
    }
    // Along a row that the edge passes brightness falls steadily instead of in one jump.
    int between = 0;
    for (int x = 17; x < 47; x++) {
        int before = (int)(pixel(&p, x - 1, 23) & 255), now = (int)(pixel(&p, x, 23) & 255);
        assert_true(now <= before + 1);
        between += now > 0x48 && now < 0xD8;
    }
    assert_true(between >= 5);
    image_destroy(&p);
    gfx_target_destroy(g, source);
    gfx_target_destroy(g, out);
}

static void the_renderer_is_named(void **state)
{
    gfx *g = gfx_of(state);
    assert_true(strlen(gfx_renderer(g)) > 0);
    assert_non_null(strstr(gfx_version(g), "OpenGL"));
    assert_string_equal(gfx_recording(g), "");
    if (strstr(gfx_renderer(g), "llvmpipe"))
        assert_true(gfx_is_software(g));
}

static void without_a_context_there_is_a_sentence(void **state)
{
    (void)state;
    gfx_def def = fixture_def();
    error e = {0};
    assert_null(gfx_create(&def, &e));
    assert_non_null(strstr(e.text, "OpenGL context"));
}

#define ON_BOTH(test)                                                                                        \
    {#test " [gl]", test, open_gl, close_any, NULL},                                                         \
    {                                                                                                        \
#test " [es]", test, open_es, close_any, NULL                                                        \
    }
#define FLAT_ON_BOTH(test)                                                                                   \
    {#test " [gl]", test, open_gl_flat, close_any, NULL},                                                    \
    {                                                                                                        \
#test " [es]", test, open_es_flat, close_any, NULL                                                   \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_a_context_there_is_a_sentence),
        FLAT_ON_BOTH(depth_decides_which_surface_is_seen),
        FLAT_ON_BOTH(instances_have_places_and_colours_of_their_own),
        FLAT_ON_BOTH(attributes_keep_their_places_from_frame_to_frame),
        FLAT_ON_BOTH(blending_culling_and_viewports_hold),
        FLAT_ON_BOTH(a_viewport_without_a_size_takes_nothing),
        FLAT_ON_BOTH(a_mesh_follows_when_shaders_take_turns),
        FLAT_ON_BOTH(a_broken_shader_is_named_with_its_line),
        ON_BOTH(an_empty_mesh_is_refused),
        ON_BOTH(impossible_targets_are_refused),
        ON_BOTH(accumulated_samples_are_their_mean),
        ON_BOTH(presenting_keeps_top_and_left),
        ON_BOTH(smoothing_touches_only_edges_and_softens_steps),
        ON_BOTH(the_renderer_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

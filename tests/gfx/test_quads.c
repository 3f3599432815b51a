// How the display list becomes batches of quads, without GL.
#include "fixture.h"
#include "gfx/quads.h"

static bool no_page(void *ctx, int index, int width, int height)
{
    (void)ctx;
    (void)index;
    (void)width;
    (void)height;
    return true;
}

static void no_destroy(void *ctx, int index)
{
    (void)ctx;
    (void)index;
}

static void no_upload(void *ctx, int index, int x, int y, const image *coverage)
{
    (void)ctx;
    (void)index;
    (void)x;
    (void)y;
    (void)coverage;
}

typedef struct desk {
    draw2d list;
    quad_list quads;
    text_atlas atlas;
    text_source blocks;
} desk;

static desk desk_open(void)
{
    desk d = {.blocks = text_source_blocks()};
    text_pages textures = {NULL, no_page, no_destroy, no_upload};
    assert_true(text_atlas_create(&d.atlas, &d.blocks, &textures, 4096));
    draw2d_begin(&d.list, 1280, 720);
    return d;
}

static void desk_sort(desk *d)
{
    quad_list_begin(&d->quads, 1280, 720);
    for (size_t i = 0; i < d->list.count; i++)
        assert_true(quad_list_add(&d->quads, &d->list, i, &d->atlas));
    quad_list_sort(&d->quads);
}

static void desk_close(desk *d)
{
    draw2d_destroy(&d->list);
    quad_list_destroy(&d->quads);
    text_atlas_destroy(&d->atlas);
}

static const colour white = {1, 1, 1, 1};

static void rows_of_cards_with_text_are_few_draw_calls(void **state)
{
    (void)state;
    desk d = desk_open();
    for (int k = 0; k < 100; k++) {
        rect card = {(float)(k % 10) * 128 + 8, (float)(k / 10) * 72 + 8, 100, 50};
        draw2d_box(&d.list, card, 8, white);
        draw2d_frame(&d.list, card, 8, 1, white);
        draw2d_text(&d.list, &d.blocks, "label", card.x + 10, card.y + 20, 12, TEXT_REGULAR, white);
    }
    desk_sort(&d);
    assert_true(d.quads.batch_count <= 4);
    assert_true(d.quads.count >= 300);
    desk_close(&d);
}

// Whatever is drawn over something else stays behind it in the sorted order.
static void order_is_kept_wherever_quads_overlap(void **state)
{
    (void)state;
    desk d = desk_open();
    unsigned seed = 7;
    for (int k = 0; k < 1500; k++) {
        seed = seed * 1664525u + 1013904223u;
        float x = (float)(seed >> 8 & 1023), y = (float)(seed >> 20 & 511);
        // The fill's red channel carries the command's number.
        colour mark = {(float)k / 2000.0f, 0, 0, 1};
        switch (seed >> 5 & 3) {
        case 0:
            draw2d_box(&d.list, (rect){x, y, 60, 40}, 0, mark);
            break;
        case 1:
            draw2d_circle(&d.list, x, y, 9, mark);
            break;
        case 2:
            draw2d_text(&d.list, &d.blocks, "abc", x, y + 30, 14, TEXT_REGULAR, mark);
            break;
        default:
            draw2d_gradient(&d.list, (rect){x, y, 30, 30}, true, mark, mark);
            break;
        }
    }
    desk_sort(&d);
    const quad *q = d.quads.sorted;
    for (size_t i = 0; i < d.quads.count; i++)
        for (size_t k = i + 1; k < d.quads.count; k++) {
            bool overlap = q[i].rect[0] < q[k].rect[2] && q[k].rect[0] < q[i].rect[2] &&
                           q[i].rect[1] < q[k].rect[3] && q[k].rect[1] < q[i].rect[3];
            assert_true(!overlap || q[i].fill[0] <= q[k].fill[0]);
        }
    desk_close(&d);
}

static void large_shapes_leave_their_empty_insides_out(void **state)
{
    (void)state;
    desk d = desk_open();
    draw2d_arc(&d.list, 640, 360, 300, 2, 0, 7, white);
    draw2d_line(&d.list, 10, 10, 1270, 710, 1, white);
    draw2d_frame(&d.list, (rect){20, 20, 1200, 680}, 0, 1, white);
    desk_sort(&d);
    double area = 0;
    for (size_t i = 0; i < d.quads.count; i++)
        area += (double)(d.quads.sorted[i].rect[2] - d.quads.sorted[i].rect[0]) *
                (double)(d.quads.sorted[i].rect[3] - d.quads.sorted[i].rect[1]);
    // The boxes round the three shapes have 362 404 + 882 000 + 816 000 px.
    assert_true(area < 250000.0);
    desk_close(&d);
}

static void what_lies_outside_is_dropped(void **state)
{
    (void)state;
    desk d = desk_open();
    draw2d_box(&d.list, (rect){-100, -100, 50, 50}, 0, white);
    draw2d_circle(&d.list, 2000, 2000, 50, white);
    draw2d_push_clip(&d.list, (rect){0, 0, 10, 10});
    draw2d_line(&d.list, 100, 100, 300, 300, 3, white);
    desk_sort(&d);
    assert_int_equal(d.quads.count, 0);
    desk_close(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_of_cards_with_text_are_few_draw_calls),
        cmocka_unit_test(order_is_kept_wherever_quads_overlap),
        cmocka_unit_test(large_shapes_leave_their_empty_insides_out),
        cmocka_unit_test(what_lies_outside_is_dropped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "app/picture.h"

#include "app/app_core.h"
#include "export/png.h"

bool picture_write(app *a, const char *path, error *e)
{
    gfx_target_def def = {.label = "picture", .width = a->width, .height = a->height};
    gfx_target *t = gfx_target_create(a->gfx, &def, e);
    image img = {0};
    bool done = t && app_draw_still(a, t, e) && gfx_read(a->gfx, t, &img, e) && png_write(path, &img, e);
    image_destroy(&img);
    gfx_target_destroy(a->gfx, t);
    a->dirty = true; // a window shows its own picture again
    return done;
}

#include "ui/icons.h"
void icon_draw(draw2d *d, icon_id icon, rect box, colour ink)
{
    if (icon > ICON_NONE && icon < ICON_COUNT)
        draw2d_frame(d, rect_inset(box, 0.1f * box.w), 0.2f * box.w, 0.08f * box.w, ink);
}

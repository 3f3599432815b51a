#include "app/chrome/chrome_toast.h"

#include <math.h>

void chrome_toast(app *a)
{
    if (!a->notice.toast[0])
        return;
    ui *u = a->parts.ui;
    float pad = ui_px(u, 24.0f), margin = ui_px(u, 16.0f);
    float widest = (float)a->frame.width - 2.0f * (pad + margin);
    float w = fminf(ui_text_width(u, a->notice.toast, TYPE_LABEL, TEXT_MEDIUM) + 2.0f, widest);
    if (w <= 0.0f)
        return;
    float h = ui_paragraph_height(u, w, a->notice.toast, TYPE_LABEL, TEXT_MEDIUM);
    float bottom = a->chrome.layout.stage.y + a->chrome.layout.stage.h - margin;
    rect box = {floorf(0.5f * ((float)a->frame.width - w) - pad), fmaxf(0.0f, floorf(bottom - h - pad)),
                w + 2.0f * pad, h + pad};
    ui_layer_push(u, "toast", false);
    ui_card(u, box);
    ui_paragraph(u, (rect){box.x + pad, box.y + 0.5f * pad, w, h}, a->notice.toast, TYPE_LABEL, TEXT_MEDIUM,
                 UI_CENTRE, ui_theme(u)->ink);
    ui_layer_pop(u);
}

#include "ui/theme.h"

#include "base/ease.h"

#include <math.h>
#include <string.h>

enum { FLOOR_PX = 12 };

#define HEX(rgb)                                                                                             \
    {                                                                                                        \
        (float)(((rgb) >> 16) & 255) / 255.0f, (float)(((rgb) >> 8) & 255) / 255.0f,                         \
            (float)((rgb)&255) / 255.0f, 1.0f                                                                \
    }

static const theme themes[THEMES] = {
    [THEME_NIGHT] = {.id = "night",
                     .stage = HEX(0x0B1020),
                     .stage_lift = HEX(0x141B33),
                     .card = HEX(0x161D33),
                     .card_rule = {0.0f, 0.0f, 0.0f, 0.0f},
                     .card_rule_width = 0.0f,
                     .ink = HEX(0xF2F4F8),
                     .quiet_ink = HEX(0xA9B3C7),
                     .field = HEX(0x252E49),
                     .side = {HEX(0x56B4E9), HEX(0xE8743B)},
                     .side_text = {HEX(0x56B4E9), HEX(0xE8743B)},
                     .glutamate = HEX(0xF2B134),
                     .glutamate_text = HEX(0xF2B134),
                     .gaba = HEX(0xCC79A7),
                     .growth = HEX(0x2FBF91),
                     .focus = HEX(0xFFFFFF),
                     .focus_width = 3.0f,
                     .light = false},
    [THEME_DAYLIGHT] = {.id = "daylight",
                        .stage = HEX(0xF7F8FA),
                        .stage_lift = HEX(0xFFFFFF),
                        .card = HEX(0xFFFFFF),
                        .card_rule = {0.0f, 0.0f, 0.0f, 0.0f},
                        .card_rule_width = 0.0f,
                        .ink = HEX(0x10182B),
                        .quiet_ink = HEX(0x4A5568),
                        .field = HEX(0xE6EAF0),
                        .side = {HEX(0x0072B2), HEX(0xD55E00)},
                        .side_text = {HEX(0x005A8F), HEX(0xB04A00)},
                        .glutamate = HEX(0xB97A00),
                        .glutamate_text = HEX(0x8A5A00),
                        .gaba = HEX(0xA8487D),
                        .growth = HEX(0x00795B),
                        .focus = HEX(0x0B1020),
                        .focus_width = 3.0f,
                        .light = true},
    [THEME_CONTRAST] = {.id = "contrast",
                        .stage = HEX(0x000000),
                        .stage_lift = HEX(0x000000),
                        .card = HEX(0x000000),
                        .card_rule = HEX(0xFFFFFF),
                        .card_rule_width = 2.0f,
                        .ink = HEX(0xFFFFFF),
                        .quiet_ink = HEX(0xFFFFFF),
                        .field = HEX(0x262626),
                        .side = {HEX(0x56B4E9), HEX(0xFF9E5E)},
                        .side_text = {HEX(0x56B4E9), HEX(0xFF9E5E)},
                        .glutamate = HEX(0xFFD166),
                        .glutamate_text = HEX(0xFFD166),
                        .gaba = HEX(0xFF9FD0),
                        .growth = HEX(0x5CFFC4),
                        .focus = HEX(0xFFFF00),
                        .focus_width = 4.0f,
                        .light = false},
};

const theme *theme_get(theme_id id)
{
    return &themes[(unsigned)id < THEMES ? id : THEME_NIGHT];
}

bool theme_find(const char *name, theme_id *out)
{
    for (int i = 0; name && i < THEMES; i++) {
        if (strcmp(themes[i].id, name) == 0) {
            *out = (theme_id)i;
            return true;
        }
    }
    return false;
}

static double linear(float channel)
{
    double c = clamp((double)channel, 0.0, 1.0);
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

float theme_luminance(colour c)
{
    return (float)(0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b));
}

float theme_contrast(colour a, colour b)
{
    float la = theme_luminance(a), lb = theme_luminance(b);
    float high = la > lb ? la : lb, low = la > lb ? lb : la;
    return (high + 0.05f) / (low + 0.05f);
}

// Equal steps of OKLab lightness from 0.22 to 0.955; hue turns from violet (298 degrees) over rose (360) to
// cream, and its chroma falls before it passes the orange of the ketamine side.
static const colour engagement[THEME_ENGAGEMENT_STOPS] = {
    HEX(0x200D3C), HEX(0x401761), HEX(0x67237A), HEX(0x943186), HEX(0xBE4888),
    HEX(0xDD6C90), HEX(0xEE98A5), HEX(0xFBC3BD), HEX(0xFDEFD2),
};

const colour *theme_engagement_stops(void)
{
    return engagement;
}

colour theme_engagement(float level)
{
    if (!(level > 0.0f)) // NaN too
        return engagement[0];
    float at = clampf(level, 0.0f, 1.0f) * (float)(THEME_ENGAGEMENT_STOPS - 1);
    int i = (int)at;
    if (i >= THEME_ENGAGEMENT_STOPS - 1)
        return engagement[THEME_ENGAGEMENT_STOPS - 1];
    return colour_mix(engagement[i], engagement[i + 1], at - (float)i);
}

static const float strip_growth = 5.0f / 9.0f; // 56 design units at scale 2

float theme_type_px(type_role role, float unit, float text_scale)
{
    static const float sizes[TYPE_ROLES] = {[TYPE_TITLE] = 48.0f,
                                            [TYPE_CAPTION] = 36.0f,
                                            [TYPE_STRIP] = 36.0f,
                                            [TYPE_LABEL] = 28.0f,
                                            [TYPE_SMALL] = 22.0f};
    float size = sizes[(unsigned)role < TYPE_ROLES ? role : TYPE_LABEL];
    if (role == TYPE_STRIP && text_scale > 1.0f)
        text_scale = 1.0f + strip_growth * (text_scale - 1.0f);
    float px = size * unit * text_scale;
    return px > (float)FLOOR_PX ? px : (float)FLOOR_PX; // NaN gives the floor
}

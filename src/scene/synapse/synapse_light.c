#include "scene/synapse/synapse_light.h"

#define RGB(hex)                                                                                             \
    {                                                                                                        \
        (float)((hex) >> 16 & 255) / 255.0f, (float)((hex) >> 8 & 255) / 255.0f,                             \
            (float)((hex)&255) / 255.0f, 1.0f                                                                \
    }
#define RGBA(hex, alpha)                                                                                     \
    {                                                                                                        \
        (float)((hex) >> 16 & 255) / 255.0f, (float)((hex) >> 8 & 255) / 255.0f,                             \
            (float)((hex)&255) / 255.0f, alpha                                                               \
    }

static const synapse_light night = {
    .tails = {RGB(0x3C4A78), RGB(0x574568)},
    .heads = {RGB(0x93A6DC), RGB(0xC09FC4)},
    .face = {RGB(0x34406C), RGB(0x4A3B5C)},
    .hollow = RGB(0x243262),
    .hollow_deep = RGB(0x131B3A),
    .body = RGB(0x30284A),
    .body_deep = RGB(0x1A1A33),
    .density = RGB(0x4C3A5E),
    .density_grain = RGB(0x8C6E9C),
    .glia = RGB(0x4C6248),
    .glia_heads = RGB(0xA9C48E),
    .ampa = RGB(0x7CB8A8),
    .nmda = RGB(0xA79BE0),
    .pump = RGB(0x7F8DB8),
    .rotor = RGB(0xD3DAF0),
    .claw = RGB(0xB79AC8),
    .mg = RGB(0xF2F4F8),
    .transporter = RGB(0xB4CC8C),
    .ampa_line = RGB(0x7CC9B4),
    .nmda_line = RGB(0xB3A8EE),
    .claw_line = RGB(0xC9A9DC),
    .stopped = RGB(0x4A557C),
    .recess = RGB(0x151E3E),
    .rim = RGB(0xE6F3FB),
    .pore = RGB(0x15172E),
    .lit = RGB(0xFFF1C4),
    .shell = RGB(0x93A6DC),
    .lumen = RGB(0x1B2650),
    .ink = RGBA(0x0A0E1E, 0.92f),
    .fog = RGBA(0x111A38, 0.80f),
    .shadow = 0.34f,
};

static const synapse_light daylight = {
    .tails = {RGB(0xC9D3EC), RGB(0xE2D2E6)},
    .heads = {RGB(0x7288BE), RGB(0xA07FAE)},
    .face = {RGB(0xB9C6E6), RGB(0xD9C6DE)},
    .hollow = RGB(0xEEF2FB),
    .hollow_deep = RGB(0xC6D2EA),
    .body = RGB(0xEFE6F1),
    .body_deep = RGB(0xF4F1F6),
    .density = RGB(0xC4AACB),
    .density_grain = RGB(0x8E6C9A),
    .glia = RGB(0xCBD8BE),
    .glia_heads = RGB(0x7C9660),
    .ampa = RGB(0x84CBB6),
    .nmda = RGB(0xAA9EEC),
    .pump = RGB(0x9DABD6),
    .rotor = RGB(0xF4F6FC),
    .claw = RGB(0xCBA9DC),
    .mg = RGB(0xFFFFFF),
    .transporter = RGB(0xA3BF7A),
    .ampa_line = RGB(0x1C6E59),
    .nmda_line = RGB(0x5546B0),
    .claw_line = RGB(0x86479F),
    .stopped = RGB(0x8B93AE),
    .recess = RGB(0xC9D3EA),
    .rim = RGB(0x0B2038),
    .pore = RGB(0x6E6596),
    .lit = RGB(0xFFF3C0),
    .shell = RGB(0x7F94C8),
    .lumen = RGB(0xF4F6FC),
    .ink = RGBA(0x1A2138, 0.92f),
    .fog = RGBA(0xE8EDF6, 0.72f),
    .shadow = 0.16f,
};

static const synapse_light contrast = {
    .tails = {RGB(0x1E2748), RGB(0x33233F)},
    .heads = {RGB(0xC4D2FF), RGB(0xF0D0F5)},
    .face = {RGB(0x1C2444), RGB(0x2C2038)},
    .hollow = RGB(0x101731),
    .hollow_deep = RGB(0x04060F),
    .body = RGB(0x171021),
    .body_deep = RGB(0x000000),
    .density = RGB(0x3A2848),
    .density_grain = RGB(0xA98ABA),
    .glia = RGB(0x1F2B18),
    .glia_heads = RGB(0xB4D092),
    .ampa = RGB(0x9CF0DA),
    .nmda = RGB(0xCFC6FF),
    .pump = RGB(0xA9B7E6),
    .rotor = RGB(0xFFFFFF),
    .claw = RGB(0xE6C4F7),
    .mg = RGB(0xFFFFFF),
    .transporter = RGB(0xC6E6A0),
    .ampa_line = RGB(0x9CF0DA),
    .nmda_line = RGB(0xCFC6FF),
    .claw_line = RGB(0xE6C4F7),
    .stopped = RGB(0x566088),
    .recess = RGB(0x0A0F22),
    .rim = RGB(0xFFFFFF),
    .pore = RGB(0x000000),
    .lit = RGB(0xFFF6D0),
    .shell = RGB(0xC4D2FF),
    .lumen = RGB(0x080C1C),
    .ink = RGBA(0x000000, 1.0f),
    .fog = RGBA(0x000000, 0.62f),
    .shadow = 0.25f,
};

const synapse_light *synapse_light_of(const theme *t)
{
    if (t == theme_get(THEME_CONTRAST))
        return &contrast;
    return t->light ? &daylight : &night;
}

colour synapse_colour_serotonin(const theme *t)
{
    // Far lighter than the drug of the same hue: what is plugged must not be lost among what is kept.
    return colour_mix(t->side[SIDE_SSRI], (colour){1.0f, 1.0f, 1.0f, 1.0f}, t->light ? 0.45f : 0.62f);
}

colour synapse_colour_plug(const theme *t)
{
    // Deeper than the token on a dark stage, for the same reason; its rim is light there.
    return colour_mix(t->side[SIDE_SSRI], (colour){0.0f, 0.10f, 0.45f, 1.0f}, t->light ? 0.0f : 0.38f);
}

colour synapse_colour_glutamate(const theme *t)
{
    // On a light stage the token is dark enough for lines; matter may be brighter.
    return colour_mix(t->glutamate, (colour){1.0f, 0.93f, 0.62f, 1.0f}, t->light ? 0.42f : 0.0f);
}

colour synapse_colour_ketamine(const theme *t)
{
    return t->side[SIDE_KETAMINE];
}

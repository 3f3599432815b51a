// Input that nobody would think of: what a child, a cat or a broken remote does.
#include "app/run/script_random.h"

#include "app/run/script.h"
#include "base/random.h"

#include <stdio.h>

static const double apart_s = 0.004;

typedef struct hand {
    random_state random;
    float x, y; // shares of the surface
    bool mouse_down, finger_down;
    int button;
} hand;

static void wander(hand *h)
{
    if (random_below(&h->random, 4) == 0) { // anywhere, edges and a little outside too
        h->x = (float)(random_uniform(&h->random) * 1.1 - 0.05);
        h->y = (float)(random_uniform(&h->random) * 1.1 - 0.05);
        return;
    }
    h->x += (float)((random_uniform(&h->random) - 0.5) * 0.1);
    h->y += (float)((random_uniform(&h->random) - 0.5) * 0.1);
}

static input_event random_key(hand *h)
{
    static const char typed[] = " 1234567890+-=?.,/[]abcdefghijklmnopqrstuvwxyz";
    input_event e = {.kind = random_below(&h->random, 8) ? INPUT_KEY_DOWN : INPUT_KEY_UP};
    bool named = random_below(&h->random, 2) != 0;
    e.key = named ? KEY_ESCAPE + (int)random_below(&h->random, KEY_F12 - KEY_ESCAPE + 1)
                  : typed[random_below(&h->random, sizeof typed - 1)];
    if (random_below(&h->random, 4) == 0)
        e.mods = random_below(&h->random, 16);
    if (e.mods & (MOD_CTRL | MOD_ALT | MOD_META) && (e.key == 'q' || e.key == 'w' || e.key == KEY_F4))
        e.key = 'x'; // the keys that end a program
    e.repeat = random_below(&h->random, 6) == 0;
    return e;
}

static input_event random_mouse(hand *h)
{
    input_event e = {.kind = INPUT_POINTER_MOVE};
    uint32_t choice = random_below(&h->random, 8);
    wander(h);
    if (choice < 2) {
        h->mouse_down = !h->mouse_down;
        if (h->mouse_down)
            h->button = random_below(&h->random, 4) ? BUTTON_LEFT : 1 + (int)random_below(&h->random, 3);
        e.kind = h->mouse_down ? INPUT_POINTER_DOWN : INPUT_POINTER_UP;
        e.button = h->button;
        e.clicks = 1 + (int)random_below(&h->random, 3);
    } else if (choice == 2) {
        e.kind = INPUT_WHEEL;
        e.amount = (float)((random_uniform(&h->random) - 0.5) * 8);
    } else if (choice == 3 && random_below(&h->random, 4) == 0) {
        e.kind = INPUT_POINTER_LEAVE;
    }
    e.x = h->x;
    e.y = h->y;
    return e;
}

static input_event random_touch(hand *h)
{
    input_event e = {.kind = INPUT_POINTER_MOVE, .touch = true};
    uint32_t choice = random_below(&h->random, 6);
    wander(h);
    if (choice < 2) {
        h->finger_down = !h->finger_down;
        e.kind = h->finger_down ? INPUT_POINTER_DOWN : INPUT_POINTER_UP;
        e.button = BUTTON_LEFT;
        e.clicks = 1;
    } else if (choice == 2) {
        e.kind = INPUT_PINCH;
        e.amount = (float)(0.5 + 1.5 * random_uniform(&h->random));
        e.dx = (float)((random_uniform(&h->random) - 0.5) * 0.2);
        e.dy = (float)((random_uniform(&h->random) - 0.5) * 0.2);
    }
    e.x = h->x;
    e.y = h->y;
    return e;
}

double script_add_random(script *s, double time_s, int count, uint32_t seed)
{
    char text[SCRIPT_TEXT_MAX];
    hand h = {.random = random_make(seed, 0), .x = 0.5f, .y = 0.5f};
    snprintf(text, sizeof text, "random: %d events, seed %lu", count, (unsigned long)seed);
    if (!script_add(s, (script_command){.time_s = time_s, .kind = SCRIPT_SAY, .text = text}))
        return -1;
    for (int i = 0; i < count; i++) {
        uint32_t kind = random_below(&h.random, 3);
        script_command c = {.time_s = time_s + apart_s * i, .kind = SCRIPT_EVENT, .share = kind != 0};
        c.event = kind == 0 ? random_key(&h) : kind == 1 ? random_mouse(&h) : random_touch(&h);
        if (!script_add(s, c))
            return -1;
    }
    return count > 0 ? time_s + apart_s * (count - 1) : time_s;
}

#include "platform/sdl/events.h"

#include "base/utf8.h"

#include <math.h>

static void push(event_reader *r, input_event e)
{
    if (r->count < EVENTS_QUEUE)
        r->queue[(r->first + r->count++) % EVENTS_QUEUE] = e;
}

bool events_next(event_reader *r, input_event *out)
{
    if (r->count == 0)
        return false;
    *out = r->queue[r->first];
    r->first = (r->first + 1) % EVENTS_QUEUE;
    r->count--;
    return true;
}

// --- keys

static unsigned mods_of(Uint16 mod)
{
    return (mod & KMOD_SHIFT ? MOD_SHIFT : 0u) | (mod & KMOD_CTRL ? MOD_CTRL : 0u) |
           (mod & KMOD_ALT ? MOD_ALT : 0u) | (mod & KMOD_GUI ? MOD_META : 0u);
}

static int named_key(SDL_Keycode sym)
{
    static const struct {
        SDL_Keycode sym;
        int key;
    } table[] = {
        {SDLK_ESCAPE, KEY_ESCAPE},  {SDLK_RETURN, KEY_ENTER},
        {SDLK_KP_ENTER, KEY_ENTER}, {SDLK_RETURN2, KEY_ENTER},
        {SDLK_TAB, KEY_TAB},        {SDLK_BACKSPACE, KEY_BACKSPACE},
        {SDLK_DELETE, KEY_DELETE},  {SDLK_LEFT, KEY_LEFT},
        {SDLK_RIGHT, KEY_RIGHT},    {SDLK_UP, KEY_UP},
        {SDLK_DOWN, KEY_DOWN},      {SDLK_PAGEUP, KEY_PAGE_UP},
        {SDLK_HOME, KEY_HOME},      {SDLK_PAGEDOWN, KEY_PAGE_DOWN},
        {SDLK_END, KEY_END},        {SDLK_F1, KEY_F1},
        {SDLK_F2, KEY_F2},          {SDLK_F3, KEY_F3},
        {SDLK_F4, KEY_F4},          {SDLK_F5, KEY_F5},
        {SDLK_F6, KEY_F6},          {SDLK_F7, KEY_F7},
        {SDLK_F8, KEY_F8},          {SDLK_F9, KEY_F9},
        {SDLK_F10, KEY_F10},        {SDLK_F11, KEY_F11},
        {SDLK_F12, KEY_F12},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (table[i].sym == sym)
            return table[i].key;
    return KEY_NONE;
}

// The number pad: its characters, or with NumLock off (no character came) what is printed under the digits.
static int pad_key(SDL_Keycode sym)
{
    switch (sym) {
    case SDLK_KP_PLUS:
        return '+';
    case SDLK_KP_MINUS:
        return '-';
    case SDLK_KP_MULTIPLY:
        return '*';
    case SDLK_KP_DIVIDE:
        return '/';
    case SDLK_KP_1:
        return KEY_END;
    case SDLK_KP_2:
        return KEY_DOWN;
    case SDLK_KP_3:
        return KEY_PAGE_DOWN;
    case SDLK_KP_4:
        return KEY_LEFT;
    case SDLK_KP_6:
        return KEY_RIGHT;
    case SDLK_KP_7:
        return KEY_HOME;
    case SDLK_KP_8:
        return KEY_UP;
    case SDLK_KP_9:
        return KEY_PAGE_UP;
    default:
        return KEY_NONE;
    }
}

static int lower(int c)
{
    return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

static int typed_key(const char *text)
{
    if (!text)
        return KEY_NONE;
    const char *at = text;
    uint32_t c = utf8_next(&at);
    return c >= ' ' && c < 0x7F && !*at ? lower((int)c) : KEY_NONE;
}

static int key_of(const SDL_Keysym *k, const char *text)
{
    int key = named_key(k->sym);
    if (!key)
        key = typed_key(text);
    if (!key)
        key = pad_key(k->sym);
    if (!key && k->sym >= ' ' && k->sym < 0x7F)
        key = lower((int)k->sym);
    // Greek or Cyrillic layouts: the letter printed in the same place on a Latin keyboard
    if (!key && k->scancode >= SDL_SCANCODE_A && k->scancode <= SDL_SCANCODE_Z)
        key = 'a' + (int)(k->scancode - SDL_SCANCODE_A);
    return key;
}

bool events_key_may_type(const SDL_KeyboardEvent *k)
{
    return !named_key(k->keysym.sym) && !(k->keysym.mod & (KMOD_CTRL | KMOD_GUI));
}

static void read_key(event_reader *r, const SDL_KeyboardEvent *k, const char *text)
{
    r->mods = mods_of(k->keysym.mod);
    unsigned place = (unsigned)k->keysym.scancode;
    int key = key_of(&k->keysym, text);
    bool down = k->type == SDL_KEYDOWN;
    if (place < SDL_NUM_SCANCODES) {
        if (down)
            r->held[place] = key;
        else if (r->held[place])
            key = r->held[place];
        if (!down)
            r->held[place] = KEY_NONE;
    }
    if (key)
        push(r, (input_event){.kind = down ? INPUT_KEY_DOWN : INPUT_KEY_UP,
                              .key = key,
                              .mods = r->mods,
                              .repeat = k->repeat != 0});
}

// --- pointer

static void move_to(event_reader *r, Sint32 x, Sint32 y)
{
    r->x = (float)x * r->px_per_unit;
    r->y = (float)y * r->px_per_unit;
}

static void push_pointer(event_reader *r, input_kind kind, int button, int clicks, bool touch)
{
    push(r, (input_event){.kind = kind,
                          .x = r->x,
                          .y = r->y,
                          .button = button,
                          .clicks = clicks,
                          .mods = r->mods,
                          .touch = touch});
}

static void read_button(event_reader *r, const SDL_MouseButtonEvent *b)
{
    if (b->which == SDL_TOUCH_MOUSEID || b->button < SDL_BUTTON_LEFT || b->button > SDL_BUTTON_RIGHT)
        return;
    move_to(r, b->x, b->y);
    push_pointer(r, b->type == SDL_MOUSEBUTTONDOWN ? INPUT_POINTER_DOWN : INPUT_POINTER_UP, b->button,
                 b->clicks, false);
}

static void read_wheel(event_reader *r, const SDL_MouseWheelEvent *w)
{
    if (w->which == SDL_TOUCH_MOUSEID)
        return;
    float amount = w->preciseY != 0 ? w->preciseY : (float)w->y;
    if (w->direction == SDL_MOUSEWHEEL_FLIPPED)
        amount = -amount;
    if (amount != 0)
        push(r, (input_event){.kind = INPUT_WHEEL, .x = r->x, .y = r->y, .amount = amount, .mods = r->mods});
}

// --- touch

static int finger_at(const event_reader *r, SDL_FingerID id)
{
    for (int i = 0; i < r->finger_count; i++)
        if (r->fingers[i].id == id)
            return i;
    return -1;
}

static void finger_to(event_reader *r, finger *f, const SDL_TouchFingerEvent *e)
{
    f->x = e->x * (float)r->width;
    f->y = e->y * (float)r->height;
    r->x = f->x;
    r->y = f->y;
}

static void finger_down(event_reader *r, const SDL_TouchFingerEvent *e)
{
    if (r->finger_count == EVENTS_FINGERS || finger_at(r, e->fingerId) >= 0)
        return;
    finger *f = &r->fingers[r->finger_count++];
    f->id = e->fingerId;
    finger_to(r, f, e);
    if (r->finger_count == 2) {
        if (!r->pinching)
            push_pointer(r, INPUT_POINTER_LEAVE, 0, 0, true);
        r->pinching = true;
        return;
    }
    if (r->pinching)
        return;
    float near = 0.04f * (float)(r->width < r->height ? r->width : r->height);
    bool again =
        e->timestamp - r->tap_ms < 400 && fabsf(f->x - r->tap_x) < near && fabsf(f->y - r->tap_y) < near;
    r->taps = again ? r->taps + 1 : 1;
    r->tap_ms = e->timestamp;
    r->tap_x = f->x;
    r->tap_y = f->y;
    push_pointer(r, INPUT_POINTER_DOWN, BUTTON_LEFT, r->taps, true);
}

static float spread(const event_reader *r)
{
    return hypotf(r->fingers[1].x - r->fingers[0].x, r->fingers[1].y - r->fingers[0].y);
}

static void finger_motion(event_reader *r, const SDL_TouchFingerEvent *e)
{
    int i = finger_at(r, e->fingerId);
    if (i < 0)
        return;
    finger *f = &r->fingers[i];
    if (r->finger_count < 2) {
        finger_to(r, f, e);
        if (!r->pinching)
            push_pointer(r, INPUT_POINTER_MOVE, 0, 0, true);
        return;
    }
    float before = spread(r), x = f->x, y = f->y;
    finger_to(r, f, e);
    float after = spread(r);
    push(r, (input_event){.kind = INPUT_PINCH,
                          .x = (r->fingers[0].x + r->fingers[1].x) / 2,
                          .y = (r->fingers[0].y + r->fingers[1].y) / 2,
                          .amount = before > 1 && after > 1 ? after / before : 1,
                          .dx = (f->x - x) / 2,
                          .dy = (f->y - y) / 2,
                          .mods = r->mods,
                          .touch = true});
}

static void finger_up(event_reader *r, const SDL_TouchFingerEvent *e)
{
    int i = finger_at(r, e->fingerId);
    if (i < 0)
        return;
    finger_to(r, &r->fingers[i], e);
    r->fingers[i] = r->fingers[r->finger_count - 1];
    r->finger_count--;
    if (!r->pinching)
        push_pointer(r, INPUT_POINTER_UP, BUTTON_LEFT, r->taps, true);
    if (r->finger_count == 0)
        r->pinching = false;
}

// --- the window

static void read_window(event_reader *r, const SDL_WindowEvent *w)
{
    switch (w->event) {
    case SDL_WINDOWEVENT_SIZE_CHANGED:
        push(r, (input_event){.kind = INPUT_RESIZE, .width = r->width, .height = r->height});
        break;
    case SDL_WINDOWEVENT_EXPOSED:
        push(r, (input_event){.kind = INPUT_EXPOSE});
        break;
    case SDL_WINDOWEVENT_MINIMIZED:
    case SDL_WINDOWEVENT_HIDDEN:
        push(r, (input_event){.kind = INPUT_MINIMISED});
        break;
    case SDL_WINDOWEVENT_RESTORED:
    case SDL_WINDOWEVENT_MAXIMIZED:
    case SDL_WINDOWEVENT_SHOWN:
        push(r, (input_event){.kind = INPUT_RESTORED});
        break;
    case SDL_WINDOWEVENT_LEAVE:
        push(r, (input_event){.kind = INPUT_POINTER_LEAVE});
        break;
    case SDL_WINDOWEVENT_FOCUS_LOST: // releases happen elsewhere
        r->mods = 0;
        break;
    default:
        break;
    }
}

void events_read(event_reader *r, const SDL_Event *e, const char *text)
{
    switch (e->type) {
    case SDL_KEYDOWN:
    case SDL_KEYUP:
        read_key(r, &e->key, text);
        break;
    case SDL_MOUSEMOTION:
        if (e->motion.which != SDL_TOUCH_MOUSEID) {
            move_to(r, e->motion.x, e->motion.y);
            push_pointer(r, INPUT_POINTER_MOVE, 0, 0, false);
        }
        break;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        read_button(r, &e->button);
        break;
    case SDL_MOUSEWHEEL:
        read_wheel(r, &e->wheel);
        break;
    case SDL_FINGERDOWN:
        finger_down(r, &e->tfinger);
        break;
    case SDL_FINGERMOTION:
        finger_motion(r, &e->tfinger);
        break;
    case SDL_FINGERUP:
        finger_up(r, &e->tfinger);
        break;
    case SDL_WINDOWEVENT:
        read_window(r, &e->window);
        break;
    case SDL_QUIT: // the last window's close button, Ctrl+C in the terminal, the end of the session
        push(r, (input_event){.kind = INPUT_CLOSE});
        break;
    default:
        break;
    }
}

#include "platform/sdl/events.h"

#include "base/utf8.h"

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
    return c >= ' ' && c != 0x7F && !*at ? lower((int)c) : KEY_NONE;
}

// The key's sign.
static int key_of(const SDL_Keysym *k, const char *text)
{
    int key = named_key(k->sym);
    if (!key)
        key = typed_key(text);
    if (!key)
        key = pad_key(k->sym);
    if (!key && k->sym >= ' ' && k->sym != 0x7F && !(k->sym & SDLK_SCANCODE_MASK))
        key = lower((int)k->sym);
    return key;
}

static int place_of(SDL_Scancode code)
{
    static const struct {
        SDL_Scancode code;
        char sign;
    } signs[] = {
        {SDL_SCANCODE_0, '0'},           {SDL_SCANCODE_SPACE, ' '},       {SDL_SCANCODE_MINUS, '-'},
        {SDL_SCANCODE_EQUALS, '='},      {SDL_SCANCODE_LEFTBRACKET, '['}, {SDL_SCANCODE_RIGHTBRACKET, ']'},
        {SDL_SCANCODE_BACKSLASH, '\\'},  {SDL_SCANCODE_NONUSHASH, '\\'},  {SDL_SCANCODE_SEMICOLON, ';'},
        {SDL_SCANCODE_APOSTROPHE, '\''}, {SDL_SCANCODE_GRAVE, '`'},       {SDL_SCANCODE_COMMA, ','},
        {SDL_SCANCODE_PERIOD, '.'},      {SDL_SCANCODE_SLASH, '/'},
    };
    if (code >= SDL_SCANCODE_A && code <= SDL_SCANCODE_Z)
        return 'a' + (int)(code - SDL_SCANCODE_A);
    if (code >= SDL_SCANCODE_1 && code <= SDL_SCANCODE_9)
        return '1' + (int)(code - SDL_SCANCODE_1);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (signs[i].code == code)
            return signs[i].sign;
    return KEY_NONE;
}

bool events_key_may_type(const SDL_KeyboardEvent *k)
{
    return !named_key(k->keysym.sym) && !(k->keysym.mod & (KMOD_CTRL | KMOD_GUI));
}

// AltGr is part of how a sign is typed, as Shift is.
static unsigned mods_for(const SDL_Keysym *k, const char *text)
{
    unsigned mods = mods_of(k->mod);
    bool third_level = (k->mod & (KMOD_MODE | KMOD_RALT)) && !(k->mod & KMOD_LALT);
    bool other_sign = typed_key(text) && typed_key(text) != lower((int)k->sym);
    return third_level && other_sign ? mods & ~(unsigned)MOD_ALT : mods;
}

static void read_key(event_reader *r, const SDL_KeyboardEvent *k, const char *text)
{
    r->mods = mods_of(k->keysym.mod);
    unsigned code = (unsigned)k->keysym.scancode;
    int key = key_of(&k->keysym, text), named = named_key(k->keysym.sym);
    held_key now = {.key = key, .place = named ? named : place_of(k->keysym.scancode)};
    bool down = k->type == SDL_KEYDOWN;
    if (code < SDL_NUM_SCANCODES) {
        held_key *held = &r->held[code];
        if (!down && (held->key || held->place))
            now = *held;
        *held = down ? now : (held_key){0};
    }
    if (now.key || now.place)
        push(r, (input_event){.kind = down ? INPUT_KEY_DOWN : INPUT_KEY_UP,
                              .key = now.key,
                              .place = now.place,
                              .mods = mods_for(&k->keysym, text),
                              .repeat = k->repeat != 0});
}

// --- pointer

static void move_to(event_reader *r, Sint32 x, Sint32 y)
{
    r->x = (float)x * r->px_per_unit;
    r->y = (float)y * r->px_per_unit;
}

static void push_pointer(event_reader *r, input_kind kind, int button, int clicks)
{
    push(r, (input_event){
                .kind = kind, .x = r->x, .y = r->y, .button = button, .clicks = clicks, .mods = r->mods});
}

static void leave(event_reader *r)
{
    r->left = r->buttons != 0;
    if (!r->left)
        push(r, (input_event){.kind = INPUT_POINTER_LEAVE});
}

static void read_button(event_reader *r, const SDL_MouseButtonEvent *b)
{
    if (b->which == SDL_TOUCH_MOUSEID || b->button < SDL_BUTTON_LEFT || b->button > SDL_BUTTON_RIGHT)
        return;
    bool down = b->type == SDL_MOUSEBUTTONDOWN;
    unsigned bit = 1u << b->button;
    r->buttons = down ? r->buttons | bit : r->buttons & ~bit;
    move_to(r, b->x, b->y);
    push_pointer(r, down ? INPUT_POINTER_DOWN : INPUT_POINTER_UP, b->button, b->clicks);
    if (r->left && !r->buttons)
        leave(r);
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

static void read_finger(event_reader *r, const SDL_TouchFingerEvent *f)
{
    push(r, (input_event){.kind = f->type == SDL_FINGERDOWN ? INPUT_FINGER_DOWN
                                  : f->type == SDL_FINGERUP ? INPUT_FINGER_UP
                                                            : INPUT_FINGER_MOVE,
                          .finger = f->fingerId,
                          .x = f->x * (float)r->width,
                          .y = f->y * (float)r->height,
                          .mods = r->mods,
                          .touch = true});
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
    case SDL_WINDOWEVENT_ENTER:
        r->left = false;
        break;
    case SDL_WINDOWEVENT_LEAVE:
        leave(r);
        break;
    case SDL_WINDOWEVENT_FOCUS_LOST:
        r->mods = r->buttons = 0;
        push(r, (input_event){.kind = INPUT_FOCUS_LOST});
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
            push_pointer(r, INPUT_POINTER_MOVE, 0, 0);
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
    case SDL_FINGERMOTION:
    case SDL_FINGERUP:
        read_finger(r, &e->tfinger);
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

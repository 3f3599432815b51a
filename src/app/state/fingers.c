#include "app/state/fingers.h"

#include <math.h>

static const double twice_s = 0.4;   // between the taps of a double click
static const double doubt_s = 1.5;   // after which a silent finger may have been lifted
static const double expire_s = 10.0; // and after which it must have been

typedef struct hearing {
    fingers *f;
    input_event *out;
    int count;
} hearing;

static void say(hearing *h, input_event e)
{
    if (h->count < FINGERS_HEARD)
        h->out[h->count++] = e;
}

static void cancel(hearing *h)
{
    input_event *press = &h->f->press;
    if (press->kind != INPUT_NONE) {
        press->kind = INPUT_POINTER_CANCEL;
        say(h, *press);
    }
    *press = (input_event){.kind = INPUT_NONE};
}

static int index_of(const fingers *f, long long id)
{
    for (int i = 0; i < f->count; i++)
        if (f->at[i].id == id)
            return i;
    return -1;
}

static void take_away(fingers *f, int i)
{
    f->at[i] = f->at[--f->count];
    f->pinching = f->pinching && f->count > 0;
}

static void end_all(hearing *h)
{
    cancel(h);
    h->f->count = h->f->taps = 0;
    h->f->pinching = false;
}

static void forget_silent(hearing *h, double now_s, double silent_s)
{
    for (int i = h->f->count - 1; i >= 0; i--) {
        if (now_s - h->f->at[i].heard_s <= silent_s)
            continue;
        if (!h->f->pinching)
            cancel(h);
        take_away(h->f, i);
    }
}

// A place that a finger is told to be at, as the pointer.
static input_event pointer(const input_event *e, input_kind kind)
{
    input_event p = *e;
    p.kind = kind;
    p.touch = true;
    return p;
}

static void press(hearing *h, const input_event *e, double now_s, float near_px)
{
    fingers *f = h->f;
    bool again = f->taps > 0 && now_s - f->tap_s < twice_s && fabsf(e->x - f->tap_x) < near_px &&
                 fabsf(e->y - f->tap_y) < near_px;
    f->taps = again ? f->taps + 1 : 1;
    f->tap_s = now_s;
    f->tap_x = e->x;
    f->tap_y = e->y;
    f->press = pointer(e, INPUT_POINTER_DOWN);
    f->press.button = BUTTON_LEFT;
    f->press.clicks = f->taps;
    say(h, f->press);
}

static void join(hearing *h, const input_event *e, double now_s)
{
    h->f->at[h->f->count++] = (finger){.id = e->finger, .x = e->x, .y = e->y, .heard_s = now_s};
}

static void second(hearing *h, const input_event *e, double now_s)
{
    cancel(h);
    join(h, e, now_s);
    h->f->pinching = true;
}

static void down(hearing *h, const input_event *e, double now_s, float near_px)
{
    int known = index_of(h->f, e->finger);
    if (known >= 0) { // that it was lifted has not been told
        if (!h->f->pinching)
            cancel(h);
        take_away(h->f, known);
    }
    forget_silent(h, now_s, doubt_s);
    if (h->f->count == FINGERS_MOST)
        return;
    if (h->f->count > 0) {
        second(h, e, now_s);
        return;
    }
    join(h, e, now_s);
    press(h, e, now_s, near_px);
}

static float spread(const fingers *f)
{
    return hypotf(f->at[1].x - f->at[0].x, f->at[1].y - f->at[0].y);
}

static void pinch(hearing *h, finger *moved, const input_event *e)
{
    fingers *f = h->f;
    float before = spread(f), x = moved->x, y = moved->y;
    moved->x = e->x;
    moved->y = e->y;
    float after = spread(f);
    input_event p = pointer(e, INPUT_PINCH);
    p.x = (f->at[0].x + f->at[1].x) / 2;
    p.y = (f->at[0].y + f->at[1].y) / 2;
    p.amount = before > 1 && after > 1 ? after / before : 1;
    p.dx = (e->x - x) / 2;
    p.dy = (e->y - y) / 2;
    say(h, p);
}

static void move(hearing *h, const input_event *e, double now_s)
{
    fingers *f = h->f;
    int i = index_of(f, e->finger);
    if (i < 0) { // one that was taken for lifted, or a third one; it needs another to mean something
        if (f->count == 1)
            second(h, e, now_s);
        return;
    }
    f->at[i].heard_s = now_s;
    if (f->count == FINGERS_MOST) {
        pinch(h, &f->at[i], e);
        return;
    }
    f->at[i].x = e->x;
    f->at[i].y = e->y;
    if (!f->pinching)
        say(h, pointer(e, INPUT_POINTER_MOVE));
}

static void up(hearing *h, const input_event *e)
{
    fingers *f = h->f;
    int i = index_of(f, e->finger);
    if (i < 0)
        return;
    if (!f->pinching) {
        input_event release = pointer(e, INPUT_POINTER_UP);
        release.button = BUTTON_LEFT;
        release.clicks = f->taps;
        f->press.kind = INPUT_NONE;
        say(h, release);
    }
    take_away(f, i);
}

int fingers_hear(fingers *f, const input_event *e, double now_s, float near_px,
                 input_event out[FINGERS_HEARD])
{
    hearing h = {.f = f, .out = out};
    switch (e->kind) {
    case INPUT_FINGER_DOWN:
        down(&h, e, now_s, near_px);
        return h.count;
    case INPUT_FINGER_MOVE:
        move(&h, e, now_s);
        return h.count;
    case INPUT_FINGER_UP:
        up(&h, e);
        return h.count;
    case INPUT_FINGER_CANCEL:
        end_all(&h);
        return h.count;
    case INPUT_FOCUS_LOST:
    case INPUT_MINIMISED:
        end_all(&h);
        break;
    case INPUT_POINTER_LEAVE:
        if (!f->press.touch)
            cancel(&h);
        break;
    case INPUT_POINTER_DOWN:
        if (f->press.kind == INPUT_NONE)
            f->press = *e;
        break;
    case INPUT_POINTER_UP:
        if (f->press.button == e->button && f->press.touch == e->touch)
            f->press = (input_event){.kind = INPUT_NONE};
        break;
    default:
        break;
    }
    say(&h, *e);
    return h.count;
}

bool fingers_expire(fingers *f, double now_s, input_event *out)
{
    hearing h = {.f = f, .out = out};
    forget_silent(&h, now_s, expire_s);
    return h.count > 0;
}

double fingers_wake_in_s(const fingers *f, double now_s)
{
    double wake = HUGE_VAL;
    for (int i = 0; i < f->count; i++)
        wake = fmin(wake, f->at[i].heard_s + expire_s - now_s);
    return fmax(wake, 0.0);
}

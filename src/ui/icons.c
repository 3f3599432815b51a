#include "ui/icons.h"

#include <math.h>

static const float pi = 3.14159265f;

// A pen on the 24 x 24 grid. Strokes are 1.9 units wide with round ends, never under 1.2 px.
typedef struct pen {
    draw2d *d;
    float x, y, scale; // px of the grid's origin, px a unit
    float width;       // px of a stroke
    colour ink;
} pen;

static void line(const pen *p, float x0, float y0, float x1, float y1)
{
    draw2d_line(p->d, p->x + x0 * p->scale, p->y + y0 * p->scale, p->x + x1 * p->scale, p->y + y1 * p->scale,
                p->width, p->ink);
}

// `at` holds count pairs.
static void lines(const pen *p, const float *at, int count)
{
    for (int i = 1; i < count; i++)
        line(p, at[2 * i - 2], at[2 * i - 1], at[2 * i], at[2 * i + 1]);
}

static float catmull_rom(float a, float b, float c, float d, float t)
{
    return 0.5f * (2.0f * b + (c - a) * t + (2.0f * a - 5.0f * b + 4.0f * c - d) * t * t +
                   (3.0f * b - a - 3.0f * c + d) * t * t * t);
}

// A smooth stroke through count points; a closed one comes back to the first.
static void curve(const pen *p, const float *at, int count, bool closed)
{
    enum { PIECES = 4 };
    int spans = closed ? count : count - 1;
    for (int i = 0; i < spans; i++) {
        int k[4];
        for (int j = 0; j < 4; j++) {
            int n = i + j - 1;
            k[j] = closed ? (n + count) % count : n < 0 ? 0 : n >= count ? count - 1 : n;
        }
        float x = at[2 * k[1]], y = at[2 * k[1] + 1];
        for (int s = 1; s <= PIECES; s++) {
            float t = (float)s / (float)PIECES;
            float nx = catmull_rom(at[2 * k[0]], at[2 * k[1]], at[2 * k[2]], at[2 * k[3]], t);
            float ny = catmull_rom(at[2 * k[0] + 1], at[2 * k[1] + 1], at[2 * k[2] + 1], at[2 * k[3] + 1], t);
            line(p, x, y, nx, ny);
            x = nx;
            y = ny;
        }
    }
}

static void dot(const pen *p, float x, float y, float radius)
{
    draw2d_circle(p->d, p->x + x * p->scale, p->y + y * p->scale, radius * p->scale, p->ink);
}

// Degrees clockwise from +x.
static void arc(const pen *p, float x, float y, float radius, float from, float sweep)
{
    draw2d_arc(p->d, p->x + x * p->scale, p->y + y * p->scale, radius * p->scale, p->width,
               from * pi / 180.0f, sweep * pi / 180.0f, p->ink);
}

static void ring(const pen *p, float x, float y, float radius)
{
    float outer = radius * p->scale + 0.5f * p->width;
    rect r = {p->x + x * p->scale - outer, p->y + y * p->scale - outer, 2.0f * outer, 2.0f * outer};
    draw2d_frame(p->d, r, outer, p->width, p->ink);
}

// A filled triangle with rounded corners.
static void wedge(const pen *p, float x0, float y0, float x1, float y1, float x2, float y2)
{
    draw2d_triangle(p->d, p->x + x0 * p->scale, p->y + y0 * p->scale, p->x + x1 * p->scale,
                    p->y + y1 * p->scale, p->x + x2 * p->scale, p->y + y2 * p->scale, p->ink);
    line(p, x0, y0, x1, y1);
    line(p, x1, y1, x2, y2);
    line(p, x2, y2, x0, y0);
}

static void bar(const pen *p, float x, float y, float w, float h, float radius)
{
    rect r = {p->x + x * p->scale, p->y + y * p->scale, w * p->scale, h * p->scale};
    draw2d_box(p->d, r, radius * p->scale, p->ink);
}

// The rule runs along the middle of the stroke.
static void frame(const pen *p, float x, float y, float w, float h, float radius)
{
    float half = 0.5f * p->width;
    rect r = {p->x + x * p->scale - half, p->y + y * p->scale - half, w * p->scale + p->width,
              h * p->scale + p->width};
    draw2d_frame(p->d, r, radius * p->scale + half, p->width, p->ink);
}

#define POINTS(a) (a), (int)(sizeof(a) / (2 * sizeof *(a)))

// --- the four magnifications

// Seen from its left side: cerebrum with two sulci, cerebellum, brain stem.
static void brain(const pen *p)
{
    static const float cerebrum[] = {4.6f,  14.6f, 2.4f,  11.4f, 3.0f,  7.6f,  6.0f,  4.4f,  10.6f, 2.8f,
                                     15.4f, 3.2f,  19.4f, 5.8f,  21.6f, 9.8f,  21.2f, 13.6f, 18.4f, 15.2f,
                                     14.0f, 15.2f, 10.8f, 17.4f, 7.4f,  17.2f, 5.8f,  15.6f};
    static const float central[] = {13.0f, 3.2f, 12.4f, 5.6f, 13.4f, 7.8f, 12.8f, 9.6f};
    static const float lateral[] = {5.8f, 13.2f, 8.8f, 12.8f, 11.4f, 12.4f, 15.2f, 11.2f};
    static const float parietal[] = {17.8f, 7.4f, 17.4f, 9.6f, 18.4f, 11.6f};
    static const float frontal[] = {6.4f, 8.6f, 8.0f, 7.2f, 9.6f, 7.8f};
    static const float cerebellum[] = {20.2f, 14.8f, 20.4f, 17.6f, 18.0f, 19.2f, 15.4f, 18.0f};
    static const float stem[] = {13.6f, 15.6f, 14.6f, 18.6f, 14.8f, 21.6f};
    curve(p, POINTS(cerebrum), true);
    curve(p, POINTS(central), false);
    curve(p, POINTS(lateral), false);
    curve(p, POINTS(cerebellum), false);
    curve(p, POINTS(stem), false);
    if (p->scale < 1.1f)
        return; // small pictures keep to the two sulci that everybody knows
    curve(p, POINTS(parietal), false);
    curve(p, POINTS(frontal), false);
}

// Two cells on one.
static void circuit(const pen *p)
{
    static const float upper[] = {8.0f, 6.2f, 11.2f, 7.2f, 14.0f, 10.2f};
    static const float lower[] = {8.0f, 17.8f, 11.2f, 16.8f, 14.0f, 13.8f};
    ring(p, 5.0f, 5.6f, 2.7f);
    ring(p, 5.0f, 18.4f, 2.7f);
    curve(p, POINTS(upper), false);
    curve(p, POINTS(lower), false);
    dot(p, 16.2f, 12.0f, 3.7f);
    line(p, 19.0f, 12.0f, 22.6f, 12.0f);
}

// A bouton above, molecules in the cleft, receptors in the membrane below.
static void synapse(const pen *p)
{
    static const float bouton[] = {9.8f,  1.4f,  9.6f,  3.6f,  6.2f, 4.8f,  4.6f, 7.6f,  6.4f, 10.2f, 12.0f,
                                   10.6f, 17.6f, 10.2f, 19.4f, 7.6f, 17.8f, 4.8f, 14.4f, 3.6f, 14.2f, 1.4f};
    curve(p, POINTS(bouton), false);
    dot(p, 7.6f, 13.9f, 1.2f);
    dot(p, 12.0f, 14.6f, 1.2f);
    dot(p, 16.4f, 13.9f, 1.2f);
    line(p, 2.0f, 20.2f, 22.0f, 20.2f);
    bar(p, 6.2f, 17.8f, 2.8f, 4.8f, 1.2f);
    bar(p, 15.0f, 17.8f, 2.8f, 4.8f, 1.2f);
}

// A dendrite with one grown spine and two new ones.
static void growth(const pen *p)
{
    line(p, 1.8f, 20.4f, 22.2f, 20.4f);
    line(p, 12.0f, 20.0f, 12.0f, 12.4f);
    ring(p, 12.0f, 7.4f, 4.4f);
    line(p, 4.8f, 20.0f, 4.8f, 16.0f);
    dot(p, 4.8f, 14.6f, 1.9f);
    line(p, 19.2f, 20.0f, 19.2f, 14.6f);
    dot(p, 19.2f, 13.0f, 1.9f);
}

// --- the clock

static void play(const pen *p)
{
    wedge(p, 7.4f, 5.2f, 19.0f, 12.0f, 7.4f, 18.8f);
}

static void pause(const pen *p)
{
    bar(p, 6.2f, 4.4f, 3.8f, 15.2f, 1.2f);
    bar(p, 14.0f, 4.4f, 3.8f, 15.2f, 1.2f);
}

static void step_back(const pen *p)
{
    line(p, 5.6f, 5.6f, 5.6f, 18.4f);
    wedge(p, 18.0f, 6.4f, 10.0f, 12.0f, 18.0f, 17.6f);
}

static void step_forward(const pen *p)
{
    line(p, 18.4f, 5.6f, 18.4f, 18.4f);
    wedge(p, 6.0f, 6.4f, 14.0f, 12.0f, 6.0f, 17.6f);
}

static void reset(const pen *p)
{
    static const float head[] = {3.4f, 4.2f, 3.8f, 9.4f, 9.0f, 9.0f};
    arc(p, 12.0f, 12.4f, 8.4f, -158.0f, 318.0f);
    lines(p, POINTS(head));
}

static void hourglass(const pen *p)
{
    static const float left[] = {6.8f, 3.0f, 7.0f, 7.0f, 10.9f, 12.0f, 7.0f, 17.0f, 6.8f, 21.0f};
    static const float right[] = {17.2f, 3.0f, 17.0f, 7.0f, 13.1f, 12.0f, 17.0f, 17.0f, 17.2f, 21.0f};
    line(p, 4.8f, 2.8f, 19.2f, 2.8f);
    line(p, 4.8f, 21.2f, 19.2f, 21.2f);
    curve(p, POINTS(left), false);
    curve(p, POINTS(right), false);
    wedge(p, 9.8f, 18.8f, 12.0f, 17.0f, 14.2f, 18.8f);
}

// --- the bar

static void settings(const pen *p)
{
    dot(p, 12.0f, 12.0f, 2.2f);
    ring(p, 12.0f, 12.0f, 6.6f);
    pen tooth = *p;
    tooth.width *= 1.45f;
    for (int i = 0; i < 8; i++) {
        float a = ((float)i + 0.5f) * 0.25f * pi;
        line(&tooth, 12.0f + 7.6f * cosf(a), 12.0f + 7.6f * sinf(a), 12.0f + 9.2f * cosf(a),
             12.0f + 9.2f * sinf(a));
    }
}

static void help(const pen *p)
{
    static const float mark[] = {9.0f,  9.4f, 9.8f,  7.4f,  12.0f, 6.6f,  14.4f, 7.4f,
                                 15.0f, 9.4f, 13.8f, 11.2f, 12.2f, 12.4f, 12.0f, 14.0f};
    ring(p, 12.0f, 12.0f, 9.4f);
    curve(p, POINTS(mark), false);
    dot(p, 12.0f, 17.2f, 1.25f);
}

static void info(const pen *p)
{
    ring(p, 12.0f, 12.0f, 9.4f);
    dot(p, 12.0f, 7.4f, 1.3f);
    line(p, 12.0f, 11.2f, 12.0f, 17.0f);
}

static void close(const pen *p)
{
    line(p, 6.0f, 6.0f, 18.0f, 18.0f);
    line(p, 18.0f, 6.0f, 6.0f, 18.0f);
}

static void menu(const pen *p)
{
    for (int i = 0; i < 3; i++)
        line(p, 4.0f, 6.0f + 6.0f * (float)i, 20.0f, 6.0f + 6.0f * (float)i);
}

static void pin(const pen *p)
{
    // The sides touch the circle of radius 6.4 as tangents from the tip.
    const float tip = 21.6f, cy = 9.2f, r = 6.4f;
    float spread = acosf(r / (tip - cy)), left = 0.5f * pi + spread, right = 0.5f * pi - spread;
    arc(p, 12.0f, cy, r, left * 180.0f / pi, 360.0f - 2.0f * spread * 180.0f / pi);
    line(p, 12.0f + r * cosf(left), cy + r * sinf(left), 12.0f, tip);
    line(p, 12.0f + r * cosf(right), cy + r * sinf(right), 12.0f, tip);
    dot(p, 12.0f, cy, 2.3f);
}

static void eye(const pen *p)
{
    static const float upper[] = {1.8f, 12.0f, 6.0f, 7.4f, 12.0f, 5.6f, 18.0f, 7.4f, 22.2f, 12.0f};
    static const float lower[] = {1.8f, 12.0f, 6.0f, 16.6f, 12.0f, 18.4f, 18.0f, 16.6f, 22.2f, 12.0f};
    curve(p, POINTS(upper), false);
    curve(p, POINTS(lower), false);
    dot(p, 12.0f, 12.0f, 3.3f);
}

// A tag with its hole.
static void labels(const pen *p)
{
    static const float tag[] = {3.6f,  4.6f,  4.6f,  3.6f, 11.4f, 3.6f, 20.6f,
                                12.8f, 12.8f, 20.6f, 3.6f, 11.4f, 3.6f, 4.6f};
    lines(p, POINTS(tag));
    dot(p, 8.2f, 8.2f, 1.7f);
}

static void fullscreen(const pen *p)
{
    static const float corners[4][6] = {{3.6f, 9.0f, 3.6f, 3.6f, 9.0f, 3.6f},
                                        {15.0f, 3.6f, 20.4f, 3.6f, 20.4f, 9.0f},
                                        {20.4f, 15.0f, 20.4f, 20.4f, 15.0f, 20.4f},
                                        {9.0f, 20.4f, 3.6f, 20.4f, 3.6f, 15.0f}};
    for (int i = 0; i < 4; i++)
        lines(p, corners[i], 3);
}

static void language(const pen *p)
{
    static const float meridian[] = {12.0f, 2.6f,  15.4f, 6.6f,  16.4f, 12.0f, 15.4f, 17.4f,
                                     12.0f, 21.4f, 8.6f,  17.4f, 7.6f,  12.0f, 8.6f,  6.6f};
    ring(p, 12.0f, 12.0f, 9.4f);
    curve(p, POINTS(meridian), true);
    line(p, 3.0f, 12.0f, 21.0f, 12.0f);
}

static void theme_half(const pen *p)
{
    ring(p, 12.0f, 12.0f, 9.0f);
    pen fill = *p;
    fill.width = 6.4f * p->scale;
    arc(&fill, 12.0f, 12.0f, 3.2f, -90.0f, 180.0f);
}

// --- small marks

static void chevron(const pen *p, float dx, float dy)
{
    // Tip at the middle plus (dx, dy), arms back and to both sides.
    float tx = 12.0f + 3.4f * dx, ty = 12.0f + 3.4f * dy, bx = 12.0f - 3.4f * dx, by = 12.0f - 3.4f * dy;
    line(p, bx + 6.8f * dy, by + 6.8f * dx, tx, ty);
    line(p, bx - 6.8f * dy, by - 6.8f * dx, tx, ty);
}

static void chevron_left(const pen *p)
{
    chevron(p, -1.0f, 0.0f);
}

static void chevron_right(const pen *p)
{
    chevron(p, 1.0f, 0.0f);
}

static void chevron_up(const pen *p)
{
    chevron(p, 0.0f, -1.0f);
}

static void chevron_down(const pen *p)
{
    chevron(p, 0.0f, 1.0f);
}

static void check(const pen *p)
{
    static const float tick[] = {4.8f, 12.6f, 9.8f, 17.6f, 19.4f, 7.0f};
    lines(p, POINTS(tick));
}

static void warning(const pen *p)
{
    static const float triangle[] = {12.0f, 3.2f, 22.0f, 20.4f, 2.0f, 20.4f, 12.0f, 3.2f};
    lines(p, POINTS(triangle));
    line(p, 12.0f, 9.6f, 12.0f, 13.6f);
    dot(p, 12.0f, 17.0f, 1.25f);
}

static void copy(const pen *p)
{
    static const float behind[] = {4.6f, 15.6f, 3.4f,  14.4f, 3.4f,  4.6f,
                                   4.6f, 3.4f,  14.4f, 3.4f,  15.6f, 4.6f};
    frame(p, 8.4f, 8.4f, 12.2f, 12.2f, 2.2f);
    lines(p, POINTS(behind));
}

static void plus(const pen *p)
{
    line(p, 4.6f, 12.0f, 19.4f, 12.0f);
    line(p, 12.0f, 4.6f, 12.0f, 19.4f);
}

static void minus(const pen *p)
{
    line(p, 4.6f, 12.0f, 19.4f, 12.0f);
}

static void (*const painters[ICON_COUNT])(const pen *p) = {
    [ICON_BRAIN] = brain,
    [ICON_CIRCUIT] = circuit,
    [ICON_SYNAPSE] = synapse,
    [ICON_GROWTH] = growth,
    [ICON_PLAY] = play,
    [ICON_PAUSE] = pause,
    [ICON_STEP_BACK] = step_back,
    [ICON_STEP_FORWARD] = step_forward,
    [ICON_RESET] = reset,
    [ICON_SETTINGS] = settings,
    [ICON_HELP] = help,
    [ICON_INFO] = info,
    [ICON_CLOSE] = close,
    [ICON_MENU] = menu,
    [ICON_PIN] = pin,
    [ICON_EYE] = eye,
    [ICON_LABELS] = labels,
    [ICON_FULLSCREEN] = fullscreen,
    [ICON_LANGUAGE] = language,
    [ICON_THEME] = theme_half,
    [ICON_CHEVRON_LEFT] = chevron_left,
    [ICON_CHEVRON_RIGHT] = chevron_right,
    [ICON_CHEVRON_UP] = chevron_up,
    [ICON_CHEVRON_DOWN] = chevron_down,
    [ICON_CHECK] = check,
    [ICON_WARNING] = warning,
    [ICON_COPY] = copy,
    [ICON_HOURGLASS] = hourglass,
    [ICON_PLUS] = plus,
    [ICON_MINUS] = minus,
};

void icon_draw(draw2d *d, icon_id icon, rect box, colour ink)
{
    float size = fminf(box.w, box.h);
    if (icon <= ICON_NONE || icon >= ICON_COUNT || !(size > 0.0f))
        return;
    pen p = {.d = d,
             .x = box.x + 0.5f * (box.w - size),
             .y = box.y + 0.5f * (box.h - size),
             .scale = size / 24.0f,
             .width = fmaxf(1.2f, 1.9f * size / 24.0f),
             .ink = ink};
    painters[icon](&p);
}

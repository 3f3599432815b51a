#include "flash/flash_meter.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

static const float least_change = 0.10f, dark_enough = 0.80f;
static const float red_change = 20.0f / 320.0f, saturated = 0.80f;
static const float rounding = 1e-5f;

// One quantity of one cell: where it last turned and when it made its last transitions.
typedef struct cell {
    float low, high; // reached since the last transition
    bool low_red, high_red;
    signed char rising; // 1 after a rise, -1 after a fall, 0 before any
    unsigned char next; // place in `when` of the next transition
    float when[FLASH_TRANSITIONS_MAX];
} cell;

typedef struct channel {
    cell *cells;
    float last_s; // when any cell last made a transition
    flash_found found;
} channel;

struct flash_meter {
    int width, height; // px
    int columns, rows; // cells
    float linear[256];
    float *light; // columns * rows * 3, mean linear light of the cells
    int *sum;     // (columns + 1) * (rows + 1), how many cells flash above and to the left
    channel channels[FLASH_KINDS];
};

static const float never = -1e9f;

static bool begin_channel(channel *c, size_t count)
{
    c->cells = calloc(count, sizeof *c->cells);
    c->last_s = never;
    for (size_t i = 0; c->cells && i < count; i++) {
        c->cells[i].low = HUGE_VALF;
        c->cells[i].high = -HUGE_VALF;
        for (int k = 0; k < FLASH_TRANSITIONS_MAX; k++)
            c->cells[i].when[k] = never;
    }
    return c->cells != NULL;
}

flash_meter *flash_meter_create(int width, int height)
{
    flash_meter *m = width >= FLASH_CELL && height >= FLASH_CELL ? calloc(1, sizeof *m) : NULL;
    if (!m)
        return NULL;
    m->width = width;
    m->height = height;
    m->columns = width / FLASH_CELL;
    m->rows = height / FLASH_CELL;
    for (int i = 0; i < 256; i++) {
        float c = (float)i / 255.0f;
        m->linear[i] = c <= 0.04045f ? c / 12.92f : powf((c + 0.055f) / 1.055f, 2.4f);
    }
    size_t count = (size_t)m->columns * (size_t)m->rows;
    m->light = calloc(3 * count, sizeof *m->light);
    m->sum = calloc((size_t)(m->columns + 1) * (size_t)(m->rows + 1), sizeof *m->sum);
    bool whole = m->light && m->sum;
    for (int k = 0; k < FLASH_KINDS; k++)
        whole = begin_channel(&m->channels[k], count) && whole;
    if (whole)
        return m;
    flash_meter_destroy(m);
    return NULL;
}

void flash_meter_destroy(flash_meter *m)
{
    if (!m)
        return;
    for (int k = 0; k < FLASH_KINDS; k++)
        free(m->channels[k].cells);
    free(m->light);
    free(m->sum);
    free(m);
}

static void take_light(flash_meter *m, const image *rgb)
{
    const float share = 1.0f / (FLASH_CELL * FLASH_CELL);
    for (int row = 0; row < m->rows; row++) {
        float *line = m->light + (size_t)row * (size_t)m->columns * 3;
        for (int i = 0; i < 3 * m->columns; i++)
            line[i] = 0.0f;
        for (int y = 0; y < FLASH_CELL; y++) {
            const uint8_t *p =
                rgb->data + (size_t)(row * FLASH_CELL + y) * (size_t)rgb->width * (size_t)rgb->channels;
            for (int x = 0; x < m->columns * FLASH_CELL; x++, p += rgb->channels) {
                float *to = line + (size_t)(x / FLASH_CELL) * 3;
                to[0] += m->linear[p[0]];
                to[1] += m->linear[p[1]];
                to[2] += m->linear[p[2]];
            }
        }
        for (int i = 0; i < 3 * m->columns; i++)
            line[i] *= share;
    }
}

// Follows one quantity: a transition is told once it is certain, and the next one counts from the end that
// it reached.
static bool follow(cell *c, float value, bool red, flash_kind kind, float time_s)
{
    if (value < c->low) {
        c->low = value;
        c->low_red = red;
    }
    if (value > c->high) {
        c->high = value;
        c->high_red = red;
    }
    bool rise = c->rising <= 0, fall = c->rising >= 0;
    if (kind == FLASH_GENERAL) {
        rise = rise && value - c->low > least_change - rounding && c->low < dark_enough;
        fall = fall && c->high - value > least_change - rounding && value < dark_enough;
    } else {
        rise = rise && value - c->low > red_change && (red || c->low_red);
        fall = fall && c->high - value > red_change && (red || c->high_red);
    }
    if (!rise && !fall)
        return false;
    c->rising = rise ? 1 : -1;
    c->low = c->high = value;
    c->low_red = c->high_red = red;
    c->when[c->next] = time_s;
    c->next = (unsigned char)((c->next + 1) % FLASH_TRANSITIONS_MAX);
    return true;
}

// The cell made at least `count` transitions within the second that ends at `time_s`.
static bool made(const cell *c, int count, float time_s)
{
    int place = (c->next + FLASH_TRANSITIONS_MAX - count) % FLASH_TRANSITIONS_MAX;
    return c->when[place] > time_s - 1.0f + rounding;
}

// The greatest share of a window whose cells made at least `count` transitions in the last second.
static double greatest_share(flash_meter *m, const channel *c, int count, float time_s, int corner[2])
{
    const double window = (double)FLASH_WIDE * FLASH_HIGH, cell_area = FLASH_CELL * FLASH_CELL;
    size_t stride = (size_t)m->columns + 1;
    for (int y = 0; y < m->rows; y++) {
        int line = 0;
        for (int x = 0; x < m->columns; x++) {
            line += made(&c->cells[(size_t)y * (size_t)m->columns + (size_t)x], count, time_s);
            m->sum[(size_t)(y + 1) * stride + (size_t)x + 1] =
                m->sum[(size_t)y * stride + (size_t)x + 1] + line;
        }
    }
    // Rounded up to whole cells, which finds rather more.
    int wide = (FLASH_WIDE + FLASH_CELL - 1) / FLASH_CELL, high = (FLASH_HIGH + FLASH_CELL - 1) / FLASH_CELL;
    wide = wide < m->columns ? wide : m->columns;
    high = high < m->rows ? high : m->rows;
    int most = 0;
    for (int y = 0; y + high <= m->rows; y++) {
        const int *top = m->sum + (size_t)y * stride, *bottom = top + (size_t)high * stride;
        for (int x = 0; x + wide <= m->columns; x++) {
            int inside = bottom[x + wide] - bottom[x] - top[x + wide] + top[x];
            if (inside > most) {
                most = inside;
                corner[0] = x * FLASH_CELL;
                corner[1] = y * FLASH_CELL;
            }
        }
    }
    return most * cell_area / window;
}

static void judge(flash_meter *m, flash_kind kind, float time_s)
{
    channel *c = &m->channels[kind];
    if (c->last_s <= time_s - 1.0f)
        return;
    int allowed = kind == FLASH_GENERAL ? FLASH_GENERAL_MOST : FLASH_RED_MOST, corner[2] = {0, 0};
    double share = greatest_share(m, c, allowed + 1, time_s, corner);
    if (share > c->found.share) {
        c->found.share = share;
        c->found.share_s = (double)time_s;
        c->found.x = corner[0];
        c->found.y = corner[1];
    }
    while (c->found.transitions < FLASH_TRANSITIONS_MAX &&
           greatest_share(m, c, c->found.transitions + 1, time_s, corner) >= FLASH_AREA)
        c->found.transitions++;
}

void flash_meter_take(flash_meter *m, const image *rgb, double time_s)
{
    take_light(m, rgb);
    float now = (float)time_s;
    size_t count = (size_t)m->columns * (size_t)m->rows;
    channel *general = &m->channels[FLASH_GENERAL], *reds = &m->channels[FLASH_RED];
    for (size_t i = 0; i < count; i++) {
        const float *p = m->light + 3 * i;
        float total = p[0] + p[1] + p[2], red = fmaxf(0.0f, p[0] - p[1] - p[2]);
        bool is_red = total > 0.0f && p[0] >= saturated * total;
        if (follow(&general->cells[i], 0.2126f * p[0] + 0.7152f * p[1] + 0.0722f * p[2], false, FLASH_GENERAL,
                   now))
            general->last_s = now;
        if (follow(&reds->cells[i], red, is_red, FLASH_RED, now))
            reds->last_s = now;
    }
    judge(m, FLASH_GENERAL, now);
    judge(m, FLASH_RED, now);
}

flash_found flash_meter_found(const flash_meter *m, flash_kind kind)
{
    return m->channels[kind].found;
}

int flash_meter_passes(const flash_meter *m)
{
    return m->channels[FLASH_GENERAL].found.share < FLASH_AREA &&
           m->channels[FLASH_RED].found.share < FLASH_AREA;
}

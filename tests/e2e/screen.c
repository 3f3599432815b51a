// What is on an Xvfb screen: reads its frame buffer file (X window dump, 32 bits a pixel) and prints the mean
// brightness 0..255 and the number of different colours of a rectangle. With --like: how far another such
// file is from it, as the mean difference of a channel in hundredths of 255 and the channels that differ by
// more than 40, in ten-thousandths of all. usage: screen FILE [x y width height]
//        screen FILE --like OTHER
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIELDS = 25, HEADER_SIZE = 0, WIDTH = 4, HEIGHT = 5, BITS = 11, LINE_BYTES = 12, COLOURS = 19 };
enum { SEEN = 1 << 18, FAR = 40 };

typedef struct screen {
    FILE *file;
    long width, height, line_bytes, data;
} screen;

static uint32_t big_endian(const unsigned char *b)
{
    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

static bool screen_open(screen *s, const char *path)
{
    unsigned char raw[4 * FIELDS];
    uint32_t field[FIELDS];
    s->file = fopen(path, "rb");
    if (!s->file || fread(raw, 1, sizeof raw, s->file) != sizeof raw)
        return false;
    for (int i = 0; i < FIELDS; i++)
        field[i] = big_endian(raw + 4 * i);
    s->width = (long)field[WIDTH];
    s->height = (long)field[HEIGHT];
    s->line_bytes = (long)field[LINE_BYTES];
    s->data = (long)field[HEADER_SIZE] + 12 * (long)field[COLOURS];
    return field[BITS] == 32;
}

static bool screen_row(const screen *s, long x, long y, long width, unsigned char *row)
{
    fseek(s->file, s->data + y * s->line_bytes + 4 * x, SEEK_SET);
    return fread(row, 4, (size_t)width, s->file) == (size_t)width;
}

static int compare(const screen *a, const char *path)
{
    screen b;
    if (!screen_open(&b, path) || a->width != b.width || a->height != b.height)
        return 1;
    unsigned char *rows[2] = {malloc(4 * (size_t)a->width), malloc(4 * (size_t)a->width)};
    double sum = 0.0, far = 0.0, count = 3.0 * (double)a->width * (double)a->height;
    for (long y = 0; rows[0] && rows[1] && y < a->height; y++) {
        if (!screen_row(a, 0, y, a->width, rows[0]) || !screen_row(&b, 0, y, a->width, rows[1]))
            return 1;
        for (long i = 0; i < 4 * a->width; i++) {
            int d = i % 4 < 3 ? abs(rows[0][i] - rows[1][i]) : 0;
            sum += d;
            far += d > FAR;
        }
    }
    printf("%.0f %.0f\n", 100.0 * sum / count, 10000.0 * far / count);
    free(rows[0]);
    free(rows[1]);
    fclose(b.file);
    return 0;
}

static int describe(const screen *s, long x, long y, long width, long height)
{
    static unsigned char seen[SEEN];
    if (x < 0 || y < 0 || width < 1 || height < 1 || x + width > s->width || y + height > s->height)
        return 1;
    long colours = 0;
    double sum = 0;
    unsigned char *row = malloc(4 * (size_t)width);
    for (long j = 0; row && j < height && screen_row(s, x, y + j, width, row); j++)
        for (long i = 0; i < width; i++) {
            const unsigned char *p = row + 4 * i;
            sum += (p[0] + p[1] + p[2]) / 3.0;
            uint32_t key = (uint32_t)(p[0] >> 2) << 12 | (uint32_t)(p[1] >> 2) << 6 | (uint32_t)(p[2] >> 2);
            colours += !seen[key];
            seen[key] = 1;
        }
    printf("%.0f %ld\n", sum / ((double)width * (double)height), colours);
    free(row);
    return 0;
}

int main(int argc, char **argv)
{
    screen s = {0};
    int status = 1;
    if (argc > 1 && screen_open(&s, argv[1])) {
        if (argc == 4 && strcmp(argv[2], "--like") == 0)
            status = compare(&s, argv[3]);
        else if (argc == 6)
            status = describe(&s, strtol(argv[2], NULL, 10), strtol(argv[3], NULL, 10),
                              strtol(argv[4], NULL, 10), strtol(argv[5], NULL, 10));
        else
            status = describe(&s, 0, 0, s.width, s.height);
    }
    if (s.file)
        fclose(s.file);
    return status;
}

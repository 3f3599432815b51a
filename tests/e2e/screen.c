// What is on an Xvfb screen: reads its frame buffer file (X window dump, 32 bits a pixel) and prints the mean
// brightness 0..255 and the number of different colours of a rectangle.
// usage: screen FILE [x y width height]
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIELDS = 25, HEADER_SIZE = 0, WIDTH = 4, HEIGHT = 5, BITS = 11, LINE_BYTES = 12, COLOURS = 19 };
enum { SEEN = 1 << 18 };

static uint32_t big_endian(const unsigned char *b)
{
    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

int main(int argc, char **argv)
{
    static unsigned char seen[SEEN];
    unsigned char raw[4 * FIELDS];
    uint32_t field[FIELDS];
    FILE *f = argc > 1 ? fopen(argv[1], "rb") : NULL;
    if (!f || fread(raw, 1, sizeof raw, f) != sizeof raw)
        return 1;
    for (int i = 0; i < FIELDS; i++)
        field[i] = big_endian(raw + 4 * i);
    if (field[BITS] != 32)
        return 1;
    long x = 0, y = 0, width = (long)field[WIDTH], height = (long)field[HEIGHT];
    if (argc == 6) {
        x = strtol(argv[2], NULL, 10);
        y = strtol(argv[3], NULL, 10);
        width = strtol(argv[4], NULL, 10);
        height = strtol(argv[5], NULL, 10);
    }
    if (x < 0 || y < 0 || width < 1 || height < 1 || x + width > (long)field[WIDTH] ||
        y + height > (long)field[HEIGHT])
        return 1;
    long data = (long)field[HEADER_SIZE] + 12 * (long)field[COLOURS], colours = 0;
    double sum = 0;
    unsigned char *row = malloc(4 * (size_t)width);
    for (long j = 0; row && j < height; j++) {
        fseek(f, data + (y + j) * (long)field[LINE_BYTES] + 4 * x, SEEK_SET);
        if (fread(row, 4, (size_t)width, f) != (size_t)width)
            break;
        for (long i = 0; i < width; i++) {
            const unsigned char *p = row + 4 * i;
            sum += (p[0] + p[1] + p[2]) / 3.0;
            uint32_t key = (uint32_t)(p[0] >> 2) << 12 | (uint32_t)(p[1] >> 2) << 6 | (uint32_t)(p[2] >> 2);
            colours += !seen[key];
            seen[key] = 1;
        }
    }
    printf("%.0f %ld\n", sum / ((double)width * (double)height), colours);
    free(row);
    fclose(f);
    return 0;
}

#include "bake/nifti.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

enum { HEADER_BYTES = 348, TYPE_UINT8 = 2, MAX_SIDE = 1024 };

static int16_t read_i16(const uint8_t *b)
{
    return (int16_t)(uint16_t)(b[0] | b[1] << 8);
}

static float read_f32(const uint8_t *b)
{
    uint32_t u = (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
    float f;
    memcpy(&f, &u, sizeof f);
    return f;
}

// Fills origin and step from the sform, or from the qform where the file has no sform. Both must be the
// identity rotation with one positive step: x to the right, y to the front, z up.
static bool read_axes(const uint8_t *h, grid *g)
{
    if (read_i16(h + 254) > 0) {
        for (int row = 0; row < 3; row++) {
            for (int col = 0; col < 3; col++) {
                double m = (double)read_f32(h + 280 + 16 * row + 4 * col);
                if (row == col && row == 0)
                    g->step_mm = m;
                if (fabs(m - (row == col ? g->step_mm : 0.0)) > 1e-4)
                    return false;
            }
            g->origin_mm[row] = (double)read_f32(h + 280 + 16 * row + 12);
        }
    } else if (read_i16(h + 252) > 0) {
        for (int a = 0; a < 3; a++) {
            if (fabs((double)read_f32(h + 256 + 4 * a)) > 1e-4)
                return false;
            g->origin_mm[a] = (double)read_f32(h + 268 + 4 * a);
        }
        g->step_mm = (double)read_f32(h + 80);
        if (read_f32(h + 76) < 0.0f || fabs((double)read_f32(h + 84) - g->step_mm) > 1e-4 ||
            fabs((double)read_f32(h + 88) - g->step_mm) > 1e-4)
            return false;
    } else {
        return false;
    }
    return g->step_mm > 0.01 && g->step_mm < 10.0;
}

static bool read_header(const uint8_t *h, grid *g, long *offset)
{
    if (read_i16(h) != HEADER_BYTES || memcmp(h + 344, "n+1", 4) != 0 || read_i16(h + 70) != TYPE_UINT8)
        return false;
    for (int a = 0; a < 3; a++) {
        g->n[a] = read_i16(h + 42 + 2 * a);
        if (g->n[a] < 2 || g->n[a] > MAX_SIDE)
            return false;
    }
    float start = read_f32(h + 108);
    if (!(start >= (float)HEADER_BYTES && start < 65536.0f))
        return false;
    *offset = (long)start;
    return read_axes(h, g);
}

bool nifti_read(const char *path, nifti *out, error *e)
{
    memset(out, 0, sizeof *out);
    gzFile file = gzopen(path, "rb");
    if (!file) {
        error_set(e, "cannot open %s; install the Debian package mricron-data or set -DNEUROTIDE_ATLAS_DIR.",
                  path);
        return false;
    }
    uint8_t header[HEADER_BYTES];
    long offset = 0;
    if (gzread(file, header, HEADER_BYTES) != HEADER_BYTES || !read_header(header, &out->g, &offset)) {
        error_set(e,
                  "%s is not an 8-bit NIfTI-1 volume with axes right, front, up; reinstall the Debian "
                  "package mricron-data.",
                  path);
        gzclose(file);
        return false;
    }
    size_t count = grid_count(&out->g);
    out->voxels = bake_alloc(count, 1);
    bool whole =
        gzseek(file, offset, SEEK_SET) == offset && gzread(file, out->voxels, (unsigned)count) == (int)count;
    gzclose(file);
    if (!whole) {
        error_set(e, "%s ends too early; reinstall the Debian package mricron-data.", path);
        nifti_free(out);
    }
    return whole;
}

void nifti_free(nifti *v)
{
    free(v->voxels);
    memset(v, 0, sizeof *v);
}

// A picture against the stored one of its name, tests/golden/<name>.png; NEUROTIDE_GOLDEN_UPDATE=1 renews it.
#ifndef NEUROTIDE_TESTS_GOLDEN_PICTURE_H
#define NEUROTIDE_TESTS_GOLDEN_PICTURE_H

#include "check.h"

#include "base/image.h"
#include "export/png.h"

#include <png.h>
#include <stdlib.h>

static inline bool picture_load(const char *path, image *out)
{
    png_image p = {.version = PNG_IMAGE_VERSION};
    if (!png_image_begin_read_from_file(&p, path))
        return false;
    p.format = PNG_FORMAT_RGB;
    bool ok = image_create(out, (int)p.width, (int)p.height, 3) &&
              png_image_finish_read(&p, NULL, out->data, 0, NULL);
    png_image_free(&p);
    return ok;
}

// Mean difference of a channel, and the share of channels that are far off.
static inline void picture_compare(const image *a, const image *b, double *mean, double *far)
{
    size_t n = (size_t)a->width * (size_t)a->height * 3, off = 0;
    double sum = 0.0;
    for (size_t i = 0; i < n; i++) {
        int d = abs((int)a->data[i] - (int)b->data[i]);
        sum += d;
        off += d > 40;
    }
    *mean = sum / (double)n;
    *far = (double)off / (double)n;
}

static inline void picture_keep(const char *path, const image *picture)
{
    error e = {0};
    FILE *f = fopen(path, "wb");
    if (!f || !png_write(f, path, picture, &e) || fclose(f) != 0)
        fail_msg("%s cannot be written. %s", path, e.text);
}

static inline void picture_check(const image *now, const char *name, bool es)
{
    image then = {0};
    char path[512], out[512];
    snprintf(path, sizeof path, NEUROTIDE_SOURCE_DIR "/tests/golden/%s.png", name);
    snprintf(out, sizeof out, NEUROTIDE_GOLDEN_OUT "%s%s.png", name, es ? "_es" : "");
    if (getenv("NEUROTIDE_GOLDEN_UPDATE") && !es)
        picture_keep(path, now);
    picture_keep(out, now);
    if (!picture_load(path, &then) || then.width != now->width || then.height != now->height)
        fail_msg("%s cannot be compared", path);
    double mean = 0.0, far = 0.0;
    picture_compare(now, &then, &mean, &far);
    if (mean > 1.2 || far > 0.006)
        fail_msg("%s: mean difference %.2f of 255, %.2f %% far off; the picture now is %s", name, mean,
                 100.0 * far, out);
    image_destroy(&then);
}

#endif

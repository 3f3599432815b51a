// bake: builds the brain asset from the MRI template and the AAL labels of the Debian package mricron-data.
//   bake FOLDER OUTPUT
#include "bake/deep.h"
#include "bake/parts.h"

#include <stdio.h>

int main(int argc, char **argv)
{
    if (argc != 3) {
        fprintf(stderr, "usage: bake FOLDER OUTPUT\n"
                        "FOLDER holds ch2better.nii.gz and aal.nii.gz (Debian package mricron-data).\n");
        return 2;
    }
    error e = {0};
    anatomy a = {0};
    asset out = {0};
    bool ok = anatomy_read(argv[1], &a, &e) && parts_add_hull(&a, &out, &e) &&
              parts_add_hemispheres(&a, &out, &e) && parts_add_stem(&a, &out, &e) && deep_add(&a, &out, &e) &&
              asset_write(&out, argv[2], &e);
    if (!ok)
        fprintf(stderr, "bake: %s\n", e.text);
    asset_free(&out);
    anatomy_free(&a);
    return ok ? 0 : 1;
}

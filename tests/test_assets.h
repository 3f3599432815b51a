// The assets that tests of content look at: those of the source, or a folder named in NEUROTIDE_TEST_ASSETS,
// as the test of a third language does.
#ifndef NEUROTIDE_TESTS_TEST_ASSETS_H
#define NEUROTIDE_TESTS_TEST_ASSETS_H

#include <stdlib.h>

static inline const char *test_assets(void)
{
    const char *named = getenv("NEUROTIDE_TEST_ASSETS");
    return named ? named : NEUROTIDE_SOURCE_DIR "/assets";
}

#endif

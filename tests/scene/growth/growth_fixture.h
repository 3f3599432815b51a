// The magnification growth on a recording instead of a GPU, with the words of a language.
#ifndef NEUROTIDE_TESTS_SCENE_GROWTH_FIXTURE_H
#define NEUROTIDE_TESTS_SCENE_GROWTH_FIXTURE_H

#include "scene_fixture.h"

#include "scene/growth/growth.h"
#include "scene/growth/growth_plan.h"

static inline scene_fixture *growth_fixture_open_on(const char *language, fixture_gpu gpu)
{
    return scene_fixture_open(&(fixture_def){.scene = &growth_class,
                                             .gpu = gpu,
                                             .language = language,
                                             .files = {"growth", "interface", "time", "clock", "brain"}});
}

static inline scene_fixture *growth_fixture_open(const char *language)
{
    return growth_fixture_open_on(language, FIXTURE_RECORDING);
}

#endif

// The brain on a GPU of software, or on a recording, with the asset of this build.
#ifndef NEUROTIDE_TESTS_GOLDEN_BRAIN_FIXTURE_H
#define NEUROTIDE_TESTS_GOLDEN_BRAIN_FIXTURE_H

#include "scene_fixture.h"

#include "scene/brain/brain.h"
#include "scene/brain/brain_plan.h"
#include "scene/brain/brain_scene.h"

// Regions by their short ids, everything else by a short text of its own: no font and no language needed.
static inline const char *brain_fixture_word(void *ctx, const char *id)
{
    (void)ctx;
    static const struct {
        const char *end, *text;
    } table[] = {{".what", "It helps to do one thing and takes part in a few others."},
                 {".name", "Dorsolateral cortex"},
                 {".short", "Dorsolateral"},
                 {".title", "Engagement, arbitrary units"},
                 {".pattern", "Pattern set by the authors, not measured"},
                 {"side.ssri", "SSRI"},
                 {"side.ketamine", "Ketamine"},
                 {"brain.left", "L"},
                 {"brain.right", "R"},
                 {"brain.number", "{value}"},
                 {"badge.pin", "Shown at {time}"},
                 {"time.min", "{count} minutes"},
                 {"time.w", "{count} weeks"},
                 {"card.now", "Level now"}};
    size_t n = strlen(id);
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        size_t k = strlen(table[i].end);
        if (n >= k && strcmp(id + n - k, table[i].end) == 0)
            return table[i].text;
    }
    return n > 6 ? id + n - 6 : id;
}

static inline scene_fixture *brain_fixture_open(fixture_gpu gpu)
{
    return scene_fixture_open(&(fixture_def){
        .scene = &brain_class, .gpu = gpu, .word = brain_fixture_word, .asset = NEUROTIDE_BRAIN_ASSET});
}

#endif

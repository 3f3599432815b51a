// What a scene's live description says: messages with their numbers, before any words are looked up.
#ifndef NEUROTIDE_TESTS_SCENE_SAID_H
#define NEUROTIDE_TESTS_SCENE_SAID_H

#include "check.h"

#include "scene/scene.h"

#include <string.h>

typedef struct said {
    message m[SCENE_SENTENCES];
    int count;
} said;

// `scene` may be NULL, as for the words alone.
static inline said said_of(const scene_class *c, const void *scene, const view_state *v, const treatment *t)
{
    said s = {.count = 0};
    s.count = c->describe(scene, v, t, s.m);
    assert_in_range(s.count, 1, SCENE_SENTENCES);
    return s;
}

// The n-th message of an id, from 0; NULL when there is none.
static inline const message *find_nth(const said *s, const char *id, int n)
{
    for (int i = 0; i < s->count; i++)
        if (strcmp(s->m[i].id, id) == 0 && n-- == 0)
            return &s->m[i];
    return NULL;
}

static inline const message *find(const said *s, const char *id)
{
    return find_nth(s, id, 0);
}

static inline double number(const message *m, const char *name)
{
    assert_non_null(m);
    for (int i = 0; i < m->arg_count; i++)
        if (strcmp(m->args[i].name, name) == 0)
            return m->args[i].number;
    fail_msg("%s has no {%s}", m->id, name);
    return 0.0;
}

#endif

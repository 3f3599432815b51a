// What app/state/notice.c keeps.
#ifndef NEUROTIDE_APP_NOTICE_STATE_H
#define NEUROTIDE_APP_NOTICE_STATE_H

#include "base/message.h"
#include "content/content_problems.h"
#include "view/view_state.h"
#include "view/view_text.h"
#include <stdbool.h>

enum { NOTICE_MAX = 512 };

typedef struct notice_state {
    view_problems problems;          // shown by OVERLAY_PROBLEMS
    content_problems story_problems; // of the open story's file, shown there too
    char toast[NOTICE_MAX];          // short confirmation, empty for none
    double toast_left_s;
    unsigned toasts; // shown so far
} notice_state;

#endif

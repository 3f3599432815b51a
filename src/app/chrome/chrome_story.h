// The strip of a story under its caption: answers to its question, back and next, and how far one is.
#ifndef NEUROTIDE_APP_CHROME_STORY_H
#define NEUROTIDE_APP_CHROME_STORY_H

#include "app/state/app_state.h"

// px that it needs at the surface's width, 0 without a story; called between ui_begin and ui_end.
float chrome_story_height(const app *a);
// Builds it into a->chrome.layout.story.
void chrome_story(app *a);

#endif

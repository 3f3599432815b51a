// What app/story_player.c keeps: the story that is open and where one is in it. All zero: no story.
#ifndef NEUROTIDE_APP_PLAYER_STATE_H
#define NEUROTIDE_APP_PLAYER_STATE_H

#include "content/content_problems.h"
#include "content/story.h"
#include "platform/files.h"
#include "platform/paths.h"

#include <stdbool.h>

// The stories beside the program, in byte order of their names.
enum { PLAYER_STORIES_MAX = 16 };
typedef struct player_shipped {
    char name[PLAYER_STORIES_MAX][STORY_NAME_MAX];
    int count;
} player_shipped;

typedef struct player_state {
    story *story; // NULL: none is open
    char path[PATH_MAX_BYTES];
    file_stamp stamp; // of the file as it was read
    double checked_s; // when the file was last looked at
    int step;
    bool revealed;          // the step's question is answered
    int chosen;             // the answer that was pressed, -1 for none; forgotten with the step
    view_state here;        // where the story has the stage
    player_shipped shipped; // while a list of them is shown
    bool listed;
} player_state;

#endif

// Everything that app/ knows, in one struct a concern. Each has one owner: the folder that may write it. The
// others read it and ask the owner's functions for changes (tests/source/owners.sh compiles every file with
// the structs of other folders const). What is on the stage follows from `session`; the rest is the state of
// the interface itself.
#ifndef NEUROTIDE_APP_APP_STATE_H
#define NEUROTIDE_APP_APP_STATE_H

#include "app/state/caption_pages_state.h"
#include "app/state/chrome_state.h"
#include "app/state/fingers.h"
#include "app/state/frame_state.h"
#include "app/state/hearing_state.h"
#include "app/state/kiosk_state.h"
#include "app/state/narration_state.h"
#include "app/state/notice_state.h"
#include "app/state/parts.h"
#include "app/state/player_state.h"
#include "app/state/present_state.h"
#include "app/state/reading_state.h"
#include "app/state/remember_state.h"
#include "app/state/requests_state.h"
#include "app/state/session_state.h"
#include "app/state/stage_state.h"
#include "app/state/texts_state.h"
#include "base/draw2d.h"

// Empty, but in the owners' test.
#ifndef OWNER_STATE
#define OWNER_STATE
#define OWNER_WORDS
#define OWNER_STAGE
#define OWNER_STORY
#define OWNER_CHROME
#define OWNER_RUN
#endif

typedef struct app {
    OWNER_STATE session session;
    OWNER_STATE notice_state notice;
    OWNER_STATE requests asked;
    OWNER_STATE caption_pages pages; // of the caption strip
    OWNER_WORDS texts_state texts;
    OWNER_WORDS remember_state remember;
    OWNER_STAGE stage_state stage;
    OWNER_STORY player_state player; // the story that is open
    OWNER_STORY present_state present;
    OWNER_STORY kiosk_state kiosk;
    OWNER_STORY reading_state reading;
    OWNER_CHROME chrome_state chrome;
    OWNER_CHROME narration_state narration;
    OWNER_RUN app_parts parts;
    OWNER_RUN frame_state frame;
    OWNER_RUN fingers fingers[2]; // on each window
    OWNER_RUN hearing_state hearing;
    draw2d draw; // the flat picture: who builds a part of it appends to it
} app;

#endif

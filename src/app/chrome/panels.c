#include "app/chrome/panels.h"

#include "app/chrome/panels_reading.h"
#include "app/chrome/panels_settings.h"
#include "app/chrome/panels_story.h"
#include "app/chrome/panels_text.h"

void panels_build(app *a)
{
    switch (a->stage.overlay) {
    case OVERLAY_FIRST_RUN:
        panel_first_run(a);
        break;
    case OVERLAY_MENU:
        panel_menu(a);
        break;
    case OVERLAY_HELP:
        panel_help(a);
        break;
    case OVERLAY_ABOUT:
        panel_about(a);
        break;
    case OVERLAY_STORIES:
        panel_stories(a);
        break;
    case OVERLAY_SURE:
        panel_sure(a);
        break;
    case OVERLAY_GLOSSARY:
        panel_glossary(a);
        break;
    case OVERLAY_PROBLEMS:
        panel_problems(a);
        break;
    case OVERLAY_NONE:
    default:
        a->chrome.panel_shown = OVERLAY_NONE;
        a->chrome.panel_words[0] = '\0';
        break;
    }
}

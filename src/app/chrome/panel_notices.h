// The licences and notices of everything that the program contains or links, in full: files of
// assets/notices, which the build gathers from the installed packages (script/packaging/notices.sh). A list
// of them, and one of them.
#ifndef NEUROTIDE_APP_PANEL_NOTICES_H
#define NEUROTIDE_APP_PANEL_NOTICES_H

#include "app/chrome/panel.h"

// Rows under a heading, one a notice; a row that is pressed opens it from the next build on.
void panel_notice_list(app *a, panel *p);
// The name of the open notice, empty for none.
const char *panel_notice_open(const app *a);
// Builds the open notice as a panel of its own. Esc and a button lead back to the list.
void panel_notice(app *a);
// Back to the list.
void panel_notice_close(app *a);

#endif

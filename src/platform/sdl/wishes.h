// What the person has asked the desktop for: less motion, more contrast.
#ifndef NEUROTIDE_PLATFORM_SDL_WISHES_H
#define NEUROTIDE_PLATFORM_SDL_WISHES_H

#include "platform/host.h"

// Asks the settings portal of the session (org.freedesktop.portal.Settings), which GNOME, KDE and others
// offer, and starts no service for it. Nothing is wished for where there is none. Takes a fraction of a
// second at most.
host_wishes wishes_ask(void);

#endif

#include "platform/window.h"

#include "platform/process.h"
#include "platform/sdl/events.h"

#include <SDL2/SDL.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct window {
    SDL_Window *sdl;
    SDL_GLContext gl;
    event_reader reader;
    bool fullscreen;
    window *second; // NULL for none
    bool is_second;
    double shown_s; // when its last frame was; 0 before the first
};

// Drivers that reach a screen a person sees: SDL would take its own off-screen one without a display, and the
// Wayland library complains on stderr where there is no session.
static void set_drivers(void)
{
#if defined(__unix__) && !defined(__APPLE__)
    const char *session = SDL_getenv("XDG_RUNTIME_DIR");
    if (!SDL_getenv("SDL_VIDEODRIVER"))
        SDL_SetHint(SDL_HINT_VIDEODRIVER, session && session[0] ? "x11,wayland,KMSDRM" : "x11,KMSDRM");
#endif
}

static void set_hints(void)
{
    // Input comes as neutral events, once each; a still picture does not keep the screen awake.
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
    // The system's own handling: an idle window would not see the wish to end before the next event.
    SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
    SDL_SetHint(SDL_HINT_APP_NAME, "Neurotide");
    set_drivers();
}

static void ask_for_gl(int profile, int major, int minor)
{
    SDL_GL_ResetAttributes();
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, profile);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, major);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, minor);
    SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0); // gfx has depth in targets of its own
    SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_ALPHA_SIZE, 0);
}

static void comfortable_size(const window_def *def, int *width, int *height)
{
    *width = def->width;
    *height = def->height;
    if (*width > 0 && *height > 0)
        return;
    SDL_Rect screen = {0, 0, 1280, 720};
    SDL_GetDisplayUsableBounds(0, &screen);
    *width = screen.w * 17 / 20;
    *height = screen.h * 17 / 20;
    if (*width * 9 > *height * 16) // wider than 16:9 only widens the empty sides
        *width = *height * 16 / 9;
}

// Xlib ends the program with words of its own at any error of the server: where GLX has no driver, and later
// even when another program that asked for the clipboard went before it was answered. The first is seen
// because no context comes of it, the second harms nobody here.
static int overlook_x11_error(void *display, void *event)
{
    (void)display;
    (void)event;
    return 0;
}

// Xlib ends the program whatever this returns. Nothing is tidied up: what would be asks the display.
static int tell_lost_display(void *display)
{
    (void)display;
    fputs("neurotide: The display has gone away, so the program ends; start it again on one that is there.\n",
          stderr);
    _Exit(1);
}

static void survive_x11_errors(void)
{
    typedef int (*handler)(void *display, void *event);
    typedef handler (*set_handler)(handler h);
    typedef int (*lost_handler)(void *display);
    typedef lost_handler (*set_lost_handler)(lost_handler h);
    const char *driver = SDL_GetCurrentVideoDriver();
    if (!driver || strcmp(driver, "x11") != 0)
        return;
    void *library = SDL_LoadObject("libX11.so.6"); // stays open: SDL uses it too
    void *found = library ? SDL_LoadFunction(library, "XSetErrorHandler") : NULL;
    void *found_lost = library ? SDL_LoadFunction(library, "XSetIOErrorHandler") : NULL;
    set_handler set = NULL;
    set_lost_handler set_lost = NULL;
    memcpy(&set, &found, sizeof set);
    memcpy(&set_lost, &found_lost, sizeof set_lost);
    if (set)
        set(overlook_x11_error);
    if (set_lost)
        set_lost(tell_lost_display);
}

static bool try_gl(window *w, const window_def *def, int profile, int major, int minor)
{
    int width, height;
    ask_for_gl(profile, major, minor);
    comfortable_size(def, &width, &height);
    Uint32 flags = SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    if (def->fullscreen)
        flags |= SDL_WINDOW_FULLSCREEN_DESKTOP;
    w->sdl = SDL_CreateWindow(def->title ? def->title : "", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                              width, height, flags);
    if (!w->sdl)
        return false;
    w->gl = SDL_GL_CreateContext(w->sdl);
    if (w->gl)
        return true;
    SDL_DestroyWindow(w->sdl);
    w->sdl = NULL;
    return false;
}

// The drawable's size and its ratio to window coordinates change with the monitor the window is on.
static void take_size(window *w)
{
    int units_wide = 0, units_high = 0, width = 0, height = 0;
    SDL_GetWindowSize(w->sdl, &units_wide, &units_high);
    SDL_GL_GetDrawableSize(w->sdl, &width, &height);
    w->reader.width = width > 0 ? width : 1;
    w->reader.height = height > 0 ? height : 1;
    w->reader.px_per_unit = units_wide > 0 && width > 0 ? (float)width / (float)units_wide : 1;
}

window *window_open(const window_def *def, error *e)
{
    set_hints();
    if (SDL_InitSubSystem(SDL_INIT_VIDEO | SDL_INIT_EVENTS) != 0) {
        error_set(e, "There is no display to open a window on; --still OUT.png makes a picture without one.");
        return NULL;
    }
    survive_x11_errors();
    window *w = calloc(1, sizeof *w);
    bool opened = w && (try_gl(w, def, SDL_GL_CONTEXT_PROFILE_CORE, 3, 3) ||
                        try_gl(w, def, SDL_GL_CONTEXT_PROFILE_ES, 3, 0));
    if (!opened) {
        error_set(e,
                  "This display offers neither OpenGL 3.3 nor OpenGL ES 3.0; install libgl1-mesa-dri, or try "
                  "it with LIBGL_ALWAYS_SOFTWARE=1 before the command.");
        free(w);
        SDL_QuitSubSystem(SDL_INIT_VIDEO | SDL_INIT_EVENTS);
        return NULL;
    }
    take_size(w);
    if (def->width > 0 && def->height > 0 && w->reader.px_per_unit > 1 && !def->fullscreen) {
        SDL_SetWindowSize(w->sdl, (int)((float)def->width / w->reader.px_per_unit),
                          (int)((float)def->height / w->reader.px_per_unit));
        take_size(w);
    }
    w->fullscreen = def->fullscreen;
    SDL_GL_SetSwapInterval(1);
    SDL_StartTextInput(); // characters tell '?' from '/' on every keyboard
    return w;
}

void window_close(window *w)
{
    if (!w)
        return;
    SDL_GL_DeleteContext(w->gl);
    SDL_DestroyWindow(w->sdl);
    free(w);
    SDL_QuitSubSystem(SDL_INIT_VIDEO | SDL_INIT_EVENTS);
    SDL_Quit();
}

window *window_open_second(window *first, const window_def *def, int x, int y, error *e)
{
    Uint32 flags = SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    window *w = calloc(1, sizeof *w);
    if (w)
        w->sdl = SDL_CreateWindow(def->title ? def->title : "", x, y, def->width, def->height, flags);
    if (!w || !w->sdl) {
        error_set(e, "A second window cannot be opened here: %s.", w ? SDL_GetError() : "not enough memory");
        free(w);
        return NULL;
    }
    w->gl = first->gl;
    w->is_second = true;
    first->second = w;
    take_size(w);
    return w;
}

void window_close_second(window *first, window *second)
{
    if (!second)
        return;
    first->second = NULL;
    window_make_current(first);
    SDL_DestroyWindow(second->sdl);
    free(second);
}

void window_make_current(window *w)
{
    SDL_GL_MakeCurrent(w->sdl, w->gl);
    SDL_GL_SetSwapInterval(w->is_second ? 0 : 1);
}

void window_move(window *w, int x, int y)
{
    bool full = w->fullscreen;
    if (full)
        SDL_SetWindowFullscreen(w->sdl, 0);
    SDL_SetWindowPosition(w->sdl, x, y);
    if (full)
        SDL_SetWindowFullscreen(w->sdl, SDL_WINDOW_FULLSCREEN_DESKTOP);
}

void window_centre(const window *w, int *x, int *y)
{
    int width = 0, height = 0;
    SDL_GetWindowPosition(w->sdl, x, y);
    SDL_GetWindowSize(w->sdl, &width, &height);
    *x += width / 2;
    *y += height / 2;
}

// A key's character follows it at once; taken only from the very next place, so that it never is another's.
static const char *take_text(const SDL_Event *e, SDL_Event *text)
{
    if (e->type != SDL_KEYDOWN || !events_key_may_type(&e->key))
        return NULL;
    if (SDL_PeepEvents(text, 1, SDL_PEEKEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) != 1 ||
        text->type != SDL_TEXTINPUT)
        return NULL;
    SDL_PeepEvents(text, 1, SDL_GETEVENT, SDL_TEXTINPUT, SDL_TEXTINPUT);
    return text->text.text;
}

static Uint32 window_id_of(const SDL_Event *e)
{
    switch (e->type) {
    case SDL_WINDOWEVENT:
        return e->window.windowID;
    case SDL_KEYDOWN:
    case SDL_KEYUP:
        return e->key.windowID;
    case SDL_MOUSEMOTION:
        return e->motion.windowID;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        return e->button.windowID;
    case SDL_MOUSEWHEEL:
        return e->wheel.windowID;
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP:
        return e->tfinger.windowID;
    default:
        return 0;
    }
}

static bool waiting(window *w, input_event *out)
{
    if (events_next(&w->reader, out))
        return true;
    if (!w->second || !events_next(&w->second->reader, out))
        return false;
    out->window = 1;
    return true;
}

bool window_poll(window *w, input_event *out)
{
    SDL_Event e, text;
    while (!waiting(w, out)) {
        if (!SDL_PollEvent(&e))
            return false;
        window *of = w;
        if (w->second && window_id_of(&e) == SDL_GetWindowID(w->second->sdl))
            of = w->second;
        if (e.type == SDL_WINDOWEVENT)
            take_size(of);
        // With two windows the end is not asked for by SDL_QUIT.
        if (w->second && e.type == SDL_WINDOWEVENT && e.window.event == SDL_WINDOWEVENT_CLOSE) {
            *out = (input_event){.kind = INPUT_CLOSE, .window = of != w};
            return true;
        }
        events_read(&of->reader, &e, take_text(&e, &text));
    }
    return true;
}

void window_wait(window *w, double seconds)
{
    if (w->reader.count > 0 || (w->second && w->second->reader.count > 0))
        return;
    if (seconds < 0)
        SDL_WaitEvent(NULL);
    else
        SDL_WaitEventTimeout(NULL, seconds > 3600 ? 3600000 : (int)(1000 * seconds));
}

double window_swap(window *w)
{
    SDL_GL_SwapWindow(w->sdl);
    double now = process_time_s(), before = w->shown_s;
    w->shown_s = now;
    return before > 0.0 ? 1000.0 * (now - before) : 0.0;
}

void window_size(const window *w, int *width, int *height)
{
    *width = w->reader.width;
    *height = w->reader.height;
}

bool window_is_minimised(const window *w)
{
    return (SDL_GetWindowFlags(w->sdl) & (SDL_WINDOW_MINIMIZED | SDL_WINDOW_HIDDEN)) != 0;
}

void window_set_size(window *w, int width, int height)
{
    float ratio = w->reader.px_per_unit;
    SDL_SetWindowSize(w->sdl, (int)((float)width / ratio), (int)((float)height / ratio));
}

void window_set_fullscreen(window *w, bool on)
{
    if (SDL_SetWindowFullscreen(w->sdl, on ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0) == 0)
        w->fullscreen = on;
}

bool window_is_fullscreen(const window *w)
{
    return w->fullscreen;
}

void window_show_pointer(window *w, bool shown)
{
    (void)w;
    SDL_ShowCursor(shown ? SDL_ENABLE : SDL_DISABLE);
}

double window_refresh_hz(const window *w)
{
    SDL_DisplayMode mode;
    int display = SDL_GetWindowDisplayIndex(w->sdl);
    if (display < 0 || SDL_GetCurrentDisplayMode(display, &mode) != 0 || mode.refresh_rate <= 0)
        return 60;
    return mode.refresh_rate;
}

char *window_clipboard(window *w)
{
    (void)w;
    char *held = SDL_HasClipboardText() ? SDL_GetClipboardText() : NULL;
    size_t size = held ? strlen(held) + 1 : 0;
    char *copy = size > 1 ? malloc(size) : NULL;
    if (copy)
        memcpy(copy, held, size);
    SDL_free(held);
    return copy;
}

bool window_set_clipboard(window *w, const char *text)
{
    (void)w;
    return SDL_SetClipboardText(text) == 0;
}

bool window_display(char *what, size_t capacity)
{
    what[0] = '\0';
    set_drivers();
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0)
        return false;
    SDL_DisplayMode mode;
    if (SDL_GetDesktopDisplayMode(0, &mode) == 0)
        SDL_snprintf(what, capacity, "%s, %dx%d", SDL_GetCurrentVideoDriver(), mode.w, mode.h);
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
    return what[0] != '\0';
}

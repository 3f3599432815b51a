// A context without a window, from EGL: desktops only. A browser has none, and leaves this file out.
#include "gfx/gfx.h"

#include <epoxy/egl.h>
#include <stdlib.h>
#include <string.h>

struct gfx_offscreen {
    EGLDisplay display;
    EGLContext context;
    EGLSurface surface; // EGL_NO_SURFACE when the context draws without one
};

static bool start_display(EGLDisplay display)
{
    EGLint major = 0, minor = 0;
    return display != EGL_NO_DISPLAY && eglInitialize(display, &major, &minor) &&
           (major > 1 || (major == 1 && minor >= 4));
}

// A display that needs no window system; the default one where that is not offered.
static EGLDisplay open_display(void)
{
    const char *client = eglQueryString(EGL_NO_DISPLAY, EGL_EXTENSIONS);
    if (client && strstr(client, "EGL_EXT_platform_base") &&
        strstr(client, "EGL_MESA_platform_surfaceless")) {
        EGLDisplay display =
            eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, NULL);
        if (start_display(display))
            return display;
    }
    // Forgets the error of the question above, which old libraries answer with one.
    (void)eglGetError();
    EGLDisplay display = eglGetDisplay(EGL_DEFAULT_DISPLAY);
    return start_display(display) ? display : EGL_NO_DISPLAY;
}

static bool choose_config(EGLDisplay display, bool es, EGLConfig *config)
{
    const EGLint wanted[] = {EGL_SURFACE_TYPE,
                             EGL_PBUFFER_BIT,
                             EGL_RENDERABLE_TYPE,
                             es ? EGL_OPENGL_ES3_BIT_KHR : EGL_OPENGL_BIT,
                             EGL_RED_SIZE,
                             8,
                             EGL_GREEN_SIZE,
                             8,
                             EGL_BLUE_SIZE,
                             8,
                             EGL_NONE};
    EGLint count = 0;
    return eglChooseConfig(display, wanted, config, 1, &count) && count > 0;
}

static EGLContext create_context(EGLDisplay display, EGLConfig config, bool es)
{
    const EGLint gl[] = {EGL_CONTEXT_MAJOR_VERSION_KHR,
                         3,
                         EGL_CONTEXT_MINOR_VERSION_KHR,
                         3,
                         EGL_CONTEXT_OPENGL_PROFILE_MASK_KHR,
                         EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT_KHR,
                         EGL_NONE};
    const EGLint gles[] = {EGL_CONTEXT_CLIENT_VERSION, 3, EGL_NONE};
    if (!eglBindAPI(es ? EGL_OPENGL_ES_API : EGL_OPENGL_API))
        return EGL_NO_CONTEXT;
    return eglCreateContext(display, config, EGL_NO_CONTEXT, es ? gles : gl);
}

// Makes the context current, with a small surface where the driver insists on one.
static bool make_current(gfx_offscreen *o, EGLConfig config)
{
    const char *extensions = eglQueryString(o->display, EGL_EXTENSIONS);
    if (extensions && strstr(extensions, "EGL_KHR_surfaceless_context") &&
        eglMakeCurrent(o->display, EGL_NO_SURFACE, EGL_NO_SURFACE, o->context))
        return true;
    const EGLint size[] = {EGL_WIDTH, 16, EGL_HEIGHT, 16, EGL_NONE};
    o->surface = eglCreatePbufferSurface(o->display, config, size);
    return o->surface != EGL_NO_SURFACE && eglMakeCurrent(o->display, o->surface, o->surface, o->context);
}

// epoxy ends the program when it has to open a library that is missing, so that is asked before.
static bool libraries_are_there(bool es, bool (*has_library)(const char *name), error *e)
{
    if (!has_library("libEGL.so.1")) {
        error_set(
            e, "Pictures cannot be drawn without a window: the library libEGL is missing; install libegl1.");
        return false;
    }
    if (es ? !has_library("libGLESv2.so.2") : !has_library("libOpenGL.so.0") && !has_library("libGL.so.1")) {
        error_set(e, "Pictures cannot be drawn without a window: the library of %s is missing; install %s.",
                  es ? "OpenGL ES 3" : "OpenGL 3.3", es ? "libgles2" : "libopengl0");
        return false;
    }
    return true;
}

gfx_offscreen *gfx_offscreen_create(bool es, bool (*has_library)(const char *name), error *e)
{
    const char *kind = es ? "OpenGL ES 3" : "OpenGL 3.3";
    if (has_library && !libraries_are_there(es, has_library, e))
        return NULL;
    gfx_offscreen *o = calloc(1, sizeof *o);
    if (!o) {
        error_set_memory(e, "drawing");
        return NULL;
    }
    o->surface = EGL_NO_SURFACE;
    o->context = EGL_NO_CONTEXT;
    o->display = open_display();
    EGLConfig config = NULL;
    if (o->display == EGL_NO_DISPLAY) {
        error_set(e,
                  "Pictures cannot be drawn without a window: EGL finds no driver; install libgl1-mesa-dri.");
    } else if (!choose_config(o->display, es, &config) ||
               (o->context = create_context(o->display, config, es)) == EGL_NO_CONTEXT ||
               !make_current(o, config)) {
        error_set(e, "Pictures cannot be drawn without a window: the graphics driver does not offer %s.",
                  kind);
    } else {
        return o;
    }
    gfx_offscreen_destroy(o);
    return NULL;
}

void gfx_offscreen_destroy(gfx_offscreen *o)
{
    if (!o)
        return;
    // The display stays open: it is one for the whole process, and ending it would end everybody's contexts.
    if (o->display != EGL_NO_DISPLAY) {
        eglMakeCurrent(o->display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        if (o->surface != EGL_NO_SURFACE)
            eglDestroySurface(o->display, o->surface);
        if (o->context != EGL_NO_CONTEXT)
            eglDestroyContext(o->display, o->context);
    }
    free(o);
}

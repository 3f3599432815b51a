// The door to OpenGL: the only file that names the header its functions come from, and the only one above
// platform/ where a platform may be asked for. Where functions and extensions are looked up in another way
// than through epoxy (a browser links them), that is told here and nowhere else.
#ifndef NEUROTIDE_GFX_GL_API_H
#define NEUROTIDE_GFX_GL_API_H

#include <epoxy/gl.h>
#include <stdbool.h>

// All three need a current context.
static inline bool gl_api_is_es(void)
{
    return !epoxy_is_desktop_gl();
}

// Ten times the major version and the minor one: 33 for 3.3.
static inline int gl_api_version(void)
{
    return epoxy_gl_version();
}

static inline bool gl_api_has(const char *extension)
{
    return epoxy_has_gl_extension(extension);
}

#endif

#!/bin/sh
# Displays that are not there or cannot do it.
. "$(dirname "$0")/lib.sh"

run
same "no display: status" "$status" 1
one_sentence "no display" "$work/err"
DISPLAY=:9999 run
same "a display that does not answer: status" "$status" 1
one_sentence "a display that does not answer" "$work/err"
run --diagnose
same "diagnose without a display: status" "$status" 0

MESA_GL_VERSION_OVERRIDE=2.1 run --still "$work/p.png" --size 64x64
same "no OpenGL 3.3 for a picture: OpenGL ES draws it: status" "$status" 0
quiet "no OpenGL 3.3 for a picture" "$work/err"
MESA_GL_VERSION_OVERRIDE=2.1 MESA_GLES_VERSION_OVERRIDE=2.0 run --still "$work/p.png" --size 64x64
same "neither for a picture: status" "$status" 1
one_sentence "neither for a picture" "$work/err"
export __EGL_VENDOR_LIBRARY_DIRS=/nonexistent
run --still "$work/p.png" --size 64x64
same "no OpenGL for a picture: status" "$status" 1
one_sentence "no OpenGL for a picture" "$work/err"
run --diagnose
same "diagnose without OpenGL: status" "$status" 1
quiet "diagnose without OpenGL" "$work/err"

start_display 640x480 -extension GLX
run
same "a display without OpenGL: status" "$status" 1
one_sentence "a display without OpenGL" "$work/err"

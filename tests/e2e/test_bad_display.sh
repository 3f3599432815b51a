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
unset __EGL_VENDOR_LIBRARY_DIRS

# A driver that was tried and unloaded again: what it did not free is in nobody's name that the sanitizer could
# be told to leave out.
run_with_driver_gone() {
    ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=0" run "$@"
}

# A driver that is not where it is looked for: Xlib would end the program in its own words.
start_display 640x480
export LIBGL_DRIVERS_PATH=/nonexistent
run_with_driver_gone
same "no driver for a window: status" "$status" 1
one_sentence "no driver for a window" "$work/err"
run --still "$work/p.png" --size 64x64
same "no driver for a picture: status" "$status" 1
one_sentence "no driver for a picture" "$work/err"
run --bench 1
same "no driver for a benchmark: status" "$status" 1
one_sentence "no driver for a benchmark" "$work/err"
unset LIBGL_DRIVERS_PATH

# GLX that only passes on what is drawn has no OpenGL 3.3; OpenGL ES comes another way, or not at all.
export LIBGL_ALWAYS_INDIRECT=1
MESA_GLES_VERSION_OVERRIDE=2.0 run_with_driver_gone
same "indirect GLX alone: status" "$status" 1
one_sentence "indirect GLX alone" "$work/err"
run --still "$work/p.png" --size 64x64
same "indirect GLX for a picture: status" "$status" 0
quiet "indirect GLX for a picture" "$work/err"
seen_before
start --size 320x240
quiet "indirect GLX for a window" "$work/err"

# The display goes while the program runs.
kill "$server"
wait "$server" 2>/dev/null
wait "$app"
same "the display goes: status" "$?" 1
one_sentence "the display goes" "$work/err"
unset LIBGL_ALWAYS_INDIRECT
app= server= manager=
rm -f "$work/display"

start_display 640x480 -extension GLX
run
same "a display without OpenGL: status" "$status" 1
one_sentence "a display without OpenGL" "$work/err"

#!/bin/sh
# A driver without OpenGL 3.3: the window draws with OpenGL ES 3.0 instead, every magnification as OpenGL does. And
# it ends at once when a script says so while nothing moves.
. "$(dirname "$0")/lib.sh"
seen_before
start_display 640x420

# Until the screen is the same for two seconds: the picture at rest has its last sample.
until_still() { # FILE: the screen is kept there
    calm=0
    cp "$work/screen/Xvfb_screen0" "$1"
    for _ in $(seq 100); do
        sleep 0.5
        if cmp -s "$work/screen/Xvfb_screen0" "$1"; then calm=$((calm + 1)); else calm=0; fi
        [ "$calm" = 4 ] && return
        cp "$work/screen/Xvfb_screen0" "$1"
    done
    fail "the picture does not come to rest"
}

pictures() { # NAME
    for scene in brain circuit synapse growth; do
        start --reduce-motion --size 600x360 --state "v1,scene=$scene,tssri=4w,tketamine=40min"
        until_still "$work/$1.$scene"
        quit
        quiet "$1, $scene: stderr" "$work/err"
    done
}

pictures gl
# Mesa then offers no core profile of 3.3.
export MESA_GL_VERSION_OVERRIDE=3.0
run --diagnose
holds "there is OpenGL ES" "$(cat "$work/out")" "*OpenGL ES 3*"
if grep -q 'OpenGL [0-9]' "$work/out"; then fail "OpenGL 3.3 is still there: $(cat "$work/out")"; fi
pictures es

for scene in brain circuit synapse growth; do
    apart=$("$tools/e2e_screen" "$work/gl.$scene" --like "$work/es.$scene") || fail "$scene: the screens cannot be compared"
    if [ "${apart% *}" -le 120 ] && [ "${apart#* }" -le 60 ]; then
        ok "$scene: OpenGL ES draws what OpenGL draws ($apart)"
    else
        fail "$scene: OpenGL ES draws another picture (mean and far difference: $apart)"
    fi
done
apart=$("$tools/e2e_screen" "$work/gl.brain" --like "$work/gl.circuit")
[ "${apart#* }" -gt 60 ] || fail "the comparison sees no difference between two scenes ($apart)"

echo "4 quit" >"$work/script"
began=$(date +%s)
run --script "$work/script" --reduce-motion --size 400x300
same "a script's quit: status" "$status" 0
[ $(($(date +%s) - began)) -lt 60 ] || fail "quit waits for an event"

#!/bin/sh
# A driver without OpenGL 3.3: the window draws with OpenGL ES 3.0 instead, what OpenGL draws. And it ends at once when
# a script says so while nothing moves.
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

picture() { # NAME SCENE
    start --reduce-motion --size 600x360 --state "v1,scene=$2,tssri=4w,tketamine=40min"
    until_still "$work/$1.$2"
    quit
    quiet "$1, $2: stderr" "$work/err"
}

[ "$sanitised" ] || picture gl brain
# Mesa then offers no core profile of 3.3.
export MESA_GL_VERSION_OVERRIDE=3.0
run --diagnose
holds "there is OpenGL ES" "$(cat "$work/out")" "*OpenGL ES 3*"
if grep -q 'OpenGL [0-9]' "$work/out"; then fail "OpenGL 3.3 is still there: $(cat "$work/out")"; fi

# The golden tests compare the pictures of all magnifications, drawn by both; here a window has to choose.
start --reduce-motion --size 600x360 --state v1,scene=growth
for key in 3 2; do
    before=$(cksum "$work/screen/Xvfb_screen0")
    keys $key
    for _ in $(seq 100); do
        [ "$(cksum "$work/screen/Xvfb_screen0")" != "$before" ] && break
        sleep 0.1
    done
done
until_state "every magnification is drawn" "v1,scene=circuit*"
until_shown
[ "$sanitised" ] || until_still "$work/es.circuit"
quit
quiet "OpenGL ES: stderr" "$work/err"

if [ ! "$sanitised" ]; then
    picture es brain
    apart=$("$tools/e2e_screen" "$work/gl.brain" --like "$work/es.brain") || fail "the screens cannot be compared"
    if [ "${apart% *}" -le 120 ] && [ "${apart#* }" -le 60 ]; then
        ok "OpenGL ES draws what OpenGL draws ($apart)"
    else
        fail "OpenGL ES draws another picture (mean and far difference: $apart)"
    fi
    apart=$("$tools/e2e_screen" "$work/gl.brain" --like "$work/es.circuit")
    [ "${apart#* }" -gt 60 ] || fail "the comparison sees no difference between two scenes ($apart)"
fi

echo "2 quit" >"$work/script"
began=$(date +%s)
run --script "$work/script" --reduce-motion --size 400x300
same "a script's quit: status" "$status" 0
[ $(($(date +%s) - began)) -lt 60 ] || fail "quit waits for an event"

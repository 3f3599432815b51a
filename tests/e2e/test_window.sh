#!/bin/sh
# Keys, mouse, copy and paste, themes, text size, languages and full screen in a real window.
. "$(dirname "$0")/lib.sh"
seen_before
start_display 1280x720
start --narrate --size 1000x600
opening=v1,tssri=4w,tketamine=40min
until_state "opens on the article's diagram" "$opening"

# the clock
keys Next
until_state "PageDown goes to a mark" "v1,*t=*"
marked=$now
keys Prior
for _ in $(seq 40); do
    [ "$(state)" = "$marked" ] || break
done
until_state "PageUp goes back" "*"
[ "$now" = "$marked" ] && fail "PageUp changes nothing"
keys r
until_state "R resets" "$opening"
keys space
until_state "Space plays and releases the pins" "v1,t=*"
keys space
paused=
for _ in $(seq 20); do # a loaded machine hears the key late
    now=$(state)
    [ "$now" = "$paused" ] && break
    paused=$now
    sleep 1
done
same "Space pauses" "$now" "$paused"

# copy and paste
keys r
until_state "reset" "$opening"
keys Left Left Up
until_state "arrow keys turn" "$opening,cam=*"
turned=$now
keys r
until_state "reset" "$opening"
clip "$turned"
keys ctrl+v
until_state "a pasted state is shown" "$turned"
let_go
clip "not a state"
keys ctrl+v
state >/dev/null # it has been read when the next key is answered
let_go
running || fail "a bad text on the clipboard ends the program"
keys Escape
keys r
until_state "reset after a bad paste" "$opening"

# the mouse: both halves turn together
eval "$(xdotool getwindowgeometry --shell "$window" | grep -E '^(X|Y|WIDTH|HEIGHT)=')"
xdotool mousemove $((X + WIDTH / 4)) $((Y + HEIGHT / 3)) mousedown 1
for step in 1 2 3 4 5 6; do
    xdotool mousemove_relative -- 12 3
    sleep 0.03
done
sleep 0.3
xdotool mouseup 1
until_state "dragging turns" "$opening,cam=*"
if printf '%s\n' "$now" | grep -qE '\.[0-9]{3}'; then
    fail "a copied state has numbers that nobody would write: $now"
else
    ok "a copied state is short"
fi
keys r
until_state "reset" "$opening"
xdotool click --repeat 3 --delay 60 4
until_state "the wheel zooms" "$opening,cam=*"
keys r
until_state "reset" "$opening"

# scenes' own keys
keys g
until_state "G changes the look" "*look=solid*"
keys v
until_state "V shows one half" "*view=*"
keys l
until_state "L hides the labels" "*labels=off*"
keys r
until_state "reset" "$opening"

# presentation: what is seen, and what is remembered
dark=$(brightness)
keys t
for _ in $(seq 50); do
    [ "$(brightness)" -gt $((dark + 60)) ] && break
    sleep 0.1
done
[ "$(brightness)" -gt $((dark + 60)) ] || fail "T brings no light stage ($dark, then $(brightness))"
keys ctrl+plus ctrl+plus
keys ctrl+l
until_line "the language changes" "ISRS"
keys Escape
sleep 0.3
running || fail "Esc quits"
keys F11
for _ in $(seq 50); do
    eval "$(xdotool getwindowgeometry --shell "$window" | grep -E '^(WIDTH|HEIGHT)=')"
    [ "$WIDTH" = 1280 ] && break
    sleep 0.1
done
same "F11: full screen" "${WIDTH}x$HEIGHT" 1280x720
keys F11
for _ in $(seq 50); do
    eval "$(xdotool getwindowgeometry --shell "$window" | grep -E '^(WIDTH|HEIGHT)=')"
    [ "$WIDTH" = 1280 ] || break
    sleep 0.1
done
same "F11 again: the window" "$WIDTH" 1000
keys F1
sleep 0.5
keys Tab Tab Tab Escape
sleep 0.5
until_state "help opens and closes" "$opening"
quit
quiet "stderr" "$work/err"
settings=$(cat "$XDG_CONFIG_HOME/neurotide/settings.yaml")
for kept in "theme: daylight" "text_size: 1[1-9]" "language: es"; do
    holds "it is remembered" "$settings" "*$kept*"
done

#!/bin/sh
# Windows of every shape, minimised ones, and what a resting program costs.
. "$(dirname "$0")/lib.sh"
seen_before
start_display 1280x720
opening=v1,tssri=4w,tketamine=40min
start --size 900x500
for size in "1 1" "8000 200" "200 900" "320 180" "1280 720" "1000 600"; do
    # shellcheck disable=SC2086
    xdotool windowsize "$window" $size
    sleep 0.7
    running || { fail "a window of $size ends the program: $(cat "$work/err")"; break; }
    ok "a window of $size"
done
xdotool windowactivate --sync "$window" 2>/dev/null
until_state "it still hears" "$opening"
until_shown

xdotool windowminimize "$window"
sleep 1
running || fail "minimised, it ends"
xdotool windowactivate --sync "$window" 2>/dev/null
sleep 0.5
until_state "restored, it still hears" "$opening"
until_shown

# at rest nothing is redrawn: processor time over four seconds, in hundredths of a second
spent() { sed 's/.*) //' "/proc/$app/stat" | awk '{ print $12 + $13 }'; }
for _ in $(seq 20); do # the last sample of the picture
    before=$(spent)
    sleep 1
    [ $(($(spent) - before)) -le 2 ] && break
done
before=$(spent)
sleep 4
used=$(($(spent) - before))
if [ "$used" -le 8 ]; then ok "at rest: $used hundredths of a second in 4 s"; else fail "at rest it works: $used hundredths of a second in 4 s"; fi
xdotool windowsize "$window" 1 1
quit
quiet "stderr" "$work/err"

# settings that cannot be written: told once, then carried on
rm -rf "$XDG_CONFIG_HOME"
: >"$XDG_CONFIG_HOME"
start --size 700x400
sleep 1
keys Escape
keys t
sleep 0.5
keys t
sleep 0.5
quit
one_sentence "settings that cannot be written" "$work/err"
rm -f "$XDG_CONFIG_HOME"

# closed by the window manager
seen_before
start --size 700x400
keys alt+F4 # asks the window manager to close it
for _ in $(seq 100); do
    running || break
    sleep 0.1
done
if running; then
    fail "closing the window does not end the program"
else
    wait "$app"
    same "closed: exit status" "$?" 0
    app=
fi

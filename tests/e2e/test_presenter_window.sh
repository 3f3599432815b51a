#!/bin/sh
# Two windows on one screen: the presenter's opens with N, takes the same keys, and goes without harm.
. "$(dirname "$0")/lib.sh"
cp "$(dirname "$0")/../app/stories/lesson.yaml" "$work/lesson.yaml"
seen_before
start_display 1280x720
start "$work/lesson.yaml" --present --narrate --reduce-motion
stage=$window
until_line "the first caption" "^Caption: Educational simulation"
keys n
presenter=
for _ in $(seq 100); do
    presenter=$(xdotool search --onlyvisible --name "Neurotide: presenter" 2>/dev/null | tail -n 1)
    [ -n "$presenter" ] && break
    sleep 0.1
done
[ -n "$presenter" ] || { fail "N opens no window: $(cat "$work/err")"; exit 1; }
ok "N opens the presenter window"
sleep 1
eval "$(xdotool getwindowgeometry --shell "$presenter" | grep -E '^(X|Y|WIDTH|HEIGHT)=')"
for _ in $(seq 50); do
    words=$(colours "$((X + 10))" "$((Y + 10))" "$((WIDTH - 20))" "$((HEIGHT - 20))")
    [ "$words" -gt 60 ] && break
    sleep 0.1
done
[ "$words" -gt 60 ] || fail "nothing is drawn in the presenter window ($words colours)"

xdotool windowactivate --sync "$presenter" 2>/dev/null
keys Next
until_line "PageDown in the presenter window: the next step" "^Caption: Nothing has been taken yet"
keys Right
until_line "Right: the answer" "^Caption: Within two hours"
keys Left
until_line "Left: back" "^Caption: Nothing has been taken yet"
xdotool windowactivate --sync "$stage" 2>/dev/null
keys Next Next
until_line "the keys of the stage's window still act" "^Caption: After six weeks"
xdotool windowactivate --sync "$presenter" 2>/dev/null
# the mouse: the Back button stands at the lower left
xdotool mousemove $((X + 60)) $((Y + HEIGHT - 35)) click 1
sleep 0.5
for _ in $(seq 10); do # a window that is just being given the focus may miss a key
    keys Home
    sleep 0.3
    [ "$(state)" = "v1,tssri=4w,tketamine=40min" ] && break
done
until_state "Home from the presenter window" "v1,tssri=4w,tketamine=40min"
keys b
for _ in $(seq 50); do
    stage_light=$(brightness 5 5 100 100)
    [ "$stage_light" = 0 ] && break
    sleep 0.1
done
same "B in the presenter window blanks the stage" "$stage_light" 0
now_words=$(colours "$((X + 10))" "$((Y + 10))" "$((WIDTH - 20))" "$((HEIGHT - 20))")
[ "$now_words" -gt 60 ] || fail "the presenter's own window is blank too"
sleep 0.8 # quicker presses are ignored
keys b
sleep 0.8
keys n
for _ in $(seq 50); do
    xdotool search --onlyvisible --name "Neurotide: presenter" >/dev/null 2>&1 || break
    sleep 0.1
done
xdotool search --onlyvisible --name "Neurotide: presenter" >/dev/null 2>&1 && fail "N does not close the window"
running || fail "closing the presenter window ends the program"
xdotool windowactivate --sync "$stage" 2>/dev/null
keys Next
until_state "the stage goes on alone" "v1"
keys n
for _ in $(seq 100); do # it ends with two windows open
    xdotool search --onlyvisible --name "Neurotide: presenter" >/dev/null 2>&1 && break
    sleep 0.1
done
quit
quiet "stderr" "$work/err"

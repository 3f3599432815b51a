#!/bin/sh
# A story told with the keys of a remote in a real window: full screen, blank, exploring, and never an end by Esc.
. "$(dirname "$0")/lib.sh"
cp "$(dirname "$0")/../app/stories/lesson.yaml" "$work/lesson.yaml"
start_display 1280x720
start "$work/lesson.yaml" --present --narrate --reduce-motion
until_line "the first caption begins with the safety text" "^Caption: Educational simulation.*Two brains stand side by side"
grep -q "^Focus: Language" "$work/out" && fail "the first-run panel is shown while presenting"
until_size() {
    for _ in $(seq 50); do
        eval "$(xdotool getwindowgeometry --shell "$window" | grep -E '^(WIDTH|HEIGHT)=')"
        [ "$WIDTH" = "$2" ] && break
        sleep 0.1
    done
    same "$1" "$WIDTH" "$2"
}
until_size "presenting fills the screen" 1280

keys Next
until_line "PageDown: the next step" "^Caption: Nothing has been taken yet"
until_state "the stage is the step's" "v1"
keys space
until_line "Space: the answer" "^Caption: Within two hours"
until_state "the stage shows the answer" "v1,t=2h"

lit=$(brightness)
keys b
for _ in $(seq 30); do
    [ "$(brightness)" = 0 ] && break
    sleep 0.1
done
same "B: black" "$(brightness)" 0
keys Next Right v
sleep 0.5
same "nothing but resuming acts while blank" "$(brightness)" 0
keys b
for _ in $(seq 50); do
    back=$(brightness)
    [ $((back - lit)) -le 1 ] && [ $((lit - back)) -le 1 ] && break
    sleep 0.1
done
[ $((back - lit)) -le 1 ] && [ $((lit - back)) -le 1 ] || fail "the picture that comes back is another ($lit, $back)"
until_state "nor did it move" "v1,t=2h"
keys comma
for _ in $(seq 30); do
    [ "$(brightness)" = 255 ] && break
    sleep 0.1
done
same "comma: white" "$(brightness)" 255
sleep 0.4
keys Escape
sleep 0.8

keys Tab Left Left
until_state "Tab gives the arrows to the stage" "v1,t=2h,cam=*"
keys Next
until_line "next goes on with the story" "^Caption: After six weeks"
until_state "and brings the stage back" "v1,t=6w,cam=90:0:1"
keys Prior
until_state "PageUp goes back" "v1"
keys Home
until_state "Home begins anew" "v1,tssri=4w,tketamine=40min"

keys Next
until_state "a step on" "v1"
keys Escape
sleep 1
running || fail "Esc ends the program"
keys F5
until_size "F5 takes it up" 1280
until_state "where it was left" "v1"

# a teacher changes the words meanwhile
sed -i 's/Nothing has been taken yet/No dose was given yet/' "$work/lesson.yaml"
until_line "the changed file is read again" "^Caption: No dose was given yet"
quit
quiet "stderr" "$work/err"

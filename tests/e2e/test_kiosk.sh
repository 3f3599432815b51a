#!/bin/sh
# --kiosk in a real window: it tells itself, lets a visitor change anything, and undoes all of it once alone.
. "$(dirname "$0")/lib.sh"
cp "$(dirname "$0")/../app/stories/lesson.yaml" "$work/lesson.yaml"
seen_before 'theme: night'
settings="$XDG_CONFIG_HOME/neurotide/settings.yaml"
before=$(cat "$settings")
start_display 1280x720
start "$work/lesson.yaml" --size 1000x600 --kiosk --idle 15 --narrate --reduce-motion
until_size() {
    for _ in $(seq 100); do
        eval "$(xdotool getwindowgeometry --shell "$window" | grep -E '^(WIDTH|HEIGHT)=')"
        [ "$WIDTH" = "$2" ] && break
        sleep 0.1
    done
    same "$1" "$WIDTH" "$2"
}
told() { grep -c "$1" "$work/out"; }
until_size "it fills the screen" 1280
until_line "it begins" "^Caption: Educational simulation.*Two brains stand side by side"
until_line "it goes on by itself" "^Caption: Nothing has been taken yet"

# a visitor: out of the presentation, another language, theme, text size, magnification; the story closed
dark=$(brightness)
keys Escape
until_size "a visitor leaves full screen" 1000
keys t ctrl+l ctrl+plus ctrl+plus ctrl+w
until_line "and reads Spanish" "ISRS"
until_state "closes the story and looks at something else" "v1*"
keys 4
until_state "another magnification" "v1,scene=growth*"
light=$(brightness)
[ "$light" -gt $((dark + 60)) ] || fail "the visitor's theme is not light ($dark, then $light)"
shown=$(told "Two brains stand side by side")

# alone again
for _ in $(seq 400); do
    [ "$(told "Two brains stand side by side")" -gt "$shown" ] && break
    still_there
    sleep 0.1
done
[ "$(told "Two brains stand side by side")" -gt "$shown" ] || fail "it does not begin anew"
ok "left alone it begins anew, in English"
until_size "on the full screen" 1280
for _ in $(seq 50); do
    [ "$(brightness)" -lt $((light - 60)) ] && break
    sleep 0.1
done
[ "$(brightness)" -lt $((light - 60)) ] || fail "the visitor's theme stays ($light, then $(brightness))"
shown=$(told "^Caption: Nothing has been taken yet")
for _ in $(seq 300); do
    [ "$(told "^Caption: Nothing has been taken yet")" -gt "$shown" ] && break
    sleep 0.1
done
[ "$(told "^Caption: Nothing has been taken yet")" -gt "$shown" ] || fail "it does not go on by itself"
ok "and tells itself again"
keys ctrl+q
for _ in $(seq 100); do
    running || break
    sleep 0.1
done
wait "$app"
same "exit status" "$?" 0
app=
same "nothing of it is remembered" "$(cat "$settings")" "$before"
quiet "stderr" "$work/err"

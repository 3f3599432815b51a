#!/bin/sh
# Two of the three who use it, from a cold start to the end of their story: a remote alone, keys alone (the mouse:
# app/test_story_player).
. "$(dirname "$0")/lib.sh"
start_display 1280x720

captions() { grep -c '^Caption: ' "$work/out"; }

# Presses on until nothing new is said; the count of captions in $told.
to_the_end() { # COMMAND...
    told=$(captions)
    for _ in $(seq 80); do
        "$@"
        for _ in $(seq 25); do
            [ "$(captions)" -gt "$told" ] && break
            sleep 0.1
        done
        [ "$(captions)" -gt "$told" ] || return
        told=$(captions)
    done
    fail "the story has no end"
}

steps_of() { "$program" --check "$assets/stories/$1.yaml" | sed -n 's/.*; \([0-9]*\) steps\..*/\1/p'; }

# A clinician: the story at once, full screen, with PageDown alone.
start consult --present --narrate --reduce-motion --lang en
until_line "the story begins at once" "^Caption: Educational simulation"
grep -q "^Focus: Language" "$work/out" && fail "a panel stands before the story"
to_the_end keys Next
[ "$told" -ge "$(steps_of consult)" ] || fail "the remote tells $told captions of $(steps_of consult) steps"
ok "a remote alone gets to the end ($told captions)"
quit

# A teacher: from the first panel by keys alone.
rm -rf "$XDG_CONFIG_HOME/neurotide"
start --narrate --reduce-motion --lang en
until_line "the first panel" "^Focus: Language"
seek() { # WHAT: Tab until the focus says so
    for _ in $(seq 30); do
        grep '^Focus: ' "$work/out" | tail -n 1 | grep -q "^Focus: $1" && { ok "Tab reaches $1"; return; }
        lines=$(wc -l <"$work/out")
        keys Tab
        for _ in $(seq 50); do
            [ "$(wc -l <"$work/out")" -gt "$lines" ] && break
            sleep 0.1
        done
    done
    fail "Tab does not reach $1: $(tail -n 3 "$work/out")"
}
seek "Start a story"
keys Return
sleep 1
seek "$(sed -n 's/^ *title: "\(.*\)"/\1/p' "$assets/text/en/stories/article.yaml" | head -n 1)"
keys Return
until_line "the story begins" "^Caption: Educational simulation"
to_the_end keys Next
[ "$told" -ge "$(steps_of article)" ] || fail "keys tell $told captions of $(steps_of article) steps"
ok "keys alone get to the end ($told captions)"
quit
quiet "stderr" "$work/err"

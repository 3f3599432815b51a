#!/bin/sh
# The first minute: a panel over a still stage, gone with one key, never seen again.
. "$(dirname "$0")/lib.sh"
settings="$XDG_CONFIG_HOME/neurotide/settings.yaml"

start_display 1280x720
start --narrate --size 1100x650
until_line "the panel is read out" "^Focus: Language"
keys_told F1
keys_told Escape # leaves the help, and the panel is there again
keys_told Escape
running || fail "Esc quits the program"
until_line "the caption is read out" "SSRI.*4 weeks"
until_state "the stage is the opening picture" "v1,tssri=4w,tketamine=40min"
quit
grep -q 'first_run_done: "on"' "$settings" || fail "the first run is not remembered: $(cat "$settings")"
quiet "stderr" "$work/err"

start --narrate --size 1100x650
until_line "the caption is read out at once" "SSRI.*4 weeks"
grep -q "^Focus: Language" "$work/out" && fail "the panel comes back"
until_state "later runs open on the stage" "v1,tssri=4w,tketamine=40min"
quit

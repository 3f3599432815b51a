#!/bin/sh
# The system asks the program to end while nothing moves in its window: it goes at once.
. "$(dirname "$0")/lib.sh"
seen_before
start_display 960x600
start --reduce-motion
sleep 2
kill -TERM "$app"
for _ in $(seq 100); do
    running || break
    sleep 0.1
done
running && fail "the idle program does not end when the system asks it to"
app=
ok "ended when asked"

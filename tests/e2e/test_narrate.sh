#!/bin/sh
# A listener of --narrate who sleeps or goes away: the window lives on.
. "$(dirname "$0")/lib.sh"
start_display
seen_before

# A pipe that is full and that nobody reads.
mkfifo "$work/out"
exec 9<>"$work/out"
dd if=/dev/zero of="$work/out" bs=4096 count=64 oflag=nonblock 2>/dev/null
start --narrate --reduce-motion --size 1000x600
for _ in 1 2 3 4 5 6 7 8; do keys Tab; done
until_state "the window answers while nobody reads" 'v1,*'
keys 2
until_state "and goes on" 'v1,scene=circuit*'
# The listener wakes up and hears what holds now.
cat <"$work/out" >"$work/heard" 9<&- &
listener=$!
for _ in $(seq 100); do
    tr -d '\0' <"$work/heard" | grep -q '^Focus: ' && break
    sleep 0.1
done
tr -d '\0' <"$work/heard" >"$work/text"
for what in Caption Focus; do
    grep -q "^$what: " "$work/text" && ok "the listener hears $what" || fail "the listener does not hear $what"
done
quit
kill "$listener" 2>/dev/null
exec 9<&-
quiet "nobody read for a while" "$work/err"

# A reader that ends.
rm "$work/out"
mkfifo "$work/out"
head -n 1 "$work/out" >"$work/heard" &
listener=$!
start --narrate --reduce-motion --size 1000x600
wait "$listener"
holds "the reader heard the caption" "$(cat "$work/heard")" 'Caption: *'
for _ in 1 2 3; do keys Tab; done
until_state "the window is there after its reader" 'v1,*'
keys 2
until_state "and goes on" 'v1,scene=circuit*'
quit
one_sentence "it is told once" "$work/err"

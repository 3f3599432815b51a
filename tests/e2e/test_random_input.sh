#!/bin/sh
# A thousand random keys, mouse and finger events, in a window and without one: nothing is noticed.
. "$(dirname "$0")/lib.sh"

seen_before
for seed in 42 7; do
    seen_before
    echo "0 random 1000 seed $seed
+0.1 state" >"$work/script"
    run --script "$work/script" --still "$work/p.png" --size 480x270
    same "without a window, seed $seed: status" "$status" 0
    quiet "without a window, seed $seed" "$work/err"
    holds "it ends with a state" "$(tail -n 1 "$work/out")" "v1*"
    cp "$work/out" "$work/first"
    seen_before # the random keys may have changed the settings
    run --script "$work/script" --still "$work/p.png" --size 480x270
    cmp "$work/out" "$work/first" || fail "the same input led to another state"
done

start_display 800x600
echo "0.5 random 1000 seed 99
+0.5 state
+0 quit" >"$work/script"
run --script "$work/script" --size 640x480
same "in a window, seed 99: status" "$status" 0
quiet "in a window, seed 99" "$work/err"
holds "it ends with a state" "$(tail -n 1 "$work/out")" "v1*"

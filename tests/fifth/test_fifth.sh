#!/bin/sh
# A program with a fifth magnification, as a person meets it: in the state string with a key of its own, by its digit
# and by zooming on, in pictures, in words and in the benchmark.
. "$(dirname "$0")/../e2e/lib.sh"
seen_before
# The others, in order; with more of them than today it is no fifth.
others=$(sed -n 's/^VIEW_SCENE([A-Z0-9_]*, \([a-z0-9_]*\),.*/\1/p' "$(dirname "$0")/../../src/view/view_scenes.def")
digit=$(($(echo "$others" | wc -l) + 1))
before=$(echo "$others" | tail -n 1)

printf '0 state\n+0.1 describe\n' >"$work/asked"
run --state "v1,scene=soma,stain=gold,t=40min" --script "$work/asked" --still "$work/gold.png" --size 640x360
same "the state string: status" "$status" 0
quiet "the state string: stderr" "$work/err"
same "the state string comes back" "$(head -n 1 "$work/out")" "v1,scene=soma,t=40min,stain=gold"
holds "it is described" "$(cat "$work/out")" "*The cell body is at*Stain: Gold.*"
run --state "v1,scene=soma,t=40min" --still "$work/plain.png" --size 640x360
if cmp -s "$work/gold.png" "$work/plain.png"; then
    fail "its own key changes no picture"
else
    ok "its own key changes the picture"
fi

run --state "v1,scene=soma,stain=blue" --describe
holds "a slip in its key is told" "$(cat "$work/err")" "*stain=blue: expected none, silver or gold; using none*"
run --state "v1,scene=liver" --describe
holds "a slip in the magnification is told" "$(cat "$work/err")" \
    "*scene=liver: expected $(echo $others | sed "s/ /, /g") or soma; using brain*"
run --describe --state "v1,scene=soma" --lang es
same "it is described in Spanish: status" "$status" 0
holds "it is described in Spanish" "$(cat "$work/out")" "*El cuerpo de la célula*"

# By its digit, by its action's name, and by zooming on from the one before; and the way back.
printf '0 key %s\n+1 state\n+0 key %s\n+1 state\n+0 action scene.soma\n+1 state\n' $digit $((digit - 1)) >"$work/visits"
run --state "v1,scene=$before,t=2h" --script "$work/visits" --still "$work/end.png" --size 640x360
same "visits: status" "$status" 0
same "digit, digit and name lead there" "$(sed 's/,t=.*//' "$work/out" | tr '\n' ' ')" \
    "v1,scene=soma v1,scene=$before v1,scene=soma "
beyond() { # STATE NOTCHES WANTED: it comes next
    { echo "0 move 320 180"; for _ in $(seq 60); do printf '+0.05 wheel %s\n+0 state\n' "$2"; done; } >"$work/zoom"
    run --state "$1" --script "$work/zoom" --still "$work/end.png" --size 640x360
    from=${1#v1,scene=}
    next=$(sed -n 's/^v1,scene=\([a-z]*\),.*/\1/p' "$work/out" | grep -v -x "${from%%,*}" | head -n 1)
    same "zooming on from ${from%%,*}" "$next" "$3"
}
beyond "v1,scene=$before,t=2h,cam=0:0:5" 1 soma
beyond "v1,scene=soma,t=2h,cam=0:0:0.8" -1 "$before"

run --bench 1 --size 640x360 --state "v1,scene=soma"
same "bench: status" "$status" 0
holds "bench tells its frames" "$(cat "$work/out")" '*"frame_ms_median":*'

#!/bin/sh
# Random keys, mouse, fingers and sizes in a window for as long as wanted, in rounds of about a minute, each with another
# seed, another way of starting and a home of its own: nothing is noticed, nothing is said, every round ends.
# usage: soak.sh PROGRAM ASSETS TOOLS MINUTES SEED FOLDER
#   FOLDER gets the script and the output of every round that fails; the last line tells how many events there were.
minutes=$4
seed=$5
keep=$6
. "$(dirname "$0")/lib.sh"
cp "$(dirname "$0")/../app/stories/lesson.yaml" "$work/lesson.yaml"
mkdir -p "$keep"
start_display 1280x720

# Ways of starting, one a line; every magnification and every mode.
ways="--size 960x600
--size 640x480 --theme daylight --state v1,scene=circuit,t=40min
--size 900x700 --lang es --text-size 150 --state v1,scene=synapse,t=2h
--size 800x600 --theme contrast --reduce-motion --state v1,scene=growth,t=4w
$work/lesson.yaml --present
--size 700x400 --narrate --text-size 200
$work/lesson.yaml --kiosk --idle 20
--size 1000x560 $work/lesson.yaml --narrate --state v1,scene=circuit"
way_count=$(echo "$ways" | wc -l)
sizes="640x480 1280x720 320x180 960x540 200x700 1100x300"

# The script of a round: six stretches of random events, between them another size.
write_script() { # SEED
    stretch=0
    for size in $sizes; do
        echo "+0.4 random 2000 seed $(($1 * 10 + stretch))"
        echo "+0.2 size $size"
        stretch=$((stretch + 1))
    done
    echo "+0.5 state"
    echo "+0 quit"
}

end=$(($(date +%s) + 60 * minutes))
rounds=0
events=0
while [ "$(date +%s)" -lt "$end" ]; do
    now=$(((seed + rounds) % 400000000))
    way=$(echo "$ways" | sed -n "$((rounds % way_count + 1))p")
    rm -rf "$HOME"
    mkdir -p "$HOME"
    seen_before
    write_script $now >"$work/script"
    # shellcheck disable=SC2086
    env $hold timeout 900 "$program" --script "$work/script" $way >"$work/out" 2>"$work/err" </dev/null
    status=$?
    rounds=$((rounds + 1))
    stretches=$(grep -c '^random: ' "$work/out")
    last=$(tail -n 1 "$work/out")
    if [ "$status" = 0 ] && [ -z "$(own_words "$work/err")" ] && [ "$stretches" -gt 0 ]; then
        case $last in
        v1*) ok "seed $now: $way" ;;
        *)  # a random hand found Quit in the menu: the stretch it was in is not counted
            stretches=$((stretches - 1))
            ok "seed $now: $way (left by Quit)"
            ;;
        esac
        events=$((events + 2000 * stretches))
    else
        fail "seed $now: $way (status $status, 124 is a round that does not end); kept in $keep"
        for file in script out err; do
            cp "$work/$file" "$keep/$now.$file"
        done
        tail -n 30 "$work/err"
    fi
done
echo "$events random events in $rounds rounds of $minutes minutes, from seed $seed; $fails rounds failed"

#!/bin/sh
# Missing and damaged files: one sentence that says what, and where the rest can go on, it does.
. "$(dirname "$0")/lib.sh"

picture() { run --still "$work/p.png" --size 64x64; }

own_assets
picture
same "whole assets: status" "$status" 0
quiet "whole assets" "$work/err"

mv "$work/assets/fonts/Inter-Medium.otf" "$work/"
picture
same "a missing font: status" "$status" 1
one_sentence "a missing font" "$work/err"
echo "no font" >"$work/assets/fonts/Inter-Medium.otf"
picture
same "a broken font: status" "$status" 1
one_sentence "a broken font" "$work/err"
mv "$work/Inter-Medium.otf" "$work/assets/fonts/"

mv "$work/assets/brain.ntb" "$work/brain"
picture
same "a missing brain: status" "$status" 1
one_sentence "a missing brain" "$work/err"
for bytes in 0 10 64 1000 1000000; do
    head -c $bytes "$work/brain" >"$work/assets/brain.ntb"
    picture
    same "a brain cut at $bytes bytes: status" "$status" 1
    one_sentence "a brain cut at $bytes bytes" "$work/err"
done
{ head -c 500000 "$work/brain"; printf 'damage'; tail -c +500007 "$work/brain"; } >"$work/assets/brain.ntb"
picture
same "a damaged brain: status" "$status" 1
one_sentence "a damaged brain" "$work/err"
run --diagnose
same "diagnose names a damaged brain: status" "$status" 1
cp "$work/brain" "$work/assets/brain.ntb"

# the rest is asked of the picture that is drawn soonest
picture() { run --still "$work/p.png" --size 64x64 --state v1,scene=growth; }

mv "$work/assets/shaders" "$work/shaders"
picture
same "missing shaders: status" "$status" 1
one_sentence "missing shaders" "$work/err"
mv "$work/shaders" "$work/assets/shaders"

words=$(find "$work/assets/text/en" -name clock.yaml)
cp "$words" "$work/words"
printf 'clock: [\n  broken: "\n' >"$words"
picture
same "a broken words file does not stop the program: status" "$status" 0
one_sentence "a broken words file" "$work/err"
head -c 300 /dev/urandom >"$words"
picture
same "noise for words: status" "$status" 0
cp "$work/words" "$words"
picture
cp "$work/p.png" "$work/whole.png"
rm "$work/assets/text/en/brain.yaml"
picture
same "a missing words file does not stop the program: status" "$status" 0
one_sentence "a missing words file" "$work/err"
grep -q "text/en/brain.yaml" "$work/err" || fail "the missing file is not named: $(cat "$work/err")"
cmp "$work/p.png" "$work/whole.png" || fail "without a words file the picture has other words"
cp "$assets/text/en/brain.yaml" "$work/assets/text/en/"
: >"$words"
picture
same "an empty words file does not stop the program: status" "$status" 0
one_sentence "an empty words file" "$work/err"
cmp "$work/p.png" "$work/whole.png" || fail "with an empty words file the picture has other words"
cp "$work/words" "$words"

# Without the safety words nothing is shown, in no way of running.
safety="$work/assets/text/en/safety.yaml"
unsafe() { # WHAT
    for way in "--still $work/unsafe.png --size 64x64" --describe "--bench 1" "--script $work/quit"; do
        # shellcheck disable=SC2086
        run $way
        same "$1, $way: status" "$status" 1
        one_sentence "$1, $way" "$work/err"
        [ ! -s "$work/out" ] || fail "$1, $way: something is said: $(cat "$work/out")"
    done
    [ ! -e "$work/unsafe.png" ] || fail "$1: there is a picture"
    run --help
    same "$1: help is there: status" "$status" 0
    run --diagnose
    same "$1: diagnose fails: status" "$status" 1
}
echo "0 quit" >"$work/quit"
rm "$safety"
unsafe "no safety words"
: >"$safety"
unsafe "empty safety words"
grep -v "crisis:" "$assets/text/en/safety.yaml" >"$safety"
unsafe "one safety sentence less"
grep -q "safety.crisis" "$work/out" || fail "diagnose does not name what lacks: $(cat "$work/out")"
cp "$assets/text/en/safety.yaml" "$safety"
rm "$work/assets/text/es/safety.yaml"
run --describe --lang es
same "a language without safety words: status" "$status" 0
one_sentence "a language without safety words" "$work/err"
cp "$work/out" "$work/said"
run --describe --lang en
cmp "$work/out" "$work/said" || fail "a language without safety words does not go on in English"
cp "$assets/text/es/safety.yaml" "$work/assets/text/es/"
rm "$work/assets/text/es/brain.yaml"
run --describe --lang es
same "a language without one of its files: status" "$status" 0
one_sentence "a language without one of its files" "$work/err"
cp "$assets/text/es/brain.yaml" "$work/assets/text/es/"
run --describe --lang es
quiet "a whole language" "$work/err"
mkdir "$work/assets/text/zh"
printf 'language:\n  name: "\344\270\255\346\226\207"\n' >"$work/assets/text/zh/interface.yaml"
run --still "$work/p.png" --size 64x64 --state v1,scene=growth --lang zh
same "a script that cannot be shown: status" "$status" 0
one_sentence "a script that cannot be shown" "$work/err"
run --still "$work/q.png" --size 64x64 --state v1,scene=growth --lang en
cmp "$work/p.png" "$work/q.png" || fail "it does not go on in English"
run --diagnose
same "diagnose with such a language: status" "$status" 0
grep -q "zh.*U+4E2D" "$work/out" || fail "diagnose does not name it: $(cat "$work/out")"
rm -r "$work/assets/text/zh"
rm -r "$work/assets/text/es"
run --describe --lang es
holds "a missing language: status" "$status" "[12]"
one_sentence "a missing language" "$work/err"
rm -r "$work/assets/text"
picture
same "no words at all: status" "$status" 1
one_sentence "no words at all" "$work/err"
export NEUROTIDE_ASSETS=/nonexistent
picture
same "no assets: status" "$status" 1
one_sentence "no assets" "$work/err"
unset NEUROTIDE_ASSETS

settings="$XDG_CONFIG_HOME/neurotide/settings.yaml"
mkdir -p "$XDG_CONFIG_HOME/neurotide"
printf 'theme: daylight\nlanguage: es\ntext_size: enormous\nfirst_run_done: "on"\n' >"$settings"
cp "$settings" "$work/settings"
printf 'Tel\303\251fono 024\r\nde d\303\255a y de noche\r\n' >"$XDG_CONFIG_HOME/neurotide/crisis-line.txt"
for option in --describe --help --diagnose "--check $assets/stories/consult.yaml"; do
    # shellcheck disable=SC2086
    run $option
    quiet "$option with broken settings" "$work/err"
    cmp "$settings" "$work/settings" || fail "$option touches the settings"
done
# A pipe that nobody writes into, in the place of each file that is read: nothing waits for it.
mkfifo "$work/pipe"
in_time() { # WHAT WANTED-STATUS ARGUMENTS
    what=$1 wanted=$2
    shift 2
    timeout 60 env $hold "$program" "$@" >"$work/out" 2>"$work/err" </dev/null
    holds "$what: status" "$?" "$wanted"
}
cp "$XDG_CONFIG_HOME/neurotide/crisis-line.txt" "$work/crisis"
rm "$settings" "$XDG_CONFIG_HOME/neurotide/crisis-line.txt"
mkfifo "$settings" "$XDG_CONFIG_HOME/neurotide/crisis-line.txt"
in_time "a pipe for the settings" 0 --describe
quiet "a pipe for the settings" "$work/err"
for place in "--check $work/pipe" "$work/pipe --describe" "--still $work/p.png --size 64x64 --script $work/pipe"; do
    # shellcheck disable=SC2086
    in_time "a pipe in $place" 1 $place
    one_sentence "a pipe in $place" "$work/err"
done
own_assets
for file in text/en/clock.yaml brain.ntb fonts/Inter-Medium.otf shaders/shape.frag; do
    [ -f "$work/assets/$file" ] || fail "there is no $file"
    rm "$work/assets/$file"
    mkfifo "$work/assets/$file"
    in_time "a pipe for $file" "[01]" --still "$work/p.png" --size 64x64
    grep -qE "only a plain file|cannot be read" "$work/err" || fail "a pipe for $file is not told: $(cat "$work/err")"
    rm "$work/assets/$file"
    cp "$assets/$file" "$work/assets/$file"
done
unset NEUROTIDE_ASSETS
start_display 640x480
start
quit
[ -p "$settings" ] || fail "the pipe was moved or replaced"
holds "a pipe for the settings, in a window" "$(cat "$work/err")" "*no plain file and stays*"
rm "$settings" "$XDG_CONFIG_HOME/neurotide/crisis-line.txt"
cp "$work/settings" "$settings"
cp "$work/crisis" "$XDG_CONFIG_HOME/neurotide/crisis-line.txt"
echo "1 quit" >"$work/script"
run --script "$work/script"
one_sentence "a script over broken settings" "$work/err"
cmp "$settings" "$work/settings" || fail "a script touches the settings"
start
quit
one_sentence "broken settings" "$work/err"
cmp "$settings.broken" "$work/settings" || fail "the broken settings were not set aside"
for kept in "theme: daylight" "language: es" 'first_run_done: "on"'; do
    grep -q "$kept" "$settings" || fail "$kept is not kept: $(cat "$settings")"
done
start --theme contrast --text-size 130 --lang en
keys m m
quit
quiet "the next start" "$work/err"
for kept in "theme: daylight" "language: es" "text_size: 100"; do
    grep -q "$kept" "$settings" || fail "an option of one run is remembered: $(cat "$settings")"
done

echo "0 key" >"$work/script"
run --script "$work/script" --still "$work/p.png" --size 64x64
same "a script with a mistake: status" "$status" 1
one_sentence "a script with a mistake" "$work/err"
run --script /nonexistent --still "$work/p.png"
one_sentence "a missing script" "$work/err"

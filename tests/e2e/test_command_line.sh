#!/bin/sh
# The command line without a display.
. "$(dirname "$0")/lib.sh"

run --version
same "version: status" "$status" 0
holds "version" "$(cat "$work/out")" "neurotide [0-9]*"
for lang in en es; do
    run --help --lang $lang
    same "help in $lang: status" "$status" 0
    quiet "help in $lang" "$work/err"
    grep -q -- --state "$work/out" || fail "help in $lang names no options"
    grep -qE '(option|action|help|key)\.' "$work/out" && fail "help in $lang has ids for words: $(grep -E '(option|action|help|key)\.' "$work/out")"
done
run --help --lang en
mv "$work/out" "$work/english"
run --help --lang es
cmp -s "$work/out" "$work/english" && fail "the Spanish help is English"

run --diagnose
same "diagnose: status" "$status" 0
quiet "diagnose" "$work/err"
grep -q 'diagnose\.' "$work/out" && fail "diagnose has ids for words"

(
    unset HOME XDG_CONFIG_HOME
    run --diagnose
    grep -q "^Settings: .*HOME" "$work/out"
) || fail "diagnose does not tell why settings are not kept: $(grep Settings "$work/out")"

run --diagnose --lang xx
same "diagnose in a language that is not there: status" "$status" 1
one_sentence "diagnose in a language that is not there" "$work/err"
grep -q "^Settings:" "$work/out" || fail "diagnose does not go on without that language"

run --describe
same "describe: status" "$status" 0
holds "the opening picture in words" "$(cat "$work/out")" "*SSRI*4 weeks*etamine*40 minutes*"
run --describe --lang es
holds "in Spanish" "$(cat "$work/out")" "*ISRS*4 semanas*etamina*40 minutos*"
run --describe --state v1,t=0
same "before the dose: status" "$status" 0

for bad in --foo "--size 0x0" "--theme pink" "--text-size 500" "--bench no" "a.yaml b.yaml" --present "--lang"; do
    # shellcheck disable=SC2086
    run $bad
    same "$bad: status" "$status" 2
    one_sentence "$bad" "$work/err"
done
run --describe --lang xx
holds "an unknown language: status" "$status" "[12]"
one_sentence "an unknown language" "$work/err"

run --describe nosuchstory.yaml
same "a story that is not there: status" "$status" 1
one_sentence "a story that is not there" "$work/err"

for story in article classroom consult explore; do
    run --check "$assets/stories/$story.yaml"
    same "the shipped story $story is sound" "$status" 0
done
printf 'format: 1\ntitle: T\naudience: A\nsteps:\n- state: v1,t=9w\n  caption: C\n- sate: v1\n  caption: "D\n- state: v1\n  caption: E\n  evidence: nothing\n' >"$work/bad.yaml"
run --check "$work/bad.yaml"
same "a story with mistakes: status" "$status" 1
for place in 5:10: 8:13: 11:13:; do
    grep -q "bad.yaml:$place" "$work/out" || fail "--check does not tell the mistake at $place $(cat "$work/out")"
done
quiet "a story with mistakes" "$work/err"
run --check "$work/bad.yaml" --lang es
grep -q "3 errores" "$work/out" || fail "--check does not count in Spanish: $(cat "$work/out")"
run --check "$work/not-there.yaml"
same "no such story: status" "$status" 1
one_sentence "no such story" "$work/err"
run --check
same "--check without a file: status" "$status" 2
one_sentence "--check without a file" "$work/err"

run --describe --state "v1,scene=moon,t=9w,foo=1"
same "a bad state does not block: status" "$status" 0
holds "each mistake is named" "$(cat "$work/err")" "*scene*t=9w*foo*"
[ -s "$work/out" ] || fail "nothing is described after a bad state"

# small: the picture that is drawn soonest, where any will do
small() { run --still "$1" --size 64x64 --state v1,scene=growth; }

# the same state and options, the same bytes
for i in 1 2; do
    run --still "$work/$i.png" --size 160x90 --state v1,t=2h,cam=30:20:2
    same "picture $i: status" "$status" 0
done
cmp "$work/1.png" "$work/2.png" || fail "two pictures of one state differ"
run --still "$work/3.png" --size 160x90 --state v1,t=2h,cam=31:20:2
cmp -s "$work/1.png" "$work/3.png" && fail "pictures of two states are the same"
(cd / && run --still "$work/4.png" --size 160x90 --state v1,t=2h,cam=30:20:2)
cmp "$work/1.png" "$work/4.png" || fail "the working directory matters"
for size in 1x1 8000x200 320x2000; do
    run --still "$work/5.png" --size $size
    same "a picture of $size: status" "$status" 0
    quiet "a picture of $size" "$work/err"
done
run --still "$work/6.png" --size 160x90 --es
same "OpenGL ES: status" "$status" 0
small /nonexistent/x.png
same "nowhere to write: status" "$status" 1
one_sentence "nowhere to write" "$work/err"
ln -s /dev/full "$work/full.png"
small "$work/full.png"
same "a full disk: status" "$status" 1
one_sentence "a full disk" "$work/err"
[ -c "$work/full.png" ] || fail "a device was replaced by a picture"
ln -s 8.png "$work/link.png"
cp "$work/1.png" "$work/8.png"
small "$work/link.png"
same "a picture through a link: status" "$status" 0
same "the link stays" "$(readlink "$work/link.png")" 8.png
cmp -s "$work/1.png" "$work/8.png" && fail "what the link leads to is the old picture"
mkfifo "$work/pipe"
head -c 4 "$work/pipe" >"$work/head" &
small "$work/pipe"
wait $!
same "a picture into a pipe" "$(tail -c 3 "$work/head")" PNG
printf 'before' >"$work/log"
env $hold "$program" --still /dev/stdout --size 64x64 --state v1,scene=growth >>"$work/log" 2>"$work/err"
same "a picture into a file that goes on: status" "$?" 0
same "what was in it stays" "$(head -c 10 "$work/log" | tr -cd 'a-zA-Z')" beforePNG
same "the picture is the one of its own file" "$(tail -c +7 "$work/log" | cmp - "$work/8.png" 2>&1)" ""
odd=$(printf 'caf\351.yaml')
cp "$assets/stories/consult.yaml" "$work/$odd"
run --check "$work/$odd"
same "a name that is no UTF-8: status" "$status" 0
run "$work/$odd" --describe
same "a story of such a name: status" "$status" 0
quiet "a story of such a name" "$work/err"
env $hold "$program" --describe >/dev/full 2>"$work/err"
same "nowhere to print: status" "$?" 1
one_sentence "nowhere to print" "$work/err"
# Keys that come within one frame: the panel is gone when the next one is heard.
printf '0 key pagedown\n1 key ?\n2 key escape\n2 key r\n3 state\n' >"$work/script"
run --script "$work/script" --still "$work/7.png" --size 320x180
same "a key right behind the one that closes a panel" "$(cat "$work/out")" "v1,tssri=4w,tketamine=40min"
printf '0 action scene.circuit\n0.1 state\n' >"$work/script"
run --describe --script "$work/script"
same "describe after a script: status" "$status" 0
holds "the script comes first" "$(cat "$work/out")" "v1,scene=circuit*fire undisturbed*"
run --describe --state v1,scene=circuit
printf '0 action scene.circuit\n' >"$work/script"
mv "$work/out" "$work/described"
run --describe --script "$work/script" --state v1,scene=brain
holds "what it left is described" "$(cat "$work/out")" "*$(cut -c1-40 "$work/described")*"
printf '0 size 320x180\n0.1 state\n' >"$work/script"
run --bench 1 --size 640x360 --script "$work/script"
same "bench after a script: status" "$status" 0
holds "the script comes first" "$(cat "$work/out")" 'v1*"width":320,"height":180*'
run --check "$work/bad.yaml" --script "$work/script"
same "a script where nothing is shown: status" "$status" 2
one_sentence "a script where nothing is shown" "$work/err"
run --bench 1 --size 640x360
same "bench: status" "$status" 0
for key in renderer frame_ms_median frame_ms_p95 peak_rss_mb first_frame_ms; do
    grep -q "\"$key\":" "$work/out" || fail "bench does not tell $key"
done
same "bench: lines" "$(wc -l <"$work/out")" 1

#!/bin/sh
# Ctrl+S saves the picture with its description beside it, says where, and never writes over anything.
. "$(dirname "$0")/lib.sh"
seen_before
mkdir -p "$HOME/Pictures"
echo mine >"$HOME/Pictures/neurotide-brain-2.txt"
start_display 1280x720
start --size 800x500 --state v1,t=2h
until_file() {
    for _ in $(seq 200); do
        [ -s "$1" ] && { ok "$1"; return; }
        sleep 0.1
    done
    fail "there is no $1; there are: $(ls "$HOME/Pictures")"
}
keys ctrl+s
until_file "$HOME/Pictures/neurotide-brain-1.txt"
same "a picture" "$(head -c 4 "$HOME/Pictures/neurotide-brain-1.png" | tail -c 3)" PNG
words=$(cat "$HOME/Pictures/neurotide-brain-1.txt")
holds "description, safety text and state string" "$words" "*hours*not clinical data*not medical advice*v1,t=2h*"
before=$(cksum "$HOME/Pictures/neurotide-brain-1.png")
sleep 0.5
keys v
keys ctrl+s
until_file "$HOME/Pictures/neurotide-brain-3.txt"
same "the first picture is untouched" "$(cksum "$HOME/Pictures/neurotide-brain-1.png")" "$before"
same "what was there is untouched" "$(cat "$HOME/Pictures/neurotide-brain-2.txt")" mine
quit
quiet "stderr" "$work/err"

# words of any length stand in the file, and nothing else
own_assets
sed -i "s/^  models: .*/  models: \"$(yes many words | head -n 500 | tr '\n' ' ')\"/" "$work/assets/text/en/safety.yaml"
start --size 800x500
keys ctrl+s
words="$HOME/Pictures/neurotide-brain-4.txt"
until_file "$words"
quit
grep -q "many words many" "$words" || fail "the long words are not there"
same "bytes that are no text" "$(tr -d '[:print:]\n\200-\377' <"$words" | wc -c)" 0
holds "it ends with the state string" "$(tail -n 1 "$words")" "v1*"

#!/bin/sh
# Installed somewhere else, the program finds what it needs from any working directory.
. "$(dirname "$0")/lib.sh"
build=$(dirname "$program")
cmake --install "$build" --prefix "$work/usr" >"$work/log" 2>&1 || fail "it cannot be installed: $(cat "$work/log")"
program="$work/usr/bin/neurotide"
cd /
run --diagnose
same "status" "$status" 0
holds "its own files" "$(cat "$work/out")" "*$work/usr/bin/../share/neurotide*"
run --still "$work/p.png" --size 320x180
same "a picture: status" "$status" 0
quiet "a picture" "$work/err"
mkdir "$work/elsewhere"
mv "$work/usr" "$work/elsewhere/moved"
program="$work/elsewhere/moved/bin/neurotide"
cd "$work"
run --describe
same "moved as a whole: status" "$status" 0
[ -s "$work/elsewhere/moved/share/man/man1/neurotide.1.gz" ] || fail "there is no man page"
[ -s "$work/elsewhere/moved/share/applications/neurotide.desktop" ] || fail "there is no entry for the desktop"
rm -r "$work/elsewhere/moved/share/neurotide"
run --describe
same "without its files: status" "$status" 1
one_sentence "without its files" "$work/err"

#!/bin/sh
# The interface asks: while it is built it changes nothing but its own state, so no file of src/app/chrome/ but ask.c,
# whose functions wait until the build is over, calls a function of a lower floor that is given the app for writing.
# usage: asks.sh SOURCE_ROOT      prints every such call; status 1 when there is one
set -eu
cd "$1"
writing=$(sed -n 's/^[a-z].*[ *]\([a-z0-9_]*\)(app \*[a-z].*/\1/p' src/app/state/*.h src/app/words/*.h src/app/stage/*.h \
    src/app/story/*.h src/app/actions/*.h | LC_ALL=C sort -u | grep -vx request_redraw | paste -sd '|' -)
[ -n "$writing" ] || { echo "no function of the lower floors was found"; exit 1; }
if grep -nE "(^|[^a-z0-9_])($writing)\(" $(ls src/app/chrome/*.c | grep -v '/ask\.c$'); then
    exit 1
fi

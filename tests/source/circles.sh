#!/bin/sh
# The circle test: no file (x.h with x.c) may include another from which it is itself included, by however many steps.
# usage: circles.sh SOURCE_ROOT      prints every circle; status 1 when there is one
set -eu
cd "$1"
# Files of these folders are not looked at: gfx/ and ui/ are one module each over several files.
exempt='^src/(gfx|ui)/'
find src -name '*.[ch]' | LC_ALL=C sort | xargs awk -v exempt="$exempt" '
FNR == 1 {
    from = FILENAME
    sub(/\.[ch]$/, "", from)
    skip = from "/" ~ exempt
    if (!skip && !(from in seen)) { seen[from] = ++count; file[count] = from }
}
!skip && /^[ \t]*#[ \t]*include[ \t]*"/ && match($0, /"[^"]+"/) {
    to = "src/" substr($0, RSTART + 1, RLENGTH - 2)
    sub(/\.[ch]$/, "", to)
    if (to != from) next_of[from] = next_of[from] " " to
}
# Marks all that can be come to from a file.
function walk(start, at,    list, n, i) {
    n = split(next_of[at], list, " ")
    for (i = 1; i <= n; i++)
        if (!((start, list[i]) in reach)) {
            reach[start, list[i]] = 1
            walk(start, list[i])
        }
}
END {
    for (i = 1; i <= count; i++) walk(file[i], file[i])
    for (i = 1; i <= count; i++) {
        if (told[i] || !((file[i], file[i]) in reach)) continue
        text = file[i]
        for (j = i + 1; j <= count; j++)
            if ((file[i], file[j]) in reach && (file[j], file[i]) in reach) {
                text = text " " file[j]
                told[j] = 1
            }
        print "a circle of files: " text
        bad = 1
    }
    exit bad
}
'

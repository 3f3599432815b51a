#!/bin/sh
# A key is interpreted once: what a key means stands in the action table (src/app/actions/) and in what widgets do with
# theirs (src/ui/). Elsewhere in app/, and in all of scene/, nothing asks which key it was. Scripts name keys, and a key
# that is held is the one that was.
# usage: keys.sh SOURCE_ROOT      prints every line that does; status 1 when there is one
set -eu
cd "$1"
found=$(find src/app src/scene -name '*.[ch]' ! -path 'src/app/actions/*' ! -path 'src/app/run/script*' |
    LC_ALL=C sort | xargs grep -nE "\\b(KEY_[A-Z][A-Z_0-9]*)\\b|(->|\\.)(key|place) *[=!]= *('|KEY_)" /dev/null |
    grep -vE '\bKEY_NONE\b[^K]*$' || true)
[ -z "$found" ] || {
    echo "$found"
    exit 1
}

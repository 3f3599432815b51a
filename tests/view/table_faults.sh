#!/bin/sh
# Every slip that a line of view_scenes.def can hold is answered with a sentence at the start, or by the compiler.
# usage: table_faults.sh SOURCE_ROOT COMPILER
set -eu
cd "$1"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/view"
cat >"$work/check.c" <<'C'
#include "view/view_keys.h"

#include <stdio.h>

int main(void)
{
    error e = {0};
    puts(view_keys_check(&e) ? "fine" : e.text);
    return 0;
}
C
for file in src/base/error.c src/base/dmath.c src/base/message.c src/base/utf8.c; do
    "$2" -std=c11 -D_POSIX_C_SOURCE=200809L -Isrc -c "$file" -o "$work/$(basename "$file" .c).o"
done
fails=0

answers() { # WANTED LINE
    { sed '/^#undef VIEW_SCENE/,$d' src/view/view_scenes.def; echo "$2"; sed -n '/^#undef VIEW_SCENE/,$p' src/view/view_scenes.def; } \
        >"$work/view/view_scenes.def"
    if "$3" -std=c11 -D_POSIX_C_SOURCE=200809L -I"$work" -Isrc "$work/check.c" src/view/*.c "$work"/*.o -lm -o "$work/check" 2>"$work/said"; then
        "$work/check" >"$work/said"
    fi
    grep -qF "$1" "$work/said" || {
        echo "FAILED: $2"
        echo "    wanted: $1"
        head -n 3 "$work/said"
        fails=1
    }
}

own='"stain", 0, "none or gold", "none", "gold"'
answers "fine" "VIEW_SCENE(SOMA, soma, 12.0, -6.0, 0.5, VIEW_KEY(int, stain, $own))" "$2"
answers "soma: cam=500:-6:1 cannot be read back" "VIEW_SCENE(SOMA, soma, 500.0, -6.0, 0.5, VIEW_NO_KEYS)" "$2"
answers "soma: run=-1 cannot be read back" "VIEW_SCENE(SOMA, soma, 0.0, 0.0, -1.0, VIEW_NO_KEYS)" "$2"
answers "there are two magnifications brain" "VIEW_SCENE(SOMA, brain, 0.0, 0.0, 0.0, VIEW_NO_KEYS)" "$2"
answers '"Soma" of the key scene has to be' "VIEW_SCENE(SOMA, Soma, 0.0, 0.0, 0.0, VIEW_NO_KEYS)" "$2"
answers "VIEW_BRAIN" "VIEW_SCENE(BRAIN, soma, 0.0, 0.0, 0.0, VIEW_NO_KEYS)" "$2"
answers "there are two keys look" 'VIEW_SCENE(SOMA, soma, 0.0, 0.0, 0.0, VIEW_KEY(int, stain, "look", 0, "x", "a", "b"))' "$2"
answers "the default of the key stain is none of its choices" \
    'VIEW_SCENE(SOMA, soma, 0.0, 0.0, 0.0, VIEW_KEY(int, stain, "stain", 2, "x", "a", "b"))' "$2"
answers '"a,b" of the key stain has to be' \
    'VIEW_SCENE(SOMA, soma, 0.0, 0.0, 0.0, VIEW_KEY(int, stain, "stain", 0, "x", "a,b", "c"))' "$2"
answers 'the key "a stain" has to be' \
    'VIEW_SCENE(SOMA, soma, 0.0, 0.0, 0.0, VIEW_KEY(int, stain, "a stain", 0, "x", "a", "c"))' "$2"
answers "duplicate member" "VIEW_SCENE(SOMA, soma, 0.0, 0.0, 0.0, VIEW_KEY(int, mg, $own))" "$2"
exit "$fails"

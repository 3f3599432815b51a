#!/bin/sh
# The owners' test: every struct of `struct app` is written in its owner's folder of src/app alone. Each file is
# compiled (not built) with the structs of all other folders const, so that the compiler finds what is assigned,
# counted up or handed out for writing elsewhere.
# usage: owners.sh SOURCE_ROOT COMPILER FLAG...     prints the compiler's words; status 1 when something is written
set -u
cd "$1" || exit 1
cc=$2
shift 2
status=0
for file in $(find src/app -name '*.c' | LC_ALL=C sort); do
    folder=${file#src/app/}
    folder=${folder%%/*}
    consts=
    for owner in state words stage story chrome run; do
        name=$(printf '%s' "$owner" | tr a-z A-Z)
        [ "$owner" = "$folder" ] && consts="$consts -DOWNER_$name=" || consts="$consts -DOWNER_$name=const"
    done
    # shellcheck disable=SC2086
    "$cc" -std=c11 -D_POSIX_C_SOURCE=200809L -DNEUROTIDE_VERSION='""' -Isrc -fsyntax-only -Werror=discarded-qualifiers \
        -Werror=incompatible-pointer-types $consts "$@" "$file" || status=1
done
exit $status

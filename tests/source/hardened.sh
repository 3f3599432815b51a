#!/bin/sh
# What src/hardening.cmake asks for has reached the built program.
# usage: hardened.sh PROGRAM      prints what is lacking; status 1 when something is
set -eu
program=$1
status=0

lacks() {
    echo "$program lacks $1"
    status=1
}

# has WHAT PATTERN: one of the program's headers, dynamic entries or symbols
facts=$(readelf --wide --file-header --program-headers --dynamic --symbols "$program")
has() {
    printf '%s\n' "$facts" | grep -Eq -e "$2" || lacks "$1"
}

has "a position of its own at each start (PIE)" '\(FLAGS_1\).* PIE'
has "read-only relocations (RELRO)" '^ *GNU_RELRO'
has "relocations before the start (BIND_NOW)" '\(FLAGS(_1)?\).* (BIND_)?NOW'
has "a guarded stack (-fstack-protector-strong)" ' __stack_chk_fail'
has "checked copies (_FORTIFY_SOURCE)" ' __(memcpy|snprintf|strcpy|vsnprintf|fprintf)_chk'
printf '%s\n' "$facts" | grep -E '^ *GNU_STACK' | grep -q ' RWE ' && lacks "a stack that holds no code"
exit $status

#!/bin/sh
# The header test: a header declares only what its own .c defines, so that one knows where to look.
# usage: headers.sh SOURCE_ROOT      prints every stray declaration; status 1 when there is one
set -eu
cd "$1"
# Where the rule does not hold: gfx/ and ui/ share internals of one module over several files.
exempt='^src/(gfx|ui)/'
find src -name '*.[ch]' | LC_ALL=C sort | xargs awk -v exempt="$exempt" '
# The text at file level, without comments, strings, preprocessor lines and what stands in braces; ";" and "{" end a
# piece of it.
function piece(text, ended_by,    name, stem, rest) {
    gsub(/[ \t]+/, " ", text)
    gsub(/NEUROTIDE_[A-Z_]+ ?\([^)]*\)/, "", text) # a note for the compiler
    if (text ~ /^ ?(typedef|static|_Static_assert|enum|union)( |\(|$)/ || text ~ /^ ?struct [a-z_0-9A-Z]* ?$/) return
    rest = text
    sub(/^ ?extern /, "", rest)
    if (match(rest, /[A-Za-z_][A-Za-z_0-9]* ?\(/)) {
        name = substr(rest, RSTART, RLENGTH)
        sub(/ ?\($/, "", name)
    } else if (match(rest, /[A-Za-z_][A-Za-z_0-9]*( ?\[[^]]*\])* ?(=.*)?$/) && text !~ /^ ?struct [^=]*$/) {
        name = substr(rest, RSTART, RLENGTH)
        sub(/[^A-Za-z_0-9].*$/, "", name)
    } else return
    stem = FILENAME
    sub(/\.[ch]$/, "", stem)
    if (FILENAME ~ /\.c$/) defined[stem, name] = 1
    else if (ended_by == ";") { declared[++count] = stem SUBSEP name; line[count] = start }
}
FNR == 1 { depth = 0; comment = 0; text = ""; continued = 0 }
{
    s = $0
    if (continued || s ~ /^[ \t]*#/) { continued = s ~ /\\$/; next }
    gsub(/\\./, "", s)
    gsub(/"[^"]*"/, "\"\"", s)
    gsub(/'"'"'[^'"'"']*'"'"'/, "0", s)
    sub(/\/\/.*/, "", s)
    while (match(s, /[{};]/)) {
        part = substr(s, 1, RSTART - 1)
        mark = substr(s, RSTART, 1)
        s = substr(s, RSTART + RLENGTH)
        if (depth == 0) {
            if (text ~ /^ *$/) start = FNR
            text = text " " part
            if (mark == ";" || mark == "{") {
                piece(text, mark)
                if (mark == ";") text = ""
            }
        }
        if (mark == "{") depth++
        else if (mark == "}" && --depth == 0)
            text = text ~ /^ *(typedef|struct|enum|union)[^(]*$/ || text ~ /=/ ? "typedef" : "" # a tail follows
    }
    if (depth == 0 && s ~ /[^ \t]/) {
        if (text ~ /^ *$/) start = FNR
        text = text " " s
    }
}
END {
    for (i = 1; i <= count; i++) {
        split(declared[i], at, SUBSEP)
        if (at[1] "/" ~ exempt || defined[at[1], at[2]]) continue
        # What every host has to bring stands in platform/, and is defined under the same name in the host.
        host = at[1]
        if (sub(/^src\/platform\//, "src/platform/sdl/", host) && defined[host, at[2]]) continue
        print at[1] ".h:" line[i] ": declares " at[2] ", which " at[1] ".c does not define"
        bad = 1
    }
    exit bad
}
'

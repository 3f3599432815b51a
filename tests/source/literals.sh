#!/bin/sh
# The no-literal test: words that a person sees come from assets/text by message id, so a string in scene/ or ui/ is
# an id (lower case, digits, dots), a printf form of one, or the sentence of an error value.
# usage: literals.sh SOURCE_ROOT      prints every other literal; status 1 when there is one
set -eu
cd "$1"
find src/scene src/ui -name '*.[ch]' | LC_ALL=C sort | while read -r file; do
    LC_ALL=C awk -v file="$file" '
    function check(text, line) {
        plain = text
        gsub(/%[-+0-9.*lz]*[a-zA-Z]/, "", plain) # printf conversions
        gsub(/\\[0nt]/, "", plain)
        if (plain ~ /^[a-z0-9_.:\/-]*$/) return
        if (plain ~ /^[ -~]*$/ && plain !~ /[A-Za-z]/) return
        print file ":" line ": \"" text "\" is a literal, not a message id"
        bad = 1
    }
    {
        source = source $0 "\n"
    }
    END {
        n = length(source)
        line = 1
        depth = 0
        for (i = 1; i <= n; i++) {
            c = substr(source, i, 1)
            two = substr(source, i, 2)
            if (c == "\n") { line++; start = 1; continue }
            if (start && c == "#") { # the preprocessor names files
                while (i <= n && substr(source, i, 1) != "\n") {
                    if (substr(source, i, 2) == "\\\n") { i++; line++ }
                    i++
                }
                i--
                continue
            }
            if (c != " " && c != "\t") start = 0
            if (two == "//") { while (i <= n && substr(source, i, 1) != "\n") i++; i--; continue }
            if (two == "/*") {
                i += 2
                while (i <= n && substr(source, i, 2) != "*/") { if (substr(source, i, 1) == "\n") line++; i++ }
                i++
                continue
            }
            if (c == "\047") { # a character
                i++
                while (substr(source, i, 1) != "\047") { if (substr(source, i, 1) == "\\") i++; i++ }
                continue
            }
            if (substr(source, i, 10) == "error_set(" || substr(source, i, 17) == "error_set_memory(" || substr(source, i, 7) == "assert(") { inside = 1; depth = 0 }
            if (inside && c == "(") depth++
            if (inside && c == ")") { depth--; if (depth == 0) inside = 0 }
            if (c == "\"") {
                text = ""
                i++
                while (i <= n && substr(source, i, 1) != "\"") {
                    if (substr(source, i, 1) == "\\") { text = text substr(source, i, 1); i++ }
                    text = text substr(source, i, 1)
                    i++
                }
                if (!inside) check(text, line)
            }
        }
        exit bad
    }' "$file" || echo bad
done | awk '$0 == "bad" { bad = 1; next } { print } END { exit bad }'

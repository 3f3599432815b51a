# A language nobody speaks, made of the English one: every "e" of a text becomes "é" and every "i" "ï", so that hardly a
# text stays the same, and each is as long as before.
# usage: third_language.sh ENGLISH_FOLDER NEW_FOLDER
set -eu
from=$1
to=$2
mkdir -p "$to/stories"
(cd "$from" && find . -name '*.yaml') | while read -r file; do
    awk '
    # A text between double quotes; placeholders and escapes stay as they are.
    function changed(text,    out, i, c, n, filled) {
        out = ""
        filled = 0
        for (i = 1; i <= length(text); i += n) {
            c = substr(text, i, 1)
            n = c != "\\" ? 1 : substr(text, i + 1, 1) == "u" ? 6 : 2
            if (c == "{") filled = 1
            if (c == "}") filled = 0
            if (n > 1) c = substr(text, i, n)
            else if (!filled && c == "e") c = "é"
            else if (!filled && c == "i") c = "ï"
            out = out c
        }
        return out
    }
    /^[ \t]*#/ { print; next }
    {
        out = ""
        while (match($0, /"([^"\\]|\\.)*"/)) {
            text = substr($0, RSTART, RLENGTH)
            key = substr($0, RSTART + RLENGTH, 1) == ":"
            out = out substr($0, 1, RSTART - 1) (key ? text : changed(text))
            $0 = substr($0, RSTART + RLENGTH)
        }
        print out $0
    }
    ' "$from/$file" >"$to/$file"
done

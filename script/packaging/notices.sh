#!/bin/sh
# Gathers the notices of everything that the program contains or links, one file each, as the installed Debian
# packages state them; a build elsewhere names a folder laid out like /usr/share/doc. With `copyright` it writes
# Debian's copyright file instead.
# usage: notices.sh notices DOC_FOLDER SOURCE_ROOT OUT_FOLDER
#        notices.sh copyright DOC_FOLDER SOURCE_ROOT OUT_FILE
set -eu
what=$1 doc=$2 root=$3 out=$4

# The copyright file of the first package of the list that is there: a runtime library may be there without its -dev
# package, and the other way round.
find_copyright() { # PACKAGE...
    for package in "$@"; do
        [ -f "$doc/$package/copyright" ] || continue
        echo "$doc/$package/copyright"
        return
    done
    echo "No copyright file of $1 under $doc: install the package $1, or name a folder laid out like /usr/share/doc with -DNEUROTIDE_NOTICES_DIR=FOLDER." >&2
    return 1
}

# What docs/credits.md quotes between the marks of one notice, without the signs of a quotation.
quoted() { # NAME
    awk -v first="<!-- notice of the $1 -->" '
        /^<!-- end of notice -->/ { inside = 0 }
        inside && /^>/ { sub(/^> ?/, ""); print; lines++ }
        $0 == first { inside = 1 }
        END { if (!lines) { print "docs/credits.md quotes nothing after " first >"/dev/stderr"; exit 1 } }
    ' "$root/docs/credits.md"
}

# One paragraph of a machine-readable copyright file: the text of a licence, whole.
licence() { # NAME FILE
    awk -v first="License: $1" '
        before == "" && $0 == first { inside = 1; found = 1 }
        /^$/ { inside = 0 }
        inside { print }
        { before = $0 }
        END { if (!found) { print FILENAME " holds no paragraph that begins with: " first >"/dev/stderr"; exit 1 } }
    ' "$2"
}

notices() {
    rm -rf "$out.new"
    mkdir -p "$out.new"
    cp "$root/LICENSE" "$out.new/neurotide.txt"
    quoted template >"$out.new/template.txt"
    quoted atlas >"$out.new/atlas.txt"
    while read -r name packages; do
        # shellcheck disable=SC2086
        file=$(find_copyright $packages)
        cp "$file" "$out.new/$name.txt"
    done <<LIST
mricron mricron-data
inter fonts-inter
sdl libsdl2-dev libsdl2-2.0-0
sdl_ttf libsdl2-ttf-dev libsdl2-ttf-2.0-0
harfbuzz libharfbuzz0b libharfbuzz-dev
freetype libfreetype6 libfreetype-dev
libepoxy libepoxy-dev libepoxy0
cglm libcglm-dev
libpng libpng-dev libpng16-16 libpng16-16t64
libfyaml libfyaml-dev libfyaml0
dbus libdbus-1-dev libdbus-1-3
zlib zlib1g-dev zlib1g
meshoptimizer libmeshoptimizer-dev
LIST
    chmod 644 "$out.new"/*
    rm -rf "$out"
    mv "$out.new" "$out"
}

copyright() {
    inter=$(find_copyright fonts-inter)
    mricron=$(find_copyright mricron-data)
    cglm=$(find_copyright libcglm-dev)
    cp "$root/script/packaging/copyright.head" "$out.new"
    {
        licence OFL-1.1 "$inter"
        echo
        licence BSD-3-clause "$mricron"
        echo
        licence Expat "$cglm"
        echo
        echo "License: MNI"
        quoted template | sed 's/^$/./; s/^/ /'
    } >>"$out.new"
    mv "$out.new" "$out"
}

case $what in
notices | copyright) $what ;;
*) echo "notices.sh writes notices or copyright, not $what." >&2; exit 1 ;;
esac

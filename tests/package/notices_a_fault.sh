#!/bin/sh
# A check that never fails checks nothing: release.sh must report every fault that is planted. Faults that do not hide
# each other are planted together.
# usage: notices_a_fault.sh CHECK_FOLDER SOURCE_ROOT
set -eu
checks=$1
root=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fresh() {
    rm -rf "$work/tree"
    mkdir -p "$work/tree/docs"
    mkdir -p "$work/tree/script"
    cp -r "$root/script/packaging" "$work/tree/script/"
    cp "$root/CMakeLists.txt" "$root/CHANGELOG.md" "$root/CITATION.cff" "$work/tree/"
    cp "$root/docs/credits.md" "$work/tree/docs/"
    : >"$work/wanted"
}

plant() { # FILE SED WANTED: the fault that SED plants in FILE is reported with the words WANTED
    sed "$2" "$work/tree/$1" >"$work/planted"
    ! cmp -s "$work/planted" "$work/tree/$1" || { echo "nothing was planted in $1 by $2"; exit 1; }
    cp "$work/planted" "$work/tree/$1"
    echo "$3" >>"$work/wanted"
}

expect() {
    if sh "$checks/release.sh" "$work/tree" >"$work/found"; then
        echo "let through: $(cat "$work/wanted")"
        exit 1
    fi
    while read -r wanted; do
        grep -qF "$wanted" "$work/found" || { echo "let through: $wanted; found: $(cat "$work/found")"; exit 1; }
    done <"$work/wanted"
}

desktop=script/packaging/neurotide.desktop
metainfo=script/packaging/neurotide.metainfo.xml.in

fresh
plant CITATION.cff 's/^version: .*/version: 9.9.9/' "CITATION.cff's version"
plant CITATION.cff 's/^date-released: .*/date-released: 1999-01-01/' "CITATION.cff's date-released"
plant $metainfo 's/<release version="[^"]*"/<release version="9.9.9"/' "the metainfo's first release"
plant $metainfo 's/<summary>.*/<summary>/' "metainfo.xml.in: "
plant $metainfo '/<li xml:lang="es">Ing/d' '<li xml:lang="es">'
plant $desktop 's/^Terminal=.*/Terminal=perhaps/' 'key "Terminal"'
plant $desktop '/^Comment\[es\]/d' 'Comment[es]'
plant $desktop 's/^Icon=.*/Icon=other/' "does not draw"
plant script/packaging/notices.sh '/^libfyaml /d' "notices.sh has no line for libfyaml"
plant docs/credits.md '/^| cglm/d' "credits.md has no line for cglm"
expect

fresh
plant CMakeLists.txt 's/^project(neurotide VERSION [0-9.]*/project(neurotide VERSION 9.9.9/' "CHANGELOG.md's first heading"
plant $desktop 's/^Categories=.*/Categories=Education;Science;/' "more than one main category"
plant script/packaging/neurotide.svg 's/<title>/<image href="picture.png"\/><title>/' "more than shapes"
expect

fresh
plant CHANGELOG.md 's/^## .*/## Next/' "not with '## VERSION"
plant script/packaging/neurotide.svg 's/<title>/<title><title>/' "cannot be drawn"
expect

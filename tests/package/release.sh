#!/bin/sh
# What is said of a release agrees everywhere, and desktops can read what they are given.
# usage: release.sh SOURCE_ROOT      prints every disagreement; status 1 when there is one
set -u
cd "$1" || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bad=0

complain() {
    echo "$*"
    bad=1
}

# same WHAT GOT WANTED
same() { [ "$2" = "$3" ] || complain "$1 says '$2', not '$3'"; }

version=$(sed -n 's/^project(neurotide VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
heading=$(grep -m 1 '^## ' CHANGELOG.md)
released=$(echo "$heading" | sed -n 's/^## [0-9.]* (\([0-9-]*\))$/\1/p')
[ -n "$version" ] || complain "CMakeLists.txt names no version"
[ -n "$released" ] || complain "CHANGELOG.md begins with '$heading', not with '## VERSION (YEAR-MONTH-DAY)'"
same "CHANGELOG.md's first heading" "$heading" "## $version ($released)"
same "CITATION.cff's version" "$(sed -n 's/^version: //p' CITATION.cff)" "$version"
same "CITATION.cff's date-released" "$(sed -n 's/^date-released: //p' CITATION.cff)" "$released"
same "the metainfo's first release" \
    "$(grep -m 1 '<release ' script/packaging/neurotide.metainfo.xml.in | sed 's/^ *//')" \
    "<release version=\"$version\" date=\"$released\"/>"
[ "$(grep -c '^## ' CHANGELOG.md)" = "$(grep -c '<release ' script/packaging/neurotide.metainfo.xml.in)" ] ||
    complain "CHANGELOG.md and the metainfo list different releases"

# --- the desktop

said=$(desktop-file-validate script/packaging/neurotide.desktop 2>&1)
[ -z "$said" ] || complain "$said"
sed 's/@NEUROTIDE_APP_ID@/org.example.neurotide/; s/@NEUROTIDE_METAINFO_URL@//' script/packaging/neurotide.metainfo.xml.in \
    >"$work/org.example.neurotide.metainfo.xml"
said=$(appstreamcli validate --no-net --pedantic --no-color "$work/org.example.neurotide.metainfo.xml" 2>&1) ||
    complain "script/packaging/neurotide.metainfo.xml.in: $said"

# A language that one of them speaks is spoken by both, to the end.
for language in $(sed -n 's/.*xml:lang="\([^"]*\)".*/\1/p; s/^Comment\[\(.*\)\]=.*/\1/p' \
    script/packaging/neurotide.desktop script/packaging/neurotide.metainfo.xml.in | sort -u); do
    for key in GenericName Comment Keywords; do
        grep -q "^$key\[$language\]=" script/packaging/neurotide.desktop ||
            complain "script/packaging/neurotide.desktop has no $key[$language]"
    done
    for tag in summary p li; do
        plain=$(grep -c "<$tag>" script/packaging/neurotide.metainfo.xml.in)
        told=$(grep -c "<$tag xml:lang=\"$language\">" script/packaging/neurotide.metainfo.xml.in)
        same "the metainfo, <$tag xml:lang=\"$language\">," "$told times" "$plain times"
    done
done

# The icon: what the entry names is there, square, and drawn by shapes alone.
icon=$(sed -n 's/^Icon=//p' script/packaging/neurotide.desktop)
if [ -f "script/packaging/$icon.svg" ]; then
    rsvg-convert -w 16 -h 16 "script/packaging/$icon.svg" >"$work/icon.png" 2>/dev/null || complain "script/packaging/$icon.svg cannot be drawn"
    grep -q 'viewBox="0 0 256 256"' "script/packaging/$icon.svg" || complain "script/packaging/$icon.svg is not square"
    ! grep -qE '<(image|text|script)|href="[^#]' "script/packaging/$icon.svg" ||
        complain "script/packaging/$icon.svg holds more than shapes"
else
    complain "script/packaging/neurotide.desktop names an icon that script/packaging/$icon.svg does not draw"
fi

# --- every library that the build asks for has its notice and its line in the credits
for library in $(sed -n 's/^pkg_check_modules(.* IMPORTED_TARGET \(.*\))/\1/p' CMakeLists.txt) meshoptimizer; do
    name=$(echo "$library" | tr 'A-Z' 'a-z' | sed 's/^epoxy$/libepoxy/; s/^sdl2/sdl/; s/-[0-9.]*$//')
    grep -q "^$name " script/packaging/notices.sh || complain "script/packaging/notices.sh has no line for $library"
    word=$(echo "$name" | sed 's/^sdl$/SDL 2/')
    grep -qi "^| .*$word" docs/credits.md || complain "docs/credits.md has no line for $library"
done

exit $bad

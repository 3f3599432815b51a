#!/bin/sh
# The Debian package made of a build holds what a package must, the unpacked program runs from where it lies, and the
# notice of every library that the program links is the one of the library installed.
# (script/package asks lintian as well, which takes longer.)
# usage: deb.sh BUILD_FOLDER SOURCE_ROOT
set -u
build=$1
root=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME="$work/home" LC_ALL=C SOURCE_DATE_EPOCH=1700000000
unset NEUROTIDE_ASSETS DISPLAY WAYLAND_DISPLAY
mkdir -p "$HOME"
bad=0

fail() {
    echo "FAILED: $*"
    bad=1
}

(cd "$build" && cpack -B "$work/made" -D CPACK_DEBIAN_COMPRESSION_TYPE=gzip) >"$work/log" 2>&1 || {
    cat "$work/log"
    fail "cpack makes no package"
    exit 1
}
deb=$(ls "$work"/made/neurotide_*.deb)
dpkg-deb -x "$deb" "$work/root" || exit 1
cd "$work/root" || exit 1

for file in usr/bin/neurotide usr/share/neurotide/brain.ntb usr/share/neurotide/notices/neurotide.txt \
    usr/share/man/man1/neurotide.1.gz usr/share/applications/neurotide.desktop \
    usr/share/icons/hicolor/scalable/apps/neurotide.svg usr/share/icons/hicolor/48x48/apps/neurotide.png \
    usr/share/doc/neurotide/copyright usr/share/doc/neurotide/changelog.gz \
    usr/share/doc/neurotide/changelog.Debian.gz; do
    [ -s "$file" ] || fail "the package holds no $file"
done
metainfo=$(echo usr/share/metainfo/*.metainfo.xml)
appstreamcli validate --no-net --no-color "$metainfo" || fail "$metainfo is not valid"
[ "$(stat -c %a usr/share/neurotide/text usr/share/neurotide/brain.ntb | tr '\n' ' ')" = "755 644 " ] ||
    fail "not everybody may read what is installed"

said=$(usr/bin/neurotide --state v1,t=2h --describe 2>"$work/err") || fail "the unpacked program does not run: $(cat "$work/err")"
[ -n "$said" ] || fail "the unpacked program describes nothing"
dpkg-deb -f "$deb" Version | grep -qx "$(usr/bin/neurotide --version | sed 's/^neurotide //')-1" ||
    fail "the package has another version than the program"
gzip -dc usr/share/man/man1/neurotide.1.gz | grep -q '^\.SH OPTIONS' || fail "the man page has no options"

# --- notices
# linked FILE: the libraries that it asks for, but those of the system itself
linked() { objdump -p "$1" | sed -n 's/^ *NEEDED *//p' | grep -vE '^(libc|libm|ld-linux.*)\.so'; }
ttf=$(ldd usr/bin/neurotide | sed -n 's/.*libSDL2_ttf[^ ]* => \([^ ]*\) .*/\1/p')
asked=$(linked usr/bin/neurotide; linked "$ttf" | grep -E '^lib(harfbuzz|freetype)')
set --
for library in $asked; do
    path=$(ldd usr/bin/neurotide | awk -v name="$library" '$1 == name { print $3 }')
    set -- "$@" "*/$(basename "$(readlink -f "$path")")" # /lib or /usr/lib: one place, two names
done
packages=$(dpkg -S "$@" | sed 's/:.*//' | sort -u)
[ "$(echo "$packages" | wc -l)" -ge "$(echo "$asked" | wc -l)" ] || fail "some of these libraries are of no package: $asked"
for package in $packages; do
    found=
    for notice in usr/share/neurotide/notices/*.txt; do
        ! cmp -s "$notice" "/usr/share/doc/$package/copyright" || found=$notice
    done
    [ -n "$found" ] || fail "no notice of what $package holds"
done
for words in "Colin 27" "GNU General Public" "Redistribution and use" "SIL\|OFL-1.1"; do
    grep -rq "$words" usr/share/neurotide/notices || fail "the notices do not hold '$words'"
done
for licence in OFL-1.1 BSD-3-clause Expat MNI CC-BY-4.0 GPL-1+; do
    [ "$(awk -v first="License: $licence" 'before == "" && $0 == first { getline; if (length($0) > 5) n++ } { before = $0 } END { print n + 0 }' \
        usr/share/doc/neurotide/copyright)" = 1 ] || fail "the copyright file does not hold the text of $licence once"
done
cmp -s "$root/LICENSE" usr/share/neurotide/notices/neurotide.txt || fail "the licence is another one"

exit $bad

#!/bin/sh
# Keys of other layouts, pressed by their place as a hand or a remote does: what a key types counts first, then where
# it is. Keycodes of X: 10 to 13 are the places of 1 to 4, 17 of 8, 31 of I, 42 of G, 54 of C, 60 of the full stop,
# 37 and 108 are Ctrl and AltGr.
. "$(dirname "$0")/lib.sh"
start_display
seen_before
start --reduce-motion --size 800x500

# on LAYOUT KEYCODE...: presses the last place while the others are held
on() {
    setxkbmap "$1"
    sleep 0.3
    shift
    held=
    while [ $# -gt 1 ]; do
        xdotool keydown "$1"
        held="$1 $held"
        shift
    done
    xdotool key "$1"
    for code in $held; do xdotool keyup "$code"; done
    sleep 0.3
}

by_place() { # WHAT PATTERN LAYOUT KEYCODE...
    what=$1 wanted=$2
    shift 2
    on "$@"
    setxkbmap us
    sleep 0.3
    until_state "$what" "$wanted"
}

by_place "fr: the place of 2, which types a letter with an accent" 'v1,scene=circuit*' fr 11
by_place "de: the place of 3" 'v1,scene=synapse*' de 12
by_place "ru: the place of 4" 'v1,scene=growth*' ru 13
by_place "fr: the place of 1, an ampersand" 'v1,t*' fr 10
by_place "de: a bracket with AltGr picks a part" '*pick=*' de 108 17
by_place "ru: the place of G, a Cyrillic letter" '*look=*' ru 42
on ru 11
on ru 37 54
holds "ru: Ctrl and the place of C" "$("$tools/e2e_clipboard")" 'v1,scene=circuit*'

setxkbmap us
sleep 0.3
quit
quiet "layouts" "$work/err"

# The black button of a remote sends the place of the full stop.
start consult --present --reduce-motion --lang en
for layout in fr tr ru; do
    on "$layout" 60
    for _ in $(seq 50); do
        [ "$(brightness)" = 0 ] && break
        sleep 0.1
    done
    same "$layout: a remote's black button" "$(brightness)" 0
    on "$layout" 60
    until_shown
done
setxkbmap us
sleep 0.3
quit
quiet "a remote" "$work/err"

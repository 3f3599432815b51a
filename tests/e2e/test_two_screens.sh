#!/bin/sh
# Two screens: the stage on one, the presenter's window on the other; swapped by a key, remembered by name, and no
# trouble when the second is gone. Needs an X server with two outputs: Xorg with its dummy driver.
. "$(dirname "$0")/lib.sh"
skip() {
    echo "skipped: $*"
    trap - EXIT
    rm -rf "$work"
    exit 77
}
command -v Xorg >/dev/null && command -v xrandr >/dev/null || skip "Xorg and xrandr are not installed"
find /usr/lib -name dummy_drv.so 2>/dev/null | grep -q . || skip "Xorg's dummy driver is not installed"
cp "$(dirname "$0")/../app/stories/lesson.yaml" "$work/lesson.yaml"
seen_before
settings="$XDG_CONFIG_HOME/neurotide/settings.yaml"
cat >"$work/xorg.conf" <<'END'
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoAddGPU" "false"
EndSection
Section "Device"
  Identifier "two outputs"
  Driver "dummy"
  VideoRam 65536
EndSection
Section "Monitor"
  Identifier "any"
  HorizSync 5-1000
  VertRefresh 5-200
EndSection
Section "Screen"
  Identifier "screen"
  Device "two outputs"
  Monitor "any"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Virtual 2304 768
  EndSubSection
EndSection
END
Xorg -displayfd 3 -config "$work/xorg.conf" -logfile "$work/xorg.log" -noreset -nolisten tcp -novtswitch -sharevts \
    3>"$work/display" >"$work/xorg.out" 2>&1 &
server=$!
for _ in $(seq 100); do
    [ -s "$work/display" ] && break
    kill -0 "$server" 2>/dev/null || break
    sleep 0.1
done
if [ ! -s "$work/display" ]; then
    server=
    skip "Xorg with the dummy driver does not start here: $(grep '(EE)' "$work/xorg.log" | tail -n 1)"
fi
DISPLAY=:$(cat "$work/display")
export DISPLAY
xrandr --output DUMMY0 --mode 1280x720 --pos 0x0 &&
    xrandr --addmode DUMMY1 1024x768 && xrandr --output DUMMY1 --mode 1024x768 --pos 1280x0 ||
    { kill "$server"; skip "the dummy driver gives no second output"; }
xrandr | grep -q '^DUMMY1 connected' || fail "the second output is not there" # asking makes the server look again
start_manager
until_shown() { sleep 1; } # this server keeps no file of its screen to look into

# until_at WHAT WINDOW X-MIN X-MAX [WIDTH]: where a window is, for ten seconds
until_at() {
    for _ in $(seq 100); do
        eval "$(xdotool getwindowgeometry --shell "$2" | grep -E '^(X|WIDTH)=')"
        [ "$X" -ge "$3" ] && [ "$X" -lt "$4" ] && [ "$WIDTH" = "${5:-$WIDTH}" ] && { ok "$1 ($X, $WIDTH wide)"; return; }
        sleep 0.1
    done
    fail "$1: it is at $X and $WIDTH wide, wanted from $3 to $4, ${5:-any} wide"
}
open_presenter() {
    keys n
    presenter=
    for _ in $(seq 100); do
        presenter=$(xdotool search --onlyvisible --name "Neurotide: presenter" 2>/dev/null | tail -n 1)
        [ -n "$presenter" ] && return
        sleep 0.1
    done
    fail "N opens no window: $(cat "$work/err")"
    exit 1
}
present() {
    start "$work/lesson.yaml" --present --narrate --reduce-motion
    stage=$window
    until_line "the first caption" "^Caption: Educational simulation"
}

present
until_at "the stage fills the first screen" "$stage" 0 1 1280
open_presenter
until_at "the presenter's window is on the second" "$presenter" 1280 2304
xdotool windowactivate --sync "$presenter" 2>/dev/null
keys Next
until_line "its keys lead the story" "^Caption: Nothing has been taken yet"
keys F6
until_at "F6: the stage fills the second screen" "$stage" 1280 1281 1024
until_at "and the presenter's window is on the first" "$presenter" 0 1280
keys Next
until_line "the story goes on" "^Caption: Within two hours"
keys F6
until_at "F6 again: the stage is back" "$stage" 0 1 1280
keys F6
until_at "and once more on the second" "$stage" 1280 1281 1024
quit
holds "the screen is remembered" "$(cat "$settings")" '*stage_screen: *DUMMY1*'

present
open_presenter
until_at "another day the stage goes to its screen" "$stage" 1280 1281 1024
until_at "and the presenter's window to the other" "$presenter" 0 1280
quit

xrandr --output DUMMY1 --off
present
until_at "with one screen the stage fills it" "$stage" 0 1 1280
open_presenter
until_at "and the presenter's window is beside it" "$presenter" 0 1280
quit
holds "the choice is kept for another day" "$(cat "$settings")" '*stage_screen: *DUMMY1*'
quiet "stderr" "$work/err"

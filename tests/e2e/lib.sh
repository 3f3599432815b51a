# Shared by the end-to-end tests: a display of one's own with a window manager, the program in it, and hands and eyes.
# Every test is called with: the program, its folder of assets, the folder of the helper programs.
set -u
program=$1
assets=$2
tools=$3
work=$(mktemp -d "${TMPDIR:-/tmp}/neurotide-e2e-XXXXXX")
export HOME="$work/home" XDG_CONFIG_HOME="$work/home/config" XDG_RUNTIME_DIR="$work/runtime" LANG=C.UTF-8
unset LANGUAGE LC_ALL WAYLAND_DISPLAY NEUROTIDE_ASSETS SDL_VIDEODRIVER DISPLAY XAUTHORITY DBUS_SESSION_BUS_ADDRESS
mkdir -p "$HOME" "$XDG_RUNTIME_DIR"
chmod 700 "$XDG_RUNTIME_DIR"
server= manager= app= holder=
fails=0

# A leak that the software GL driver makes can only be told from ours while the driver is loaded, and the window
# system unloads it before the leaks are counted.
hold=
sanitised=
grep -q __asan_init "$program" && sanitised=yes
driver=$(find /usr/lib -name swrast_dri.so 2>/dev/null | head -n 1)
if [ -n "$driver" ] && [ "$sanitised" ]; then
    hold="LD_PRELOAD=$driver"
    export ASAN_OPTIONS="verify_asan_link_order=0:${ASAN_OPTIONS:-}"
    export LSAN_OPTIONS="suppressions=$(cd "$(dirname "$0")/.." && pwd)/lsan.supp:print_suppressions=0"
fi

finish() {
    for pid in $holder $app $manager $server; do
        kill "$pid" 2>/dev/null
        wait "$pid" 2>/dev/null
    done
    rm -rf "$work"
    [ "$fails" = 0 ] || echo "$fails checks failed"
    exit "$((fails > 0))"
}
trap finish EXIT
trap 'exit 1' INT TERM

# --- judging

fail() {
    echo "FAILED: $*"
    fails=$((fails + 1))
}

ok() { echo "ok: $*"; }

# same WHAT GOT WANTED
same() {
    if [ "$2" = "$3" ]; then ok "$1"; else fail "$1: got '$2', wanted '$3'"; fi
}

# holds WHAT TEXT PATTERN
holds() {
    case $2 in
    $3) ok "$1" ;;
    *) fail "$1: '$2' is not like '$3'" ;;
    esac
}

# What the drivers of the machine say is not ours, nor the empty lines after it.
own_words() { grep -vE '^($|libEGL|libGL|MESA|pci id|failed to load driver)' "$1"; }

# One sentence on stderr: one line that begins with the program's name.
one_sentence() { # WHAT FILE
    lines=$(own_words "$2" | wc -l)
    if [ "$lines" = 1 ] && own_words "$2" | grep -qE '^neurotide: .{20}'; then
        ok "$1: $(own_words "$2")"
    else
        fail "$1: not one sentence:"
        cat "$2"
    fi
}

quiet() { # WHAT FILE
    if [ -z "$(own_words "$2")" ]; then ok "$1"; else
        fail "$1: something was said:"
        cat "$2"
    fi
}

# Runs the program to its end; status in $status, output in $work/out and $work/err.
run() {
    env $hold "$program" "$@" >"$work/out" 2>"$work/err" </dev/null
    status=$?
}

# A copy of the assets that may be damaged, in $work/assets.
own_assets() {
    rm -rf "$work/assets"
    cp -r "$assets" "$work/assets"
    export NEUROTIDE_ASSETS="$work/assets"
}

# Settings as after a first run.
seen_before() {
    mkdir -p "$XDG_CONFIG_HOME/neurotide"
    printf 'language: en\nfirst_run_done: "on"\n%s\n' "${1:-}" >"$XDG_CONFIG_HOME/neurotide/settings.yaml"
}

# --- the display

start_display() { # [SIZE] [further arguments of Xvfb]
    size=${1:-1280x720}
    [ $# -eq 0 ] || shift
    mkdir -p "$work/screen"
    Xvfb -displayfd 3 -screen 0 "${size}x24" -fbdir "$work/screen" -nolisten tcp "$@" \
        3>"$work/display" >"$work/xvfb.log" 2>&1 &
    server=$!
    for _ in $(seq 100); do
        [ -s "$work/display" ] && break
        sleep 0.1
    done
    [ -s "$work/display" ] || { fail "Xvfb does not start: $(cat "$work/xvfb.log")"; exit 1; }
    DISPLAY=:$(cat "$work/display")
    export DISPLAY
    start_manager
}

# On a busy machine the manager may find the display not answering yet, and ends.
start_manager() {
    for _ in $(seq 100); do
        if [ -z "$manager" ] || ! kill -0 "$manager" 2>/dev/null; then
            openbox >"$work/openbox.log" 2>&1 &
            manager=$!
        fi
        xdotool get_num_desktops >/dev/null 2>&1 && return
        sleep 0.2
    done
    fail "the window manager does not start: $(cat "$work/openbox.log")"
    exit 1
}

# Mean brightness and number of colours on the screen.
brightness() { "$tools/e2e_screen" "$work/screen/Xvfb_screen0" "$@" | cut -d' ' -f1; }
colours() { "$tools/e2e_screen" "$work/screen/Xvfb_screen0" "$@" | cut -d' ' -f2; }

# --- the program in its window

start() { # ARGUMENTS
    env $hold "$program" "$@" >"$work/out" 2>"$work/err" </dev/null &
    app=$!
    window=
    for _ in $(seq 300); do
        window=$(xdotool search --onlyvisible --pid "$app" 2>/dev/null | tail -n 1)
        [ -n "$window" ] && break
        kill -0 "$app" 2>/dev/null || break
        sleep 0.1
    done
    if [ -z "$window" ]; then
        fail "no window: $(cat "$work/err")"
        exit 1
    fi
    xdotool windowactivate --sync "$window" 2>/dev/null
    until_shown
}

# Waits until a picture is on the screen: a brain has many colours, an empty window has one.
until_shown() {
    for _ in $(seq 300); do
        [ "$(colours)" -gt "${1:-300}" ] && return
        sleep 0.1
    done
    fail "nothing is drawn ($(colours) colours)"
}

running() { kill -0 "$app" 2>/dev/null; }

keys() { xdotool key --delay 40 "$@"; }

# The state string as Ctrl+C copies it.
state() {
    keys ctrl+c
    sleep 0.15
    "$tools/e2e_clipboard"
}

# A program that is gone makes every further look pointless: what it said, and the end of the test.
still_there() {
    running && return
    wait "$app"
    fail "the program ended by itself with status $?: $(cat "$work/err")"
    app=
    exit 1
}

# until_state WHAT PATTERN: looks again for ten seconds.
until_state() {
    for _ in $(seq 40); do
        still_there
        now=$(state)
        # shellcheck disable=SC2254
        case $now in
        $2) ok "$1 ($now)"; return ;;
        esac
        sleep 0.1
    done
    fail "$1: the state is '$now', wanted '$2'"
}

# until_line WHAT PATTERN: a line of the program's output, for twenty seconds.
until_line() {
    for _ in $(seq 200); do
        if grep -qE "$2" "$work/out"; then ok "$1"; return; fi
        still_there
        sleep 0.1
    done
    fail "$1: no line '$2' among:"
    cat "$work/out"
}

# Presses keys and waits, five seconds at most, until the program says something more (--narrate).
keys_told() {
    lines=$(wc -l <"$work/out")
    keys "$@"
    for _ in $(seq 50); do
        [ "$(wc -l <"$work/out")" -gt "$lines" ] && return
        sleep 0.1
    done
}

# Puts a text on the clipboard and keeps it there until let_go.
clip() {
    "$tools/e2e_clipboard" "$1" &
    holder=$!
    for _ in $(seq 50); do
        [ "$("$tools/e2e_clipboard")" = "$1" ] && return
        sleep 0.1
    done
    fail "nothing can be put on the clipboard"
}
let_go() {
    kill "$holder" 2>/dev/null
    wait "$holder" 2>/dev/null
    holder=
}

# Ends by Ctrl+Q and looks at the exit status. A key that comes while the focus is on its way from one window to
# another belongs to nobody: it is pressed again after ten seconds.
quit() {
    running || { fail "the program is gone before its time: $(cat "$work/err")"; app=; return; }
    for _ in 1 2 3; do
        keys ctrl+q
        for _ in $(seq 100); do
            running || break 2
            sleep 0.1
        done
    done
    if running; then
        fail "Ctrl+Q does not quit"
        return
    fi
    wait "$app"
    same "exit status" "$?" 0
    app=
}

#!/bin/sh
# The layer test: who may include what, as docs/architecture.md draws it.
# usage: layers.sh SOURCE_ROOT      prints every forbidden include; status 1 when there is one
set -eu
cd "$1"
bad=0
find src -name '*.[ch]' | LC_ALL=C sort | xargs awk '
BEGIN {
    own["base"] = ""
    own["model"] = "base"
    own["content"] = "base view"
    own["view"] = "base"
    own["gfx"] = "base"
    own["ui"] = "base"
    own["scene"] = "base model view gfx ui"
    own["export"] = "base"
    own["platform"] = "base"
    own["app"] = "base model content view gfx ui scene export platform"
    own["bake"] = "base model"
    own["main.c"] = "app base platform"
    third["content"] = "libfyaml"
    third["gfx"] = "epoxy cglm"
    third["scene"] = "cglm"
    third["export"] = "png setjmp"
    third["platform"] = "SDL2 SDL SDL_ttf dbus sys unistd time fcntl poll dirent io windows psapi mach"
    third["app"] = "cglm"
    third["bake"] = "zlib meshoptimizer"
    third["main.c"] = "SDL2 SDL"
    # the floors of app/, from the ground up: a file uses its own and those below
    floors = split("state words stage story actions chrome run", floor, " ")
    for (i = 1; i <= floors; i++) height[floor[i]] = i
    split("assert ctype errno float inttypes limits locale math setjmp signal stdarg stdalign stdatomic stdbool " \
          "stddef stdint stdio stdlib stdnoreturn string time", c, " ")
    for (i in c) standard[c[i]] = 1
    # no layer below app/ reads a clock; none but platform/, content/, app/ and bake/ reads files
    bad_standard["time"] = "base model content view gfx ui scene export"
    bad_standard["locale"] = "base model content view gfx ui scene export platform app bake"
}
function has(list, word) { return index(" " list " ", " " word " ") > 0 }
# every file of app/ stands on a floor
FNR == 1 {
    split(FILENAME, path, "/")
    if (path[2] == "app" && !height[path[3]]) { print FILENAME ": app/ has no floor " path[3] "/"; bad = 1 }
}
# Inside scene/: a magnification knows its own folder, the kit, and what scene.h and scene_frame.h say; the kit knows no
# magnification, and neither do scene.h and scenes.c, which know them by view/view_scenes.def.
function scene_may(file, name,    room, to, path, part) {
    split(file, path, "/")
    split(name, part, "/")
    room = path[4] == "" ? "" : path[3]
    to = part[3] == "" ? "" : part[2]
    if (room == to) return 1
    if (room == "kit") return name == "scene/scene_frame.h"
    return room != "" && (to == "kit" || name == "scene/scene.h" || name == "scene/scene_frame.h")
}
function complain(what) { print FILENAME ":" FNR ": " layer "/ may not include " what; bad = 1 }
# A platform is asked for in platform/ and at the door to OpenGL, a compiler in base/simd.h; elsewhere only what the
# project defines itself.
/^[ \t]*#[ \t]*(if|ifdef|ifndef|elif)/ {
    split(FILENAME, path, "/")
    layer = path[2]
    if (layer == "platform" || FILENAME == "src/gfx/gl_api.h" || FILENAME == "src/base/simd.h") next
    line = $0
    sub(/^[ \t]*#[ \t]*[a-z]+/, "", line)
    while (match(line, /[A-Za-z_][A-Za-z_0-9]*/)) {
        word = substr(line, RSTART, RLENGTH)
        line = substr(line, RSTART + RLENGTH)
        if (word !~ /^(defined|NDEBUG|SIMD_[A-Z_]+|OWNER_[A-Z]+|NEUROTIDE_[A-Z0-9_]+)$/) complain("an #if that asks for " word)
    }
}
/^[ \t]*#[ \t]*include/ {
    split(FILENAME, path, "/")
    layer = path[2]
    if (match($0, /"[^"]+"/)) {
        name = substr($0, RSTART + 1, RLENGTH - 2)
        if (index(name, "/") == 0) { complain("\"" name "\" without its folder"); next }
        split(name, part, "/")
        if (part[1] != layer && !has(own[layer], part[1])) complain("\"" name "\"")
        else if (layer == "app" && part[1] == "app" && height[part[2]] > height[path[3]])
            complain("\"" name "\": " part[2] "/ is a floor above " path[3] "/")
        else if (layer == "scene" && part[1] == "scene" && !scene_may(FILENAME, name))
            complain("\"" name "\" here: see the rooms of scene/ in docs/architecture.md")
        else if (name ~ /^platform\/sdl\// && FILENAME !~ /^src\/platform\/sdl\//)
            complain("\"" name "\": what is SDL\x27s own stays in platform/sdl/")
    } else if (match($0, /<[^>]+>/)) {
        name = substr($0, RSTART + 1, RLENGTH - 2)
        stem = name
        sub(/\.h$/, "", stem)
        sub(/\/.*/, "", stem)
        if (name == "immintrin.h" || name == "emmintrin.h" || name == "arm_neon.h") {
            if (FILENAME != "src/base/simd.h") complain("<" name ">: compiler extensions live in base/simd.h")
        } else if (standard[stem]) {
            if (has(bad_standard[stem], layer)) complain("<" name ">")
        } else if (!has(third[layer], stem)) complain("<" name ">")
        else if (stem == "epoxy" && FILENAME != (name == "epoxy/egl.h" ? "src/gfx/offscreen.c" : "src/gfx/gl_api.h"))
            complain("<" name ">: OpenGL comes through gfx/gl_api.h, EGL only into gfx/offscreen.c")
        else if (stem ~ /^(SDL|dbus)/ && layer == "platform" && FILENAME !~ /^src\/platform\/sdl\//)
            complain("<" name ">: what a desktop has stays in platform/sdl/")
    }
}
END { exit bad }
' || bad=1

# A test links whole layers. One that takes a single source file out of a layer shows that the file stands on the wrong
# floor; programs alone, bake and main.c, are no layer.
if [ -d tests ] && grep -rnE --include='*.cmake' --include=CMakeLists.txt '/src/[a-z0-9_/]+\.c' tests | grep -vE '/src/(bake/|main\.c)'; then
    echo "tests may not compile a file of a layer: they link the layer"
    bad=1
fi
exit "$bad"

#!/bin/sh
# A check that never fails checks nothing: each must report a planted fault, and only it.
# usage: notices.sh CHECK_FOLDER
set -eu
checks=$1
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
mkdir -p "$root/src/model" "$root/src/scene" "$root/src/ui"

expect() { # WANTED CHECK: the planted line must be reported
    if found=$(sh "$checks/$2" "$root"); then
        echo "$2 let through: $1"
        exit 1
    fi
    case $found in
    *"$1"*) ;;
    *) echo "$2 reported something else: $found"; exit 1 ;;
    esac
}

printf '#include "base/error.h"\n#include <math.h>\n' >"$root/src/model/good.c"
sh "$checks/layers.sh" "$root"
printf '#include "gfx/gfx.h"\n' >"$root/src/model/bad.c"
expect 'bad.c:1: model/ may not include "gfx/gfx.h"' layers.sh
printf '#include <time.h>\n' >"$root/src/model/bad.c"
expect '<time.h>' layers.sh
printf '#include <SDL2/SDL.h>\n' >"$root/src/model/bad.c"
expect '<SDL2/SDL.h>' layers.sh
printf '#if defined(__linux__) && !defined(NEUROTIDE_SIMD_SCALAR)\n#endif\n' >"$root/src/model/bad.c"
expect 'bad.c:1: model/ may not include an #if that asks for __linux__' layers.sh
rm "$root/src/model/bad.c"
mkdir -p "$root/src/app/state" "$root/src/app/stage"
printf '#include "app/state/low.h"\n' >"$root/src/app/stage/good.c"
sh "$checks/layers.sh" "$root"
printf '#include "app/stage/high.h"\n' >"$root/src/app/state/bad.c"
expect 'stage/ is a floor above state/' layers.sh
rm "$root/src/app/state/bad.c"
printf '\n' >"$root/src/app/loose.c"
expect 'app/ has no floor loose.c/' layers.sh
rm -r "$root/src/app"
mkdir -p "$root/src/gfx" "$root/src/platform"
printf '#ifdef __EMSCRIPTEN__\n#include <epoxy/gl.h>\n#endif\n' >"$root/src/gfx/gl_api.h"
printf '#ifndef _WIN32\n#endif\n' >"$root/src/platform/good.c"
printf '#include <epoxy/egl.h>\n#ifndef NDEBUG\n#endif\n' >"$root/src/gfx/offscreen.c"
sh "$checks/layers.sh" "$root"
printf '#include <epoxy/egl.h>\n' >"$root/src/gfx/bad.c"
expect 'bad.c:1: gfx/ may not include <epoxy/egl.h>' layers.sh
printf '#include "gfx/gl_api.h"\n#include <epoxy/gl.h>\n' >"$root/src/gfx/bad.c"
expect 'bad.c:2: gfx/ may not include <epoxy/gl.h>' layers.sh
printf '#ifdef __EMSCRIPTEN__\n#endif\n' >"$root/src/gfx/bad.c"
expect 'bad.c:1: gfx/ may not' layers.sh
rm "$root/src/gfx/bad.c"
mkdir -p "$root/src/platform/sdl" "$root/src/app"
printf '#include "platform/sdl/events.h"\n#include <SDL2/SDL.h>\n' >"$root/src/platform/sdl/good.c"
sh "$checks/layers.sh" "$root"
printf '#include <SDL2/SDL.h>\n' >"$root/src/platform/bad.c"
expect 'bad.c:1: platform/ may not include <SDL2/SDL.h>' layers.sh
rm "$root/src/platform/bad.c"
printf '#include "platform/sdl/events.h"\n' >"$root/src/app/bad.c"
expect 'bad.c:1: app/ may not include "platform/sdl/events.h"' layers.sh
rm -r "$root/src/gfx" "$root/src/platform" "$root/src/app"

mkdir -p "$root/tests/bake"
printf 'add_executable(t ${CMAKE_SOURCE_DIR}/src/bake/grid.c)\n' >"$root/tests/bake/tests.cmake"
sh "$checks/layers.sh" "$root"
printf 'add_executable(t ${CMAKE_SOURCE_DIR}/src/scene/brain/asset.c)\n' >"$root/tests/bake/tests.cmake"
expect 'tests may not compile a file of a layer' layers.sh
rm -r "$root/tests"

# The rooms of scene/.
mkdir -p "$root/src/scene/kit" "$root/src/scene/liver" "$root/src/scene/spleen"
printf '#include "scene/kit/card.h"\n#include "scene/liver/liver.h"\n#include "scene/scene.h"\n' \
    >"$root/src/scene/liver/good.c"
printf '#include "scene/kit/wrap.h"\n#include "scene/scene_frame.h"\n' >"$root/src/scene/kit/good.c"
printf '#include "scene/scene.h"\n#include "view/view_scenes.def"\n' >"$root/src/scene/scenes.c"
sh "$checks/layers.sh" "$root"
printf '#include "scene/spleen/spleen.h"\n' >"$root/src/scene/liver/bad.c"
expect 'liver/bad.c:1: scene/ may not include "scene/spleen/spleen.h"' layers.sh
printf '#include "scene/scenes.h"\n' >"$root/src/scene/liver/bad.c"
expect 'liver/bad.c:1: scene/ may not include "scene/scenes.h"' layers.sh
rm "$root/src/scene/liver/bad.c"
printf '#include "scene/liver/liver.h"\n' >"$root/src/scene/kit/bad.c"
expect 'kit/bad.c:1: scene/ may not include "scene/liver/liver.h"' layers.sh
printf '#include "scene/scene.h"\n' >"$root/src/scene/kit/bad.c"
expect 'kit/bad.c:1: scene/ may not include "scene/scene.h"' layers.sh
rm "$root/src/scene/kit/bad.c"
printf '#include "scene/liver/liver.h"\n' >"$root/src/scene/scenes.c"
expect 'scenes.c:1: scene/ may not include "scene/liver/liver.h"' layers.sh
rm -r "$root/src/scene"

# Circles, and declarations that stand elsewhere than in the header of their file.
mkdir -p "$root/src/scene"
printf '#include "model/b.h"\n#include <math.h>\n' >"$root/src/model/a.c"
printf 'int a(void);\n' >"$root/src/model/a.h"
printf '#include "model/b.h"\n#include "model/c.h"\n' >"$root/src/model/b.c"
printf '#include "base/error.h"\n' >"$root/src/model/c.h"
sh "$checks/circles.sh" "$root"
printf '#include "model/a.h"\n' >"$root/src/model/c.h"
expect 'a circle of files: src/model/a src/model/b src/model/c' circles.sh
rm "$root/src/model"/*
cat >"$root/src/model/a.h" <<'END'
// of x(), which is declared nowhere
typedef struct a {
    int (*f)(int);
} a;
typedef int a_visit(int);
enum { A_ONE, A_TWO };
static inline int a_twice(int n)
{
    return 2 * n;
}
extern const int a_table[2];
const char *a_name(int n,
                   a_visit *visit);
END
cat >"$root/src/model/a.c" <<'END'
const int a_table[2] = {1, 2};

const char *a_name(int n, a_visit *visit)
{
    return "};";
}
END
sh "$checks/headers.sh" "$root"
printf 'static int b_hidden(int n)\n{\n    return n;\n}\n' >"$root/src/model/b.c"
printf 'int b_hidden(int n);\n' >"$root/src/model/b.h"
expect 'src/model/b.h:1: declares b_hidden, which src/model/b.c does not define' headers.sh
printf 'void a_name(void);\n' >"$root/src/model/b.h"
expect 'src/model/b.h:1: declares a_name' headers.sh
printf 'extern const int a_table[2];\n' >"$root/src/model/b.h"
expect 'src/model/b.h:1: declares a_table' headers.sh
rm "$root/src/model"/*

cat >"$root/src/ui/good.c" <<'END'
#include "ui/ui.h"
// "A comment may say anything"
static const char *id = "brain.title", *form = "region.%s.name", *none = " ";
static char quote = '"';
void f(error *e) { error_set(e, "Cannot (really) do %s.", id); }
END
sh "$checks/literals.sh" "$root"
printf 'static const char *t = "Hello";\n' >"$root/src/scene/bad.c"
expect '"Hello"' literals.sh
printf 'static const char *t = "no data";\n' >"$root/src/scene/bad.c"
expect '"no data"' literals.sh
printf 'static const char *t = "\302\265g";\n' >"$root/src/scene/bad.c"
expect 'is a literal' literals.sh

mkdir -p "$root/src/app/state" "$root/src/app/words" "$root/src/app/stage" "$root/src/app/story" "$root/src/app/actions" \
    "$root/src/app/chrome"
for folder in state words stage story actions; do
    printf 'bool %s_is_on(const app *a);\nvoid %s_set(app *a, int n);\n' $folder $folder >"$root/src/app/$folder/low.h"
done
printf 'void ask_it(app *a) { stage_set(a, 1); }\n' >"$root/src/app/chrome/ask.c"
printf 'void f(app *a) { if (stage_is_on(a)) ask_it(a); }\n' >"$root/src/app/chrome/good.c"
sh "$checks/asks.sh" "$root"
printf 'void f(app *a) { story_set(a, 1); }\n' >"$root/src/app/chrome/bad.c"
expect 'bad.c:1:void f(app *a) { story_set(a, 1); }' asks.sh
rm -r "$root/src/app"

# hardened.sh reads a program, so the fault is one that was built without any of it.
if command -v cc >/dev/null && command -v readelf >/dev/null; then
    echo 'int main(void) { return 0; }' |
        cc -x c - -o "$root/plain" -no-pie -fno-stack-protector -Wl,-z,norelro -Wl,-z,lazy -Wl,-z,execstack
    if found=$(sh "$checks/hardened.sh" "$root/plain"); then
        echo "hardened.sh let an unguarded program through"
        exit 1
    fi
    for lack in PIE RELRO BIND_NOW fstack-protector _FORTIFY_SOURCE 'holds no code'; do
        case $found in
        *"$lack"*) ;;
        *) echo "hardened.sh did not miss $lack"; exit 1 ;;
        esac
    done
fi
mkdir -p "$root/src/app/state" "$root/src/app/stage" "$root/src/app/chrome" "$root/src/app/actions"
printf 'static const int k = KEY_LEFT;\n' >"$root/src/app/actions/good.c"
printf 'static int f(event e) { return e.key == KEY_NONE; }\n' >"$root/src/app/stage/good.c"
sh "$checks/keys.sh" "$root"
printf 'static int f(event *e) { return e->key == KEY_LEFT; }\n' >"$root/src/app/chrome/bad.c"
expect 'bad.c:1:' keys.sh
printf "static int f(event *e) { return e->key == '+'; }\n" >"$root/src/app/chrome/bad.c"
expect 'bad.c:1:' keys.sh
rm "$root/src/app/chrome/bad.c" "$root/src/app/actions/good.c"
cat >"$root/src/app/state/app_state.h" <<'END'
#ifndef OWNER_STAGE
#define OWNER_STAGE
#endif
typedef struct app { OWNER_STAGE struct { int zoom; } stage; } app;
END
printf '#include "app/state/app_state.h"\nvoid f(app *a);\nvoid f(app *a) { a->stage.zoom = 1; }\n' \
    >"$root/src/app/stage/good.c"
sh "$checks/owners.sh" "$root" cc
cp "$root/src/app/stage/good.c" "$root/src/app/chrome/bad.c"
sh "$checks/owners.sh" "$root" cc 2>"$root/said" && { echo "owners.sh let a write from elsewhere through"; exit 1; }
grep -q 'bad.c.*read-only' "$root/said" || { echo "owners.sh reported something else"; exit 1; }
printf '#include "app/state/app_state.h"\nint *f(app *a);\nint *f(app *a) { return &a->stage.zoom; }\n' \
    >"$root/src/app/chrome/bad.c"
sh "$checks/owners.sh" "$root" cc 2>/dev/null && { echo "owners.sh let a handing out through"; exit 1; }
exit 0

#!/bin/sh
# A further language is one folder: made here from the English one, it is found by name and by what the system asks
# for, drawn, read out, chosen in the menu and remembered, and the tests of languages pass with it.
. "$(dirname "$0")/lib.sh"

own_assets
sh "$(dirname "$0")/../third_language.sh" "$assets/text/en" "$work/assets/text/qt"
export NEUROTIDE_TEST_ASSETS="$NEUROTIDE_ASSETS"
for test in content_test_languages content_test_shipped app_test_actions app_test_panels app_test_narrate \
    app_test_remember app_test_reading; do
    if "$tools/$test" >"$work/out" 2>&1; then ok "$test with it"; else
        fail "$test with it:"
        grep -E 'ERROR|FAILED|LINE|qt' "$work/out" | head -n 20
    fi
done

here="*éngagéd*" # of the opening picture's description
run --describe --lang qt
holds "by its name" "$(cat "$work/out")" "$here"
quiet "by its name" "$work/err"
run --describe --lang qt_XX
holds "by the name of a country's" "$(cat "$work/out")" "$here"
# WHAT WANTED LANGUAGE LC_ALL LC_MESSAGES LANG
asks() {
    env LANGUAGE="$3" LC_ALL="$4" LC_MESSAGES="$5" LANG="$6" "$program" --describe >"$work/out" 2>"$work/err"
    holds "$1" "$(cat "$work/out")" "$2"
}
asks "by LANG" "$here" "" "" "" qt_XX.UTF-8
asks "by LC_MESSAGES" "$here" "" "" qt@euro es
asks "by LC_ALL" "$here" "" qt_XX es es
asks "by LANGUAGE, behind one that is not there" "$here" xx:qt:es es "" en
asks "the plain system speaks English" "*engaged*" "" C qt qt
asks "a language that is not there leaves the next" "$here" xx yy_YY zz qt
run --help --lang qt
grep -q "é" "$work/out" || fail "the help is English"
run --diagnose
grep -q "en, es, qt" "$work/out" || fail "--diagnose does not list it: $(cat "$work/out")"
run --still "$work/qt.png" --size 640x360 --lang qt
same "a picture: status" "$status" 0
quiet "a picture" "$work/err"
run --still "$work/en.png" --size 640x360 --lang en
cmp -s "$work/qt.png" "$work/en.png" && fail "the picture is English"
run --check "$assets/stories/consult.yaml"
same "stories lack no word in it" "$status" 0

# In the window: who chooses it in the menu, where it is named in itself, has it the next time.
seen_before
start_display 1280x720
start --narrate
keys F10
until_line "the menu begins with the language" "Focus: .*English"
keys Right Right
until_line "it is chosen" "Englïsh"
quit
grep -q "^language: qt" "$XDG_CONFIG_HOME/neurotide/settings.yaml" ||
    fail "it is not kept: $(cat "$XDG_CONFIG_HOME/neurotide/settings.yaml")"
start --narrate
until_line "it is remembered" "éngagéd"
quit

# Each fuzz_<name>.c checks one reader on any bytes. In every build the kept inputs of corpus/<name> are replayed by
# ctest; with NEUROTIDE_FUZZ (preset fuzz, clang) there is also the libFuzzer program itself:
#   build/fuzz/tests/fuzz_words -max_total_time=300 -dict=tests/fuzz/words.dict tests/fuzz/corpus/words
# There the layers are built so that libFuzzer sees which branches an input reaches (neurotide_sanitize).
function(neurotide_fuzz name)
  cmake_parse_arguments(ARG "" "" "LAYERS;LIBS" ${ARGN})
  set(folder ${CMAKE_SOURCE_DIR}/tests/fuzz)
  set(programs fuzz_replay_${name})
  add_executable(fuzz_replay_${name} ${folder}/replay.c ${folder}/fuzz_${name}.c)
  add_test(NAME fuzz/${name} COMMAND fuzz_replay_${name} ${folder}/corpus/${name})
  if(NEUROTIDE_FUZZ)
    add_executable(fuzz_${name} ${folder}/fuzz_${name}.c)
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    list(APPEND programs fuzz_${name})
  endif()
  foreach(program ${programs})
    neurotide_link_layers(${program} LAYERS ${ARG_LAYERS} LIBS ${ARG_LIBS})
    target_include_directories(${program} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
    target_link_libraries(${program} PRIVATE neurotide_flags neurotide_sanitize m)
  endforeach()
endfunction()

neurotide_fuzz(state_string LAYERS base view)
neurotide_fuzz(words LAYERS base view content LIBS PkgConfig::FYAML)
neurotide_fuzz(story LAYERS base view content LIBS PkgConfig::FYAML)
neurotide_fuzz(cards LAYERS base view content LIBS PkgConfig::FYAML)
neurotide_fuzz(glossary LAYERS base view content LIBS PkgConfig::FYAML)
neurotide_fuzz(brain_asset LAYERS base model)
foreach(name settings script paste)
  neurotide_fuzz(${name} LAYERS base model view content gfx ui scene export platform app
    LIBS PkgConfig::EPOXY PkgConfig::CGLM PkgConfig::FYAML PkgConfig::PNG PkgConfig::SDL2 PkgConfig::SDL2_TTF
    neurotide_desktop)
endforeach()

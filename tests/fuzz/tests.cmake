# Each fuzz_<name>.c checks one reader on any bytes. In every build the kept inputs of corpus/<name> are replayed by
# ctest; with NEUROTIDE_FUZZ (preset fuzz, clang) there is also the libFuzzer program itself:
#   build/fuzz/tests/fuzz_words -max_total_time=300 -dict=tests/fuzz/words.dict tests/fuzz/corpus/words
function(neurotide_fuzz name)
  cmake_parse_arguments(ARG "" "" "LAYERS;LIBS" ${ARGN})
  set(folder ${CMAKE_SOURCE_DIR}/tests/fuzz)
  add_executable(fuzz_replay_${name} ${folder}/replay.c ${folder}/fuzz_${name}.c)
  foreach(layer ${ARG_LAYERS})
    target_sources(fuzz_replay_${name} PRIVATE $<TARGET_OBJECTS:${layer}>)
  endforeach()
  target_link_libraries(fuzz_replay_${name} PRIVATE neurotide_flags neurotide_sanitize ${ARG_LIBS} m)
  add_test(NAME fuzz/${name} COMMAND fuzz_replay_${name} ${folder}/corpus/${name})

  if(NEUROTIDE_FUZZ)
    # The layers are compiled again, so that libFuzzer sees which branches an input reaches.
    set(sources ${folder}/fuzz_${name}.c)
    foreach(layer ${ARG_LAYERS})
      file(GLOB_RECURSE layer_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${layer}/*.c)
      list(APPEND sources ${layer_sources})
    endforeach()
    add_executable(fuzz_${name} ${sources})
    target_compile_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    target_link_libraries(fuzz_${name} PRIVATE neurotide_flags neurotide_sanitize ${ARG_LIBS} m)
  endif()
endfunction()

neurotide_fuzz(state_string LAYERS base view)
neurotide_fuzz(words LAYERS base view content LIBS PkgConfig::FYAML)
neurotide_fuzz(story LAYERS base view content LIBS PkgConfig::FYAML)
neurotide_fuzz(cards LAYERS base view content LIBS PkgConfig::FYAML)

# The English words as bytes for src/app/words/shipped_words.c, one row a file.
# usage: cmake -DFOLDER=assets/text/en -DOUT=FILE -P words.cmake
if(CMAKE_SCRIPT_MODE_FILE)
  file(GLOB_RECURSE names RELATIVE ${FOLDER} ${FOLDER}/*.yaml)
  list(SORT names)
  set(rows "")
  foreach(name ${names})
    file(READ ${FOLDER}/${name} hex HEX)
    string(LENGTH "${hex}" length)
    math(EXPR length "${length} / 2")
    string(REGEX REPLACE "(..)" "0x\\1," bytes "${hex}")
    string(APPEND rows "{\"${name}\", (const unsigned char[]){${bytes}0}, ${length}},\n")
  endforeach()
  file(WRITE ${OUT} "${rows}")
  return()
endif()

set(NEUROTIDE_ENGLISH ${CMAKE_SOURCE_DIR}/assets/text/en)
set(NEUROTIDE_GENERATED ${CMAKE_BINARY_DIR}/generated)
file(GLOB_RECURSE english_files CONFIGURE_DEPENDS ${NEUROTIDE_ENGLISH}/*.yaml)
add_custom_command(
  OUTPUT ${NEUROTIDE_GENERATED}/app/words/shipped_english.inc
  COMMAND ${CMAKE_COMMAND} -DFOLDER=${NEUROTIDE_ENGLISH} -DOUT=${NEUROTIDE_GENERATED}/app/words/shipped_english.inc
    -P ${CMAKE_CURRENT_LIST_FILE}
  DEPENDS ${english_files} ${CMAKE_CURRENT_LIST_FILE}
  COMMENT "English words" VERBATIM)
target_sources(app PRIVATE ${NEUROTIDE_GENERATED}/app/words/shipped_english.inc)
target_include_directories(app PRIVATE ${NEUROTIDE_GENERATED})

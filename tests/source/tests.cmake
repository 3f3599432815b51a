# Checks of the source itself; the label keeps them out of the sanitizer's round, which has the same source.
foreach(check layers circles headers literals asks keys format)
  add_test(NAME source/${check} COMMAND sh ${CMAKE_CURRENT_LIST_DIR}/${check}.sh ${CMAKE_SOURCE_DIR})
endforeach()
add_test(NAME source/checks_notice_a_fault COMMAND sh ${CMAKE_CURRENT_LIST_DIR}/notices.sh ${CMAKE_CURRENT_LIST_DIR})
add_test(NAME source/owners COMMAND sh ${CMAKE_CURRENT_LIST_DIR}/owners.sh ${CMAKE_SOURCE_DIR} ${CMAKE_C_COMPILER}
  -I${CMAKE_BINARY_DIR}/generated)
set_tests_properties(source/owners PROPERTIES LABELS source)
set_tests_properties(source/layers source/circles source/headers source/literals source/asks source/keys source/format
  source/checks_notice_a_fault PROPERTIES LABELS source)

# Of the build that people get; the sanitizers put other checks in the same places.
if(CMAKE_BUILD_TYPE STREQUAL "Release" AND UNIX AND NOT APPLE AND NOT NEUROTIDE_SANITIZE)
  add_test(NAME source/hardened COMMAND sh ${CMAKE_CURRENT_LIST_DIR}/hardened.sh $<TARGET_FILE:neurotide>)
  set_tests_properties(source/hardened PROPERTIES LABELS source)
endif()

# What is said of a release agrees, and the Debian package is whole. `script/package` itself, which builds anew and takes
# minutes, is run before a release (docs/contributing.md).
find_program(DESKTOP_FILE_VALIDATE desktop-file-validate REQUIRED)
find_program(APPSTREAMCLI appstreamcli REQUIRED)
add_test(NAME package/release COMMAND sh ${CMAKE_CURRENT_LIST_DIR}/release.sh ${CMAKE_SOURCE_DIR})
add_test(NAME package/release_notices_a_fault
  COMMAND sh ${CMAKE_CURRENT_LIST_DIR}/notices_a_fault.sh ${CMAKE_CURRENT_LIST_DIR} ${CMAKE_SOURCE_DIR})
set_tests_properties(package/release package/release_notices_a_fault PROPERTIES LABELS source)

# The package of this build: not of one with sanitizers, which nobody would install.
if(NOT NEUROTIDE_SANITIZE)
  add_test(NAME package/deb COMMAND sh ${CMAKE_CURRENT_LIST_DIR}/deb.sh ${CMAKE_BINARY_DIR} ${CMAKE_SOURCE_DIR})
  set_tests_properties(package/deb PROPERTIES TIMEOUT 600)
endif()

# The program as a person meets it; every script is one test, with a display, a home and a window manager of its own.
# One at a time: a machine that draws two windows in software keeps a person waiting too long.
find_program(XVFB Xvfb REQUIRED)
find_program(OPENBOX openbox REQUIRED)
find_program(XDOTOOL xdotool REQUIRED)
foreach(tool clipboard screen)
  add_executable(e2e_${tool} ${CMAKE_CURRENT_LIST_DIR}/${tool}.c)
  target_link_libraries(e2e_${tool} PRIVATE neurotide_flags PkgConfig::SDL2)
endforeach()
file(GLOB e2e_scripts CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/test_*.sh)
foreach(script ${e2e_scripts})
  get_filename_component(name ${script} NAME_WE)
  add_test(NAME e2e/${name}
    COMMAND sh ${script} $<TARGET_FILE:neurotide> ${NEUROTIDE_ASSETS} ${CMAKE_CURRENT_BINARY_DIR})
  set_tests_properties(e2e/${name} PROPERTIES TIMEOUT 600 RESOURCE_LOCK screen SKIP_RETURN_CODE 77)
endforeach()

# The program as a person meets it; every script is one test, with a display, a home and a window manager of its own.
# Two at a time, as each mostly waits; more windows drawn in software at once would keep a person waiting too long.
find_program(XVFB Xvfb REQUIRED)
find_program(OPENBOX openbox REQUIRED)
find_program(XDOTOOL xdotool REQUIRED)
foreach(tool clipboard screen)
  add_executable(e2e_${tool} ${CMAKE_CURRENT_LIST_DIR}/${tool}.c)
  target_link_libraries(e2e_${tool} PRIVATE neurotide_flags PkgConfig::SDL2)
endforeach()
# What does not depend on how the program was built is looked at once: a window with all that a hand does in it, the ways
# out after a mistake, files, sizes and random events where the sanitizers see what they leave behind; in what is shipped,
# the command line, whole stories by keys alone, OpenGL ES, a visitor's hour, screens, the keys of other layouts, a further
# language, the installation and what is told to a listener, whose code the sanitizers see in tests of its own.
set(sanitised_only bad_display bad_files first_run presenter_window random_input save_picture signal window window_sizes)
set(release_only command_line installed kiosk layouts narrate presenting third_language three_users two_screens window_es)
set(screen 0)
file(GLOB e2e_scripts CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/test_*.sh)
foreach(script ${e2e_scripts})
  get_filename_component(name ${script} NAME_WE)
  add_test(NAME e2e/${name}
    COMMAND sh ${script} $<TARGET_FILE:neurotide> ${NEUROTIDE_ASSETS} ${CMAKE_CURRENT_BINARY_DIR})
  set(labels e2e)
  string(REPLACE test_ "" what ${name})
  if((NEUROTIDE_SANITIZE AND what IN_LIST release_only) OR (NOT NEUROTIDE_SANITIZE AND what IN_LIST sanitised_only))
    list(APPEND labels once) # script/test leaves it to the other build
  else()
    math(EXPR screen "1 - ${screen}")
  endif()
  # What costs most begins first.
  set_tests_properties(e2e/${name} PROPERTIES TIMEOUT 600 RESOURCE_LOCK screen_${screen} SKIP_RETURN_CODE 77 COST 1000
    LABELS "${labels}")
endforeach()

# Nothing flashes (WCAG 2.3.1): the meter, on made-up sequences, and what it finds in the program's own pictures.
# Too slow under the sanitizers, which other tests run the program's code with.
if(NOT NEUROTIDE_SANITIZE)
  add_executable(flash_test_flash_meter ${CMAKE_CURRENT_LIST_DIR}/test_flash_meter.c
    ${CMAKE_CURRENT_LIST_DIR}/flash_meter.c $<TARGET_OBJECTS:base>)
  target_include_directories(flash_test_flash_meter PRIVATE ${CMAKE_CURRENT_LIST_DIR}/..)
  target_link_libraries(flash_test_flash_meter PRIVATE neurotide_flags neurotide_sanitize PkgConfig::CMOCKA m)
  add_test(NAME flash/test_flash_meter COMMAND flash_test_flash_meter)

  add_executable(flash_play ${CMAKE_CURRENT_LIST_DIR}/flash_play.c ${CMAKE_CURRENT_LIST_DIR}/flash_cases.c
    ${CMAKE_CURRENT_LIST_DIR}/flash_meter.c)
  foreach(layer base model view content gfx ui scene export platform app)
    target_sources(flash_play PRIVATE $<TARGET_OBJECTS:${layer}>)
  endforeach()
  target_include_directories(flash_play PRIVATE ${CMAKE_CURRENT_LIST_DIR}/..)
  target_compile_definitions(flash_play PRIVATE NEUROTIDE_ASSETS_DIR="${NEUROTIDE_ASSETS}")
  target_link_libraries(flash_play PRIVATE neurotide_flags neurotide_sanitize PkgConfig::EPOXY PkgConfig::CGLM
    PkgConfig::FYAML PkgConfig::PNG PkgConfig::SDL2 PkgConfig::SDL2_TTF neurotide_desktop m)
  add_dependencies(flash_play assets)
  # a part for each line of the table of magnifications
  file(STRINGS ${CMAKE_SOURCE_DIR}/src/view/view_scenes.def magnifications REGEX "^VIEW_SCENE")
  list(TRANSFORM magnifications REPLACE "^VIEW_SCENE.[A-Z0-9_]*, ([a-z0-9_]*),.*" "\\1")
  foreach(part ${magnifications} hands)
    set(cases ${part}-)
    if(part STREQUAL hands)
      set(cases scenes themes text-sizes cards panels hands story blanks spotlights)
    endif()
    add_test(NAME flash/${part} COMMAND flash_play ${cases})
    set_tests_properties(flash/${part} PROPERTIES TIMEOUT 600 LABELS flash COST 300)
  endforeach()
endif()

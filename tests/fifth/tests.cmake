# A fifth magnification, added as docs/adding-a-scene.md says: its folder, its one line, its shaders and its words.
# What sees the table of magnifications is compiled once more with that line in it; all else is shared. Not under the
# sanitizers, where it would double the work and show nothing that the four do not.
if(NOT NEUROTIDE_SANITIZE)
  set(fifth ${CMAKE_CURRENT_LIST_DIR})
  set(fifth_tree ${CMAKE_BINARY_DIR}/fifth) # stands before the project's own tree
  set(fifth_table ${CMAKE_SOURCE_DIR}/src/view/view_scenes.def)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${fifth_table} ${fifth}/line.def)
  file(READ ${fifth_table} fifth_lines)
  file(READ ${fifth}/line.def fifth_line)
  string(REPLACE "\n#undef VIEW_SCENE" "\n${fifth_line}\n#undef VIEW_SCENE" fifth_lines "${fifth_lines}")
  file(CONFIGURE OUTPUT ${fifth_tree}/src/view/view_scenes.def CONTENT "${fifth_lines}" @ONLY)

  foreach(layer view content scene app)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${layer}/*.c ${fifth}/src/${layer}/*.c)
    add_library(fifth_${layer} OBJECT ${sources})
    target_include_directories(fifth_${layer} BEFORE PRIVATE ${fifth_tree}/src ${fifth}/src)
    target_compile_options(fifth_${layer} PRIVATE -O1)
    target_link_libraries(fifth_${layer} PRIVATE neurotide_flags PkgConfig::FYAML PkgConfig::CGLM)
  endforeach()
  target_compile_definitions(fifth_app PRIVATE NEUROTIDE_VERSION="${PROJECT_VERSION}")
  target_include_directories(fifth_app PRIVATE ${CMAKE_BINARY_DIR}/generated)
  add_dependencies(fifth_app app) # for what is generated for it

  add_custom_target(fifth_assets
    COMMAND ${CMAKE_COMMAND} -E copy_directory ${NEUROTIDE_ASSETS} ${fifth_tree}/assets
    COMMAND ${CMAKE_COMMAND} -E copy_directory ${fifth}/text ${fifth_tree}/assets/text
    COMMAND ${CMAKE_COMMAND} -E copy_directory ${fifth}/evidence ${fifth_tree}/assets/evidence
    COMMAND ${CMAKE_COMMAND} -E copy_directory ${fifth}/shaders ${fifth_tree}/assets/shaders
    COMMAND ${CMAKE_COMMAND} -E copy_directory ${fifth_tree}/assets/shaders ${fifth_tree}/shaders
    COMMAND ${CMAKE_COMMAND} -E copy_directory ${CMAKE_CURRENT_SOURCE_DIR}/app/stories ${fifth_tree}/tests/app/stories
    VERBATIM)
  add_dependencies(fifth_assets assets)

  function(fifth_program target)
    foreach(layer base model gfx ui export platform)
      target_sources(${target} PRIVATE $<TARGET_OBJECTS:${layer}>)
    endforeach()
    foreach(layer view content scene app)
      target_sources(${target} PRIVATE $<TARGET_OBJECTS:fifth_${layer}>)
    endforeach()
    target_include_directories(${target} BEFORE PRIVATE ${fifth_tree}/src ${fifth}/src ${CMAKE_CURRENT_SOURCE_DIR}
      ${CMAKE_CURRENT_SOURCE_DIR}/view ${CMAKE_CURRENT_SOURCE_DIR}/scene ${CMAKE_CURRENT_SOURCE_DIR}/app
      ${CMAKE_CURRENT_SOURCE_DIR}/content)
    target_compile_definitions(${target} PRIVATE NEUROTIDE_VERSION="${PROJECT_VERSION}"
      NEUROTIDE_SOURCE_DIR="${fifth_tree}" NEUROTIDE_ASSETS_DIR="${fifth_tree}/assets")
    target_link_libraries(${target} PRIVATE neurotide_flags PkgConfig::CMOCKA PkgConfig::EPOXY PkgConfig::CGLM
      PkgConfig::FYAML PkgConfig::PNG PkgConfig::SDL2 PkgConfig::SDL2_TTF neurotide_desktop m)
    add_dependencies(${target} fifth_assets)
  endfunction()

  # The tests that look at every magnification there is. In the narrowest window the bar keeps all of its buttons beside
  # five tabs, not beside six.
  set(fifth_tests view/test_state_string view/test_scenes scene/kit/test_saying app/actions/test_actions
    app/stage/test_stage_input app/stage/test_live app/stage/test_borrowed_names app/story/test_parts
    content/test_languages)
  file(STRINGS ${fifth_table} fifth_others REGEX "^VIEW_SCENE")
  list(LENGTH fifth_others fifth_others)
  if(fifth_others LESS 5)
    list(APPEND fifth_tests app/chrome/test_chrome)
  endif()
  foreach(name ${fifth_tests})
    get_filename_component(target ${name} NAME)
    add_executable(fifth_${target} ${CMAKE_CURRENT_SOURCE_DIR}/${name}.c)
    fifth_program(fifth_${target})
    add_test(NAME fifth/${target} COMMAND fifth_${target})
  endforeach()

  # And a person who meets it.
  add_executable(fifth_neurotide ${CMAKE_SOURCE_DIR}/src/main.c)
  fifth_program(fifth_neurotide)
  set_target_properties(fifth_neurotide PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${fifth_tree} OUTPUT_NAME neurotide)
  add_test(NAME fifth/test_fifth COMMAND sh ${fifth}/test_fifth.sh $<TARGET_FILE:fifth_neurotide> ${fifth_tree}/assets
    ${CMAKE_CURRENT_BINARY_DIR})
endif()

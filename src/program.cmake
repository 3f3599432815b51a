# The program and the folder of assets beside it: build/<flavour>/neurotide and build/<flavour>/assets, installed
# as bin/neurotide and share/neurotide.
set(NEUROTIDE_ASSETS ${CMAKE_BINARY_DIR}/assets CACHE INTERNAL "Folder of assets of the build tree")

foreach(weight Regular Medium SemiBold)
  find_file(NEUROTIDE_FONT_${weight} Inter-${weight}.otf NO_DEFAULT_PATH
    PATHS /usr/share/fonts/opentype/inter /usr/share/fonts/inter /usr/local/share/fonts ${NEUROTIDE_FONT_DIR})
  if(NOT NEUROTIDE_FONT_${weight})
    message(FATAL_ERROR "Inter-${weight}.otf is not there: install the Debian package fonts-inter or name its "
      "folder with -DNEUROTIDE_FONT_DIR=FOLDER.")
  endif()
  configure_file(${NEUROTIDE_FONT_${weight}} ${NEUROTIDE_ASSETS}/fonts/Inter-${weight}.otf COPYONLY)
endforeach()

add_custom_target(assets ALL
  COMMAND ${CMAKE_COMMAND} -E rm -rf ${NEUROTIDE_ASSETS}/text ${NEUROTIDE_ASSETS}/stories ${NEUROTIDE_ASSETS}/evidence
  COMMAND ${CMAKE_COMMAND} -E copy_directory ${CMAKE_SOURCE_DIR}/assets ${NEUROTIDE_ASSETS}
  COMMAND ${CMAKE_COMMAND} -E copy_directory ${CMAKE_SOURCE_DIR}/shaders ${NEUROTIDE_ASSETS}/shaders
  COMMENT "Assets" VERBATIM)
add_dependencies(assets brain_asset)

add_executable(neurotide main.c)
foreach(layer base model content view gfx ui scene export platform app)
  target_sources(neurotide PRIVATE $<TARGET_OBJECTS:${layer}>)
endforeach()
target_compile_definitions(app PRIVATE NEUROTIDE_VERSION="${PROJECT_VERSION}")
target_compile_definitions(neurotide PRIVATE NEUROTIDE_VERSION="${PROJECT_VERSION}")
target_link_libraries(neurotide PRIVATE neurotide_flags neurotide_sanitize PkgConfig::EPOXY PkgConfig::CGLM
  PkgConfig::FYAML PkgConfig::PNG PkgConfig::SDL2 PkgConfig::SDL2_TTF neurotide_desktop m)
set_target_properties(neurotide PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
add_dependencies(neurotide assets)

install(TARGETS neurotide RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY ${NEUROTIDE_ASSETS}/ DESTINATION ${CMAKE_INSTALL_DATADIR}/neurotide)

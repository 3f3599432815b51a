# The bake's own pieces, then the asset that this build made.
find_package(meshoptimizer REQUIRED) # imported targets end at their folder
file(GLOB bake_parts CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/bake/*.c)
list(REMOVE_ITEM bake_parts ${CMAKE_SOURCE_DIR}/src/bake/main.c)
add_executable(bake_test_shapes ${CMAKE_CURRENT_LIST_DIR}/test_shapes.c ${bake_parts}
  $<TARGET_OBJECTS:base> $<TARGET_OBJECTS:model>)
target_include_directories(bake_test_shapes PRIVATE ${CMAKE_SOURCE_DIR}/tests)
target_link_libraries(bake_test_shapes PRIVATE neurotide_flags neurotide_sanitize
  PkgConfig::CMOCKA meshoptimizer::meshoptimizer PkgConfig::ZLIB m)
add_test(NAME bake/test_shapes COMMAND bake_test_shapes)

add_executable(bake_test_brain ${CMAKE_CURRENT_LIST_DIR}/test_brain.c
  $<TARGET_OBJECTS:base> $<TARGET_OBJECTS:model>)
target_include_directories(bake_test_brain PRIVATE ${CMAKE_SOURCE_DIR}/tests)
target_compile_definitions(bake_test_brain PRIVATE NEUROTIDE_BRAIN_ASSET="${CMAKE_BINARY_DIR}/assets/brain.ntb")
target_link_libraries(bake_test_brain PRIVATE neurotide_flags neurotide_sanitize PkgConfig::CMOCKA m)
add_dependencies(bake_test_brain brain_asset)
add_test(NAME bake/test_brain COMMAND bake_test_brain)

# Baking again gives the same bytes, and missing volumes give one sentence. bake is the same program in every flavour,
# so one of them is enough.
if(NOT NEUROTIDE_SANITIZE)
  add_test(NAME bake/same_bytes_again COMMAND ${CMAKE_COMMAND} -DBAKE=$<TARGET_FILE:bake>
    -DFOLDER=${NEUROTIDE_ATLAS_DIR} -DASSET=${CMAKE_BINARY_DIR}/assets/brain.ntb
    -DSCRATCH=${CMAKE_CURRENT_BINARY_DIR}/bake_again -P ${CMAKE_CURRENT_LIST_DIR}/bake_again.cmake)
endif()

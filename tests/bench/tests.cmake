# Benchmarks print numbers and judge nothing, so ctest does not run them:
#   cmake --build build/release --target bench_model && build/release/tests/bench_model
if(NEUROTIDE_SANITIZE)
  return() # their numbers would say nothing
endif()
foreach(bench model diffusion circuit plasticity)
  add_executable(bench_${bench} ${CMAKE_CURRENT_LIST_DIR}/bench_${bench}.c $<TARGET_OBJECTS:base> $<TARGET_OBJECTS:model>)
  target_link_libraries(bench_${bench} PRIVATE neurotide_flags neurotide_sanitize m)
endforeach()
add_executable(bench_jump ${CMAKE_CURRENT_LIST_DIR}/bench_jump.c)
foreach(layer base model view gfx ui scene)
  target_sources(bench_jump PRIVATE $<TARGET_OBJECTS:${layer}>)
endforeach()
target_include_directories(bench_jump PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_compile_definitions(bench_jump PRIVATE NEUROTIDE_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
  NEUROTIDE_BRAIN_ASSET="${CMAKE_BINARY_DIR}/assets/brain.ntb")
add_dependencies(bench_jump brain_asset)
target_link_libraries(bench_jump PRIVATE neurotide_flags neurotide_sanitize PkgConfig::CMOCKA PkgConfig::EPOXY PkgConfig::CGLM m)

# Benchmarks print numbers and judge nothing, so ctest does not run them:
#   cmake --build build/release --target bench_model && build/release/tests/bench_model
foreach(name bench_model bench_circuit bench_plasticity)
  add_executable(${name} ${CMAKE_CURRENT_LIST_DIR}/${name}.c $<TARGET_OBJECTS:base> $<TARGET_OBJECTS:model>)
  target_link_libraries(${name} PRIVATE neurotide_flags neurotide_sanitize m)
endforeach()

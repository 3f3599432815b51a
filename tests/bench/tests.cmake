# Benchmarks print numbers and judge nothing, so ctest does not run them:
#   cmake --build build/release --target bench_model && build/release/tests/bench_model
foreach(bench model diffusion circuit plasticity)
  add_executable(bench_${bench} ${CMAKE_CURRENT_LIST_DIR}/bench_${bench}.c $<TARGET_OBJECTS:base> $<TARGET_OBJECTS:model>)
  target_link_libraries(bench_${bench} PRIVATE neurotide_flags neurotide_sanitize m)
endforeach()

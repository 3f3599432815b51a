# Benchmarks print numbers and judge nothing, so ctest does not run them:
#   cmake --build build/release --target bench_model && build/release/tests/bench_model
add_executable(bench_model ${CMAKE_CURRENT_LIST_DIR}/bench_model.c $<TARGET_OBJECTS:base> $<TARGET_OBJECTS:model>)
target_link_libraries(bench_model PRIVATE neurotide_flags neurotide_sanitize m)

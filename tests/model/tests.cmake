# What must repeat on every machine, built again with all instructions of this processor (FMA where it has it): the
# golden values in these programs may not change. The sanitised build, which clang makes and optimises little, runs the
# same programs: so neither compiler, nor optimisation, nor processor changes a result.
include(CheckCCompilerFlag)
check_c_compiler_flag(-march=native NEUROTIDE_HAS_NATIVE)

if(NEUROTIDE_HAS_NATIVE AND NOT NEUROTIDE_SANITIZE)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/model/*.c ${CMAKE_SOURCE_DIR}/src/base/*.c)
  list(FILTER sources EXCLUDE REGEX "/(diffusion|synapse)[^/]*\\.c$") # of what these programs do not use
  add_library(repeats_native OBJECT ${sources})
  target_compile_options(repeats_native PRIVATE -O3 -fno-trapping-math -march=native)
  target_link_libraries(repeats_native PRIVATE neurotide_flags)
  foreach(name test_circuit test_plasticity test_spines)
    set(target model_${name}_native)
    add_executable(${target} ${CMAKE_SOURCE_DIR}/tests/model/${name}.c $<TARGET_OBJECTS:repeats_native>)
    target_link_libraries(${target} PRIVATE neurotide_flags PkgConfig::CMOCKA m)
    add_test(NAME model/${name}_native COMMAND ${target})
  endforeach()
endif()

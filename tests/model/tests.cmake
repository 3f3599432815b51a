# What must repeat on every machine, built again without optimisation and with all instructions of this processor (FMA
# where it has it): the golden values in these programs may not change. The presets do the same for gcc and clang.
include(CheckCCompilerFlag)
check_c_compiler_flag(-march=native NEUROTIDE_HAS_NATIVE)

function(neurotide_repeats suffix)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/model/*.c ${CMAKE_SOURCE_DIR}/src/base/*.c)
  add_library(repeats_${suffix} OBJECT ${sources})
  target_compile_options(repeats_${suffix} PRIVATE ${ARGN})
  target_link_libraries(repeats_${suffix} PRIVATE neurotide_flags)
  foreach(name test_circuit test_plasticity test_spines)
    set(target model_${name}_${suffix})
    add_executable(${target} ${CMAKE_SOURCE_DIR}/tests/model/${name}.c $<TARGET_OBJECTS:repeats_${suffix}>)
    target_link_libraries(${target} PRIVATE neurotide_flags PkgConfig::CMOCKA m)
    add_test(NAME model/${name}_${suffix} COMMAND ${target})
  endforeach()
endfunction()

if(NOT NEUROTIDE_SANITIZE)
  neurotide_repeats(unoptimised -O0)
  if(NEUROTIDE_HAS_NATIVE)
    neurotide_repeats(native -O3 -fno-trapping-math -march=native)
  endif()
endif()

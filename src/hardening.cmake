# What makes a mistake of ours harder to use against the person who runs the program: a guarded stack, checked copies
# (_FORTIFY_SOURCE), addresses that differ from start to start, tables of functions that are read-only once linked.
# Each only where compiler and linker know it. tests/source/hardened.sh looks at the built program.
include(CheckCCompilerFlag)
include(CheckCSourceCompiles)
include(CheckLinkerFlag)

# Not CMAKE_POSITION_INDEPENDENT_CODE: that makes the layers as for a shared library, whose functions may not be
# inlined because they could be replaced.
set(CMAKE_REQUIRED_FLAGS -fPIE)
check_linker_flag(C -pie NEUROTIDE_HAS_PIE)
unset(CMAKE_REQUIRED_FLAGS)
if(NEUROTIDE_SANITIZE)
  target_compile_options(neurotide_flags INTERFACE -fPIC) # sanitised tests share the layers as libraries
elseif(NEUROTIDE_HAS_PIE)
  target_compile_options(neurotide_flags INTERFACE -fPIE)
endif()
if(NEUROTIDE_HAS_PIE)
  target_link_options(neurotide_flags INTERFACE -pie)
endif()

foreach(flag -fstack-protector-strong -fstack-clash-protection)
  string(MAKE_C_IDENTIFIER NEUROTIDE_HAS${flag} has)
  check_c_compiler_flag(${flag} ${has})
  if(${has})
    target_compile_options(neurotide_flags INTERFACE ${flag})
  endif()
endforeach()

foreach(flag -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack)
  string(MAKE_C_IDENTIFIER NEUROTIDE_HAS${flag} has)
  check_linker_flag(C ${flag} ${has})
  if(${has})
    target_link_options(neurotide_flags INTERFACE ${flag})
  endif()
endforeach()

# It needs an optimiser, and the sanitizers do the same better.
if(NOT NEUROTIDE_SANITIZE)
  target_compile_options(neurotide_flags INTERFACE
    $<$<CONFIG:Release,RelWithDebInfo,MinSizeRel>:-U_FORTIFY_SOURCE>
    $<$<CONFIG:Release,RelWithDebInfo,MinSizeRel>:-D_FORTIFY_SOURCE=2>)
endif()

# base/printf_like.h: the compiler compares the format of our own functions with their arguments. gcc also names those
# that lack the mark.
set(mark "__attribute__((format(printf, 1, 2)))")
check_c_source_compiles("${mark} void f(const char *format, ...); void f(const char *format, ...) { (void)format; }
  int main(void) { f(\"%d\", 1); return 0; }"
  NEUROTIDE_HAS_FORMAT_ATTRIBUTE)
if(NEUROTIDE_HAS_FORMAT_ATTRIBUTE)
  target_compile_options(neurotide_flags INTERFACE
    "-DNEUROTIDE_PRINTF_LIKE(format_at,first_at)=__attribute__((format(printf,format_at,first_at)))")
endif()
check_c_compiler_flag(-Wsuggest-attribute=format NEUROTIDE_HAS_SUGGEST_FORMAT)
if(NEUROTIDE_HAS_SUGGEST_FORMAT)
  target_compile_options(neurotide_flags INTERFACE -Wsuggest-attribute=format)
endif()

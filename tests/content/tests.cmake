# Every allocation of ours can be made to fail there; those of libraries go on.
include(CheckLinkerFlag)
check_linker_flag(C -Wl,--wrap=calloc NEUROTIDE_HAS_WRAP)
if(NEUROTIDE_HAS_WRAP)
  target_link_options(content_test_memory PRIVATE -Wl,--wrap=malloc -Wl,--wrap=calloc -Wl,--wrap=realloc)
else()
  set_tests_properties(content/test_memory PROPERTIES DISABLED ON)
endif()

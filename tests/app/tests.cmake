# Looks at the real magnifications, with the brain of this build.
foreach(name pseudo_language parts borrowed_names)
  add_dependencies(app_test_${name} brain_asset)
endforeach()

# Lack of memory is made there by an allocator that refuses (as in tests/content/tests.cmake).
include(CheckLinkerFlag)
check_linker_flag(C -Wl,--wrap=calloc NEUROTIDE_HAS_WRAP)
add_dependencies(app_test_scene_host brain_asset)
if(NEUROTIDE_HAS_WRAP)
  target_link_options(app_test_scene_host PRIVATE -Wl,--wrap=calloc)
else()
  set_tests_properties(app/test_scene_host PROPERTIES DISABLED ON)
endif()

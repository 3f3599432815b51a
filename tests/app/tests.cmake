# Looks at the real magnifications, with the brain of this build.
foreach(name pseudo_language parts)
  add_dependencies(app_test_${name} brain_asset)
endforeach()

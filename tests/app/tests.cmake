# Looks at the real magnifications, with the brain of this build.
add_dependencies(app_test_pseudo_language brain_asset)

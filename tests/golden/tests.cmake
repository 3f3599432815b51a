# Tests that look at the real brain asset of this build: golden pictures, the overlay's order, picking. The
# asset must not be found at run time by luck, so its place is compiled in.
# Golden pictures are renewed with NEUROTIDE_GOLDEN_UPDATE=1 build/release/tests/golden_test_pictures.
neurotide_tests(golden LAYERS base model view gfx ui scene export
  LIBS PkgConfig::EPOXY PkgConfig::CGLM PkgConfig::PNG)
file(GLOB golden_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/test_*.c)
foreach(source ${golden_sources})
  get_filename_component(name ${source} NAME_WE)
  target_compile_definitions(golden_${name} PRIVATE
    NEUROTIDE_BRAIN_ASSET="${CMAKE_BINARY_DIR}/assets/brain.ntb"
    NEUROTIDE_GOLDEN_OUT="${CMAKE_CURRENT_BINARY_DIR}/golden_")
  add_dependencies(golden_${name} brain_asset)
endforeach()

# bake and the brain asset. bake is always optimised and never sanitised, whatever the flavour, so its few
# base and model sources are compiled here again. The asset is baked once per state of bake and volumes, kept
# in build/cache and linked into every flavour's assets folder.
find_package(meshoptimizer REQUIRED)

foreach(volume ch2better.nii.gz aal.nii.gz)
  if(NOT EXISTS ${NEUROTIDE_ATLAS_DIR}/${volume})
    message(FATAL_ERROR "${NEUROTIDE_ATLAS_DIR}/${volume} is missing: install the Debian package mricron-data "
      "or point -DNEUROTIDE_ATLAS_DIR=FOLDER at its templates folder.")
  endif()
endforeach()

file(GLOB bake_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.c)
file(GLOB bake_base CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/base/*.c)
add_executable(bake ${bake_sources} ${bake_base} ${CMAKE_CURRENT_SOURCE_DIR}/model/atlas.c)
target_compile_options(bake PRIVATE -O2 -ftree-vectorize)
target_link_libraries(bake PRIVATE neurotide_flags meshoptimizer::meshoptimizer PkgConfig::ZLIB m)

# What the asset's bytes depend on.
file(GLOB bake_headers CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.h)
set(bake_inputs ${bake_sources} ${bake_headers} ${CMAKE_CURRENT_LIST_DIR}/bake.cmake)
foreach(source base/brain_format.h base/dmath.h base/dmath.c base/fnv.c model/atlas.h model/atlas.c)
  list(APPEND bake_inputs ${CMAKE_CURRENT_SOURCE_DIR}/${source})
endforeach()
list(APPEND bake_inputs
  ${NEUROTIDE_ATLAS_DIR}/ch2better.nii.gz ${NEUROTIDE_ATLAS_DIR}/aal.nii.gz)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${bake_inputs})
set(bake_hashes "")
foreach(input ${bake_inputs})
  file(SHA256 ${input} hash)
  string(APPEND bake_hashes ${hash})
endforeach()
string(SHA256 bake_hash "${bake_hashes}")
string(SUBSTRING ${bake_hash} 0 16 bake_hash)

set(NEUROTIDE_BRAIN_ASSET ${CMAKE_BINARY_DIR}/assets/brain.ntb)
add_custom_command(
  OUTPUT ${NEUROTIDE_BRAIN_ASSET}
  COMMAND ${CMAKE_COMMAND} -DBAKE=$<TARGET_FILE:bake> -DFOLDER=${NEUROTIDE_ATLAS_DIR}
    -DCACHE=${CMAKE_SOURCE_DIR}/build/cache -DHASH=${bake_hash} -DOUT=${NEUROTIDE_BRAIN_ASSET}
    -P ${CMAKE_CURRENT_LIST_DIR}/bake_once.cmake
  DEPENDS bake ${CMAKE_CURRENT_LIST_DIR}/bake_once.cmake
  COMMENT "Brain asset ${bake_hash}"
  VERBATIM)
add_custom_target(brain_asset ALL DEPENDS ${NEUROTIDE_BRAIN_ASSET})

# What a wrong line in the table of magnifications is answered with.
add_test(NAME view/table_faults COMMAND sh ${CMAKE_CURRENT_LIST_DIR}/table_faults.sh ${CMAKE_SOURCE_DIR}
  ${CMAKE_C_COMPILER})
set_tests_properties(view/table_faults PROPERTIES LABELS source)

// Marks a function that takes a format as printf() does, so that the compiler compares it with the arguments:
// NEUROTIDE_PRINTF_LIKE(2, 3) before one whose second parameter is the format and whose third is the first
// argument. src/hardening.cmake says how the compiler at hand spells it; without that it says nothing.
#ifndef NEUROTIDE_BASE_PRINTF_LIKE_H
#define NEUROTIDE_BASE_PRINTF_LIKE_H

#ifndef NEUROTIDE_PRINTF_LIKE
#define NEUROTIDE_PRINTF_LIKE(format_at, first_at)
#endif

#endif

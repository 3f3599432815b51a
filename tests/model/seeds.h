// How many seeds a statistical test averages over: fewer where the build is slow. The tolerances are the
// same.
#ifndef NEUROTIDE_TESTS_MODEL_SEEDS_H
#define NEUROTIDE_TESTS_MODEL_SEEDS_H

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SEEDS_SLOW_BUILD 1
#endif
#endif
#if !defined(__OPTIMIZE__) || defined(__SANITIZE_ADDRESS__)
#define SEEDS_SLOW_BUILD 1
#endif

#ifdef SEEDS_SLOW_BUILD
#define SEEDS_OR(all, few) (few)
#else
#define SEEDS_OR(all, few) (all)
#endif

#endif

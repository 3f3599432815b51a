#!/bin/sh
# The format check: every C file is as clang-format writes it.
# usage: format.sh SOURCE_ROOT
set -eu
cd "$1"
find src tests -name '*.[ch]' | LC_ALL=C sort | xargs clang-format --dry-run --Werror

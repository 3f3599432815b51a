neurotide_tests(export LAYERS base export LIBS PkgConfig::PNG)

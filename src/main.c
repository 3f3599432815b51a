// The command line to a mode of running; everything else is in app/.
#include "app/run/check.h"
#include "app/run/diagnose.h"
#include "app/run/help.h"
#include "app/run/run.h"
#include "app/state/options.h"

#include <stdio.h>

static int run(const options *o)
{
    switch (o->mode) {
    case RUN_VERSION:
        puts("neurotide " NEUROTIDE_VERSION);
        return 0;
    case RUN_HELP:
        return help_print(o);
    case RUN_CHECK:
        return check_print(o);
    case RUN_DIAGNOSE:
        return diagnose_print(o);
    default:
        return app_run(o);
    }
}

int main(int argc, char **argv)
{
    options o;
    error e = {0};
    if (!options_parse(argc, argv, &o, &e)) {
        fprintf(stderr, "neurotide: %s\n", e.text);
        return 2;
    }
    int status = run(&o);
    bool told = fflush(stdout) == 0 && !ferror(stdout);
    if (told || status != 0)
        return status;
    fputs("neurotide: What was to be printed cannot be written; the disk may be full or the reader gone.\n",
          stderr);
    return 1;
}

#include "export/sink.h"

static bool drop_frame(void *ctx, const image *picture, error *e)
{
    (void)ctx;
    (void)picture;
    (void)e;
    return true;
}

sink sink_null(void)
{
    return (sink){.frame = drop_frame};
}

#include "app/stage/drift.h"

void drift_end(app *a)
{
    a->stage.drift = (camera_drift){.yaw = 0.0};
}

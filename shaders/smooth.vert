#include "surface.glsl"

void main()
{
    surface_place();
}

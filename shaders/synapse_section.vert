#include "synapse_surface_vertex.glsl"

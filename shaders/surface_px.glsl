// Where the fragment is in pixels, origin top left; exact, unlike an interpolated place.
uniform vec2 u_surface; // px

vec2 surface_px()
{
    return vec2(gl_FragCoord.x, u_surface.y - gl_FragCoord.y);
}

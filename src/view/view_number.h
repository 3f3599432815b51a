// Numbers and moments of the state string as text, exact both ways and with the fewest digits.
#ifndef NEUROTIDE_VIEW_VIEW_NUMBER_H
#define NEUROTIDE_VIEW_VIEW_NUMBER_H

#include <stdbool.h>

enum { VIEW_NUMBER_MAX = 48 };

// Reads a decimal number that is the whole text: sign, digits, one point, exponent (1, -0.5, .5, 1e-7); no
// blanks, hexadecimals, infinities or NaN. Values beyond a double's range are refused.
bool view_number_read(const char *text, double *out);
// The shortest text that reads back as exactly this finite number (0.5, 40, 1e-7).
void view_number_write(double value, char out[VIEW_NUMBER_MAX]);

// A moment: 0, or a number with s, min, h, d or w; in minutes. No range check but that it is not negative.
bool view_moment_read(const char *text, double *out_min);
// Reads back as exactly this moment, in the unit that makes the number shortest.
void view_moment_write(double t_min, char out[VIEW_NUMBER_MAX]);

#endif

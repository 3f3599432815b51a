#include "view/view_number.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *skip_digits(const char *at)
{
    while (*at >= '0' && *at <= '9')
        at++;
    return at;
}

// The end of the number that starts the text; the text itself when none does.
static const char *number_end(const char *text)
{
    const char *at = text;
    if (*at == '+' || *at == '-')
        at++;
    const char *whole = skip_digits(at);
    const char *end = whole;
    if (*whole == '.')
        end = skip_digits(whole + 1);
    if (end - at - (*whole == '.') < 1)
        return text;
    if (*end == 'e' || *end == 'E') {
        const char *exponent = end + 1;
        if (*exponent == '+' || *exponent == '-')
            exponent++;
        if (skip_digits(exponent) > exponent)
            end = skip_digits(exponent);
    }
    return end;
}

// The grammar is checked first: strtod alone would also take hexadecimals, infinities and NaN.
static bool read_start(const char *text, double *out, const char **rest)
{
    const char *end = number_end(text);
    char *stopped;
    if (end == text)
        return false;
    double value = strtod(text, &stopped);
    if (stopped != end || !isfinite(value))
        return false;
    *out = value;
    *rest = end;
    return true;
}

bool view_number_read(const char *text, double *out)
{
    const char *rest;
    double value;
    if (!read_start(text, &value, &rest) || *rest)
        return false;
    *out = value;
    return true;
}

// Fewest significant digits that read back exactly, without the point, and the power of ten of the first.
static int fewest_digits(double value, char digits[20], int *exponent)
{
    char text[40];
    for (int count = 1;; count++) {
        snprintf(text, sizeof text, "%.*e", count - 1, value);
        if (count == DBL_DECIMAL_DIG || strtod(text, NULL) == value) {
            int used = 0;
            const char *at = text;
            for (; *at != 'e'; at++)
                if (*at >= '0' && *at <= '9')
                    digits[used++] = *at;
            digits[used] = '\0';
            *exponent = atoi(at + 1);
            return used;
        }
    }
}

void view_number_write(double value, char out[VIEW_NUMBER_MAX])
{
    char digits[20];
    int exponent;
    if (value == 0.0) { // also drops the sign of a negative zero
        strcpy(out, "0");
        return;
    }
    const char *sign = value < 0.0 ? "-" : "";
    int count = fewest_digits(fabs(value), digits, &exponent);
    if (exponent < -4 || exponent > 15) {
        snprintf(out, VIEW_NUMBER_MAX, "%s%c%s%se%d", sign, digits[0], count > 1 ? "." : "", digits + 1,
                 exponent);
    } else if (exponent < 0) {
        snprintf(out, VIEW_NUMBER_MAX, "%s0.%.*s%s", sign, -exponent - 1, "0000", digits);
    } else if (count <= exponent + 1) {
        snprintf(out, VIEW_NUMBER_MAX, "%s%s%.*s", sign, digits, exponent + 1 - count, "0000000000000000");
    } else {
        snprintf(out, VIEW_NUMBER_MAX, "%s%.*s.%s", sign, exponent + 1, digits, digits + exponent + 1);
    }
}

static const struct {
    const char *name;
    double to_min, by;
} moment_units[] = {
    {"s", 1.0, 60.0}, {"min", 1.0, 1.0}, {"h", 60.0, 1.0}, {"d", 1440.0, 1.0}, {"w", 10080.0, 1.0}};
enum { MOMENT_UNITS = sizeof moment_units / sizeof moment_units[0] };

bool view_moment_read(const char *text, double *out_min)
{
    double value;
    const char *rest;
    if (!read_start(text, &value, &rest) || signbit(value))
        return false;
    if (!*rest && value == 0.0) {
        *out_min = 0.0;
        return true;
    }
    for (int i = 0; i < MOMENT_UNITS; i++) {
        if (strcmp(rest, moment_units[i].name) == 0) {
            *out_min = value * moment_units[i].to_min / moment_units[i].by;
            return true;
        }
    }
    return false;
}

void view_moment_write(double t_min, char out[VIEW_NUMBER_MAX])
{
    size_t shortest = VIEW_NUMBER_MAX;
    if (t_min == 0.0) {
        strcpy(out, "0");
        return;
    }
    // Larger units first, so that of two numbers as short the one a person would write wins (43.3min, not
    // 2598s).
    for (int i = MOMENT_UNITS - 1; i >= 0; i--) {
        char number[VIEW_NUMBER_MAX], text[VIEW_NUMBER_MAX + 4];
        double count = t_min * moment_units[i].by / moment_units[i].to_min, back;
        // The division may round; a neighbour of the quotient may be the one that reads back.
        const double tries[] = {count, nextafter(count, 0.0), nextafter(count, INFINITY)};
        for (int k = 0; k < 3; k++) {
            view_number_write(tries[k], number);
            size_t digits = strlen(number);
            snprintf(text, sizeof text, "%s%s", number, moment_units[i].name);
            if (digits < shortest && view_moment_read(text, &back) && back == t_min) {
                shortest = digits;
                strcpy(out, text);
                if (digits < 15)
                    break; // a neighbour would need all its digits
            }
        }
    }
}

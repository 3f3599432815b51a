#include "model/eigen.h"

#include <math.h>
#include <stddef.h>

enum { SWEEPS_MAX = 40 };

// Rotates the pairs (x[i], y[i]) that lie `stride` apart by the angle of cosine c, sine s.
static void rotate(double *x, double *y, int n, size_t stride, double c, double s)
{
    for (int i = 0; i < n; i++) {
        double *px = x + (size_t)i * stride, *py = y + (size_t)i * stride;
        double old_x = *px, old_y = *py;
        *px = c * old_x - s * old_y;
        *py = s * old_x + c * old_y;
    }
}

static double off_diagonal(int n, const double *a)
{
    double sum = 0.0;
    for (int i = 0; i < n; i++)
        for (int j = i + 1; j < n; j++)
            sum += a[i * n + j] * a[i * n + j];
    return sum;
}

// Rotates away the element (p, q).
static void annihilate(int n, double *a, double *vectors, int p, int q)
{
    double apq = a[p * n + q];
    if (apq == 0.0)
        return;
    double theta = (a[q * n + q] - a[p * n + p]) / (2.0 * apq);
    double t = (theta < 0.0 ? -1.0 : 1.0) / (fabs(theta) + sqrt(theta * theta + 1.0));
    double c = 1.0 / sqrt(t * t + 1.0), s = t * c;
    rotate(a + p, a + q, n, (size_t)n, c, s);
    rotate(a + p * n, a + q * n, n, 1, c, s);
    rotate(vectors + p * n, vectors + q * n, n, 1, c, s);
}

void eigen_symmetric(int n, double *matrix, double *values, double *vectors)
{
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            vectors[i * n + j] = i == j ? 1.0 : 0.0;
    for (int sweep = 0; sweep < SWEEPS_MAX && off_diagonal(n, matrix) > 1e-40; sweep++)
        for (int p = 0; p < n; p++)
            for (int q = p + 1; q < n; q++)
                annihilate(n, matrix, vectors, p, q);
    for (int i = 0; i < n; i++)
        values[i] = matrix[i * n + i];
}

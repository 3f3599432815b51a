// Eigenvalues and eigenvectors of a small symmetric matrix by cyclic Jacobi rotations (Jacobi 1846): slow,
// simple, accurate, and from + - * / sqrt only, so that every machine gets the same bits.
#ifndef NEUROTIDE_MODEL_EIGEN_H
#define NEUROTIDE_MODEL_EIGEN_H

// `matrix` is n x n, row by row, symmetric; it is overwritten. `values` receives n eigenvalues, unsorted;
// row k of `vectors` (n x n) the unit eigenvector of values[k].
void eigen_symmetric(int n, double *matrix, double *values, double *vectors);

#endif

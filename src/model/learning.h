// A toy of new learning (docs/models.md, illustrative): in each trial the strength w of a path goes w += eta
// (1
// - w),
//
//   eta = 0.1 (s + phi p) (1 - 0.5 Q_d)
//
// faster with more new spines (s + phi p: plasticity.h), slower while the drug dissociates (Q_d:
// treatment.h). Each side is to be shown against its own run before the dose, never trials left beside trials
// right. Ketamine impairs prefrontal tasks while it acts (rats: Moghaddam et al. 1997, J Neurosci 17:2921;
// and people); that learning is easier later is a hypothesis.
#ifndef NEUROTIDE_MODEL_LEARNING_H
#define NEUROTIDE_MODEL_LEARNING_H

#include "model/plasticity.h"
#include "model/treatment.h"

// eta, 0..1, from the formation rate (1 = healthy baseline, 0..10) and the dissociation (0..1).
double learning_rate(double formation, double dissociation);

// Trials until w = 0.9 from w = 0: ln(0.1) / ln(1 - eta); not a whole number. 0 < eta < 1.
double learning_trials_to_90(double eta);

// w after so many trials (>= 0, also between whole ones): 1 - (1 - eta)^trials. 0 <= eta < 1.
double learning_strength(double eta, double trials);

// One side at one moment, and the same side before its dose.
typedef struct learning {
    double eta, trials_to_90;
    double eta_before, trials_to_90_before;
} learning;

// Both tables must have been made from the same treatment inputs. Dissociation is the ketamine side's only.
learning learning_at(const plasticity *p, const treatment *t, side s, double t_min);

#endif

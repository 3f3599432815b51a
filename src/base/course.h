// The time that the program tells of.
#ifndef NEUROTIDE_BASE_COURSE_H
#define NEUROTIDE_BASE_COURSE_H

#define COURSE_END_MIN (8.0 * 7.0 * 24.0 * 60.0) // eight weeks, minutes after the first dose

#endif

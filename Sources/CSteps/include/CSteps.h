// How many steps the program has taken: edges of its control flow, counted by the compiler's own instrumentation.
#ifndef CSTEPS_H
#define CSTEPS_H

#include <stdint.h>

/// Edges taken since the program's start, 0 in a build that is not instrumented with `trace-pc-guard`.
uint64_t steps_taken(void);

#endif

#include "CSteps.h"

static uint64_t steps = 0;

// Instrumented code calls `__sanitizer_cov_trace_pc_guard` at each edge. The linker wraps it to here, since
// libFuzzer brings one of its own that ends the program. It must not be instrumented itself.
__attribute__((no_sanitize("coverage"))) void __wrap___sanitizer_cov_trace_pc_guard(uint32_t *guard) {
  (void)guard;
  steps++;
}

__attribute__((no_sanitize("coverage"))) void __wrap___sanitizer_cov_trace_pc_guard_init(
    uint32_t *start, uint32_t *stop) {
  (void)start;
  (void)stop;
}

__attribute__((no_sanitize("coverage"))) uint64_t steps_taken(void) { return steps; }

#include "Adoption.h"

#if defined(__linux__)

#include <sys/prctl.h>

bool adopt_orphans(void) { return prctl(PR_SET_CHILD_SUBREAPER, 1UL, 0UL, 0UL, 0UL) == 0; }

#else

bool adopt_orphans(void) { return false; }

#endif

#include <stdbool.h>

/// Makes this process the parent of every process below it whose own parent ends, instead of init
/// (PR_SET_CHILD_SUBREAPER, Linux 3.4, prctl(2)); `false` where the system knows no such thing.
///
/// It is in C because Swift can't call functions with a variable number of arguments.
bool adopt_orphans(void);

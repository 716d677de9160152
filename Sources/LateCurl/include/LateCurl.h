#ifndef LATE_CURL_H
#define LATE_CURL_H

#include <stdbool.h>

/// Whether libcurl is on this machine; loads it at the first call.
bool late_curl_is_available(void);

#endif

// libcurl, loaded at the first HTTP request instead of at the start of the program.
//
// A program with the Swift runtime linked in needs libcurl for FoundationNetworking, and libcurl comes
// with some thirty libraries: loading them is half of the start-up of a command that sends nothing.
// The functions here and in Guard.c have the names that FoundationNetworking links to
// (CFURLSessionInterface.c of swift-corelibs-foundation, Swift 6.3) and pass each call on. Without
// libcurl the program runs, too, and says so where a line needs it.
//
// Where the runtime is a shared library it has loaded libcurl already and `dlopen` finds that one; its
// calls come here nevertheless, for the program's own symbols go before those of its libraries
// (ld.so(8)).
#include "Function.h"
#include "LateCurl.h"

#if defined(__linux__)

#include <dlfcn.h>
#include <pthread.h>

static void *library;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
    // The name that the library has had since 2006, whatever its version.
    library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
}

bool late_curl_is_available(void) {
    pthread_once(&once, load);
    return library != NULL;
}

void *late_curl_function(const char *name) {
    return late_curl_is_available() ? dlsym(library, name) : NULL;
}

// Handles, lists and structures only pass through, so that `void *` stands for each of them.
#define PASS_ON(result, name, parameters, arguments)                                                \
    result name parameters {                                                                       \
        FIND(result, name, parameters);                                                            \
        return target arguments;                                                                   \
    }

#define PASS_ON_OPTION(name)                                                                        \
    int name(void *handle, int option, ...) {                                                      \
        FIND(int, name, (void *, int, ...));                                                       \
        TAKE_VALUE(value, option);                                                                 \
        return target(handle, option, value);                                                      \
    }

PASS_ON(int, curl_global_init, (long flags), (flags))
PASS_ON(char *, curl_version, (void), ())
PASS_ON(void *, curl_version_info, (int age), (age))
PASS_ON(void, curl_free, (void *memory), (memory))
PASS_ON(void *, curl_slist_append, (void *list, const char *text), (list, text))
PASS_ON(void, curl_slist_free_all, (void *list), (list))

PASS_ON(void *, curl_url, (void), ())
PASS_ON(int, curl_url_set, (void *url, int part, const char *text, unsigned flags), (url, part, text, flags))

PASS_ON(int, curl_easy_pause, (void *handle, int state), (handle, state))
PASS_ON(const char *, curl_easy_strerror, (int code), (code))
PASS_ON_OPTION(curl_easy_getinfo)

PASS_ON(void *, curl_multi_init, (void), ())
PASS_ON(int, curl_multi_cleanup, (void *multi), (multi))
PASS_ON(int, curl_multi_remove_handle, (void *multi, void *handle), (multi, handle))
PASS_ON(int, curl_multi_assign, (void *multi, int socket, void *data), (multi, socket, data))
PASS_ON(int, curl_multi_socket_action, (void *multi, int socket, int events, int *running), (multi, socket, events, running))
PASS_ON_OPTION(curl_multi_setopt)

#else

bool late_curl_is_available(void) { return true; }

#endif

#ifndef FUNCTION_H
#define FUNCTION_H

#include <stdarg.h>
#include <stddef.h>

/// The function of that name in libcurl; `NULL` without it, which nobody calls then.
void *late_curl_function(const char *name);

/// Sets `target` to libcurl's function, looked for once.
#define FIND(result, name, parameters)                                                              \
    static result(*known) parameters;                                                              \
    result(*target) parameters = __atomic_load_n(&known, __ATOMIC_RELAXED);                        \
    if (target == NULL) {                                                                          \
        target = (result(*) parameters)late_curl_function(#name);                                  \
        __atomic_store_n(&known, target, __ATOMIC_RELAXED);                                        \
    }

/// Sets `value` to the argument after `last`: a long, a pointer or a curl_off_t by the option
/// (curl_easy_setopt(3), curl_easy_getinfo(3), curl_multi_setopt(3)), each of the size of a pointer
/// on 64-bit systems.
#define TAKE_VALUE(value, last)                                                                     \
    va_list arguments;                                                                             \
    va_start(arguments, last);                                                                     \
    void *value = va_arg(arguments, void *);                                                       \
    va_end(arguments)

#endif

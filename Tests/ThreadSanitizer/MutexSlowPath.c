// Lets the thread sanitizer see a Mutex of Swift's Synchronization change hands.
//
// On Linux (Swift 6.3, stdlib/public/Synchronization/Mutex/LinuxImpl.swift) taking and leaving a mutex
// that nobody else wants is compiled into the caller, where the sanitizer sees it. Where two threads want
// it, the runtime asks the kernel, which the sanitizer can't see: whatever a contended mutex guards would
// be reported as a race. Here those two functions say what they do, and then the runtime's own do it.
#if defined(__linux__)

#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>
#include <stdlib.h>

// Of the sanitizer's runtime (compiler-rt, sanitizer/tsan_interface.h).
void __tsan_acquire(void *address);
void __tsan_release(void *address);

// `_MutexHandle._lockSlow(_: UInt32)` and `_MutexHandle._unlockSlow()`, by their mangled names.
#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

#define SWIFT __attribute__((swiftcall))
#define SELF __attribute__((swift_context)) void *

typedef SWIFT void Lock(uint32_t thread, SELF);
typedef SWIFT void Unlock(SELF);

Lock lock __asm__(LOCK);
Unlock unlock __asm__(UNLOCK);

/// The runtime's own function; without it no mutex works, so that nothing is left to do.
static void *original(const char *name) {
    void *function = dlsym(RTLD_NEXT, name);
    if (!function) abort();
    return function;
}

SWIFT void lock(uint32_t thread, SELF handle) {
    ((Lock *)original(LOCK))(thread, handle);
    __tsan_acquire(handle);
}

SWIFT void unlock(SELF handle) {
    __tsan_release(handle);
    ((Unlock *)original(UNLOCK))(handle);
}

#endif

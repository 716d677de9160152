#ifndef LINE_H
#define LINE_H

#include <stdbool.h>
#include <stddef.h>

/// A line of a response's head as FoundationNetworking wants it.
struct line {
    /// The bytes, to be freed; `NULL` where there is no memory.
    char *bytes;
    /// How many.
    size_t length;
    /// Whether it is the empty one that ends the head.
    bool is_empty;
};

/// Puts a line right.
///
/// It ends with CR and LF whatever it ended with (RFC 9112, 2.2). Bytes that are no UTF-8 are read as
/// ISO 8859-1, which field values once were in (RFC 9110, 5.5). A `Location` that has a host and no
/// scheme gets the one it was asked by (RFC 3986, 5.2.2).
struct line line_put_right(const char *bytes, size_t length, bool is_secure);

#endif

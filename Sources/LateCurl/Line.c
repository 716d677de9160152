#include "Line.h"

#if defined(__linux__)

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

/// The length of the UTF-8 sequence (RFC 3629, 4) that the bytes begin with; 0 where there is none.
static size_t sequence_length(const unsigned char *bytes, size_t left) {
    unsigned char first = bytes[0];
    if (first < 0x80) { return 1; }
    size_t length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    if (length == 0 || length > left) { return 0; }
    for (size_t place = 1; place < length; place++) {
        if (!is_continuation(bytes[place])) { return 0; }
    }
    // Overlong forms, surrogates and what lies beyond Unicode.
    bool is_wrong = (first == 0xE0 && bytes[1] < 0xA0) || (first == 0xED && bytes[1] > 0x9F)
        || (first == 0xF0 && bytes[1] < 0x90) || (first == 0xF4 && bytes[1] > 0x8F);
    return is_wrong ? 0 : length;
}

static bool is_utf8(const unsigned char *bytes, size_t length) {
    for (size_t place = 0; place < length;) {
        size_t step = sequence_length(bytes + place, length - place);
        if (step == 0) { return false; }
        place += step;
    }
    return true;
}

/// How many bytes stand before the host of a `Location` without a scheme; 0 for any other line.
static size_t start_of_schemeless_location(const char *bytes, size_t length) {
    const char name[] = "location:";
    size_t place = sizeof name - 1;
    if (length < place || strncasecmp(bytes, name, place) != 0) { return 0; }
    while (place < length && (bytes[place] == ' ' || bytes[place] == '\t')) { place++; }
    return length - place >= 2 && memcmp(bytes + place, "//", 2) == 0 ? place : 0;
}

struct line line_put_right(const char *bytes, size_t length, bool is_secure) {
    if (length > 0 && bytes[length - 1] == '\n') { length--; }
    if (length > 0 && bytes[length - 1] == '\r') { length--; }
    const char *scheme = is_secure ? "https:" : "http:";
    // Twice for ISO 8859-1 as UTF-8, and room for the scheme and the end.
    char *copy = malloc(2 * length + strlen(scheme) + 2);
    struct line line = {copy, 0, length == 0};
    if (copy == NULL) { return line; }
    bool is_text = is_utf8((const unsigned char *)bytes, length);
    size_t location = start_of_schemeless_location(bytes, length);
    for (size_t place = 0; place < length; place++) {
        if (location != 0 && place == location) {
            memcpy(copy + line.length, scheme, strlen(scheme));
            line.length += strlen(scheme);
        }
        unsigned char byte = (unsigned char)bytes[place];
        if (byte < 0x80 || is_text) {
            copy[line.length++] = (char)byte;
        } else {
            copy[line.length++] = (char)(0xC0 | byte >> 6);
            copy[line.length++] = (char)(0x80 | (byte & 0x3F));
        }
    }
    memcpy(copy + line.length, "\r\n", 2);
    line.length += 2;
    return line;
}

#else

struct line line_put_right(const char *bytes, size_t length, bool is_secure) {
    return (struct line){0};
}

#endif

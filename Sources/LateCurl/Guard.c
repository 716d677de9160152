// Stands between libcurl and FoundationNetworking, so that no server can end the program.
//
// FoundationNetworking of swift-corelibs-foundation (Swift 6.3, NativeProtocol.swift and HTTPURLProtocol.swift)
// takes all that libcurl tells for granted, and traps (`fatalError`) where
// - a connection ends within a head, which libcurl calls a success: "there's no response";
// - fields follow a chunked body, which it takes for the beginning of another head;
// - `Location` has a host but no scheme, and the host is no plain name: "Invalid URL".
// It copies all lines of a head for each one more, gives a response up whose lines are not UTF-8 or end
// without CR, and finds that an IPv6 address differs from libcurl's form of it. No delegate hears of
// that in time, a process for each request would cost more than the request does, and a relay would
// not see into TLS. Here, between the two, all of it can be seen and put right, for http and https
// alike, and what is in order passes unchanged.
#include "Function.h"

#if defined(__linux__)

#include "Line.h"
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Values of curl/curl.h and curl/multi.h, which are part of libcurl's binary interface.
enum {
    OPTION_WRITE_DATA = 10001,
    OPTION_URL = 10002,
    OPTION_ERROR_BUFFER = 10010,
    OPTION_HEADER_DATA = 10029,
    OPTION_WRITE_FUNCTION = 20011,
    OPTION_HEADER_FUNCTION = 20079,
    OPTION_PRIVATE = 10103,
    OPTION_QUICK_EXIT = 322,
    INFO_PRIVATE = 0x100000 + 21,
    URL_PART_HOST = 5,
    MESSAGE_DONE = 1,
    CODE_OK = 0,
    CODE_RECEIVE_ERROR = 56,
    ERROR_SIZE = 256,
};

/// `CURLMsg`.
struct message {
    int kind;
    void *handle;
    union {
        void *whatever;
        int result;
    } data;
};

/// The longest head, all heads before it counted in, in bytes; later versions of libcurl allow 300 KB.
static const size_t head_limit = 256 << 10;
/// The most lines of a head; servers themselves allow a hundred or so.
static const size_t line_limit = 1000;

/// The longest body, in bytes: more than any reader wants, who ends the transfer before. But libcurl
/// hands on all that a few compressed bytes become before it listens to anybody.
static const size_t body_limit = 16 << 20;
/// The longest body of a redirect, which FoundationNetworking keeps and copies for each of its parts.
static const size_t redirect_limit = 1 << 20;

typedef size_t receiver(char *bytes, size_t size, size_t count, void *data);

/// What is known of a handle's transfer; its handle owns it (CURLOPT_PRIVATE).
struct transfer {
    receiver *head_receiver;
    void *head_data;
    receiver *body_receiver;
    void *body_data;
    char *words;
    bool is_secure;
    bool is_redirect;
    bool is_complete;
    size_t head_size;
    size_t line_count;
    size_t body_size;
    const char *trouble;
};

int curl_easy_getinfo(void *handle, int information, ...);
int curl_easy_setopt(void *handle, int option, ...);

static struct transfer *transfer_of(void *handle) {
    struct transfer *transfer = NULL;
    return curl_easy_getinfo(handle, INFO_PRIVATE, &transfer) == CODE_OK ? transfer : NULL;
}

/// Notes what a status line, `HTTP/1.1 302 Found`, says.
static void begin_head(struct transfer *transfer, const char *bytes, size_t length) {
    const char *space = memchr(bytes, ' ', length);
    transfer->is_redirect = space != NULL && space + 1 < bytes + length && space[1] == '3';
    transfer->is_complete = false;
}

/// Passes a line of a head on, put right; one that follows the body is dropped.
static size_t receive_line(char *bytes, size_t size, size_t count, void *data) {
    struct transfer *transfer = data;
    size_t length = size * count;
    if (length >= 5 && memcmp(bytes, "HTTP/", 5) == 0 && transfer->body_size == 0) {
        // A head of 1xx or of a proxy goes before the response's own.
        begin_head(transfer, bytes, length);
    } else if (transfer->is_complete) {
        return length;
    }
    transfer->head_size += length;
    transfer->line_count += 1;
    if (transfer->head_size > head_limit || transfer->line_count > line_limit) {
        transfer->trouble = "header fields without end";
        return 0;
    }
    struct line line = line_put_right(bytes, length, transfer->is_secure);
    if (line.bytes == NULL || transfer->head_receiver == NULL) { return 0; }
    transfer->is_complete = line.is_empty;
    size_t taken = transfer->head_receiver(line.bytes, 1, line.length, transfer->head_data);
    free(line.bytes);
    return taken == line.length ? length : 0;
}

/// Passes a part of a body on.
static size_t receive_body(char *bytes, size_t size, size_t count, void *data) {
    struct transfer *transfer = data;
    transfer->body_size += size * count;
    if (transfer->body_size > (transfer->is_redirect ? redirect_limit : body_limit)) {
        transfer->trouble = "a body without end";
        return 0;
    }
    if (transfer->body_receiver == NULL) { return 0; }
    return transfer->body_receiver(bytes, size, count, transfer->body_data);
}

void *curl_easy_init(void) {
    FIND(void *, curl_easy_init, (void));
    void *handle = target();
    struct transfer *transfer = calloc(1, sizeof *transfer);
    if (handle == NULL || transfer == NULL) { return handle; }
    curl_easy_setopt(handle, OPTION_PRIVATE, transfer);
    // A name that is not resolved in time must not hold up other requests until it is: otherwise
    // libcurl waits for its resolver's thread when a transfer is cancelled (since 7.87).
    curl_easy_setopt(handle, OPTION_QUICK_EXIT, 1L);
    return handle;
}

void curl_easy_cleanup(void *handle) {
    FIND(void, curl_easy_cleanup, (void *));
    struct transfer *transfer = transfer_of(handle);
    target(handle);
    free(transfer);
}

int curl_easy_setopt(void *handle, int option, ...) {
    FIND(int, curl_easy_setopt, (void *, int, ...));
    TAKE_VALUE(value, option);
    struct transfer *transfer = transfer_of(handle);
    if (transfer == NULL) { return target(handle, option, value); }
    switch (option) {
    case OPTION_HEADER_FUNCTION:
        transfer->head_receiver = (receiver *)value;
        return target(handle, option, receive_line);
    case OPTION_HEADER_DATA:
        transfer->head_data = value;
        return target(handle, option, transfer);
    case OPTION_WRITE_FUNCTION:
        transfer->body_receiver = (receiver *)value;
        return target(handle, option, receive_body);
    case OPTION_WRITE_DATA:
        transfer->body_data = value;
        return target(handle, option, transfer);
    case OPTION_ERROR_BUFFER: transfer->words = value; break;
    case OPTION_URL: transfer->is_secure = strncmp(value, "https:", 6) == 0; break;
    }
    return target(handle, option, value);
}

int curl_multi_add_handle(void *multi, void *handle) {
    FIND(int, curl_multi_add_handle, (void *, void *));
    struct transfer *transfer = transfer_of(handle);
    if (transfer != NULL) {
        transfer->is_complete = transfer->is_redirect = false;
        transfer->head_size = transfer->line_count = transfer->body_size = 0;
        transfer->trouble = NULL;
    }
    return target(multi, handle);
}

/// Makes a failure of an end within a head, and gives a failure of ours its name.
struct message *curl_multi_info_read(void *multi, int *left) {
    FIND(struct message *, curl_multi_info_read, (void *, int *));
    struct message *message = target(multi, left);
    if (message == NULL || message->kind != MESSAGE_DONE) { return message; }
    struct transfer *transfer = transfer_of(message->handle);
    if (transfer == NULL) { return message; }
    if (message->data.result == CODE_OK && !transfer->is_complete) {
        message->data.result = CODE_RECEIVE_ERROR;
        transfer->trouble = "connection closed within the header fields";
    }
    if (transfer->trouble != NULL && transfer->words != NULL) {
        snprintf(transfer->words, ERROR_SIZE, "%s", transfer->trouble);
    }
    return message;
}

/// FoundationNetworking compares the host with its own, which has no brackets.
int curl_url_get(void *url, int part, char **text, unsigned flags) {
    FIND(int, curl_url_get, (void *, int, char **, unsigned));
    int code = target(url, part, text, flags);
    if (code == CODE_OK && part == URL_PART_HOST && *text != NULL && **text == '[') {
        size_t length = strlen(*text);
        memmove(*text, *text + 1, length);
        if (length > 1 && (*text)[length - 2] == ']') { (*text)[length - 2] = '\0'; }
    }
    return code;
}

#endif

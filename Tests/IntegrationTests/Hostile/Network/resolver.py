"""A name server on 127.0.0.1:53 whose names below `test` resolve to nothing, slowly, or to many addresses (RFC 1035)."""
import socket
import socketserver
import struct
import threading
import time

A, AAAA = 1, 28
NO_ERROR, SERVER_FAILURE, NO_SUCH_NAME = 0, 2, 3

LIVE = "127.0.0.1"
# On the first nothing listens; what is sent to the others is never answered (servers.swallow).
REFUSING = [f"127.8.{number // 250}.{number % 250 + 1}" for number in range(199)]
SWALLOWING = [f"127.9.0.{number + 1}" for number in range(16)]

NAMES = {
    "empty.test": [],
    "many.test": REFUSING + [LIVE],
    "dead.test": SWALLOWING,
    "four.test": [LIVE],
    "six.test": ["::1"],
    "other.test": ["127.0.0.2"],
}
SLOW = "slow.test"


def answer(query, is_stream):
    """The answer to a query; `None` where none is given."""
    labels, place = [], 12
    while query[place]:
        labels.append(query[place + 1:place + 1 + query[place]].decode("ascii", "replace").lower())
        place += 1 + query[place]
    question = query[12:place + 5]
    kind = struct.unpack(">H", query[place + 1:place + 3])[0]
    name = ".".join(labels)
    if name == SLOW:
        time.sleep(20)
    code, addresses = NO_SUCH_NAME, []
    if name == "broken.test":
        code = SERVER_FAILURE
    elif name in NAMES:
        wanted = AAAA if kind == AAAA else A
        code = NO_ERROR
        addresses = [text for text in NAMES[name] if (AAAA if ":" in text else A) == wanted and kind in (A, AAAA)]
    records = b""
    for text in addresses:
        data = socket.inet_pton(socket.AF_INET6 if ":" in text else socket.AF_INET, text)
        records += b"\xc0\x0c" + struct.pack(">HHIH", AAAA if ":" in text else A, 1, 60, len(data)) + data
    is_cut = not is_stream and len(records) > 400
    flags = 0x8580 | code | (0x0200 if is_cut else 0)
    count = 0 if is_cut else len(addresses)
    return query[:2] + struct.pack(">HHHHH", flags, 1, count, 0, 0) + question + (b"" if is_cut else records)


class Datagrams(socketserver.BaseRequestHandler):
    def handle(self):
        self.request[1].sendto(answer(self.request[0], False), self.client_address)


class Streams(socketserver.BaseRequestHandler):
    def handle(self):
        while length := self.request.recv(2, socket.MSG_WAITALL):
            said = answer(self.request.recv(struct.unpack(">H", length)[0], socket.MSG_WAITALL), True)
            self.request.sendall(struct.pack(">H", len(said)) + said)


class Threads(socketserver.ThreadingMixIn):
    daemon_threads = True
    allow_reuse_address = True


class DatagramServer(Threads, socketserver.UDPServer):
    pass


class StreamServer(Threads, socketserver.TCPServer):
    pass


def start():
    for server in [DatagramServer(("127.0.0.1", 53), Datagrams), StreamServer(("127.0.0.1", 53), Streams)]:
        threading.Thread(target=server.serve_forever, daemon=True).start()

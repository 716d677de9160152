"""Servers that misbehave, each in a way of its own.

| address | what it does |
|---|---|
| 127.0.0.1:8000, [::1]:8000 | answers as ANSWERS says of the path |
| 127.0.0.1:8004, [::1]:8006 | the same, over IPv4 alone and IPv6 alone |
| 127.0.0.1:8007 | accepts and says nothing, whatever it is told; takes datagrams too |
| 127.0.0.2:8000 | another host: says whether it was told anything secret |
| 127.9.0.1 to 127.9.0.16, port 8000 | swallows every connection |
| 127.0.0.1:8441 to 8445 | TLS with certificates as CERTIFICATES says |
"""
import itertools
import pathlib
import socket
import ssl
import struct
import subprocess
import threading
import time
import zlib

CANARY = b"canary"
OK = b"HTTP/1.1 200 OK\r\n"
PLAIN = OK + b"Content-Length: 2\r\nConnection: close\r\n\r\nhi"
SWALLOWED = [f"127.9.0.{number + 1}" for number in range(16)]
CERTIFICATES = {8441: "expired", 8442: "self", 8443: "other", 8444: "stranger", 8445: "good"}


def zeros_in_gzip():
    """Ten GB of zeros, about a thousandth of it on the way."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    yield packer.compress(b"")
    block = bytes(16 << 20)
    for _ in range(640):
        yield packer.compress(block) + packer.flush(zlib.Z_SYNC_FLUSH)


def gzip_in_gzip():
    """The same packed once more, a few KB for all of it."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    inner = zlib.compressobj(9, zlib.DEFLATED, 31)
    piece = inner.compress(bytes(16 << 20)) + inner.flush(zlib.Z_FULL_FLUSH)
    again = inner.compress(bytes(16 << 20)) + inner.flush(zlib.Z_FULL_FLUSH)
    yield packer.compress(piece)
    for _ in range(640):
        yield packer.compress(again)
    yield packer.flush()


def endless(head, piece):
    return lambda: itertools.chain([head], itertools.repeat(piece))


def redirect(target, status=302):
    return b"HTTP/1.1 %d Found\r\nLocation: %s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n" % (status, target)


def chunked(body):
    return OK + b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + body


def slowly(head, body):
    def pieces():
        yield head
        for place in range(len(body)):
            time.sleep(1)
            yield body[place:place + 1]
    return pieces


def silence():
    time.sleep(60)
    yield b""


def late():
    time.sleep(2)
    yield PLAIN


def json(body, delay=0):
    """A page of a list, after a while."""
    def pieces():
        time.sleep(delay)
        yield OK + b"Content-Type: application/json\r\nConnection: close\r\n\r\n" + body
    return pieces


ANSWERS = {
    "/ok": PLAIN,
    "/silent": silence,
    "/late": late,
    "/slow-pages": json(b'{"pageCount":50,"items":[{"name":"a"}]}', 0.4),
    "/full-pages": json(b'{"pageCount":50,"items":[' + b"{}," * 600_000 + b"{}]}"),
    "/long-pages": json(b'{"pageCount":50,"items":[' + b"{}," * 5_000_000 + b"{}]}"),
    "/drip": slowly(OK + b"Content-Length: 100\r\n\r\n.", b"." * 99),
    "/fields": endless(OK, b"X-Field: " + b"y" * 80 + b"\r\n"),
    "/field": endless(OK + b"X-Field: ", b"y" * 4096),
    "/body": endless(OK + b"Content-Length: 10737418240\r\n\r\n", b"x" * 65536),
    "/bomb": lambda: itertools.chain([OK + b"Content-Encoding: gzip\r\n\r\n"], zeros_in_gzip()),
    "/bombs": lambda: itertools.chain([OK + b"Content-Encoding: gzip, gzip\r\n\r\n"], gzip_in_gzip()),
    "/redirect-file": redirect(b"file:///etc/passwd"),
    "/redirect-other": redirect(b"http://user:canary-target@other.test:8000/ok"),
    "/redirect-secret": redirect(b"ftp://user:canary-target@other.test/?token=canary-query"),
    "/redirect-mute": redirect(b"//[::1]:8000/silent"),
    "/redirect-body": endless(b"HTTP/1.1 302 Found\r\nLocation: /ok\r\n\r\n", b"x" * 65536),
    "/chunks": chunked(b"zz\r\nhi\r\n0\r\n\r\n"),
    "/chunk-cut": chunked(b"ff\r\nhi"),
    "/trailers": chunked(b"2\r\nhi\r\n0\r\nX-Sum: 1\r\n\r\n"),
    "/not-utf8": OK + b"X-Name: caf\xe9\r\nContent-Length: 4\r\nConnection: close\r\n\r\na\xff\xfeb",
    "/short": OK + b"Content-Length: 1000\r\nConnection: close\r\n\r\nten bytes.",
    "/long": OK + b"Content-Length: 2\r\nConnection: close\r\n\r\nhi, and more than was told",
    "/length": OK + b"Content-Length: many\r\n\r\n",
    "/closed": b"",
    "/head-cut": OK + b"X-Field: y\r\n",
    "/status-cut": b"HTTP/1.1 20",
    "/mail": b"220 mail.example ESMTP\r\n",
    "/gzip": OK + b"Content-Encoding: gzip\r\nConnection: close\r\n\r\nnot packed at all",
}
RESETS = {"/reset": b"", "/reset-midway": OK + b"Content-Length: 1000\r\n\r\nonly the beginning"}


def receive_head(connection):
    head = b""
    # What begins with no letter is no request, and will not end like one.
    while b"\r\n\r\n" not in head and len(head) < 65536 and head[:1].isalpha() == bool(head):
        piece = connection.recv(65536)
        if not piece:
            break
        head += piece
    return head


def reply(connection, head):
    # What is no request, such as the first bytes of TLS, is answered like one for what is not there.
    words = head.split(b" ") if head[:1].isalpha() else []
    whole = words[1].decode("ascii", "replace") if len(words) > 2 and words[1][:1] == b"/" else "/"
    path = "/" + whole.split("?")[0].split("/")[1]
    if path in RESETS:
        connection.sendall(RESETS[path])
        time.sleep(0.1)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        return
    if path == "/redirects":
        answer = redirect(b"/redirects/%d" % (int(whole.split("/")[2]) + 1))
    else:
        answer = ANSWERS.get(path, b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
    for piece in [answer] if isinstance(answer, bytes) else answer():
        connection.sendall(piece)
    end(connection)


def end(connection):
    """Lets the client read to the end: a close with bytes unread would reset the connection."""
    connection.shutdown(socket.SHUT_WR)
    connection.settimeout(5)
    while connection.recv(65536):
        pass


def witness(connection, head):
    is_told = CANARY in head or b"cookie" in head.lower()
    said = b"told" if is_told else b"untold"
    connection.sendall(b"HTTP/1.1 %d OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                       % (500 if is_told else 200, len(said), said))
    end(connection)


def serve(listener, behave, context=None):
    def each(connection):
        try:
            if context:
                connection = context.wrap_socket(connection, server_side=True)
            behave(connection, receive_head(connection))
        except OSError:
            pass
        finally:
            connection.close()

    def accept():
        while True:
            connection, _ = listener.accept()
            threading.Thread(target=each, args=[connection], daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()


def listen(host, port, backlog=128):
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((host, port))
    listener.listen(backlog)
    return listener


def swallow(host, held):
    """Fills the queue of a port, so that the system leaves further connections without an answer (listen(2))."""
    held.append(listen(host, 8000, 0))
    for _ in range(4):
        client = socket.socket()
        client.setblocking(False)
        client.connect_ex((host, 8000))
        held.append(client)


def certify(folder):
    """Makes an authority and what it signs; gives the authority's certificate."""
    def openssl(*words):
        subprocess.run(["openssl", *words], check=True, cwd=folder, capture_output=True)

    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    (folder / "ca.cnf").write_text(
        "[ca]\ndefault_ca=own\n[own]\nnew_certs_dir=.\ndatabase=index\nrand_serial=yes\ndefault_md=sha256\n"
        "policy=any\ncopy_extensions=copy\nunique_subject=no\n[any]\ncommonName=supplied\n")
    for authority in ["root", "stranger-root"]:
        openssl("req", "-x509", *key, "-keyout", f"{authority}.key", "-out", f"{authority}.pem", "-days", "30",
                "-subj", f"/CN={authority}")
    openssl("req", "-x509", *key, "-keyout", "self.key", "-out", "self.pem", "-days", "30", "-subj", "/CN=localhost",
            "-addext", "subjectAltName=DNS:localhost")
    for name in ["expired", "other", "stranger", "good"]:
        (folder / "index").write_text("")
        covered = "elsewhere.example" if name == "other" else "localhost"
        openssl("req", "-new", *key, "-keyout", f"{name}.key", "-out", f"{name}.csr", "-subj", f"/CN={covered}",
                "-addext", f"subjectAltName=DNS:{covered}")
        authority = "stranger-root" if name == "stranger" else "root"
        dates = ["20200101000000Z", "20200201000000Z"] if name == "expired" else ["20200101000000Z", "20990101000000Z"]
        openssl("ca", "-batch", "-notext", "-config", "ca.cnf", "-cert", f"{authority}.pem", "-keyfile",
                f"{authority}.key", "-in", f"{name}.csr", "-startdate", dates[0], "-enddate", dates[1],
                "-out", f"{name}.pem")
    return (folder / "root.pem").read_text()


def start(folder: pathlib.Path):
    """Starts all servers, and gives the certificate of the authority to trust."""
    for host, port in [("127.0.0.1", 8000), ("::1", 8000), ("127.0.0.1", 8004), ("::1", 8006)]:
        serve(listen(host, port), reply)
    serve(listen("127.0.0.2", 8000), witness)
    start.held = [listen("127.0.0.1", 8007), socket.socket(type=socket.SOCK_DGRAM)]
    start.held[1].bind(("127.0.0.1", 8007))
    for host in SWALLOWED:
        swallow(host, start.held)
    authority = certify(folder)
    for port, name in CERTIFICATES.items():
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(folder / f"{name}.pem", folder / f"{name}.key")
        serve(listen("127.0.0.1", port), reply, context)
    return authority

"""WebSocket servers that behave, and some that misbehave in a known way, each at a free port of 127.0.0.1.

Prints one line of JSON with their ports and ends with its standard input:

  plain  a server made with the `websockets` package; the path says what it does
  tls    the same inside TLS, with the certificate and key given as arguments
  proxy  a reverse proxy in front of `plain` that does not pass upgrades on, as RFC 9110, 7.6.1 has it
  raw    a socket that answers anything, or with what no server sends; the path says with what
"""

import asyncio
import base64
import hashlib
import http
import json
import os
import ssl
import sys

from websockets.asyncio.server import serve

# The connections a handler must not answer are kept here, so that nobody closes them.
HANGING = asyncio.Event()


async def refuse(connection, request):
    """Answers a handshake otherwise than with 101, by its path and origin."""
    if request.path == "/hang":
        await HANGING.wait()
    if request.path == "/forbidden" or request.headers.get("Origin") == "https://evil.example":
        return connection.respond(http.HTTPStatus.FORBIDDEN, "this room is not yours\n")
    if request.path == "/unauthorized" and "Authorization" not in request.headers:
        return connection.respond(http.HTTPStatus.UNAUTHORIZED, "who are you?\n")
    return None


def select(connection, offered):
    """The subprotocol of ours that is offered, if any is."""
    return next((name for name in ("v2", "v1") if name in offered), None)


async def flood(socket):
    """Sends pings as fast as they can be sent."""
    while True:
        await socket.ping()


async def handle(socket):
    """Plays the part that the path names."""
    match socket.request.path:
        case "/echo":
            async for message in socket:
                await socket.send(message)
        case "/hello" | "/unauthorized":
            await socket.send("hello")
            await socket.wait_closed()
        case "/json":
            await socket.send(json.dumps({"type": "welcome", "room": {"id": 7}}))
            await socket.wait_closed()
        case "/scope":
            await socket.close(4003, "token scope mismatch")
        case "/late":
            await socket.send("hello")
            await socket.close(1011, "überlastet")
        case "/pings":
            await flood(socket)
        case "/pings-then-hello":
            for _ in range(100):
                await (await socket.ping())
            await socket.send("hello")
            await socket.wait_closed()
        case "/fragments":
            await socket.send(["frag", "ment", "é", "d"])
            await socket.wait_closed()
        case "/large":
            await socket.send("x" * (3 << 20))
            await socket.close(4000, "done")
        case "/binary":
            await socket.send(b"\xff\x00")
            await socket.wait_closed()
        case "/abort":
            socket.transport.abort()
        case _:
            await socket.wait_closed()


def frames(path):
    """What a broken server sends behind its handshake."""
    return {
        "/masked": b"\x81\x81\x00\x00\x00\x00x",
        "/reserved": b"\xc1\x01x",
        "/unknown": b"\x83\x00",
        "/not-utf-8": b"\x81\x02\xff\xfe",
        "/half": b"\x81\x7e\x01",
        "/endless": b"\x81\x7f\x7f\xff\xff\xff\xff\xff\xff\xff" + b"x" * 1000,
    }.get(path)


def accept(head):
    """The value of Sec-WebSocket-Accept for a request (RFC 6455, 4.2.2)."""
    key = next(line[18:].strip() for line in head.split(b"\r\n") if line.lower().startswith(b"sec-websocket-key:"))
    return base64.b64encode(hashlib.sha1(key + b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11").digest())


async def answer_raw(reader, writer):
    """Answers one request with bytes of its own."""
    head = await reader.readuntil(b"\r\n\r\n")
    path = head.split(b" ")[1].decode()
    if path == "/garbage":
        writer.write(b"220 mail.example ESMTP\r\n")
        await writer.drain()
        await HANGING.wait()
    elif path == "/midway":
        writer.write(b"HTTP/1.1 101 Switching Pro")
    elif path == "/wrong-accept":
        writer.write(
            b"HTTP/1.1 101 OK\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: x\r\n\r\n"
        )
    elif path == "/header-flood":
        writer.write(b"HTTP/1.1 101 OK\r\n" + b"X: y\r\n" * 100_000)
    elif (broken := frames(path)) is not None:
        writer.write(
            b"HTTP/1.1 101 OK\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Accept: " + accept(head) + b"\r\n\r\n" + broken
        )
    await writer.drain()
    writer.close()


def proxy_to(port):
    """Makes a proxy that takes out what is for one hop only, which Upgrade is."""

    async def forward(reader, writer):
        head = await reader.readuntil(b"\r\n\r\n")
        lines = [
            line
            for line in head.split(b"\r\n")[:-2]
            if line.split(b":")[0].lower() not in (b"upgrade", b"connection")
        ]
        upstream, request = await asyncio.open_connection("127.0.0.1", port)
        request.write(b"\r\n".join(lines + [b"Connection: close", b"", b""]))
        writer.write(await upstream.read())
        await writer.drain()
        writer.close()
        request.close()

    return forward


def port_of(server):
    """The port that a server listens on."""
    return server.sockets[0].getsockname()[1]


async def main():
    """Starts all of them and waits for the end of the input."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[1], sys.argv[2])
    options = {"process_request": refuse, "select_subprotocol": select, "max_size": None}
    plain = await serve(handle, "127.0.0.1", 0, **options)
    secure = await serve(handle, "127.0.0.1", 0, ssl=context, **options)
    raw = await asyncio.start_server(answer_raw, "127.0.0.1", 0)
    proxy = await asyncio.start_server(proxy_to(port_of(plain)), "127.0.0.1", 0)
    ports = {"plain": plain, "tls": secure, "raw": raw, "proxy": proxy}
    print(json.dumps({name: port_of(server) for name, server in ports.items()}), flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.buffer.read)
    # Connections that hang would be waited for.
    os._exit(0)


asyncio.run(main())

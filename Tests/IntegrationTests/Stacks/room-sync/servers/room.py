"""Imitates a room-sync server as far as its runbook looks: health and metrics over HTTP, and rooms under /ws/ that begin
with a hello and a welcome and end with the documented close codes.

It turns everyone away while /tmp/overloaded is there. Signatures are not checked: no key is shared with the tests.
"""

import asyncio
import base64
import json
import os
import time
from http import HTTPStatus

from websockets.asyncio.server import serve
from websockets.exceptions import ConnectionClosed


def log(text):
    """Writes a line of the server's log."""
    print(time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), text, flush=True)


def answer(connection, request):
    """Answers what is no room; the handshake of a room goes on."""
    if request.path == "/":
        return connection.respond(HTTPStatus.OK, "ok\n")
    if request.path == "/metrics":
        return connection.respond(HTTPStatus.OK, "# TYPE rooms gauge\nrooms 1\n")
    if not request.path.startswith("/ws/"):
        return connection.respond(HTTPStatus.NOT_FOUND, "no such route\n")
    return None


def claims(token):
    """The claims of a token, or none."""
    try:
        return json.loads(base64.urlsafe_b64decode(token.split(".")[1] + "=="))
    except (IndexError, ValueError):
        return {}


def refusal(hello, room):
    """The close code and reason with which a hello is refused, if it is."""
    if os.path.exists("/tmp/overloaded"):
        return 1011, "server overload"
    if hello.get("type") != "hello":
        return 1008, "expected hello"
    token = claims(hello.get("token", ""))
    if token.get("room") != room:
        return 1008, "auth: the token is for another room"
    if token.get("exp", 0) <= time.time():
        return 4002, "auth: the token has expired"
    return None


async def meet(socket):
    """Meets a client at its room's door."""
    room = socket.request.path.removeprefix("/ws/")
    try:
        hello = json.loads(await socket.recv())
    except ConnectionClosed:
        return
    if refused := refusal(hello, room):
        code, reason = refused
        log(f"closing connection code={code} reason={reason}")
        await socket.close(code, reason)
        return
    await socket.send(json.dumps({"type": "welcome", "room": room, "capabilities": ["blob-io"]}))
    await socket.wait_closed()


async def main():
    """Serves until the container is stopped."""
    async with serve(meet, "", 8090, process_request=answer) as server:
        log("listening on 8090")
        await server.serve_forever()


asyncio.run(main())

"""A web server for the benchmarks: 200 to every request, below `/after/300/` when 300 ms have passed.

Started as a program it prints the port that it listens at and serves until its standard input ends.
"""
import asyncio
import contextlib
import subprocess
import sys

BODY = b'{"status":"ok"}'


@contextlib.contextmanager
def web_server():
    """The address of a server that runs in a process of its own."""
    server = subprocess.Popen([sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield f"http://127.0.0.1:{int(server.stdout.readline())}"
    finally:
        server.stdin.close()
        server.wait()


class Connection(asyncio.Protocol):
    """Answers requests without a body, kept alive unless they ask otherwise."""

    def connection_made(self, transport):
        self.transport = transport
        self.received = b""

    def data_received(self, data):
        self.received += data
        while b"\r\n\r\n" in self.received:
            head, self.received = self.received.split(b"\r\n\r\n", 1)
            words = head.split(b" ", 2)[1].split(b"/")
            delay = int(words[2]) / 1000 if words[1] == b"after" else 0
            asyncio.get_running_loop().call_later(delay, self.answer, b"connection: close" in head.lower())

    def answer(self, closes):
        fields = [b"HTTP/1.1 200 OK", b"Content-Type: application/json", b"Content-Length: %d" % len(BODY)]
        if closes:
            fields.append(b"Connection: close")
        self.transport.write(b"\r\n".join(fields) + b"\r\n\r\n" + BODY)
        if closes:
            self.transport.close()


async def serve():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Connection, "127.0.0.1", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


if __name__ == "__main__":
    asyncio.run(serve())

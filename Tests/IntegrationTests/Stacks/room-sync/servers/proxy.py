"""A reverse proxy in front of the room server: plain at port 8080, inside TLS at 8443.

With UPGRADE=off it takes out what is for one hop only (RFC 9110, 7.6.1), as a proxy does that nobody told of WebSockets.
"""

import asyncio
import os
import ssl

DROPPED = (b"upgrade", b"connection") if os.environ["UPGRADE"] == "off" else ()


async def pump(reader, writer):
    """Passes bytes on until one side ends."""
    try:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    except OSError:
        pass
    finally:
        writer.close()


async def forward(reader, writer):
    """Passes one request on, and whatever follows it."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
        upstream = await asyncio.open_connection("room-sync", 8090)
    except asyncio.IncompleteReadError:
        writer.close()
        return
    except OSError:
        writer.write(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        writer.close()
        return
    lines = [line for line in head.split(b"\r\n")[:-2] if line.split(b":")[0].lower() not in DROPPED]
    upstream[1].write(b"\r\n".join([*lines, b"", b""]))
    await asyncio.gather(pump(reader, upstream[1]), pump(upstream[0], writer))


async def main():
    """Serves until the container is stopped."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)

    def arrive():
        """Meets a client, and has the certificate for it that is in the folder now."""
        context.load_cert_chain("/certificates/server.pem", "/certificates/server.key")
        return asyncio.StreamReaderProtocol(asyncio.StreamReader(), forward)

    plain = await asyncio.start_server(forward, "", 8080)
    secure = await asyncio.get_running_loop().create_server(arrive, "", 8443, ssl=context)
    await asyncio.gather(plain.serve_forever(), secure.serve_forever())


asyncio.run(main())

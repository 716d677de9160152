"""A network of its own where every server misbehaves, and programs that are run and measured in it.

Run as `unshare -n -m python3 network.py`: it brings the loopback interface up, puts files of its own in the place of
resolv.conf, hosts and the certificates that are trusted, and starts servers.py and resolver.py. Then it reads a JSON
object a line, `{"command": [...], "environment": {...}, "directory": "..."}`, runs the command and answers with
`{"exitCode", "seconds", "peakKilobytes", "output", "errorOutput"}`. At the end of its input it ends, and all else with it.
"""
import fcntl
import os
import pathlib
import socket
import struct
import subprocess
import sys
import tempfile

import resolver
import servers

MEASURE = pathlib.Path(__file__).with_name("measure.py")


def raise_loopback():
    """Sets IFF_UP on `lo` (netdevice(7))."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        request = struct.pack("16sH14s", b"lo", 0x1 | 0x8 | 0x40, b"")
        fcntl.ioctl(any_socket, 0x8914, request)


def replace(path, text, folder):
    """Mounts a file with the text over a file of the system, in this namespace alone."""
    if not pathlib.Path(path).exists():
        return
    own = folder / path.strip("/").replace("/", "-")
    own.write_text(text)
    subprocess.run(["mount", "--bind", own, os.path.realpath(path)], check=True)


def main():
    raise_loopback()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        replace("/etc/resolv.conf", "nameserver 127.0.0.1\noptions timeout:5 attempts:1\n", folder)
        replace("/etc/hosts", "127.0.0.1 localhost\n::1 localhost ip6-localhost\n", folder)
        replace("/etc/nsswitch.conf", "hosts: files dns\n", folder)
        authority = servers.start(folder)
        replace("/etc/ssl/certs/ca-certificates.crt", authority, folder)
        resolver.start()
        print("ready", flush=True)
        for line in sys.stdin:
            done = subprocess.run([sys.executable, "-B", MEASURE, line], stdout=subprocess.PIPE, check=True)
            sys.stdout.buffer.write(done.stdout)
            sys.stdout.flush()
    os._exit(0)


main()

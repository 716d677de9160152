"""Runs a program on a terminal of its own and types lines at its prompts.

usage: terminal.py LINES PROGRAM ARGUMENT…

LINES are typed one after the other, each when the program has asked ("leave: "); a line `^D` is the
end of input. What the program showed is printed, and its exit code on a last line.
"""

import os
import pty
import sys

PROMPT = b"leave: "


def main() -> None:
    lines = sys.argv[1].split(",") if sys.argv[1] else []
    child, terminal = pty.fork()
    if child == 0:
        os.execv(sys.argv[2], sys.argv[2:])
    shown = b""
    asked = 0
    while True:
        try:
            piece = os.read(terminal, 4096)
        except OSError:  # Linux: the program has closed its side
            break
        if not piece:
            break
        shown += piece
        while lines and shown.count(PROMPT) > asked:
            asked += 1
            line = lines.pop(0)
            os.write(terminal, b"\x04" if line == "^D" else line.encode() + b"\n")
    _, status = os.waitpid(child, 0)
    sys.stdout.buffer.write(shown.replace(b"\r\n", b"\n"))
    print(f"exit {os.waitstatus_to_exitcode(status)}")


main()

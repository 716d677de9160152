"""Runs a program on a terminal of its own and answers its prompts.

usage: dialogue.py PROMPT ANSWERS PROGRAM ARGUMENT…

ANSWERS are separated by commas and given one after the other, each when the program has asked,
which is when it shows PROMPT. Some are no words: `^D` is the end of input, `^C` what the key sends, and `!` kills the
program (SIGKILL). `~WORD` waits for no prompt but for WORD, and then sends what `^C` sends;
`~WORD~LINE` types the line there and makes a file `typed`. What the program showed is printed, and
its exit code on a last line, negative for a signal.
"""

import os
import pty
import signal
import sys

KEYS = {"^D": b"\x04", "^C": b"\x03"}


def main() -> None:
    prompt = sys.argv[1].encode()
    answers = sys.argv[2].split(",") if sys.argv[2] else []
    child, terminal = pty.fork()
    if child == 0:
        os.execv(sys.argv[3], sys.argv[3:])
    shown = b""
    answered = 0
    while True:
        try:
            piece = os.read(terminal, 4096)
        except OSError:  # Linux: the program has closed its side
            break
        if not piece:
            break
        shown += piece
        while answers:
            answer = answers[0]
            if answer.startswith("~"):
                word, _, line = answer[1:].partition("~")
                if word.encode() not in shown:
                    break
                os.write(terminal, line.encode() + b"\n" if line else KEYS["^C"])
                if line:
                    open("typed", "w").close()
            elif shown.count(prompt) <= answered:
                break
            elif answer == "!":
                os.kill(child, signal.SIGKILL)
            else:
                answered += 1
                os.write(terminal, KEYS.get(answer, answer.encode() + b"\n"))
            answers.pop(0)
    _, status = os.waitpid(child, 0)
    sys.stdout.buffer.write(shown.replace(b"\r\n", b"\n"))
    sys.stdout.buffer.flush()
    print(f"exit {os.waitstatus_to_exitcode(status)}")


main()

"""Types command lines into a real shell on a terminal of its own, with a tab behind each.

usage: completion.py bash|zsh SCRIPT LINE…

SCRIPT is the shell's completion script. Each line is printed as the shell then has it. fish needs no
terminal: its `complete -C` tells what a tab would offer.
"""

import os
import pty
import re
import select
import sys
import tempfile

LIMIT = 30
SHOW = b"\x18\x10"
SETUP = {
    "bash": r"""bind -x '"\C-x\C-p": printf "@@%s@@\n" "$READLINE_LINE"'
bind 'set bell-style none'
bind 'set show-all-if-ambiguous off'
source SCRIPT
PS1='ready> '
""",
    "zsh": r"""autoload -Uz compinit && compinit -u -D
source SCRIPT
show() { print -r -- "@@${BUFFER}@@"; }
zle -N show
bindkey -e
bindkey '^X^P' show
bindkey '^U' kill-whole-line
PS1='ready> '
setopt no_beep
""",
}


def start(shell: str, script: str, folder: str) -> int:
    """Starts the shell with its setup and nothing else, and gives its terminal."""
    setup = os.path.join(folder, ".zshrc")
    with open(setup, "w") as file:
        file.write(SETUP[shell].replace("SCRIPT", script))
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(ZDOTDIR=folder, TERM="xterm", COLUMNS="200", LINES="50")
        words = ["bash", "--noprofile", "--rcfile", setup, "-i"] if shell == "bash" else ["zsh", "-i", "-d"]
        os.execvp(words[0], words)
    return terminal


def read(terminal: int, pattern: bytes) -> bytes:
    """What the pattern finds in what is shown next."""
    shown = b""
    while True:
        if not select.select([terminal], [], [], LIMIT)[0]:
            sys.exit(f"nothing like {pattern!r} in {shown!r}")
        shown += os.read(terminal, 65536)
        found = re.search(pattern, shown)
        if found:
            return found.group(found.lastindex or 0)


def main() -> None:
    shell, script, *lines = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        terminal = start(shell, script, folder)
        read(terminal, rb"ready> ")
        for line in lines:
            os.write(terminal, line.encode() + b"\t" + SHOW)
            print(read(terminal, rb"@@([^@]*)@@").decode())
            os.write(terminal, b"\x15")
        os.write(terminal, b"\x15exit\n")


main()

"""Parsing: 20 MB of ordinary runbooks, and of each kind of text that costs careless parsers their square.

The whole command is measured, `diagnose symptom` on a folder: reading, parsing, recognising, indexing, searching. Beside
it stand cmark-gfm, which turns the same files into HTML one after the other, and ripgrep, which only searches them.
"""
import pathlib
import shutil
import subprocess
import tempfile

from .common import DIAGNOSE, wall
from .runbooks import runbook

MEGABYTES = 20
FILES = 4


def repeated(piece, before=""):
    """A text of one piece again and again, as long as one file may be."""
    size = MEGABYTES * 1_000_000 // FILES
    return lambda number: before + piece * (size // len(piece))


def nested_lists(number):
    """Lists a thousand deep, one level a line, again and again."""
    deep = "".join("  " * depth + "- a\n" for depth in range(1_000))
    return repeated(deep + "\n")(number)


def wide_tables(number):
    """Tables of a thousand columns."""
    row = "|" + "a|" * 1_000 + "\n"
    return repeated(row + "|" + "-|" * 1_000 + "\n" + row * 20 + "\n")(number)


def ordinary(number):
    """Runbooks of all shapes, one below the other."""
    size = MEGABYTES * 1_000_000 // FILES
    texts = []
    while size > 0:
        texts.append(runbook(number * 10_000 + len(texts)))
        size -= len(texts[-1])
    return "\n".join(texts)


KINDS = {
    "ordinary runbooks": ordinary,
    "quotes, 1,000 deep": repeated(">" * 1_000 + " a\n"),
    "lists, 1,000 deep": nested_lists,
    "open brackets": repeated("["),
    "open emphasis": repeated("*a **b "),
    "open code spans": repeated("`a ``b "),
    "open comments": repeated("a <!-- b "),
    "open callouts": repeated(":::note\n"),
    "open details": repeated("<details><summary>It fails</summary>\n\n"),
    "one long table": repeated("| it fails | because | `x` |\n", "| Symptom | Cause | Fix |\n|-|-|-|\n"),
    "wide tables": wide_tables,
    "headings": repeated("# It fails\n"),
    "references": repeated("[a]: b\n"),
    "entities": repeated("&amp;&#x"),
}


def megabytes_per_second(seconds):
    return f"{MEGABYTES / seconds:.0f} MB/s"


def others(folder):
    """What cmark-gfm and ripgrep make of the same files; empty where they are absent."""
    figures = []
    files = sorted(str(path) for path in folder.iterdir())
    if shutil.which("cmark-gfm"):
        command = ["cmark-gfm", "--extension", "table", "--to", "html"]
        try:
            seconds = sum(wall([*command, file], timeout=60)[0] for file in files)
            figures.append(f"cmark-gfm {megabytes_per_second(seconds)}")
        except subprocess.TimeoutExpired:
            figures.append("cmark-gfm over 60 s")
    if shutil.which("rg"):
        figures.append(f"rg {megabytes_per_second(wall(['rg', '-c', 'listener hears', str(folder)])[0])}")
    return ", ".join(figures)


def measure():
    for name in ["cmark-gfm", "rg"]:
        if not shutil.which(name):
            print(f"parsing: {name} is not here to compare with")
    base = None
    for name, text in KINDS.items():
        with tempfile.TemporaryDirectory() as place:
            folder = pathlib.Path(place)
            for number in range(FILES):
                (folder / f"runbook-{number}.md").write_text(text(number))
            command = [DIAGNOSE, "symptom", "listener hears nothing", "--no-embedded", "--runbooks", folder]
            try:
                seconds = wall(command, cwd=folder, timeout=120)[0]
            except subprocess.TimeoutExpired:
                print(f"parsing {name}: over 120 s")
                continue
            base = base or seconds
            print(f"parsing {name}: {megabytes_per_second(seconds)}, {seconds / base:.2f} of the time of ordinary text; "
                  f"{others(folder)}", flush=True)

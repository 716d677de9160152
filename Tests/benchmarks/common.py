"""What the benchmarks share: the build, clocks, and how figures are written."""
import pathlib
import statistics
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
DIAGNOSE = ROOT / ".build-release/release/diagnose"
WIDTHS = (44, 18, 34, 7)
_has_head = False


def wall(command, **options):
    """The seconds a command takes, and what it printed."""
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False, **options)
    return time.perf_counter() - start, done.stdout


def peak_memory(command, **options):
    """The largest resident set of a command in MB, as the kernel counted it."""
    program = ("import resource, subprocess, sys\n"
               "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)\n"
               "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
    done = subprocess.run(["python3", "-c", program, *command], stdout=subprocess.PIPE, check=True, **options)
    return int(done.stdout) / 1024


def milliseconds(seconds):
    return f"{seconds * 1000:.1f} ms"


def known_paths():
    """What Tests/prepare found, by name."""
    lines = (ROOT / ".build/test-environment").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines)


def row(what, own, other="", ratio="", target=""):
    """Prints a line of the table of all comparisons, below its head where it is the first."""
    global _has_head
    if not _has_head:
        _has_head = True
        row("", "diagnose", "beside it", "ratio", "target")
    cells = [text.ljust(width) for text, width in zip((what, own, other, ratio), WIDTHS)]
    print("".join(cells) + target, flush=True)


def compare(what, own, name, other, target="", runs=11, **options):
    """Prints a row for two commands: the medians of their times, and of the ratios of pairs run in turn, so that a
    machine that changes speed changes both sides."""
    for command in own, other:
        subprocess.run(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, **options)
    pairs = [(wall(own, **options)[0], wall(other, **options)[0]) for _ in range(runs)]
    mine, theirs = (statistics.median(side) for side in zip(*pairs))
    ratio = statistics.median(before / after for before, after in pairs)
    row(what, milliseconds(mine), f"{name} {milliseconds(theirs)}", f"{ratio:.2f}", target)

"""What the benchmarks share: the build, clocks, and how figures are written."""
import pathlib
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
DIAGNOSE = ROOT / ".build-release/release/diagnose"


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

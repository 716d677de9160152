"""`diagnose logs`: matching against ripgrep, grouping against drain3, and the quality of its groups.

Every comparison is made in one run, the two sides in turn, on one file that is made
of realistic lines in a folder of its own below `.build`. ripgrep is Debian's, drain3 comes from PyPI into a virtual
environment there; what is missing is said and left out.
"""
import collections
import json
import random
import shutil
import statistics
import subprocess
import sys
import time

from .common import DIAGNOSE, ROOT, peak_memory, wall

SCRATCH = ROOT / ".build/bench-logs"
SHARED = ROOT.parent / "shared/logs"
MATCHING_SIZE = 512 << 20
GROUPING_SIZE = 32 << 20
DRAIN_LINES = 40_000
RUNS = 7
DRAIN = """
import sys, time
from drain3 import TemplateMiner
lines = open(sys.argv[1], encoding="utf-8", errors="replace").read().split("\\n")
miner = TemplateMiner()
start = time.perf_counter()
for line in lines:
    miner.add_log_message(line)
print(len(lines) / (time.perf_counter() - start))
"""


def invented_lines(count, source):
    """Lines of a busy service, most of them fine."""
    forms = [
        "{t},{m:03} INFO [worker-{n}] org.example.queue.Consumer: took job {h} from queue-{n} in {d} ms",
        "{t},{m:03} WARN [main] org.example.pool.Connections: pool of db-{n} is at {p}%",
        "{t},{m:03} ERROR [worker-{n}] org.example.mail.Sender: cannot send to user{n}@example.org: time-out after {d} ms",
        "{t},{m:03} INFO [http-{n}] org.example.web.Access: 10.0.{p}.{n} GET /api/items/{d} 200 {m}",
        "{t},{m:03} DEBUG [main] org.example.cache.Store: evicted {d} entries, {p} MB free",
    ]
    lines = []
    for number in range(count):
        moment = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(1_795_240_800 + number // 50))
        lines.append(source.choice(forms).format(
            t=moment, m=source.randrange(1000), n=source.randrange(100), d=source.randrange(100_000),
            p=source.randrange(100), h=f"{source.getrandbits(64):016x}"))
    return lines


def make_log(path, size, signatures, source):
    """A log of invented lines and those of real systems where they are at hand, repeated until it is long enough."""
    lines = invented_lines(100_000, source)
    for log in sorted(SHARED.glob("*.log")) if SHARED.is_dir() else []:
        lines += log.read_text(encoding="utf-8", errors="replace").splitlines() * 6
    source.shuffle(lines)
    for _ in range(len(lines) // 2000):
        lines[source.randrange(len(lines))] = "2026-11-21 06:00:00 ERROR app: " + source.choice(signatures)
    block = ("\n".join(lines) + "\n").encode()
    with open(path, "wb") as output:
        written = 0
        while written < size:
            written += output.write(block[:size - written])


def literal_signatures():
    """The signatures of the shipped runbooks that are plain text, as `grep -F` wants them."""
    entries = json.loads(subprocess.run([DIAGNOSE, "list", "--output", "json"], capture_output=True,
                                        check=True).stdout)["entries"]
    return sorted({text for entry in entries for text in entry["signatures"]})


def bench_matching(source):
    if not shutil.which("rg"):
        print("logs, matching: not measured, ripgrep is not installed")
        return
    signatures = literal_signatures()
    patterns, log, small = SCRATCH / "signatures", SCRATCH / "matching.log", SCRATCH / "small.log"
    patterns.write_text("\n".join(signatures) + "\n")
    make_log(log, MATCHING_SIZE, signatures, source)
    make_log(small, 8 << 20, signatures, source)
    ripgrep, own = ["rg", "-c", "-F", "-f", patterns, log], [DIAGNOSE, "logs", "--count", log]
    counts = int(wall(ripgrep)[1]), int(wall(own)[1])
    pairs = [(wall(ripgrep)[0], wall(own)[0]) for _ in range(RUNS)]
    theirs = subprocess.run(["rg", "-n", "-F", "-f", patterns, small], capture_output=True, check=True).stdout
    ours = subprocess.run([DIAGNOSE, "logs", "--lines", small], capture_output=True, check=False).stdout
    numbers = [[line.split(b":", 1)[0] for line in text.splitlines()] for text in (theirs, ours)]
    same = "the same lines" if counts[0] == counts[1] and numbers[0] == numbers[1] else "DIFFERENT LINES"
    rates = [MATCHING_SIZE / statistics.median(side) / 1e9 for side in zip(*pairs)]
    ratio = statistics.median(before / after for before, after in pairs)
    print(f"logs, matching {len(signatures)} signatures in 512 MB: {rates[1]:.1f} GB/s, ripgrep {rates[0]:.1f} GB/s, "
          f"ratio {ratio:.2f}, {same} ({counts[1]})")


def drain_python():
    """A Python that has drain3."""
    python = SCRATCH / "venv/bin/python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", SCRATCH / "venv"], check=True)
        done = subprocess.run([python, "-m", "pip", "install", "--quiet", "drain3"], check=False, capture_output=True)
        if done.returncode != 0:
            shutil.rmtree(SCRATCH / "venv")
            return None
    return python


def bench_grouping(source):
    python = drain_python()
    if python is None:
        print("logs, grouping: not measured, drain3 could not be installed")
        return
    log, part, script = SCRATCH / "grouping.log", SCRATCH / "drain.log", SCRATCH / "drain.py"
    make_log(log, GROUPING_SIZE, ["connection refused"], source)
    script.write_text(DRAIN)
    lines = log.read_bytes().splitlines()
    part.write_bytes(b"\n".join(lines[:DRAIN_LINES]))
    own, theirs = [], []
    for _ in range(3):
        theirs.append(float(subprocess.run([python, script, part], capture_output=True, check=True).stdout))
        own.append(len(lines) / wall([DIAGNOSE, "logs", "--assign", log])[0])
    memory = peak_memory([DIAGNOSE, "logs", "--assign", SCRATCH / "matching.log"])
    rates = statistics.median(own), statistics.median(theirs)
    print(f"logs, grouping: {rates[0] / 1e3:.0f} k lines/s, drain3 {rates[1] / 1e3:.1f} k lines/s, ratio "
          f"{rates[0] / rates[1]:.0f}, at most {memory:.0f} MB on 512 MB")


def accuracy(groups, labels):
    """The share of lines in a group that equals a true group exactly."""
    own, truth = collections.defaultdict(set), collections.defaultdict(set)
    for line, (group, label) in enumerate(zip(groups, labels)):
        own[group].add(line)
        truth[label].add(line)
    known = {frozenset(lines) for lines in truth.values()}
    return sum(len(lines) for lines in own.values() if frozenset(lines) in known) / len(labels)


def bench_quality():
    if not SHARED.is_dir():
        print(f"logs, quality: not measured, there is no {SHARED.name} beside the repository")
        return
    shares = {}
    for truth in sorted(SHARED.glob("*.labels")):
        groups = wall([DIAGNOSE, "logs", "--assign", truth.with_suffix(".log")])[1].split()
        labels = truth.read_text().split()
        shares[truth.stem] = accuracy(groups, labels) if len(groups) == len(labels) else 0
    each = ", ".join(f"{name} {share:.3f}" for name, share in shares.items())
    print(f"logs, grouping accuracy on raw lines: {statistics.mean(shares.values()):.3f} ({each})")


def measure():
    SCRATCH.mkdir(parents=True, exist_ok=True)
    source = random.Random(7)
    try:
        bench_matching(source)
        bench_grouping(source)
        bench_quality()
    finally:
        for log in SCRATCH.glob("*.log"):
            log.unlink()


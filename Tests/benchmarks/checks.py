"""HTTP checks of a server on this machine: one beside check_http and curl, fifty beside prometheus-blackbox-exporter and
a loop of curl, fifty beside the slowest of them, and the memory of two hundred."""
import contextlib
import json
import pathlib
import socket
import statistics
import subprocess
import tempfile
import time

from .common import DIAGNOSE, ROOT, compare, milliseconds, peak_memory, row, wall
from .server import web_server

RUNS = 11
CHECK_HTTP = ROOT / ".build/bench-tools/usr/lib/nagios/plugins/check_http"
BLACKBOX = ROOT / ".build/bench-tools/usr/bin/prometheus-blackbox-exporter"
MODULE = "modules:\n  http_2xx:\n    prober: http\n    http:\n      preferred_ip_protocol: ip4\n"


def triage(folder, addresses):
    """The command that probes all of the addresses, by a runbook with an entry for each."""
    entries = [
        f"## Service {number} fails\n\n**Cause:** it is down.\n\n**Fix:** start it.\n\n"
        f"```probe\nhttp {address} status=200\n```\n" for number, address in enumerate(addresses)]
    (folder / "checks.md").write_text("---\nsystem: checks\n---\n\n# Checks\n\n" + "\n".join(entries))
    return [DIAGNOSE, "triage", "--no-embedded", "--runbooks", folder / "checks.md", "--output", "json"]


def probe_count(command, **options):
    """How many probes of a triage passed."""
    return sum(probe["outcome"] == "pass" for probe in json.loads(wall(command, **options)[1])["probes"])


def bench_one(address, folder):
    own = [DIAGNOSE, "probe", "http", address + "/healthz", "status=200"]
    port = address.rsplit(":", 1)[1]
    if CHECK_HTTP.exists():
        check = [CHECK_HTTP, "-I", "127.0.0.1", "-p", port, "-u", "/healthz", "-e", "200"]
        compare("one HTTP check", own, "check_http", check, runs=RUNS, cwd=folder)
    else:
        row("one HTTP check", "not measured", "check_http is not here")
    curl = ["curl", "-sf", "-o", "/dev/null", address + "/healthz"]
    compare("one HTTP check", own, "curl", curl, runs=RUNS, cwd=folder)


@contextlib.contextmanager
def blackbox(folder):
    """The address of a blackbox exporter that knows how to ask for a page."""
    (folder / "blackbox.yml").write_text(MODULE)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{probe.getsockname()[1]}"
    server = subprocess.Popen(
        [BLACKBOX, f"--config.file={folder / 'blackbox.yml'}", f"--web.listen-address={place}"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            if wall(["curl", "-sf", f"http://{place}/-/healthy"])[1]:
                break
            time.sleep(0.05)
        yield f"http://{place}"
    finally:
        server.terminate()
        server.wait()


def bench_fifty(addresses, folder):
    own = triage(folder, addresses)
    what = f"{probe_count(own, cwd=folder)} HTTP checks"
    if BLACKBOX.exists():
        with blackbox(folder) as exporter:
            # curl stands for Prometheus, which asks for all of them at the same time.
            lines = [f'url = "{exporter}/probe?module=http_2xx&target={address}"\noutput = "/dev/null"\n'
                     for address in addresses]
            (folder / "curl").write_text("".join(lines))
            asking = ["curl", "-sf", "-Z", "--parallel-immediate", "-K", folder / "curl"]
            compare(what, own, "blackbox_exporter", asking, runs=RUNS, cwd=folder)
    else:
        row(what, "not measured", "blackbox_exporter is not here")
    loop = ["sh", "-c", 'for url; do curl -sf -o /dev/null "$url"; done', "sh", *addresses]
    compare(what, own, "a loop of curl", loop, runs=RUNS, cwd=folder)


def bench_slowest(what, addresses, folder, target=""):
    """Compares a run with the slowest of its own probes."""
    own = triage(folder, addresses)
    runs = []
    for _ in range(RUNS):
        seconds, document = wall(own, cwd=folder)
        slowest = max(probe["durationMilliseconds"] for probe in json.loads(document)["probes"]) / 1000
        runs.append((seconds, slowest))
    whole, slowest = (statistics.median(side) for side in zip(*runs))
    ratio = statistics.median(seconds / least for seconds, least in runs)
    row(what, milliseconds(whole), f"the slowest {milliseconds(slowest)}", f"{ratio:.2f}", target)


def measure():
    with web_server() as address, tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        quick = [f"{address}/check/{number}" for number in range(200)]
        slow = [f"{address}/after/300/{number}" for number in range(50)]
        bench_one(address, folder)
        bench_fifty(quick[:50], folder)
        bench_slowest("50 HTTP checks, one slow", quick[:49] + slow[:1], folder, "at most 1.3")
        bench_slowest("50 HTTP checks, all slow", slow, folder, "at most 1.3")
        memory = peak_memory(triage(folder, quick), cwd=folder)
        row("200 HTTP checks, memory", f"{memory:.0f} MB", target="under 100 MB")

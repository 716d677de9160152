"""Scale: the first `symptom` on a folder of 2,000 runbooks with 20,000 entries, and what a further query costs."""
import json
import pathlib
import statistics
import tempfile

from .common import DIAGNOSE, milliseconds, peak_memory, wall
from .runbooks import runbook

DOCUMENTS = 2_000
RUNS = 5


def measure():
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        for number in range(DOCUMENTS):
            (folder / f"runbook-{number:04}.md").write_text(runbook(number))
        size = sum(path.stat().st_size for path in folder.iterdir()) / 1_000_000
        options = ["--no-embedded", "--runbooks", folder]
        entries = len(json.loads(wall([DIAGNOSE, "list", "--output", "json", *options], cwd=folder)[1])["entries"])
        symptom = [DIAGNOSE, "symptom", "the gateway answers 502 after a deployment", *options]
        seconds = statistics.median(wall(symptom, cwd=folder)[0] for _ in range(RUNS))
        print(f"scale: {DOCUMENTS} documents, {size:.1f} MB, {entries} entries: symptom {milliseconds(seconds)}, "
              f"{size / seconds:.1f} MB/s, {peak_memory(symptom, cwd=folder):.0f} MB at most")

"""Start-up: `symptom` on the shipped runbooks against an empty program with the same imports.

Every figure is the median of several runs, taken in turn so that a machine that changes speed changes both sides.
"""
import statistics
import subprocess
import tempfile

from .common import DIAGNOSE, ROOT, milliseconds, wall

RUNS = 21
EMPTY = """
import Foundation
#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif
"""
MANIFEST = """// swift-tools-version: 6.1
import PackageDescription
let package = Package(
    name: "empty",
    targets: [.executableTarget(name: "empty", linkerSettings: [.linkedLibrary("curl", .when(platforms: [.linux]))])])
"""


def build_empty():
    """Builds a program that imports what diagnose does and does nothing."""
    folder = ROOT / ".build-empty"
    sources = folder / "Sources/empty"
    sources.mkdir(parents=True, exist_ok=True)
    (folder / "Package.swift").write_text(MANIFEST)
    (sources / "main.swift").write_text(EMPTY)
    subprocess.run(
        ["swift", "build", "-c", "release", "--static-swift-stdlib", "-Xlinker", "-s", "--package-path", folder],
        check=True, stdout=subprocess.DEVNULL)
    return folder / ".build/release/empty"


def measure():
    empty = build_empty()
    symptom = [DIAGNOSE, "symptom", "listener hears nothing"]
    with tempfile.TemporaryDirectory() as folder:
        wall([empty]), wall(symptom, cwd=folder)
        pairs = [(wall([empty])[0], wall(symptom, cwd=folder)[0]) for _ in range(RUNS)]
    ratio = statistics.median(after / before for before, after in pairs)
    print(f"symptom: {milliseconds(statistics.median(b for _, b in pairs))}, an empty program with the same "
          f"imports {milliseconds(statistics.median(a for a, _ in pairs))}, ratio {ratio:.2f}")

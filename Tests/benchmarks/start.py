"""Start-up: `symptom` on the shipped runbooks beside an empty program with the same imports, and beside ripgrep, which
only shows the lines that have the words."""
import shutil
import subprocess
import tempfile

from .common import DIAGNOSE, ROOT, compare, row

RUNS = 41
QUERY = "listener hears nothing"
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
    symptom = [DIAGNOSE, "symptom", QUERY]
    with tempfile.TemporaryDirectory() as folder:
        compare("symptom", symptom, "an empty program", [build_empty()], "at most 1.2", runs=RUNS, cwd=folder)
        if not shutil.which("rg"):
            return row("symptom", "not measured", "ripgrep is not installed")
        runbooks = sorted(ROOT.glob("runbooks/*.md"))
        compare("symptom", symptom, "rg -i", ["rg", "-i", QUERY, *runbooks], runs=RUNS, cwd=folder)

"""Triage of a healthy stack against its slowest probe: the median of several runs."""
import json
import os
import pathlib
import shutil
import socket
import statistics
import subprocess
import tempfile

from .common import DIAGNOSE, ROOT, known_paths, milliseconds, wall

RUNS = 21


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


def measure():
    known = known_paths()
    if known.get("DIAGNOSE_TEST_DOCKER") != "ready":
        print(f"triage: not measured, {known.get('DIAGNOSE_TEST_DOCKER', 'Tests/prepare has not run')}")
        return
    ports = {name: free_port() for name in ["PORTAL_PORT", "MEDIAMTX_PORT", "DATABASE_PORT"]}
    environment = dict(
        os.environ, **ports, DOCKER_CONFIG=known["DIAGNOSE_TEST_DOCKER_CONFIG"],
        COMPOSE_PROJECT_NAME=f"diagnose-bench-{os.getpid()}",
        PATH=f"{pathlib.Path(known['DIAGNOSE_TEST_ALEMBIC']).parent}:{os.environ['PATH']}",
        DATABASE_URL="postgresql+psycopg://voxbento:interpreter-secret@127.0.0.1:"
                     f"{ports['DATABASE_PORT']}/voxbento")
    folder = pathlib.Path(tempfile.mkdtemp()) / "stack"
    shutil.copytree(ROOT / "Tests/IntegrationTests/Stacks/voxbento", folder)
    options = {"cwd": folder, "env": environment}
    try:
        subprocess.run(["docker", "compose", "up", "-d", "--wait"], check=True, capture_output=True, **options)
        subprocess.run(["alembic", "upgrade", "head"], check=True, capture_output=True,
                       cwd=folder / "backend", env=environment)
        command = [DIAGNOSE, "triage", "--output", "json",
                   "--set", f"PORTAL_URL=http://127.0.0.1:{ports['PORTAL_PORT']}",
                   "--set", f"MEDIAMTX_API_URL=http://127.0.0.1:{ports['MEDIAMTX_PORT']}",
                   "--set", "ALEMBIC_DIR=backend", "--set", "ALEMBIC_VIA="]
        wall(command, **options)
        runs = []
        for _ in range(RUNS):
            seconds, document = wall(command, **options)
            probes = json.loads(document)["probes"]
            runs.append((seconds, max(probe["durationMilliseconds"] for probe in probes) / 1000))
        beyond = statistics.median(seconds - slowest for seconds, slowest in runs)
        print(f"triage: {milliseconds(statistics.median(a for a, _ in runs))}, its slowest probe "
              f"{milliseconds(statistics.median(b for _, b in runs))}, beyond it {milliseconds(beyond)}")
    finally:
        subprocess.run(["docker", "compose", "down", "-v", "-t", "1"], capture_output=True, **options)
        shutil.rmtree(folder.parent)

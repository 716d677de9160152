"""Migrations: whether there is one head, beside `alembic heads`."""
import os
import pathlib
import shutil
import tempfile

from .common import DIAGNOSE, ROOT, compare, known_paths, row

BACKEND = ROOT / "Tests/IntegrationTests/Stacks/voxbento/backend"


def measure():
    alembic = known_paths().get("DIAGNOSE_TEST_ALEMBIC", "missing: Tests/prepare has not run")
    if alembic.startswith("missing: "):
        return row("one head", "not measured", alembic)
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place) / "backend"
        shutil.copytree(BACKEND, folder)
        environment = dict(os.environ, PATH=f"{pathlib.Path(alembic).parent}:{os.environ['PATH']}")
        own = [DIAGNOSE, "probe", "alembic", ".", "heads=1"]
        compare("one head of migrations", own, "alembic heads", [alembic, "heads"], cwd=folder, env=environment)

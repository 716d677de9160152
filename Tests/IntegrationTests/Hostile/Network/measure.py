"""Runs the command that its argument tells of (network.py), and measures it.

A process of its own does that, for the kernel counts the peak of all children together.
"""
import json
import os
import resource
import subprocess
import sys
import time

HANG = 30

asked = json.loads(sys.argv[1])
start = time.monotonic()
try:
    done = subprocess.run(asked["command"], capture_output=True, stdin=subprocess.DEVNULL, timeout=HANG,
                          env=dict(os.environ, **asked["environment"]), cwd=asked["directory"], check=False)
    code, output, error_output = done.returncode, done.stdout, done.stderr
except subprocess.TimeoutExpired as late:
    code, output, error_output = None, late.stdout or b"", late.stderr or b""
print(json.dumps({
    "exitCode": code, "seconds": time.monotonic() - start,
    "peakKilobytes": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss,
    "output": output.decode("utf-8", "replace"), "errorOutput": error_output.decode("utf-8", "replace")}))

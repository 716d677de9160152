"""Reads YAML documents from standard input, parted by `---`, and prints them as one JSON array."""

import json
import sys

import yaml

json.dump(list(yaml.safe_load_all(sys.stdin)), sys.stdout, default=str)

"""Holds JSON documents against JSON Schemas (draft 2020-12).

usage: validate.py FOLDER

FOLDER has `NAME.schema.json` and documents called `NAME.WHATEVER.json`. Each mistake is a line.
"""

import json
import pathlib
import sys

from jsonschema import Draft202012Validator

for path in sorted(pathlib.Path(sys.argv[1]).glob("*.json")):
    name, kind, _ = path.name.split(".", 2)
    schema = json.loads(path.with_name(f"{name}.schema.json").read_text())
    if kind == "schema":
        Draft202012Validator.check_schema(schema)
        continue
    for error in Draft202012Validator(schema).iter_errors(json.loads(path.read_text())):
        print(f"{path.name}: {error.json_path}: {error.message[:300]}")

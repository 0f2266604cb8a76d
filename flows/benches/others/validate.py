"""Reads and validates Flow JSON with `jsonschema`, pass by pass, for a paired benchmark.

Arguments: a file with the schema of each version, then the Flow JSON files. For each line of the standard input one
pass over all files is made; the answer is a line: nanoseconds, files refused.
"""

import json
import pathlib
import sys
import time

from jsonschema import Draft202012Validator

schemas = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
validators = {version: Draft202012Validator(schema) for version, schema in schemas.items()}
texts = [pathlib.Path(name).read_text(encoding="utf-8") for name in sys.argv[2:]]

for _ in sys.stdin:
    refused = 0
    start = time.perf_counter_ns()
    for text in texts:
        flow = json.loads(text)
        refused += bool(list(validators[flow["version"]].iter_errors(flow)))
    print(time.perf_counter_ns() - start, refused, flush=True)

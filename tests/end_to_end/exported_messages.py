"""Messages that the unit tests write out, so that code that is not ours can look at them."""

import json
import os
import pathlib
import subprocess
import tempfile

from tipoff_case import TIPOFF

TESTS = os.environ.get("TIPOFF_TESTS") or str(pathlib.Path(TIPOFF).with_name("tipoff_tests"))
CASE = "Messages of every kind can be handed to checks that are not ours"


def exported():
    """Objects with "way" and what belongs to it; None where the unit tests were not built."""
    if not os.access(TESTS, os.X_OK):
        return None
    with tempfile.TemporaryDirectory(prefix="tipoff-") as folder:
        path = pathlib.Path(folder) / "messages.jsonl"
        subprocess.run(
            [TESTS, CASE], env={**os.environ, "TIPOFF_MESSAGES": str(path)}, capture_output=True, check=True, timeout=120
        )
        return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]

"""Webhook signatures judged by the npm package `standardwebhooks`, where npm answers (tests/external)."""

import json
import os
import pathlib
import shutil
import subprocess
import sys

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "external"
PATIENCE = 60  # seconds for npm


def _install():
    """Whether the package is there, or could be fetched."""
    if not shutil.which("node"):
        return False
    if (FOLDER / "node_modules" / "standardwebhooks").is_dir():
        return True
    if not shutil.which("npm") or not os.access(FOLDER, os.W_OK):
        return False
    try:
        done = subprocess.run(
            ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=0"],
            cwd=FOLDER, capture_output=True, timeout=PATIENCE, check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def verdicts(messages, at=None):
    """`messages`: (secret, headers, body), arrived now or in the second `at`. "ok" or a complaint for each; None, with a notice, where
    npm does not answer."""
    if not _install():
        print("notice: npm's standardwebhooks is not to be had here; its check is left out", file=sys.stderr)
        return None
    lines = "".join(
        json.dumps({"secret": secret, "headers": headers, "body": body.decode(), "at": at}) + "\n" for secret, headers, body in messages
    )
    done = subprocess.run(["node", "verify.js"], cwd=FOLDER, input=lines, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()

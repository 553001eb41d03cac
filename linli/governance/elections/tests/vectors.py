"""The hand-worked cases and the published ballots that lie beside the project, where they do."""

import json
import os
from pathlib import Path

import pytest
from django.conf import settings


def data_folder(name):
    """A folder of test data; the test is skipped where it is not on this machine."""
    given = os.environ.get("LINLI_TEST_DATA")
    # A checkout may lie one folder deeper than the project itself.
    folders = [given] if given else [up / "shared" / "data" for up in settings.BASE_DIR.parents[:2]]
    for folder in folders:
        if (Path(folder) / name).exists():
            return Path(folder) / name
    pytest.skip(f"the test data ({name}) is not on this machine")


def law_cases(*functions):
    """The cases of `law.json` for these functions."""
    cases = json.loads((data_folder("vectors") / "law.json").read_text(encoding="utf-8"))
    return [case for case in cases if case["fn"] in functions]

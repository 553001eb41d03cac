"""What is written about the code from the code is as the code is now."""

import re

import pytest

from linli.web.command import reference
from tests.house.reading import ROOT, files_kept, shown

_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)|!\[[^\]]*\]\(([^)\s]+)\)")

WRITTEN = [
    "reference/acts.md",
    "reference/permissions.md",
    "reference/pages.md",
    "reference/indicators.md",
    "requirements.md",
]


@pytest.fixture(scope="module")
def pages():
    return reference.written()


@pytest.mark.parametrize("name", WRITTEN)
def test_the_reference_is_what_linli_reference_would_write(pages, name):
    assert reference.read(name) == pages[name], f"{name} is out of date: run linli reference"


def test_no_link_in_the_documents_leads_nowhere():
    wrong = []
    for path in files_kept():
        if path.suffix != ".md":
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for found in _LINK.finditer(line):
                target = found[1] or found[2]
                outside = re.match(r"[a-z]+:", target)
                if not outside and not (path.parent / target).exists():
                    wrong.append(f"{shown(path, number)} → {target}")
    assert not wrong, "\n".join(wrong)


def test_every_command_that_the_readme_names_exists():
    from linli.web.command import build

    known = set(build().list_commands(None))  # type: ignore[arg-type]
    for path in files_kept():
        if path.suffix == ".md":
            named = set(re.findall(r"`linli ([a-z]+)\b", path.read_text(encoding="utf-8")))
            assert named <= known, f"{shown(path)}: {sorted(named - known)}"


def test_the_environment_variables_the_code_reads_are_documented():
    source = "\n".join(path.read_text() for path in (ROOT / "linli/web/settings").rglob("*.py"))
    named = set(re.findall(r"[\"'](LINLI_[A-Z_]+|DATABASE_URL)[\"']", source))
    documents = "\n".join(p.read_text() for p in files_kept() if p.suffix == ".md")
    assert sorted(name for name in named if name not in documents) == []

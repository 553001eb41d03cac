"""Files stay about one thing, and names say which."""

import ast
import re

from tests.house.reading import HOUSE, ROOT, python_files, shown, tree_of

LONGEST_FILE = 400
LONGEST_LINE = 100
LONGEST_VIEW = 25
FORBIDDEN = {
    "utils", "util", "helpers", "helper", "common", "misc", "manager", "managers", "handler",
    "handlers", "processor", "processors", "base", "extras",
}  # fmt: skip
# Django and allauth look for these files under these names.
_NAMED_BY_OTHERS = {
    "linli/web/settings/sqlite/base.py",
    "linli/core/access/templates/allauth/layouts/base.html",
}
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


def _sources():
    for path in sorted(HOUSE.rglob("*")):
        if path.suffix in {".py", ".html", ".js", ".css"} and "migrations" not in path.parts:
            yield path
    for folder in ("tests", "bench", "script"):
        yield from sorted((ROOT / folder).rglob("*.py"))


def test_no_file_is_longer_than_it_can_be_about_one_thing():
    long = {
        shown(path): lines
        for path in _sources()
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    }
    assert not long, long


def test_no_line_is_too_long_to_read():
    long = [
        shown(path, number)
        for path in _sources()
        if path.suffix == ".py"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > LONGEST_LINE
    ]
    assert not long, "\n".join(long)


def test_no_file_has_a_name_that_says_nothing():
    wrong = [
        shown(path)
        for path in _sources()
        if path.stem.strip("_").lower() in FORBIDDEN
        and path.relative_to(ROOT).as_posix() not in _NAMED_BY_OTHERS
    ]
    assert not wrong, "\n".join(wrong)


def test_no_class_has_a_name_that_says_nothing():
    wrong = [
        f"{shown(path, node)} {node.name}"
        for path in python_files()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ClassDef)
        and {word.lower() for word in _WORD.findall(node.name)} & FORBIDDEN
    ]
    assert not wrong, "\n".join(wrong)


def test_a_view_parses_asks_or_acts_and_renders_in_a_few_lines():
    wrong = []
    for path in python_files():
        if path.stem != "views" and path.parent.name != "views":
            continue
        for node in tree_of(path).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                body = node.body[1:] if ast.get_docstring(node) else node.body
                lines = (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
                if lines > LONGEST_VIEW:
                    wrong.append(f"{shown(path, node)} {node.name}: {lines} lines")
    assert not wrong, "\n".join(wrong)
